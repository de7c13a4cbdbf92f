"""ECB+ mentions clustered by our incidents: those of our own claims, and those with claims made for all mentions.

One incident holds an attack, its dead and the arrests that follow; ECB+ has a cluster for each of these. So the mentions
of an incident are parted by what their words say: a harm, violence, another kind of happening, or else the lemma.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from benchmarks.quality.ecbplus_corpus import EcbDocument, EventMention
from benchmarks.quality.ecbplus_lemmas import Homes, head_of, lemma_of
from benchmarks.quality.reading import document_of
from counterclaim.annotate.relevance import mark_relevant
from counterclaim.claims.context import agent_before, agent_by
from counterclaim.claims.fields import base
from counterclaim.claims.locations import place_claims
from counterclaim.claims.sentence import Sentence, Slot, sentences_of
from counterclaim.core.claims import Casualty, Claim, Event, claim_id
from counterclaim.core.spans import Span, shared
from counterclaim.core.stages import compose
from counterclaim.core.types import Sheet
from counterclaim.incidents.across import link
from counterclaim.incidents.filing import file_claims
from counterclaim.incidents.kinds import VIOLENT, kinds_in
from counterclaim.incidents.within import label_incidents
from counterclaim.lexicons.words import act_classes
from counterclaim.run.pipeline import STAGES, read_document

# Without the filter that leaves other articles unread; places and labels wait for the added claims.
_READ_ALL = compose(
    tuple(step for step in STAGES if step not in (mark_relevant, place_claims, label_incidents))
)


class Ours(NamedTuple):
    """Mentions with the incident they are told in, over all documents at once; those told in none are left out.

    Neither topic nor day of publication is told to either.
    """

    read: Mapping[EventMention, str]  # from our own claims
    completed: Mapping[EventMention, str]  # from our own, and one for each mention that none tells of


def parted(mentions: Iterable[EventMention], incidents: Mapping[EventMention, str]) -> Homes:
    """All mentions: those of an incident by what their words say, those of none alone."""
    return {
        mention: f"{incidents[mention]} {sense_of(mention.words)}"
        if mention in incidents
        else f"alone {number}"
        for number, mention in enumerate(mentions)
    }


def whole(mentions: Iterable[EventMention], incidents: Mapping[EventMention, str]) -> Homes:
    """All mentions, those of an incident as one cluster."""
    return {mention: incidents.get(mention, f"alone {number}") for number, mention in enumerate(mentions)}


@cache
def sense_of(words: str) -> str:
    """What the words of an event say as linking understands them, else the lemma of their head.

    >>> sense_of("slain"), sense_of("deaths"), sense_of("bombing"), sense_of("raids"), sense_of("rumbles")
    ('killed', 'killed', 'violence', 'violence', 'rumble')
    """
    for part in (words.lower(), head_of(words)):
        harm = act_classes("harm").get(part) or act_classes("harm_nouns").get(part)
        if harm is not None:
            return harm
    kinds = kinds_in(words)
    return "violence" if kinds & VIOLENT else min(kinds, default=lemma_of(words))


def read_documents(documents: Iterable[EcbDocument]) -> list[Sheet]:
    return [read_document(document_of(document.name, document.text)) for document in documents]


def incidents_read(documents: Sequence[EcbDocument], sheets: Sequence[Sheet]) -> dict[EventMention, str]:
    """The incident of the shortest claim that tells of a mention and is in one."""
    codes = codes_of(sheets)
    found = {}
    for document, sheet in zip(documents, sheets, strict=True):
        for mention in document.mentions:
            known = [codes[claim.id] for claim in claims_on(mention, sheet) if claim.id in codes]
            if known:
                found[mention] = known[0]
    return found


def claims_on(mention: EventMention, sheet: Sheet) -> list[Claim]:
    """The event and casualty claims whose words a mention touches, the shortest first."""
    claims = [
        claim
        for claim in sheet.claims or ()
        if isinstance(claim, Casualty | Event) and shared(Span(claim.start, claim.end), mention.span)
    ]
    return sorted(claims, key=lambda claim: (claim.end - claim.start, claim.start, claim.id))


def incidents_completed(documents: Sequence[EcbDocument]) -> dict[EventMention, str]:
    """As `incidents_read`, where every article is read and each mention that no claim tells of gets a claim of its own."""
    return incidents_read(documents, [completed(document) for document in documents])


def completed(document: EcbDocument) -> Sheet:
    """The document with our claims and one for each mention that none of them tells of.

    A mention outside all sentences, as in a line taken for a menu, gets none.
    """
    sheet = _READ_ALL(Sheet(document=document_of(document.name, document.text)))
    sentences = sentences_of(sheet)
    missed = [mention for mention in document.mentions if not claims_on(mention, sheet)]
    added = [claim for mention in missed if (claim := _claim(sheet, sentences, mention)) is not None]
    claims = sorted((*(sheet.claims or ()), *added), key=lambda claim: (claim.start, claim.end, claim.id))
    return label_incidents(place_claims(replace(sheet, claims=tuple(claims))))


def _claim(sheet: Sheet, sentences: Iterable[Sentence], mention: EventMention) -> Claim | None:
    """A casualty claim where the words name a harm, else an event, unnamed where the lexicon has no such words."""
    sentence = next((each for each in sentences if shared(each.passage.span, mention.span)), None)
    if sentence is None:
        return None
    touched = [
        at for at, token in enumerate(sentence.tokens) if shared(Span(token.start, token.end), mention.span)
    ]
    slot = Slot(touched[0], touched[-1] + 1)
    fields = base(sentence, slot, "annotated", slot.first)
    sense, low = sense_of(mention.words), mention.words.lower()
    claim: Claim
    if sense in act_classes("harm").values():
        claim = Casualty(**fields, harm=sense)  # type: ignore[arg-type]
    else:
        doer = agent_before(sentence, slot.last) or agent_by(sentence, slot.first)
        kind = act_classes("events").get(low) or act_classes("events").get(head_of(low), "other")
        claim = Event(**fields, event_type=kind, actor=doer)  # type: ignore[arg-type]
    return replace(claim, id=claim_id(sheet.document.id, claim))


def codes_of(sheets: Iterable[Sheet]) -> dict[str, str]:
    """The code of each linked claim's incident, by the claim's id."""
    incidents = link([one for sheet in sheets for one in file_claims(sheet)])
    return {claim: incident.code for incident in incidents for claim in incident.claims}
