"""Noun phrases that can name a speaker, read without a parser.

A speaker's phrase is a run of determiners, modifiers, role nouns and names, with short "of/for/in"
tails: "a spokesman for the Kurdish forces", "the UK-based Syrian Observatory for Human Rights".
"""

from __future__ import annotations

from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.lexicons.words import cue_classes, cue_words

DETERMINERS = frozenset(
    """the a an his her its their our my this that these those some several many other another one two
    three""".split()
)
TAIL_PREPOSITIONS = frozenset("of for in at from with on to by near inside".split())
PLACING = frozenset(["in", "at", "near", "from"])
STOPPERS = frozenset(
    """was were is are be been being has have had do does did will would can could may might must should
    shall that which who whom whose when where while after before because if as than then but
    although though not no also there here it he she they we i you him them us me killed wounded
    injured destroyed hit struck launched carried took left said""".split()
)
ADVERBS = frozenset(
    """also later earlier then meanwhile reportedly again repeatedly further however separately previously
    already never once only even still just initially immediately strongly publicly recently today
    yesterday himself herself itself has have had did first have officially formally categorically
    vehemently monday tuesday wednesday thursday friday saturday sunday on and""".split()
)
CONJUNCTIONS = frozenset("and but while whereas although though as when however yet".split())
MAX_PHRASE_TOKENS = 18


def is_head(sentence: Sentence, index: int) -> bool:
    """Whether a token can be the head of a speaker's phrase: a role noun, a name or a mention."""
    token = sentence.tokens[index]
    if not token.is_word:
        return False
    return (
        bare(token.low) in cue_words("role_heads")
        or sentence.mention_at(index, "actor", "person") is not None
        or (index == 0 and token.is_capital and sentence.is_place(0))
        or (
            token.is_capital
            and index > 0
            and (token.low not in STOPPERS or token.text.isupper())
            and not sentence.is_time(index)
        )
    )


def bare(low: str) -> str:
    """A lower-case word without its possessive ending."""
    return low.removesuffix("'s").removesuffix("'")


def is_noun_like(sentence: Sentence, index: int) -> bool:
    """Whether a token can stand inside a phrase: no mark, verb cue, auxiliary or number."""
    token = sentence.tokens[index]
    low = token.low
    if not token.is_word or low in DETERMINERS or low in TAIL_PREPOSITIONS:
        return False
    if low in STOPPERS and not (token.text.isupper() and len(low) > 1):  # US is no pronoun
        return False
    if low in ("and", "or", "according"):
        return False
    if sentence.count_at(index) is not None and token.text[0].isdigit():
        return False
    if low in cue_words("role_heads") and _before_cue(sentence, index):
        return True  # "Western states said": a noun here, a verb elsewhere
    return low not in cue_classes() or token.is_capital


def _before_cue(sentence: Sentence, index: int) -> bool:
    after = sentence.low[index + 1 : index + 2]
    return bool(after) and (after[0] in cue_classes() or after[0] in ADVERBS)


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
        if low in DETERMINERS and not sentence.tokens[index].text.isupper():
            start = index
            bound = index > floor and _binds(sentence, index - 1, floor)
            if not bound:
                break
            index -= 1
        elif low in TAIL_PREPOSITIONS or low in ("and", "or"):
            if start != index + 1 or not _binds(sentence, index, floor):
                break
            index -= 1
        elif low == ")" and (opening := _opening(sentence, index, floor)) is not None:
            index = opening - 1
        elif low == "," and _binds_comma(sentence, index, floor):
            index -= 1
            start = index + 1
        elif is_noun_like(sentence, index):
            if _breaks(sentence, index, start, end):
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
    return slot if start < end and not dangling and has_head(sentence, slot) else None


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
            if index > start and sentence.low[index - 1] not in TAIL_PREPOSITIONS | {"and"}:
                break
        elif low in TAIL_PREPOSITIONS or low == "and":
            if not seen_head or index + 1 >= end or not _continues(sentence, index + 1, low):
                break
        elif is_noun_like(sentence, index):
            seen_head = seen_head or is_head(sentence, index)
        else:
            break
        index += 1
    while index > start and sentence.low[index - 1] in TAIL_PREPOSITIONS | {"and"} | DETERMINERS:
        index -= 1
    slot = Slot(start, index)
    return slot if index > start and has_head(sentence, slot) else None


def has_head(sentence: Sentence, slot: Slot) -> bool:
    """Whether a phrase holds a head; a mention of any kind that opens the sentence alone is one too."""
    if any(is_head(sentence, index) for index in range(slot.first, slot.last)):
        return True
    opens_alone = slot == Slot(0, 1) and sentence.tokens[0].is_capital and is_noun_like(sentence, 0)
    return opens_alone and sentence.mention_at(0) is not None


def _binds(sentence: Sentence, index: int, floor: int) -> bool:
    """Whether a preposition or "and" at `index` joins what follows to a head before it."""
    low = sentence.low[index]
    if low not in TAIL_PREPOSITIONS and low not in ("and", "or"):
        return False
    before = index - 1
    if before < floor or not is_noun_like(sentence, before):
        return False
    if sentence.mention_at(index, "actor", "person") is not None:
        return True
    if low in PLACING and sentence.is_place(before):  # "a spokesman in Orsa in northern Dorel"
        while before >= floor and sentence.is_place(before):
            before -= 1
        return before > floor and sentence.low[before] in PLACING and _binds(sentence, before, floor)
    if low in ("and", "or"):
        nations = (
            sentence.is_place(before) and index + 1 < len(sentence.tokens) and sentence.is_place(index + 1)
        )
        return is_head(sentence, before) and (nations or not sentence.is_place(before))
    near = range(max(floor, before - 2), before + 1)
    return any(is_head(sentence, near_index) and not sentence.is_place(near_index) for near_index in near)


def _opening(sentence: Sentence, index: int, floor: int) -> int | None:
    """Where the parenthesis that closes at `index` opens: "the Observatory (EVM) said"."""
    return next((i for i in range(index - 1, max(floor, index - 8), -1) if sentence.low[i] == "("), None)


def _binds_comma(sentence: Sentence, index: int, floor: int) -> bool:
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
        and "and" in sentence.low[index : index + 6]
        and bare(sentence.low[index - 1]) in cue_words("role_heads")
        and index + 1 < len(sentence.tokens)
        and bare(sentence.low[index + 1]) in cue_words("role_heads")
    )


def _breaks(sentence: Sentence, index: int, start: int, end: int) -> bool:
    """A place or time beside a name that does not belong to it ("in Idlib Abdel Rahman said")."""
    if start == end:
        return sentence.is_time(index)
    if sentence.is_time(index):
        return True
    here, after = sentence.mention_at(index, "person", "actor"), sentence.mention_at(start, "person", "actor")
    return sentence.is_place(index) and here is None and after is not None and after[0].first == start


def _continues(sentence: Sentence, index: int, link: str) -> bool:
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
