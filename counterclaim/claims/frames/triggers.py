"""Words of a sentence that tell of harm to people, and the harm each tells of."""

from __future__ import annotations

from counterclaim.claims.frames.search import Search, harm_of
from counterclaim.core.claims import Harm

SYMPTOMS = frozenset(
    """from respiratory breathing burns injuries symptoms suffocation wounds convulsions difficulties
    asphyxiation choking problems poisoning""".split()
)
EVACUATION_WORDS = (
    "evacuation",
    "evacuations",
    "evacuated",
    "evacuees",
    "convoy",
    "convoys",
    "buses",
    "safe passage",
    "deal",
    "transfer",
)
LEAVING = frozenset("left leaving leave carrying granted".split())


def triggers_in(search: Search) -> list[tuple[int, Harm]]:
    """Token and harm of every trigger, in text order."""
    found: list[tuple[int, Harm]] = []
    lows = search.sentence.low
    for index, low in enumerate(lows):
        harm = harm_of(low) or _beside(search, index)
        if harm is None or (
            low in ("suffered", "suffering") and not SYMPTOMS & set(lows[index + 1 : index + 5])
        ):
            continue
        if low in ("trapped", "trapping") and "rubble" in lows[index : index + 5]:
            harm = "affected"
        if not any(index == people.slot.last - 1 and people.harm_noun for people in search.people):
            found.append((index, harm))
    return found


def _beside(search: Search, index: int) -> Harm | None:
    """Harms that a word names only beside certain others: "forced … from their homes"."""
    sentence = search.sentence
    low, after = sentence.low[index], sentence.low[index + 1 : index + 12]
    if low == "forced" and {"homes", "flee"} & set(after):
        return "displaced"
    if low == "treated" and after[:1] == ("for",):
        return "wounded"
    if low == "lost" and after[1:2] in (("lives",), ("life",)):
        return "killed"
    if (low == "burned" and after[:1] == ("alive",)) or (low == "starved" and after[:2] == ("to", "death")):
        return "killed"
    if low == "succumbed" and after[:1] == ("to",):
        return "killed"
    if low == "siege" and sentence.low[index - 1 : index] == ("under",):
        return "besieged"
    if low == "lost" and any(
        people.status == "combatant" and people.counted and 0 < people.slot.first - index <= 2
        for people in search.people
    ):
        return "killed"
    if low in LEAVING and sentence.has(EVACUATION_WORDS):
        return "evacuated"
    return None
