"""Responsibility: who accuses, admits, denies or claims an act, from cues and fixed wordings."""

from __future__ import annotations

from counterclaim.claims.blame import blame_in
from counterclaim.claims.boasts import boasts_in
from counterclaim.claims.credit import Credit
from counterclaim.claims.deeds import claim_of, is_act, is_crime, is_violence, party_in
from counterclaim.claims.denials import denials_in
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Responsibility

OWN = frozenset("it its they their he his she her".split())
MAX_SUBJECT = 5  # tokens


def stances_in(sentence: Sentence, given: list[Credit]) -> list[Responsibility]:
    """Responsibility claims of a sentence, one of a stance for the same words.

    `accused` None where the text names nobody, or where the speaker speaks of himself.
    """
    found = boasts_in(sentence, given)
    found += [claim for credit in given if (claim := _from_credit(sentence, credit)) is not None]
    found += denials_in(sentence, given)
    found += blame_in(sentence, given)
    kept: list[Responsibility] = []
    for claim in found:
        if not any(_overlap(claim, other) for other in kept):
            kept.append(claim)
    return kept


def _overlap(claim: Responsibility, other: Responsibility) -> bool:
    return claim.start < other.end and other.start < claim.end


def _from_credit(sentence: Sentence, credit: Credit) -> Responsibility | None:
    content = credit.content
    if credit.kind == "accuse":
        blamed_on = [i for i in range(content.first, content.last) if sentence.low[i] == "on"]
        blames = sentence.low[credit.cue.first].startswith("blam")
        on = blamed_on[-1] if blames and blamed_on else None
        named = None if on is None else _name_at(sentence, on + 1, content.last)
        start = content.first if on is None else on
        if not (is_violence(sentence, content) or named):
            return None
        accused = party_in(sentence, start, content.last) or named or _words_to(sentence, content)
        return claim_of(sentence, content, credit.cue.first, "accuses", accused)
    if credit.kind == "admit" and is_act(sentence, content):
        return claim_of(sentence, content, credit.cue.first, "admits", None)
    if credit.kind == "deny" and (is_act(sentence, content) or is_crime(sentence, content)):
        return claim_of(sentence, content, credit.cue.first, "denies", _others(sentence, content))
    return None


def _others(sentence: Sentence, content: Slot) -> str | None:
    """Whose act is denied by somebody else: "rejected claims that the navy had shelled the ferry"."""
    that = next(
        (
            at
            for at in range(content.first - 1, content.first + MAX_SUBJECT)
            if sentence.low[at : at + 1] == ("that",)
        ),
        None,
    )
    if that is None or sentence.low[that + 1] in OWN:
        return None
    return party_in(sentence, that + 1, min(content.last, that + MAX_SUBJECT))


def _name_at(sentence: Sentence, first: int, end: int) -> str | None:
    """A name that no list has: "an attack the government blamed on the Tigers"; not "blamed on Sunday"."""
    first += sentence.low[first : first + 1] == ("the",)
    last = first
    while last < end and sentence.tokens[last].is_capital and not sentence.is_time(last):
        last += 1
    return sentence.words(first, last) if last > first else None


def _words_to(sentence: Sentence, content: Slot) -> str | None:
    last = content.first
    while last < content.last and sentence.low[last] not in ("of", "for", "on"):
        last += 1
    return sentence.words(content.first, last) or None
