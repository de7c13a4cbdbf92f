"""Who is credited with what in one sentence: source phrase, cue and content."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counterclaim.claims.phrases import (
    ADVERBS,
    CONJUNCTIONS,
    STOPPERS,
    bare,
    is_head,
    phrase_after,
    phrase_before,
)
from counterclaim.claims.sentence import CLOSING, OPENING, Sentence, Slot
from counterclaim.lexicons.words import act_classes, cue_classes, cue_words

MAX_COLON_TOKENS = 6  # a speaker's name behind a headline's colon is short
MAX_APPOSITION_TOKENS = 14
CALLED_FOR = (("for",), ("on",), ("upon",))
# What opens the rest of a sentence behind "…, X said": the content stood before.
AFTERTHOUGHTS = frozenset(
    "adding updating citing quoting saying while as but and in on after when with noting".split()
)
QUOTE_MARKS = frozenset(OPENING + CLOSING + '"')
INVERTIBLE = frozenset("said says reported reports added adds wrote warned".split())
ENDS = frozenset(".!?…")
# Words after a cue that tell when, how or to whom it was said, not what was said.
ADJUNCT_STARTS = frozenset(
    [
        "on",
        "in",
        "at",
        "during",
        "to",
        "via",
        "through",
        "late",
        "early",
        "earlier",
        "yesterday",
        "today",
        "by",
        "from",
    ]
)
ADJUNCT_NOUNS = frozenset(
    [
        "statement",
        "interview",
        "briefing",
        "conference",
        "tweet",
        "twitter",
        "facebook",
        "post",
        "letter",
        "speech",
        "press",
        "television",
        "website",
        "reporters",
        "journalists",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "phone",
        "telephone",
        "yesterday",
        "today",
        "evening",
        "morning",
        "report",
        "network",
        "account",
        "agency",
        "condition",
        "anonymity",
    ]
)


@dataclass(frozen=True)
class Credit:
    """One attribution. Slots are token ranges of the sentence; `source` None: nobody is named."""

    kind: str  # class of the cue: say, admit, deny, accuse, judge, demand, quote, put, hearsay
    cue: Slot
    source: Slot | None
    content: Slot
    relay: Slot | None = None  # who is quoted by the source, where the source passes it on
    told: Slot | None = None  # to whom it was told: "told Reuters"
    opens: bool = False  # the content is what follows the sentence: "The minister said:"


def credits_in(sentence: Sentence) -> list[Credit]:
    """Every attribution of a sentence, in the order of their cues.

    Contents may nest; the innermost that covers a claim is the one that credits it.
    """
    found: list[Credit] = _according(sentence) + _colons(sentence)
    for index, low in enumerate(sentence.low):
        kind = cue_classes().get(low)
        if kind is None or (sentence.tokens[index].is_capital and index > 0 and sentence.mention_at(index)):
            continue
        if (
            kind == "demand"
            and low in ("calls", "call", "called", "calling")
            and sentence.low[index + 1 : index + 2] not in CALLED_FOR
        ):
            continue
        credit = _credit_at(sentence, index, kind, found)
        if credit is not None:
            found.append(credit)
    found = [_nobody_named(sentence, credit) for credit in found]
    found = _close_contents(sentence, sorted(found, key=lambda credit: credit.cue.first))
    return found + _hearsay(sentence, found)


def _nobody_named(sentence: Sentence, credit: Credit) -> Credit:
    """ "Reports say", "unconfirmed reports said": hearsay, however it is put."""
    source = credit.source
    if source is None or sentence.low[source.last - 1] not in ("reports", "rumours", "rumors"):
        return credit
    if any(sentence.mention_at(index, "actor", "person") for index in range(source.first, source.last)):
        return credit
    return replace(credit, kind="hearsay", source=None)


def _according(sentence: Sentence) -> list[Credit]:
    found = []
    for slot, _ in sentence.find(("according to",)):
        source = phrase_after(sentence, slot.last)
        if source is None or sentence.low[source.first : source.last] in (("reports",), ("some", "reports")):
            continue
        end = _skip_apposition(sentence, source.last)
        leading = slot.first <= 1 or sentence.low[slot.first - 1] in CONJUNCTIONS
        if leading:
            content = Slot(_skip_marks(sentence, end), _closing(sentence))
        else:
            content = Slot(_clause_start(sentence, slot.first), _trim_end(sentence, slot.first))
        if content.first < content.last:
            found.append(Credit("say", slot, source, content))
    return found


def _colons(sentence: Sentence) -> list[Credit]:
    """Headlines: "Strike kills 11: medics", "General Staff: drones hit a depot"."""
    lows = sentence.low
    if lows.count(":") != 1:
        return []
    at = lows.index(":")
    end = _closing(sentence)
    behind = phrase_after(sentence, at + 1)
    if behind is not None and behind.last >= end and end - at <= MAX_COLON_TOKENS and at >= 3:
        return [Credit("say", Slot(at, at + 1), behind, Slot(0, at))]
    before = phrase_before(sentence, at)
    if before is not None and before.first == 0 and sentence.mention_at(at - 1, "actor") and end - at > 3:
        return [Credit("say", Slot(at, at + 1), before, Slot(at + 1, end))]
    return []


def _credit_at(sentence: Sentence, index: int, kind: str, earlier: list[Credit]) -> Credit | None:
    low = sentence.low[index]
    cue = Slot(index, index + 1)
    if kind == "quote" and sentence.low[index + 1 : index + 3] == ("as", "saying"):
        return _quoted_passive(sentence, index)
    source = _source_before(sentence, index)
    leads = source is not None and _starts_clause(sentence, source.first)
    if low in INVERTIBLE:
        inverted = _inverted(sentence, index, leads)
        if inverted is not None:
            return Credit(kind, cue, inverted, _content_before(sentence, index))
    if source is None:
        source = _carried_subject(sentence, index, earlier)
        leads = True
    if source is None or not _is_cue(sentence, index, kind, source):
        return None
    end = _closing(sentence)
    if kind == "quote":
        return _quoting(sentence, index, source, end)
    told = _addressee(sentence, index + 1) if low in ("told", "tells") else None
    after = _skip_adjuncts(sentence, told.last if told else index + 1)
    has_content = _content_words(sentence, after, end) >= 2
    if kind in ("say", "admit", "deny") and (
        not has_content or (not leads and _told_before(sentence, source, after))
    ):
        content = _content_before(sentence, source.first)
        if _content_words(sentence, content.first, content.last) >= 2:
            return Credit(kind, cue, source, content, told=told)
        opens = sentence.tokens[-1].text == ":"
        return Credit(kind, cue, source, Slot(end, end), opens=True) if opens else None
    if not has_content:
        return None
    if kind == "put":
        after = index
    elif kind in ("judge", "accuse"):
        after = index + 1
    else:
        after = _skip_marks(sentence, after)
    if kind == "say" and (cited := _cited(sentence, after)) is not None:
        return Credit("quote", cue, source, Slot(_skip_marks(sentence, cited.last), end), relay=cited)
    return Credit(kind, cue, source, Slot(after, end), told=told)


def _cited(sentence: Sentence, index: int) -> Slot | None:
    """Whom an agency leans on: "TASS said, citing emergency services, that"."""
    if sentence.low[index : index + 1] not in (("citing",), ("quoting",)):
        return None
    cited = phrase_after(sentence, index + 1)
    closed = cited is not None and sentence.low[cited.last : cited.last + 1] in ((",",), ("that",))
    return cited if closed else None


def _is_cue(sentence: Sentence, index: int, kind: str, source: Slot) -> bool:
    """Whether the verb at `index` credits `source`, and is not a participle or another sense."""
    low = sentence.low[index]
    before = sentence.low[source.first - 1] if source.first > 0 else ""
    nested = before in cue_classes() or before == "that"
    if low in cue_words("ambiguous") and (nested or not _known_speaker(sentence, source)):
        return False
    if kind == "put" and not sentence.has(
        ("toll at", "number at", "dead at", "figure at", "toll to"), index, index + 8
    ):
        return False
    return not _part_of_noun_phrase(sentence, index) and sentence.low[index + 1 : index + 3] != (
        "each",
        "other",
    )


def _content_before(sentence: Sentence, end: int) -> Slot:
    return Slot(_clause_start(sentence, end), _trim_end(sentence, end))


def _quoted_passive(sentence: Sentence, index: int) -> Credit | None:
    """ "The army was quoted as saying": the army speaks; whoever follows "by" passes it on."""
    source = phrase_before(
        sentence, back_over(sentence, index, ("was", "were", "is", "has", "been", "also", "earlier"))
    )
    if source is None:
        return None
    after = index + 3
    end = _closing(sentence)
    relay = phrase_after(sentence, after + 1) if sentence.low[after : after + 1] == ("by",) else None
    behind = Slot(_skip_marks(sentence, relay.last if relay else after), end)
    content = (
        behind
        if _content_words(sentence, behind.first, end) >= 3
        else _content_before(sentence, source.first)
    )
    if content.first >= content.last:
        return None
    cue = Slot(index, index + 3)
    return (
        Credit("quote", cue, relay, content, relay=source) if relay else Credit("say", cue, source, content)
    )


def back_over(sentence: Sentence, index: int, words: tuple[str, ...]) -> int:
    """The first of a run of `words` that ends right before `index`."""
    while index > 0 and sentence.low[index - 1] in words:
        index -= 1
    return index


def _source_before(sentence: Sentence, cue: int) -> Slot | None:
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
    return phrase_before(sentence, end) or _before_relative(sentence, end)


def _before_relative(sentence: Sentence, end: int) -> Slot | None:
    """The speaker before its relative clause: "the recorder which tracks the war said"."""
    for index in range(end - 1, max(0, end - 16), -1):
        low = sentence.low[index]
        if low in ("which", "who"):
            return phrase_before(sentence, index - 1 if sentence.low[index - 1] == "," else index)
        if low in cue_classes() or low in (";", ":", "”"):
            return None
    return None


def _carried_subject(sentence: Sentence, cue: int, earlier: list[Credit]) -> Slot | None:
    """The speaker of an earlier cue: "put the toll at 83 and said at least 120 were wounded"."""
    before = cue - 1
    while before > 0 and sentence.low[before] in ADVERBS - {"and"}:
        before -= 1
    if before < 0 or (
        sentence.low[before] not in ("and", ",", "but", "adding", "saying")
        and sentence.low[cue]
        not in (
            "adding",
            "saying",
            "accusing",
            "blaming",
            "citing",
            "quoting",
            "denying",
            "urging",
            "calling",
            "demanding",
        )
    ):
        return None
    known = [credit.source for credit in earlier if credit.source is not None and credit.cue.first < cue]
    return known[-1] if known else None


def _inverted(sentence: Sentence, cue: int, at_clause_start: bool) -> Slot | None:
    """The speaker after the cue: "…, said Kevin Kennedy, the coordinator"."""
    if at_clause_start or cue + 1 >= len(sentence.tokens) or cue < 2:
        return None
    if sentence.low[cue + 1] in ("that", ":", ",") or not (
        is_head(sentence, cue + 1) or sentence.low[cue + 1] in ("a", "an", "the", "one")
    ):
        return None
    source = phrase_after(sentence, cue + 1)
    if source is None:
        return None
    tail = _skip_adjuncts(sentence, source.last)
    if sentence.low[tail : tail + 1] and sentence.low[tail] in ("a", "an", "the", "head"):
        tail = len(sentence.tokens) if len(sentence.tokens) - tail <= MAX_APPOSITION_TOKENS else tail
    before = sentence.low[cue - 1]
    closes = before in QUOTE_MARKS or before == ","
    reaches_end = tail >= len(sentence.tokens) - 1 or sentence.low[source.last] in (",", "who", "from", ".")
    return source if closes or reaches_end else None


def _quoting(sentence: Sentence, index: int, source: Slot, end: int) -> Credit | None:
    """Ministry quotes army command: the quoted one speaks, the source passes it on."""
    relay = phrase_after(sentence, index + 1)
    if relay is None:
        return None
    after = relay.last
    if sentence.low[after : after + 2] == ("as", "saying"):
        after += 2
    content = Slot(_skip_marks(sentence, after), end)
    if _content_words(sentence, content.first, content.last) < 2:
        content = Slot(_clause_start(sentence, source.first), _trim_end(sentence, source.first))
    if content.first >= content.last:
        return None
    return Credit("quote", Slot(index, index + 1), source, content, relay=relay)


def _known_speaker(sentence: Sentence, source: Slot) -> bool:
    last = source.last - 1
    return (
        bare(sentence.low[last]) in cue_words("role_heads")
        or sentence.mention_at(last, "actor", "person") is not None
        or (source.last - source.first == 1 and sentence.low[last] in ("he", "she", "it", "they"))
    )


def _part_of_noun_phrase(sentence: Sentence, index: int) -> bool:
    """ "the reported execution", "the claimed attack": a participle, not a cue."""
    return index > 0 and sentence.low[index - 1] in (
        "the",
        "a",
        "an",
        "this",
        "of",
        "its",
        "their",
        "no",
        "to",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
    )


def _told_before(sentence: Sentence, source: Slot, after: int) -> bool:
    """Whether the content stands before the speaker though more follows the cue."""
    if _opens_with_quote(sentence, after):
        return False
    if sentence.low[after : after + 1] and sentence.low[after] in AFTERTHOUGHTS:
        return True
    before = sentence.low[: source.first]
    return any(low in STOPPERS or low in act_classes("harm") for low in before)


def _starts_clause(sentence: Sentence, first: int) -> bool:
    if first == 0:
        return True
    before = sentence.low[first - 1]
    if before in QUOTE_MARKS:
        return first == 1
    if before in cue_classes() or before == "that":
        return True  # "The statement said the ministry told"
    if before in (",", ";", ":", "–", "—", "-", "(") or before in CONJUNCTIONS:
        return True
    return all(
        sentence.low[index] in ADVERBS or sentence.is_time(index) or sentence.low[index] in ("in", "at")
        for index in range(first)
    )


def _opens_with_quote(sentence: Sentence, index: int) -> bool:
    return index < len(sentence.tokens) and sentence.tokens[index].text in QUOTE_MARKS


def _skip_adjuncts(sentence: Sentence, index: int) -> int:
    """Past "on Saturday", "in a statement", "late Friday" and the like."""
    size = len(sentence.tokens)
    while index < size:
        low = sentence.low[index]
        if low in ADJUNCT_STARTS or sentence.is_time(index):
            stop = index + 1
            while (
                stop < size
                and stop - index <= 6
                and sentence.low[stop] not in ("that", ",", ":")
                and stop - 1 < size
            ):
                if bare(sentence.low[stop]) in ADJUNCT_NOUNS or (
                    sentence.is_time(stop) and not sentence.is_time(min(stop + 1, size - 1))
                ):
                    break
                stop += 1
            if sentence.is_time(index) and low not in ADJUNCT_STARTS:
                index += 1
                continue
            if stop < size and (bare(sentence.low[stop]) in ADJUNCT_NOUNS or sentence.is_time(stop)):
                index = stop + 1
                continue
            break
        if low in ADJUNCT_NOUNS and low.endswith("day"):
            index += 1
            continue
        break
    return index


def _addressee(sentence: Sentence, index: int) -> Slot | None:
    """To whom it was told: "told Reuters that", "told state television"."""
    slot = phrase_after(sentence, index)
    if slot is None:
        return None
    mention = sentence.mention_at(slot.first, "actor")
    return mention[0] if mention is not None else Slot(slot.first, min(slot.last, index + 4))


def _skip_marks(sentence: Sentence, index: int) -> int:
    while index < len(sentence.tokens) and (
        sentence.low[index] in ("that", ":", ",") or sentence.tokens[index].text in ("(", ")")
    ):
        index += 1
    return index


def _skip_apposition(sentence: Sentence, index: int) -> int:
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


def _closing(sentence: Sentence) -> int:
    """The sentence's end without its closing mark."""
    return _trim_end(sentence, len(sentence.tokens))


