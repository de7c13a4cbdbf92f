"""Words passed on: "the ministry quoted the army as saying", "the army was quoted by AFP as saying"."""

from __future__ import annotations

from counterclaim.claims.clauses import back_over, closing, content_before, content_words, skip_marks
from counterclaim.claims.credit import Credit
from counterclaim.claims.phrases import phrase_after
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.claims.sources import addressee, source_before

PASSIVES = ("was", "were", "is", "has", "have", "had", "been", "also", "earlier", "later", "widely")
SAYING = frozenset("saying telling reporting".split())


def as_saying(sentence: Sentence, index: int) -> int | None:
    """Where "as saying" stands behind "quoted", or behind "quoted by AFP" with a passive before it."""
    if sentence.low[index + 1 : index + 3] == ("as", "saying"):
        return index + 1
    relay = phrase_after(sentence, index + 2) if sentence.low[index + 1 : index + 2] == ("by",) else None
    if relay is not None and sentence.low[relay.last : relay.last + 2] == ("as", "saying"):
        return relay.last
    return None


def quoted_passive(sentence: Sentence, index: int, saying: int) -> Credit | None:
    """ "The army was quoted as saying": the army speaks; whoever follows "by" passes it on."""
    at = back_over(sentence, index, PASSIVES)
    source = source_before(sentence, at)
    if source is None:
        return None
    after = saying + 2
    end = closing(sentence)
    relay = Slot(index + 2, saying) if saying > index + 1 else None
    if relay is None and sentence.low[after : after + 1] == ("by",):
        relay = phrase_after(sentence, after + 1)
    behind = Slot(skip_marks(sentence, max(after, relay.last if relay else after)), end)
    content = (
        behind if content_words(sentence, behind.first, end) >= 3 else content_before(sentence, source.first)
    )
    if content.first >= content.last:
        return None
    cue = Slot(index, saying + 2)
    return (
        Credit("quote", cue, relay, content, relay=source) if relay else Credit("say", cue, source, content)
    )


def quoting(sentence: Sentence, index: int, source: Slot, end: int) -> Credit | None:
    """Ministry quotes army command: the quoted one speaks, the source passes it on."""
    relay = phrase_after(sentence, index + 1)
    if relay is None:
        return None
    after = relay.last
    if sentence.low[after : after + 1] == ("as",) and sentence.low[after + 1] in SAYING:
        told = addressee(sentence, after + 2) if sentence.low[after + 1] == "telling" else None
        after = told.last if told is not None else after + 2
    content = Slot(skip_marks(sentence, after), end)
    if content_words(sentence, content.first, content.last) < 2:
        content = content_before(sentence, source.first)
    if content.first >= content.last:
        return None
    return Credit("quote", Slot(index, index + 1), source, content, relay=relay)
