"""The phrase that names who says something, before or after the cue."""

from __future__ import annotations

from counterclaim.claims.clauses import QUOTE_MARKS, skip_adjuncts
from counterclaim.claims.credit import Credit
from counterclaim.claims.phrases import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    bare,
    is_head,
    phrase_after,
    phrase_before,
)
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.lexicons.words import cue_classes, cue_words

INVERTIBLE = frozenset("said says reported reports added adds wrote warned".split())
MAX_APPOSITION_TOKENS = 14


def source_before(sentence: Sentence, cue: int) -> Slot | None:
    end = cue
    while end > 0 and sentence.low[end - 1] in ADVERBS and sentence.low[end - 1] not in ("and",):
        if sentence.low[end - 1] == "on" and end == cue:
            break
        end -= 1
    if end > 0 and sentence.low[end - 1] == ",":
        opening = end - 2
        while opening > 0 and end - opening < 25 and sentence.low[opening] != ",":
            opening -= 1
        if opening > 0 and sentence.low[opening] == ",":
            inner = sentence.mention_at(opening + 1, "person")
            if inner is not None and inner[0] == Slot(opening + 1, end - 1):
                return inner[0]  # "her opposite number, Anna Berg, said"
            return phrase_before(sentence, opening)
        return None
    source, told_of = phrase_before(sentence, end), _before_relative(sentence, end)
    if source is None or told_of is None:
        return source or told_of
    opens = sentence.low[source.first - 1] in CONJUNCTIONS | {",", "which", "who"}
    return source if opens else told_of  # "the recorder which relies on a network of sources says"


def _before_relative(sentence: Sentence, end: int) -> Slot | None:
    """The speaker before its relative clause: "the recorder which tracks the war said"."""
    for index in range(end - 1, max(0, end - 16), -1):
        low = sentence.low[index]
        if low in ("which", "who"):
            return phrase_before(sentence, index - 1 if sentence.low[index - 1] == "," else index)
        if low in cue_classes() or low in (";", ":", "”"):
            return None
    return None


def carried_subject(sentence: Sentence, cue: int, earlier: list[Credit]) -> Slot | None:
    """The speaker of an earlier cue: "put the toll at 83 and said …", "…, adding that …"."""
    before = cue - 1
    while before > 0 and sentence.low[before] in ADVERBS - {"and"}:
        before -= 1
    joined = before >= 0 and sentence.low[before] in ("and", ",", "but")
    if not (joined or sentence.low[cue].endswith("ing")):
        return None
    known = [credit.source for credit in earlier if credit.source is not None and credit.cue.first < cue]
    return known[-1] if known else None


def inverted_source(sentence: Sentence, cue: int, at_clause_start: bool) -> Slot | None:
    """The speaker after the cue: "…, said Kevin Kennedy, the coordinator"."""
    if at_clause_start or cue + 1 >= len(sentence.tokens) or cue < 2:
        return None
    before = sentence.low[cue - 1]
    closes = before in QUOTE_MARKS or before == ","
    opens = closes or is_head(sentence, cue + 1) or sentence.low[cue + 1] in DETERMINERS
    if not opens or sentence.low[cue + 1] in ("that", ":", ","):
        return None
    source = phrase_after(sentence, cue + 1)
    if source is None:
        return None
    tail = skip_adjuncts(sentence, source.last)
    if sentence.low[tail : tail + 1] and sentence.low[tail] in ("a", "an", "the", "head"):
        tail = len(sentence.tokens) if len(sentence.tokens) - tail <= MAX_APPOSITION_TOKENS else tail
    reaches_end = tail >= len(sentence.tokens) - 1 or sentence.low[source.last] in (",", "who", "from", ".")
    return source if closes or reaches_end else None


def is_known_speaker(sentence: Sentence, source: Slot) -> bool:
    last = source.last - 1
    return (
        bare(sentence.low[last]) in cue_words("role_heads")
        or sentence.mention_at(last, "actor", "person") is not None
        or (source.last - source.first == 1 and sentence.low[last] in ("he", "she", "it", "they"))
    )


def addressee(sentence: Sentence, index: int) -> Slot | None:
    """To whom it was told: "told Reuters that", "told state television"."""
    slot = phrase_after(sentence, index)
    if slot is None:
        return None
    named = slot.first + 1 if sentence.low[slot.first] == "the" else slot.first
    mention = sentence.mention_at(named, "actor")
    return (
        Slot(slot.first, mention[0].last)
        if mention is not None
        else Slot(slot.first, min(slot.last, index + 4))
    )


def cited_source(sentence: Sentence, index: int) -> Slot | None:
    """Whom an agency leans on: "TASS said, citing emergency services, that"."""
    if sentence.low[index : index + 1] not in (("citing",), ("quoting",)):
        return None
    cited = phrase_after(sentence, index + 1)
    closed = cited is not None and sentence.low[cited.last : cited.last + 1] in ((",",), ("that",))
    return cited if closed else None


def cited_between(sentence: Sentence, source: Slot, cue: int) -> Slot | None:
    """Whom the source leans on: "the agency, citing witnesses, said"."""
    opens = sentence.low[source.last : source.last + 1] == (",",)
    if not opens or sentence.low[source.last + 1 : source.last + 2] not in (("citing",), ("quoting",)):
        return None
    return phrase_after(sentence, source.last + 2, stop=cue)
