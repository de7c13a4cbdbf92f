"""Responsibility: who accuses, admits, denies or claims an act, from cues and fixed wordings."""

from __future__ import annotations

from counterclaim.claims.blame import blame_in
from counterclaim.claims.boasts import boasts_in, owns
from counterclaim.claims.credit import Credit
from counterclaim.claims.deeds import claim_of, is_act, is_violence, party_before, party_in
from counterclaim.claims.denials import denials_in
from counterclaim.claims.own_acts import boasts_of
from counterclaim.claims.pointed import denies_harm, is_blame, is_denial, is_said_to_have, named_from
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.claims.voices import Voice
from counterclaim.core.claims import Responsibility


def stances_in(sentence: Sentence, voices: list[Voice]) -> list[Responsibility]:
    """Responsibility claims of a sentence, one of a stance for the same words.

    `accused` None where the text names nobody, or where the speaker speaks of himself.
    """
    given = [voice.credit for voice in voices if voice.credit is not None]
    found = boasts_in(sentence, given)
    found += [claim for credit in given if (claim := _from_credit(sentence, credit, given)) is not None]
    carried = [voice.scope for voice in voices if voice.credit is None and voice.speakers]
    found += denials_in(sentence, given, carried)
    found += blame_in(sentence, given)
    found += boasts_of(sentence, voices)
    kept: list[Responsibility] = []
    for claim in found:
        if not any(_overlap(claim, other) for other in kept):
            kept.append(claim)
    return kept


def _overlap(claim: Responsibility, other: Responsibility) -> bool:
    return claim.start < other.end and other.start < claim.end


def _told_by_another(credit: Credit, given: list[Credit]) -> Slot | None:
    """Of "a priest said soldiers burned the church; the army denied it" what the priest said."""
    if credit.content.last > credit.cue.first:
        return None
    inside = (one.content for one in given if one is not credit and one.cue.first in credit.content)
    return next((Slot(said.first, min(said.last, credit.content.last)) for said in inside), None)


def _from_credit(sentence: Sentence, credit: Credit, given: list[Credit]) -> Responsibility | None:
    content = credit.content
    if is_blame(sentence, credit):
        first = named_from(sentence, credit)
        accused = party_in(sentence, first, content.last) or _words_to(sentence, Slot(first, content.last))
        return claim_of(sentence, content, credit.cue.first, "accuses", accused)
    if credit.kind == "accuse":
        blamed_on = [i for i in range(content.first, content.last) if sentence.low[i] == "on"]
        blames = sentence.low[credit.cue.first].startswith("blam")
        on = blamed_on[-1] if blames and blamed_on else None
        named = None if on is None else _name_at(sentence, on + 1, content.last)
        start = content.first if on is None else on
        if not (is_violence(sentence, content) or named):
            return None
        accused = party_in(sentence, start, content.last) or named or _words_to(sentence, content)
        if accused in ("it", "them", "him", "her") and credit.source is not None:
            accused = party_before(sentence, credit.source.last, content.first) or accused
        return claim_of(sentence, content, credit.cue.first, "accuses", accused)
    if credit.kind == "admit" and (is_act(sentence, content) or owns(sentence, content)):
        return claim_of(sentence, content, credit.cue.first, "admits", None)
    if credit.kind == "deny" and (told := _told_by_another(credit, given)) is not None:
        return claim_of(sentence, told, credit.cue.first, "denies", None) if is_act(sentence, told) else None
    if credit.kind == "deny" and is_denial(sentence, credit) and not denies_harm(sentence, credit):
        return claim_of(sentence, content, credit.cue.first, "denies", is_said_to_have(sentence, content))
    return None


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
