"""Which words can stand in a speaker's phrase, and which of them names who speaks."""

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
    yesterday himself herself itself has have had did first long have officially formally categorically
    vehemently monday tuesday wednesday thursday friday saturday sunday on and""".split()
)
CONJUNCTIONS = frozenset("and but while whereas although though as when however yet".split())


def is_head(sentence: Sentence, index: int) -> bool:
    """Whether a token can be the head of a speaker's phrase: a role noun, a name or a mention."""
    token = sentence.tokens[index]
    if not token.is_word:
        return False
    return (
        bare(token.low) in cue_words("role_heads")
        or token.low in cue_words("carriers")
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
        return sentence.mention_at(index, "actor") is not None  # "Channel 10 said"
    if low in cue_words("role_heads") and _before_cue(sentence, index):
        return True  # "Western states said": a noun here, a verb elsewhere
    return low not in cue_classes() or token.is_capital


def _before_cue(sentence: Sentence, index: int) -> bool:
    after = sentence.low[index + 1 : index + 2]
    return bool(after) and (after[0] in cue_classes() or after[0] in ADVERBS)


def own_head(sentence: Sentence, slot: Slot) -> int:
    """The last token of a phrase before its tails: "doctor" of "a doctor at the port hospital"."""
    for index in range(slot.first + 1, slot.last):
        if sentence.low[index] in TAIL_PREPOSITIONS:
            return index - 1
    return slot.last - 1


def has_head(sentence: Sentence, slot: Slot) -> bool:
    """Whether a phrase holds a head; a mention of any kind that opens the sentence alone is one too."""
    if any(is_head(sentence, index) for index in range(slot.first, slot.last)):
        return True
    opens_alone = slot == Slot(0, 1) and sentence.tokens[0].is_capital and is_noun_like(sentence, 0)
    return opens_alone and sentence.mention_at(0) is not None
