"""Words of a sentence that tell of harm to people, and the harm each tells of."""

from __future__ import annotations

from functools import cache

from counterclaim.claims.frames.search import Search, harm_of
from counterclaim.claims.people import People
from counterclaim.core.claims import Harm
from counterclaim.lexicons.words import act_names

SYMPTOMS = frozenset(
    """from respiratory breathing burns injuries symptoms suffocation wounds convulsions difficulties
    asphyxiation choking problems poisoning""".split()
)
EVACUATION_WORDS = frozenset(
    [
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
    ]
)
LEAVING = frozenset("left leaving leave carrying granted departed".split())
INTRANSITIVE = frozenset(
    """died die dies dying perished drowned fled flee fleeing flees surrendered surrendering suffocated
    suffocating choking defected disappeared succumbed burned starved""".split()
)
ADJECTIVAL = frozenset("dead missing homeless hostage stranded stuck unaccounted siege".split())
PASSIVES = frozenset(["was", "were", "been", "being", "be", "are", "is", "got"])
# Verbs that name harm only beside other words.
CONTEXTUAL = LEAVING | frozenset(["treated", "sustained", "suffered", "sustaining", "suffering", "lost"])
INJURIES = frozenset("injuries injury wounds wound burns fractures bruises".split())
SUFFERED = SYMPTOMS | INJURIES
SUSTAINING = frozenset("sustained suffered sustaining suffering received".split())
BESIDE = SUSTAINING | LEAVING | frozenset("forced treated lost burned starved succumbed siege dead".split())


def triggers_in(search: Search) -> list[tuple[int, Harm]]:
    """Token and harm of every trigger, in text order."""
    found: list[tuple[int, Harm]] = []
    lows = search.sentence.low
    for index in search.sentence.at(_telling()):
        low = lows[index]
        harm = (_beside(search, index) if low in BESIDE else None) or harm_of(low)
        if (
            harm is None
            or (low in INJURIES and SUSTAINING & set(lows[max(0, index - 4) : index]))
            or (low in ("suffered", "suffering") and not SUFFERED & set(lows[index + 1 : index + 5]))
        ):
            continue
        if low in ("trapped", "trapping") and "rubble" in lows[index : index + 5]:
            harm = "affected"
        if not any(_is_in_phrase(people, index) for people in search.people):
            found.append((index, harm))
    return found


@cache
def _telling() -> frozenset[str]:
    """The words that can tell of harm."""
    return act_names("harm") | BESIDE


def _is_in_phrase(people: People, index: int) -> bool:
    """Whether a word for harm only says who the people are: "12 captured soldiers", "15 injuries"."""
    noun = index == people.slot.last - 1 and people.harm_noun is not None
    return noun or (
        people.counted and people.group is not None and people.slot.first < index < people.slot.last - 1
    )


def _is_force(search: Search, people: People, index: int) -> bool:
    """ "Lost 15 fighters", "lost 40 men": counted people of an armed side right behind the verb."""
    armed = people.status == "combatant" or search.sentence.low[people.slot.last - 1] in ("men", "members")
    return armed and people.counted and 0 < people.slot.first - index <= 2


def injuries_end(search: Search, index: int) -> int:
    """Past the harm at `index`: "sustained serious injuries" ends behind its noun."""
    lows = search.sentence.low
    if lows[index] in SUSTAINING:
        return next(
            (at + 1 for at in range(index + 1, min(index + 6, len(lows))) if lows[at] in INJURIES), index + 1
        )
    return index + 1


def _beside(search: Search, index: int) -> Harm | None:
    """Harms that a word of `BESIDE` names only beside certain others: "forced … from their homes"."""
    sentence = search.sentence
    low, after = sentence.low[index], sentence.low[index + 1 : index + 12]
    if low in SUSTAINING and INJURIES & set(after[:4]):
        return "wounded"
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
    if low == "lost" and any(_is_force(search, people, index) for people in search.people):
        return "killed"
    if low == "dead" and sentence.low[index - 1 : index] == ("shot",):
        return "killed"
    if low in LEAVING and sentence.has(EVACUATION_WORDS):
        return "evacuated"
    return None
