"""Blame in fixed words, and denials that point back: "holds X responsible", "a charge Moscow denied"."""

from __future__ import annotations

from counterclaim.claims.credit import Credit
from counterclaim.claims.deeds import ARMED_ROLES, is_act, is_crime, party_in
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.lexicons.words import act_classes

HOLDING = frozenset("hold holds held holding".split())
POINTING = frozenset("point points pointed pointing".split())
LAYING = frozenset("lay lays laid laying put puts placed pinned pinning".split())
LIABLE = frozenset(["responsible", "accountable"])
FINGERS = frozenset(["finger", "fingers"])
BLAME = frozenset(["blame"])
NOUN_OF = {
    **dict.fromkeys(HOLDING, LIABLE),
    **dict.fromkeys(POINTING, FINGERS),
    **dict.fromkeys(LAYING, BLAME),
}
VERBS = frozenset(NOUN_OF)
MAX_HELD = 9  # tokens from the verb to "responsible"
# What an earlier claim is called when it is denied.
ALLEGED = frozenset("charge charges accusation accusations allegation allegations".split())
TOLD = ALLEGED | frozenset("claim claims report reports account accounts suggestion assertion".split())
LEADING = frozenset(["a", "an", "the"])
FIGURES = frozenset("figure figures toll number count total estimate".split())
SHARES = frozenset("role part hand link links involvement".split())
POINTERS = frozenset("this that it these those".split())
_DETERMINING = frozenset("the those these that this all such any both their its his her".split())
_BEHIND_POINTER = ((".",), (",",), (";",), ("and",), ("but",), ("as",), ("on",), ("in",), ("saying",), ())
_TELLING_MORE = (("that",), ("of",), ("it",), ("its",), ("they",), ("he",))  # "the claim that rebels fled"
MAX_QUALIFIERS = 2  # "the baseless Israeli claims"
MAX_POINTER = 6  # tokens from "a charge" to the verb


def blames_at(sentence: Sentence) -> frozenset[int]:
    """Where verbs stand that blame with a noun: "pointed the finger", "laid the blame", "held … responsible"."""
    return frozenset(
        index
        for index in sentence.at(VERBS)
        if not NOUN_OF[sentence.low[index]].isdisjoint(sentence.low[index + 1 : index + 1 + MAX_HELD])
    )


def is_blame(sentence: Sentence, credit: Credit) -> bool:
    """Whether a credit is of such a verb."""
    return credit.kind == "accuse" and sentence.low[credit.cue.first] in VERBS


def named_from(sentence: Sentence, credit: Credit) -> int:
    """Behind which token such blame names the accused."""
    content = credit.content
    noun = NOUN_OF[sentence.low[credit.cue.first]]
    marks = {FINGERS: ("at",), BLAME: ("on", "upon", "at", "with")}.get(noun, ())
    found = [at for at in range(content.first, content.last) if sentence.low[at] in marks]
    if not found:
        return content.first + 1
    return (found[0] if noun is FINGERS else found[-1]) + 1


def pointed_back(sentence: Sentence, source: Slot, cue: Slot) -> tuple[Slot, Slot] | None:
    """ "…, a charge Moscow denied", "…, which their leader denies": who denies, and the words that point to what."""
    first = source.first
    if sentence.low[max(0, first - 2) : first] == (",", "which"):
        return source, Slot(first - 1, cue.last)
    if (
        sentence.low[first] in LEADING
        and sentence.low[first + 1] in TOLD | FIGURES
        and source.last > first + 2
    ):
        return Slot(first + 2, source.last), Slot(first, cue.last)
    if first > 1 and sentence.low[first - 1] in ("that", "which"):
        first -= 1
    pointer = sentence.low[first - 1] if first > 1 else ""
    led = first > 2 and sentence.low[first - 2] in LEADING
    return (source, Slot(first - 2, cue.last)) if led and pointer in TOLD | FIGURES else None


def pointer_at(sentence: Sentence, index: int) -> Slot | None:
    """The words behind "denied" that only point to what was said: "this", "the claim", "such reports"."""
    low = sentence.low[index : index + 1]
    if low and low[0] in POINTERS and sentence.low[index + 1 : index + 2] in _BEHIND_POINTER:
        return Slot(index, index + 1)
    if low and low[0] in _DETERMINING:
        for at in range(index + 1, min(index + 2 + MAX_QUALIFIERS, len(sentence.low))):
            if sentence.low[at] in TOLD and sentence.low[at + 1 : at + 2] not in _TELLING_MORE:
                return Slot(index, at + 1)
    return None


def only_points(credit: Credit) -> bool:
    """Whether a denial says no more than `pointer_at` finds: "denied this", "rejected the claim"."""
    return credit.kind == "deny" and credit.content.first == credit.cue.first


def points_back(credit: Credit) -> bool:
    """Whether the words of a denial only point to what was said before."""
    return credit.kind == "deny" and credit.cue.last == credit.content.last


def is_denial(sentence: Sentence, credit: Credit) -> bool:
    """Whether what is denied is an act or an accusation: no figure, no plan, no visa."""
    content = credit.content
    opening = sentence.low[content.first : content.first + MAX_POINTER]
    if not FIGURES.isdisjoint(opening[:3]):
        return False
    if points_back(credit):
        before = Slot(0, content.first)
        return is_act(sentence, before) or is_crime(sentence, before)
    accused = not ALLEGED.isdisjoint(opening[:3])
    shared = opening[:1] in (("any",), ("a",), ("having",)) and not SHARES.isdisjoint(opening)
    return accused or shared or is_act(sentence, content) or is_crime(sentence, content)


def denies_harm(sentence: Sentence, credit: Credit) -> bool:
    """Whether it is denied that somebody came to harm at all: "denied reports that the driver had been killed"."""
    content = credit.content
    if credit.kind != "deny" or content.first >= content.last:
        return False
    for at in range(content.first + 1, content.last):
        if sentence.low[at] in act_classes("harm") and sentence.low[at - 1] in ("been", "was", "were"):
            return (
                "by" not in sentence.low[at : content.last] and party_in(sentence, content.first, at) is None
            )
    return False


def is_said_to_have(sentence: Sentence, content: Slot) -> str | None:
    """The party that a denial is about, where it opens with one: "denied that Armenian forces had fired"."""
    first = content.first
    if sentence.low[first : first + 1] and sentence.low[first] in TOLD:
        first += 1
    while first < content.last and sentence.low[first] in ("that", "the"):
        first += 1
    hit = sentence.mention_at(first, "actor", "role") if first < content.last else None
    if (
        hit is None
        or hit[0].first not in (first, first - 1)
        or sentence.low[hit[0].last - 1].endswith(("'s", "s'"))
    ):
        return None
    if hit[1].kind == "role" and hit[1].type not in ARMED_ROLES:
        return None  # "denied that the driver had been killed"
    return hit[1].name
