"""Who is credited with what in one sentence."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.claims.clauses import (
    QUOTE_MARKS,
    back_over,
    closing,
    content_before,
    content_words,
    opens_with_quote,
    skip_adjuncts,
    skip_apposition,
    skip_marks,
    starts_clause,
)
from counterclaim.claims.credit import Credit
from counterclaim.claims.phrases import CONJUNCTIONS, STOPPERS, phrase_after, phrase_before
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.claims.sources import (
    INVERTIBLE,
    addressee,
    carried_subject,
    cited_between,
    cited_source,
    inverted_source,
    is_known_speaker,
    source_before,
)
from counterclaim.lexicons.words import act_classes, cue_classes, cue_words

MAX_PUT_TOKENS = 16
MAX_COLON_TOKENS = 6  # a speaker's name behind a headline's colon is short
CALLED_FOR = (("for",), ("on",), ("upon",))
# What opens the rest of a sentence behind "…, X said": the content stood before.
AFTERTHOUGHTS = frozenset(
    "adding updating citing quoting saying while as but and in on after when with noting".split()
)


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
        end = skip_apposition(sentence, source.last)
        leading = slot.first <= 1 or sentence.low[slot.first - 1] in CONJUNCTIONS
        if leading:
            content = Slot(skip_marks(sentence, end), closing(sentence))
        else:
            content = content_before(sentence, slot.first)
        if content.first < content.last:
            found.append(Credit("say", slot, source, content))
    return found


def _colons(sentence: Sentence) -> list[Credit]:
    """Headlines: "Strike kills 11: medics", "General Staff: drones hit a depot"."""
    lows = sentence.low
    if lows.count(":") != 1:
        return []
    at = lows.index(":")
    end = closing(sentence)
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
    source = source_before(sentence, index)
    leads = source is not None and starts_clause(sentence, source.first)
    if low in INVERTIBLE:
        inverted = inverted_source(sentence, index, leads)
        if inverted is not None:
            return Credit(kind, cue, inverted, content_before(sentence, index))
    if source is None:
        source = carried_subject(sentence, index, earlier)
        leads = True
    if source is None or not _is_cue(sentence, index, kind, source):
        return None
    end = closing(sentence)
    if kind == "quote":
        return _quoting(sentence, index, source, end)
    told = addressee(sentence, index + 1) if low in ("told", "tells") else None
    after = skip_adjuncts(sentence, told.last if told else index + 1)
    has_content = content_words(sentence, after, end) >= 2
    if kind in ("say", "admit", "deny") and (
        not has_content or (not leads and _told_before(sentence, source, after))
    ):
        content = content_before(sentence, source.first)
        if content_words(sentence, content.first, content.last) >= 2:
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
        after = skip_marks(sentence, after)
    if kind == "say" and (between := cited_between(sentence, source, index)) is not None:
        return Credit("quote", cue, source, Slot(after, end), relay=between)
    if kind == "say" and (cited := cited_source(sentence, after)) is not None:
        return Credit("quote", cue, source, Slot(skip_marks(sentence, cited.last), end), relay=cited)
    return Credit(kind, cue, source, Slot(after, end), told=told)


def _is_cue(sentence: Sentence, index: int, kind: str, source: Slot) -> bool:
    """Whether the verb at `index` credits `source`, and is not a participle or another sense."""
    low = sentence.low[index]
    before = sentence.low[source.first - 1] if source.first > 0 else ""
    nested = before in cue_classes() or before == "that"
    if low in cue_words("ambiguous") and (nested or not is_known_speaker(sentence, source)):
        return False
    if kind == "put" and not _puts_a_figure(sentence, index):
        return False
    if kind == "say" and low.endswith("ing") and not _opens_content(sentence, index + 1):
        return False
    return not _part_of_noun_phrase(sentence, index) and sentence.low[index + 1 : index + 3] != (
        "each",
        "other",
    )


def _opens_content(sentence: Sentence, index: int) -> bool:
    """ "Adding that", "saying: “": what is said follows at once."""
    after = sentence.tokens[index : index + 1]
    return bool(after) and (
        after[0].low in ("that", ":", ",")
        or after[0].text in QUOTE_MARKS
        or sentence.low[index - 1] == "saying"
    )


def _puts_a_figure(sentence: Sentence, index: int) -> bool:
    """ "Put the death toll in the shelling of the port at 31"."""
    after = sentence.low[index + 1 : index + 1 + MAX_PUT_TOKENS]
    figure = next((at for at, low in enumerate(after) if low in ("toll", "number", "dead", "figure")), None)
    return figure is not None and bool({"at", "to"} & set(after[figure:]))


def _quoted_passive(sentence: Sentence, index: int) -> Credit | None:
    """ "The army was quoted as saying": the army speaks; whoever follows "by" passes it on."""
    source = phrase_before(
        sentence, back_over(sentence, index, ("was", "were", "is", "has", "been", "also", "earlier"))
    )
    if source is None:
        return None
    after = index + 3
    end = closing(sentence)
    relay = phrase_after(sentence, after + 1) if sentence.low[after : after + 1] == ("by",) else None
    behind = Slot(skip_marks(sentence, relay.last if relay else after), end)
    content = (
        behind if content_words(sentence, behind.first, end) >= 3 else content_before(sentence, source.first)
    )
    if content.first >= content.last:
        return None
    cue = Slot(index, index + 3)
    return (
        Credit("quote", cue, relay, content, relay=source) if relay else Credit("say", cue, source, content)
    )


def _quoting(sentence: Sentence, index: int, source: Slot, end: int) -> Credit | None:
    """Ministry quotes army command: the quoted one speaks, the source passes it on."""
    relay = phrase_after(sentence, index + 1)
    if relay is None:
        return None
    after = relay.last
    if sentence.low[after : after + 2] == ("as", "saying"):
        after += 2
    content = Slot(skip_marks(sentence, after), end)
    if content_words(sentence, content.first, content.last) < 2:
        content = content_before(sentence, source.first)
    if content.first >= content.last:
        return None
    return Credit("quote", Slot(index, index + 1), source, content, relay=relay)


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
    if opens_with_quote(sentence, after):
        return False
    if sentence.low[after : after + 1] and sentence.low[after] in AFTERTHOUGHTS:
        return True
    before = sentence.low[: source.first]
    return any(low in STOPPERS or low in act_classes("harm") for low in before)


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
        Credit("hearsay", slot, None, Slot(0, closing(sentence)))
        for slot, _ in hits[:1]
        if not any(slot.first in credit.content or slot.last - 1 in credit.cue for credit in found)
    ]
