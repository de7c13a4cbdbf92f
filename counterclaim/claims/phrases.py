"""Noun phrases that can name a speaker, read without a parser.

A speaker's phrase is a run of determiners, modifiers, role nouns and names, with short "of/for/in"
tails: "a spokesman for the Kurdish forces", "the UK-based Syrian Observatory for Human Rights".
"""

from __future__ import annotations

from counterclaim.claims.heads import (
    DETERMINERS,
    TAIL_PREPOSITIONS,
    has_head,
    is_head,
    is_noun_like,
    own_head,
)
from counterclaim.claims.joints import binds, binds_comma, breaks, continues
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.lexicons.words import cue_words

MAX_PHRASE_TOKENS = 18
LINKS = TAIL_PREPOSITIONS | {"and"}
LOOSE = LINKS | DETERMINERS  # words that end no phrase


def phrase_before(sentence: Sentence, end: int, *, floor: int = 0) -> Slot | None:
    """The speaker's phrase that ends right before token `end`, as long as it reads as one phrase.

    A determiner ends it to the left unless a tail preposition or "and" binds it to more.
    """
    start = end
    index = end - 1
    if index < floor:
        return None
    if sentence.low[index] in cue_words("pronouns"):
        return Slot(index, end)
    while index >= floor and end - index <= MAX_PHRASE_TOKENS:
        low = sentence.low[index]
        if low in DETERMINERS and (low == "a" or not sentence.tokens[index].text.isupper()):
            start = index
            bound = index > floor and binds(sentence, index - 1, floor)
            if not bound:
                break
            index -= 1
        elif low in TAIL_PREPOSITIONS or low in ("and", "or"):
            if start != index + 1 or not binds(sentence, index, floor):
                break
            index -= 1
        elif low == ")" and (opening := _opening(sentence, index, floor)) is not None:
            index = opening - 1
        elif low == "," and binds_comma(sentence, index, floor):
            index -= 1
            start = index + 1
        elif is_noun_like(sentence, index):
            if breaks(sentence, index, start, end):
                break
            start = index
            index -= 1
        else:
            break
    slot = Slot(start, end)
    if all(
        sentence.is_place(at) and not sentence.mention_at(at, "actor") for at in range(slot.first, slot.last)
    ):
        return None  # a place says nothing
    dangling = sentence.low[end - 1] in TAIL_PREPOSITIONS or sentence.low[end - 1] in ("and", "or")
    return slot if start < end and not dangling and _is_headed(sentence, slot) else None


def _is_headed(sentence: Sentence, slot: Slot) -> bool:
    """Whether the phrase's own last word can speak: not "a military airport", but "residents reached by phone"."""
    if not has_head(sentence, slot):
        return False
    head = own_head(sentence, slot)
    if is_head(sentence, head) or sentence.low[head] == ")" or (slot.first == 0 and slot.last == 1):
        return True
    if sentence.low[head].endswith("ed") and head > slot.first:  # "a unit linked to the army"
        return is_head(sentence, head - 1)
    return any(_is_named(sentence, index) for index in range(slot.first, head))


def _is_named(sentence: Sentence, index: int) -> bool:
    """Whether a person or a party other than a nation is named here."""
    hit = sentence.mention_at(index, "person", "actor")
    return hit is not None and hit[1].type not in ("nation", "capital")


def phrase_after(sentence: Sentence, start: int, *, stop: int | None = None) -> Slot | None:
    """The speaker's phrase that begins at token `start`."""
    end = len(sentence.tokens) if stop is None else stop
    index = start
    seen_head = False
    while index < end and index - start < MAX_PHRASE_TOKENS:
        low = sentence.low[index]
        if low in cue_words("pronouns") and index == start:
            return Slot(start, start + 1)
        counted = sentence.count_at(index)
        if counted is not None and not sentence.tokens[index].text[0].isdigit():
            index = max(index + 1, counted[0].last)  # "a number of residents"
            continue
        if low in DETERMINERS:
            if index > start and sentence.low[index - 1] not in LINKS:
                break
        elif low in TAIL_PREPOSITIONS or low == "and":
            if not seen_head or index + 1 >= end or not continues(sentence, index + 1, low):
                break
        elif is_noun_like(sentence, index):
            seen_head = seen_head or is_head(sentence, index)
        else:
            break
        index += 1
    while index > start and sentence.low[index - 1] in LOOSE:
        index -= 1
    slot = Slot(start, index)
    return slot if index > start and has_head(sentence, slot) else None


def _opening(sentence: Sentence, index: int, floor: int) -> int | None:
    """Where the parenthesis that closes at `index` opens: "the Observatory (EVM) said"."""
    return next((i for i in range(index - 1, max(floor, index - 8), -1) if sentence.low[i] == "("), None)
