"""How one speaker's figures stand beside those of independent others: a comparison, never a measure of truth.

Only figures for one harm to one group of people in one incident are put beside each other. See
docs/method/speakers.md.
"""

from counterclaim.incidents.compared.comparison import Comparison, compare_speaker
from counterclaim.incidents.compared.pairs import Compared
from counterclaim.incidents.compared.spread import LEAST, Spread, spread_of

__all__ = ["LEAST", "Compared", "Comparison", "Spread", "compare_speaker", "spread_of"]
