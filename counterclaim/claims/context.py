"""What stands around a claim in its sentence: place, date, agent, modality and polarity."""

from __future__ import annotations

from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Modality

PLACE_PREPOSITIONS = frozenset(
    "in near at outside inside around over across from to of into eastern western northern southern central".split()
)
PLACE_LINKS = frozenset("near outside around between".split())
PLACE_KINDS = frozenset(
    """Airport Airbase Base Province Governorate District Region State Camp Hospital Bridge Crossing Dam Prison
    University Square Market Mosque Church School Port Valley Mountains County Oblast Prefecture""".split()
)
ASKING = frozenset(
    "see know determine ask asked asking wonder clear unclear establish as even investigate tell".split()
)
AUXILIARIES = frozenset(
    """was were been being be is are has have had also reportedly later subsequently reported confirmed left
    believed to not said feared thought known allegedly already since all both immediately instantly
    critically seriously badly mortally severely summarily""".split()
)
MAX_AGENT_DISTANCE = 14


def place_near(sentence: Sentence, index: int) -> str | None:
    """The place the sentence names nearest to a token, in the text's words; the following one first.

    A place that is part of a party's name ("UK-based", "Washington's refusal") places nothing.
    """
    named = [slot for slot, _ in sentence.places if not _is_party(sentence, slot)]
    after = [slot for slot in named if slot.first >= index]
    before = [slot for slot in named if slot.last <= index]
    chosen = after[0] if after else (before[-1] if before else None)
    if chosen is None:
        return None
    first = chosen.first
    if first > 0 and sentence.low[first - 1] in PLACE_LINKS:
        first -= 1
    last = chosen.last
    while last < len(sentence.tokens) and sentence.tokens[last].text in PLACE_KINDS:
        last += 1
    return sentence.words(first, last)


def _is_party(sentence: Sentence, slot: Slot) -> bool:
    """Whether a place's name stands for a party: "Washington's refusal", but not "in Juba"."""
    last = sentence.low[slot.last - 1]
    if last.endswith(("'s", "-based", "-led", "-backed", "-linked")) or sentence.low[
        slot.last : slot.last + 1
    ] == ("-",):
        return True
    hit = sentence.mention_at(slot.first, "actor")
    if hit is None:
        return False
    placed = slot.first > 0 and sentence.low[slot.first - 1] in PLACE_PREPOSITIONS
    return not (placed and hit[1].type in ("nation", "capital"))


def date_near(sentence: Sentence, index: int) -> tuple[str | None, str | None, str | None]:
    """Words, EDTF and basis of the time phrase nearest to a token."""
    if not sentence.times:
        return None, None, None
    _, time, slot = min(
        ((min(abs(slot.first - index), abs(slot.last - index)), time, slot) for slot, time in sentence.times),
        key=lambda item: (item[0], item[2].first),
    )
    return sentence.words(slot.first, slot.last), time.edtf, time.basis


def agent_before(sentence: Sentence, index: int) -> str | None:
    """Who does what the verb at `index` says: the nearest actor or force before it in its clause."""
    for near in range(index - 1, max(-1, index - MAX_AGENT_DISTANCE), -1):
        if sentence.tokens[near].text in ';:”"' or sentence.low[near] in ("said", "says", "that"):
            break
        hit = sentence.mention_at(near, "actor")
        if hit is None or hit[1].type in ("agency", "outlet", "monitor", "ngo", "state_media"):
            continue
        before = sentence.low[max(0, hit[0].first - 2) : hit[0].first]
        placed = hit[1].type in ("nation", "capital") and bool(set(before) & PLACE_PREPOSITIONS)
        if not placed:  # "its airstrikes in eastern Syria": a place, nobody who acts
            return hit[1].name
    return None


def agent_by(sentence: Sentence, index: int) -> str | None:
    """Who follows "by" behind a participle: "killed by a roadside bomb" names nobody."""
    for near in range(index + 1, min(len(sentence.tokens) - 1, index + 10)):
        if sentence.low[near] == "by":
            for inner in range(near + 1, min(len(sentence.tokens), near + 6)):
                hit = sentence.mention_at(inner, "actor")
                if hit is not None:
                    return hit[1].name
            return None
        if sentence.low[near] in (",", ";", "."):
            return None
    return None


def modality_of(sentence: Sentence, scope: Slot) -> Modality:
    """How a claim in `scope` is put, before anybody's credit is looked at."""
    window = sentence.low[max(0, scope.first - 1) : scope.last]
    if any(_is_condition(sentence, index) for index in range(max(0, scope.first - 12), scope.last)):
        return "conditional"
    joined = " ".join(window)
    if "could have" in joined or "may have" in joined:
        return "alleged"
    if any(word in ("will", "would", "could", "might", "may", "shall") for word in window):
        return "predicted"
    return "asserted"


def _is_condition(sentence: Sentence, index: int) -> bool:
    """ "If it hit troops", but not "to see if lessons can be learned"."""
    if sentence.low[index] not in ("if", "unless"):
        return False
    return index == 0 or sentence.low[index - 1] not in ASKING


def back_over_auxiliaries(sentence: Sentence, index: int) -> int:
    """The first of the auxiliaries and adverbs right before a participle at `index`."""
    while index > 0 and (
        (sentence.low[index - 1] in AUXILIARIES and sentence.tokens[index - 1].text != "IS")
        or (sentence.low[index - 1].endswith("ly") and index > 1)
    ):
        index -= 1
    return index
