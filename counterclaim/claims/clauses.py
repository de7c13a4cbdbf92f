"""Where clauses begin and end in a sentence, and what in them tells when, how and to whom."""

from __future__ import annotations

from counterclaim.claims.heads import ADVERBS, CONJUNCTIONS, bare
from counterclaim.claims.sentence import CLOSING, DASHES, OPENING, Sentence, Slot
from counterclaim.lexicons.words import cue_classes

QUOTE_MARKS = frozenset(OPENING + CLOSING + '"')
ENDS = frozenset(".!?…")
OPENING_MARKS = ENDS | frozenset(
    "but and , • · ● ▪ ■ * ❗ - – — >".split()
)  # of what a sentence or list item says
LIST_MARKS = frozenset("• · ● ▪ ■ * - – — >".split())
MAX_PLACE_TOKENS = 5
# Words after a cue that tell when, how or to whom it was said, not what was said.
ADJUNCT_STARTS = frozenset(
    "on in at during to via through late early earlier yesterday today by from".split()
)
MAX_ADJUNCT_TOKENS = 6
# What was done with what it was said in: "in a report published on Thursday".
MADE_PUBLIC = frozenset(
    "published released issued posted sent shared broadcast aired carried uploaded circulated dated".split()
)
RELATIVES = frozenset("that where which who when because".split())
ADJUNCT_NOUNS = frozenset(
    """statement interview briefing conference tweet twitter facebook post letter speech press television
    website reporters journalists monday tuesday wednesday thursday friday saturday sunday phone
    telephone telegram whatsapp instagram yesterday today evening morning report network account agency condition anonymity""".split()
)


def closing(sentence: Sentence) -> int:
    """The sentence's end without its closing mark."""
    return trim_end(sentence, len(sentence.tokens))


def trim_end(sentence: Sentence, end: int) -> int:
    while end > 0 and (
        sentence.low[end - 1] in (",", ";", "-", "–", "—", "(") or sentence.low[end - 1] in ENDS
    ):
        end -= 1
    return end


def clause_start(sentence: Sentence, before: int) -> int:
    """The start of what is credited behind: the sentence's, past an opening conjunction."""
    start = item_start(sentence)
    if start == 0 and sentence.low[0].isdigit() and sentence.low[1:2] in ((".",), (")",)):
        start = 2  # "3. Our forces took the town"
    while start < before and sentence.low[start] in OPENING_MARKS:
        start += 1
    return start


def item_start(sentence: Sentence) -> int:
    """Where an item of a bulletin starts behind its place: "* BAGHDAD - A bomb", "Mannar: two men"; else 0."""
    first = 0
    while first < len(sentence.low) and sentence.low[first] in LIST_MARKS:
        first += 1
    at = first
    while at < min(len(sentence.tokens), first + MAX_PLACE_TOKENS) and (
        sentence.is_place(at) or (sentence.tokens[at].is_word and sentence.tokens[at].text.isupper())
    ):
        at += 1
    if not first < at < len(sentence.tokens) - 1:
        return 0
    placed = any(map(sentence.is_place, range(first, at)))
    apart = sentence.tokens[at].start > sentence.tokens[at - 1].end
    return at + 1 if placed and (sentence.low[at] == ":" or (sentence.low[at] in DASHES and apart)) else 0


def whole_of(sentence: Sentence) -> Slot:
    """The sentence without the mark of its list, its opening conjunction and its closing mark."""
    end = closing(sentence)
    return Slot(min(clause_start(sentence, end), max(end - 1, 0)), end)


def content_before(sentence: Sentence, end: int) -> Slot:
    return Slot(clause_start(sentence, end), trim_end(sentence, end))


def content_words(sentence: Sentence, first: int, last: int) -> int:
    return sum(1 for token in sentence.tokens[first:last] if token.is_word)


def starts_clause(sentence: Sentence, first: int) -> bool:
    if first == 0:
        return True
    before = sentence.low[first - 1]
    if before in QUOTE_MARKS:
        return first == 1
    if before in cue_classes() or before in RELATIVES:
        return True  # "The statement said the ministry told", "a town where the army says"
    if before in (",", ";", ":", "–", "—", "-", "(") or before in CONJUNCTIONS:
        return True
    return all(
        sentence.low[index] in ADVERBS or sentence.is_time(index) or sentence.low[index] in ("in", "at")
        for index in range(first)
    )


def opens_with_quote(sentence: Sentence, index: int) -> bool:
    return index < len(sentence.tokens) and sentence.tokens[index].text in QUOTE_MARKS


def skip_adjuncts(sentence: Sentence, index: int) -> int:
    """Past "on Saturday", "in a statement", "late Friday" and the like."""
    while index < len(sentence.tokens):
        if sentence.low[index] in ADJUNCT_STARTS and sentence.count_at(index) is None:
            end = _adjunct_end(sentence, index)
            if end is None:
                break
            index = end
        elif sentence.is_time(index):
            index += 1
        else:
            break
    return index


def _adjunct_end(sentence: Sentence, start: int) -> int | None:
    """The end of an adjunct that opens with a preposition: behind its time or its noun."""
    last = min(len(sentence.tokens), start + 1 + MAX_ADJUNCT_TOKENS)
    for index in range(start + 1, last):
        if sentence.low[index] == "that" and index > start + 1 and sentence.is_place(index - 1):
            return index  # "suggested in Geneva that"
        if sentence.low[index] in ("that", ",", ":"):
            return None
        more = index + 1 < len(sentence.tokens) and sentence.is_time(index + 1)
        if bare(sentence.low[index]) in ADJUNCT_NOUNS or (sentence.is_time(index) and not more):
            if sentence.low[index + 1 : index + 3] == ("of", "anonymity"):
                return index + 3
            public = not MADE_PUBLIC.isdisjoint(sentence.low[index + 1 : index + 2])
            return skip_adjuncts(sentence, index + 2) if public else index + 1
    return None


def skip_marks(sentence: Sentence, index: int) -> int:
    while index < len(sentence.tokens) and (
        sentence.low[index] in ("that", ":", ",") or sentence.tokens[index].text in ("(", ")")
    ):
        index += 1
    return index


def skip_apposition(sentence: Sentence, index: int) -> int:
    """Past ", which monitors the war," behind a speaker's phrase."""
    if index < len(sentence.tokens) and sentence.low[index] == ",":
        if sentence.low[index + 1 : index + 2] and sentence.low[index + 1] in (
            "which",
            "who",
            "a",
            "an",
            "whose",
            "head",
            "director",
        ):
            closing = index + 1
            while closing < len(sentence.tokens) and sentence.low[closing] != ",":
                closing += 1
            if closing < len(sentence.tokens) - 2:
                return closing + 1
        return index + 1
    return index


def back_over(sentence: Sentence, index: int, words: tuple[str, ...]) -> int:
    """The first of a run of `words` that ends right before `index`."""
    while index > 0 and sentence.low[index - 1] in words:
        index -= 1
    return index