def _trim_end(sentence: Sentence, end: int) -> int:
    while end > 0 and (
        sentence.low[end - 1] in (",", ";", "-", "–", "—", "(") or sentence.low[end - 1] in ENDS
    ):
        end -= 1
    return end


def _clause_start(sentence: Sentence, before: int) -> int:
    """The start of what is credited behind: the sentence's, past an opening conjunction."""
    start = 0
    while start < before and (sentence.low[start] in ("but", "and", ",") or sentence.low[start] in ENDS):
        start += 1
    return start


def _content_words(sentence: Sentence, first: int, last: int) -> int:
    return sum(1 for token in sentence.tokens[first:last] if token.is_word)


def _close_contents(sentence: Sentence, found: list[Credit]) -> list[Credit]:
    """End each leading content where the next speaker of the sentence begins."""
    closed = []
    for position, credit in enumerate(found):
        content = credit.content
        for later in found[position + 1 :]:
            opens = (
                later.source
                if later.source is not None and later.source.first > credit.cue.first
                else later.cue
            )
            if later.content.last <= later.cue.first:  # the later one is credited behind: "…, X said"
                continue
            if content.first < opens.first < content.last and _joined(sentence, opens.first):
                content = Slot(content.first, _drop_link(sentence, opens.first))
                break
        if content.first < content.last or credit.opens:
            closed.append(replace(credit, content=content))
    return closed


def _joined(sentence: Sentence, index: int) -> bool:
    return index > 0 and sentence.low[index - 1] in CONJUNCTIONS | {",", ";", "."}


def _drop_link(sentence: Sentence, end: int) -> int:
    while end > 0 and sentence.low[end - 1] in CONJUNCTIONS | {",", ";", "."}:
        end -= 1
    return end


def _hearsay(sentence: Sentence, found: list[Credit]) -> list[Credit]:
    """ "are said to have fled", "reports say": reported, by nobody named."""
    hits = sentence.find(cue_words("hearsay"))
    return [
        Credit("hearsay", slot, None, Slot(0, _trim_end(sentence, len(sentence.tokens))))
        for slot, _ in hits[:1]
        if not any(slot.first in credit.content or slot.last - 1 in credit.cue for credit in found)
    ]
