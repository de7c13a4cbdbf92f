"""Whether words beside each other belong to one speaker's phrase: "a doctor in Kobo", "Egypt, Qatar and Oman"."""

from __future__ import annotations

from counterclaim.claims.heads import DETERMINERS, PLACING, TAIL_PREPOSITIONS, bare, is_head, is_noun_like
from counterclaim.claims.sentence import Sentence
from counterclaim.lexicons.words import cue_words

# Nouns for places: "activists in the district of Hodan in Mogadishu".
SPOTS = frozenset(
    """district town city village province region area neighbourhood neighborhood camp state county governorate
    suburb suburbs countryside part parts north south east west outskirts hospital territory enclave quarter""".split()
)
# Who is counted in text without commas: "killed 12 people activists said".
NAMELESS = frozenset("people civilians men women children others persons".split())


def binds(sentence: Sentence, index: int, floor: int) -> bool:
    """Whether a preposition or "and" at `index` joins what follows to a head before it."""
    low = sentence.low[index]
    if low not in TAIL_PREPOSITIONS and low not in ("and", "or"):
        return False
    before = index - 1
    if before < floor or not is_noun_like(sentence, before):
        return False
    if sentence.mention_at(index, "actor", "person") is not None:
        return True
    if low in PLACING | {"of"} and _is_spot(sentence, before):  # "a spokesman in Orsa in northern Dorel"
        while before >= floor and (_is_spot(sentence, before) or sentence.low[before] in ("of", "the", "a")):
            before -= 1
        if before > floor and sentence.low[before] in PLACING:
            return binds(sentence, before, floor)
    if low in ("and", "or"):
        nations = (
            sentence.is_place(before) and index + 1 < len(sentence.tokens) and sentence.is_place(index + 1)
        )
        return is_head(sentence, before) and (nations or not sentence.is_place(before))
    near = range(max(floor, before - 2), before + 1)
    return any(is_head(sentence, near_index) and not sentence.is_place(near_index) for near_index in near)


def _is_spot(sentence: Sentence, index: int) -> bool:
    return sentence.low[index] in SPOTS or sentence.is_place(index)


def binds_comma(sentence: Sentence, index: int, floor: int) -> bool:
    """A comma inside a list of speakers: "doctors, activists and residents", "Egypt, Qatar and Oman"."""
    nations = (
        index - 1 >= floor
        and index + 1 < len(sentence.tokens)
        and sentence.is_place(index - 1)
        and sentence.is_place(index + 1)
    )
    if nations and "and" in sentence.low[index : index + 4]:
        return True
    return (
        index - 1 >= floor
        and not _hangs(sentence, index - 1)
        and "and" in sentence.low[index : index + 6]
        and bare(sentence.low[index - 1]) in cue_words("role_heads")
        and index + 1 < len(sentence.tokens)
        and bare(sentence.low[index + 1]) in cue_words("role_heads")
    )


def _hangs(sentence: Sentence, index: int) -> bool:
    """ "Retook the town from the army, residents and medics said": the army is no part of the list."""
    first = index
    while first > 0 and is_noun_like(sentence, first - 1):
        first -= 1
    while first > 0 and sentence.low[first - 1] in DETERMINERS:
        first -= 1
    return first > 1 and sentence.low[first - 1] in TAIL_PREPOSITIONS | {"against"}


def breaks(sentence: Sentence, index: int, start: int, end: int) -> bool:
    """A place or time beside a name that does not belong to it ("in Idlib Abdel Rahman said").

    So do the counted beside a speaker in text without commas: "killed 12 people activists said".
    """
    counted = sentence.low[index] in NAMELESS and index > 0 and sentence.count_at(index - 1) is not None
    if start == end or counted:
        return sentence.is_time(index) or counted
    if sentence.is_time(index):
        return True
    if start > index + 1:
        return False
    here, after = sentence.mention_at(index, "person", "actor"), sentence.mention_at(start, "person", "actor")
    return sentence.is_place(index) and here is None and after is not None and after[0].first == start


def continues(sentence: Sentence, index: int, link: str) -> bool:
    if link == "and":
        return is_head(sentence, index) or (
            sentence.low[index] in DETERMINERS
            and index + 1 < len(sentence.tokens)
            and is_noun_like(sentence, index + 1)
            and any(
                is_head(sentence, near) for near in range(index + 1, min(index + 4, len(sentence.tokens)))
            )
        )
    return sentence.low[index] in DETERMINERS or is_noun_like(sentence, index)
