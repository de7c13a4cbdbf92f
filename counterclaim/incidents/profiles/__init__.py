"""Reconciliation profiles: named rules that turn the figures of one incident into tallies.

Each is a pure function of evidence and settings. None is anybody's official method: those that follow
another project's are called "-like".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from counterclaim.core.errors import NotFoundError
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.profiles import accounts, acled, airwars, gtd, ibc, ucdp
from counterclaim.incidents.profiles.evidence import Evidence, read_evidence
from counterclaim.incidents.profiles.settings import Settings, decode_settings
from counterclaim.incidents.tallies import Reconciled

__all__ = ["DEFAULT_PROFILE", "PROFILES", "Profile", "Settings", "decode_settings", "reconcile"]


DEFAULT_PROFILE = "accounts"  # by which figures are shown where nobody chooses


class Profile(NamedTuple):
    """A named rule. `name` has the version that stands in the data; a user leaves it out."""

    name: str
    about: str
    run: Callable[[Evidence, Settings], Reconciled]


PROFILES: dict[str, Profile] = {
    "accounts": Profile(
        accounts.NAME, "what every speaker says now, and how far apart they lie", accounts.tally_accounts
    ),
    "ucdp-like": Profile(
        ucdp.NAME, "deaths as low, best and high; which figure is best is from memory", ucdp.tally_ucdp
    ),
    "airwars-like": Profile(
        airwars.NAME, "civilians and belligerents harmed, and a suggested grade", airwars.tally_airwars
    ),
    "ibc-like": Profile(ibc.NAME, "civilians only; provisional below two independent voices", ibc.tally_ibc),
    "acled-like": Profile(
        acled.NAME, "one conservative number of dead, the dispute in notes", acled.tally_acled
    ),
    "gtd-like": Profile(
        gtd.NAME, "all who died, attackers among them; the choice of figure is from memory", gtd.tally_gtd
    ),
}


def reconcile(profile: str, filed: Iterable[FiledClaim], settings: Settings | None = None) -> Reconciled:
    """The tallies of the claims of one incident under one profile.

    The order of the claims, and claims given twice, change nothing.

    Raises:
        NotFoundError: there is no such profile.
    """
    if profile not in PROFILES:
        raise NotFoundError(f"no profile is called {profile!r}; there are {', '.join(PROFILES)}")
    return PROFILES[profile].run(read_evidence(filed), settings or Settings())
