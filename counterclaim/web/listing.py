"""One line of the list for each incident: how many speak, how far their figures lie apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeGuard

from counterclaim.core.claims import Casualty, Claim
from counterclaim.core.daywords import day_words
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.figures import is_counted, is_stated
from counterclaim.web.words import Bounds, count_words, range_words


class Line(NamedTuple):
    """An incident as the list shows it."""

    incident: Incident
    day: str
    speakers: int  # distinct; the documents' own voice is not one of them
    documents: int
    killed: str  # "62 – 83", "" where no figure is stated
    said_by: str  # "3 speakers and the documents themselves"
    disputed: bool


def list_incidents(incidents: Iterable[Incident], filed: Mapping[str, FiledClaim]) -> list[Line]:
    """The lines: most speakers first, then latest day; unknown years after known ones.

    `filed` holds claims by id; a claim that is not there, as after a ruling, does not count.
    """
    lines = []
    for incident in incidents:
        claims = [filed[claim] for claim in incident.claims if claim in filed]
        if claims:
            lines.append(_describe(incident, claims))
    lines.sort(key=lambda line: (line.incident.title, line.incident.code))
    lines.sort(key=lambda line: _day_key(line.incident.when), reverse=True)
    lines.sort(key=lambda line: line.speakers, reverse=True)
    return lines


def counts_whole(claim: Claim) -> TypeGuard[Casualty]:
    """Whether a casualty claim gives bounds for the whole incident, as something that is held to be so."""
    return is_stated(claim) and is_counted(claim)


def short_title(incident: Incident) -> str:
    """The title without its day, which stands beside it.

    >>> short_title(Incident(code="A", title="Raid, Orlova, September 2016", when="2016-09"))
    'Raid, Orlova'
    """
    day = day_words(incident.when)
    return incident.title.removesuffix(f", {day}")


def is_disputed(incident: Incident) -> bool:
    """Whether a claim of the incident contradicts or denies another."""
    return any(relation.kind in ("contradicts", "denies") for relation in incident.relations)


def _describe(incident: Incident, filed: Sequence[FiledClaim]) -> Line:
    killed = [
        claim for claim in (one.claim for one in filed) if counts_whole(claim) and claim.harm == "killed"
    ]
    return Line(
        incident=incident,
        day=day_words(incident.when),
        speakers=len(_speakers(one.claim for one in filed)),
        documents=len({one.document_id for one in filed}),
        killed=range_words([Bounds(claim.min, claim.max) for claim in killed]),
        said_by=_said_by(killed),
        disputed=is_disputed(incident),
    )


def _speakers(claims: Iterable[Claim]) -> set[str]:
    return {speaker for claim in claims for speaker in claim.speakers}


def _said_by(claims: Sequence[Claim]) -> str:
    speakers = _speakers(claims)
    own = any(not claim.speakers for claim in claims)
    named = [count_words(len(speakers), "speaker")] if speakers else []
    return " and ".join([*named, "nobody named"] if own else named)


def _day_key(when: str | None) -> tuple[bool, str]:
    """Greater is later; a day without a year stands below every day with one."""
    known = (when or "").lstrip("./")
    return known[:1].isdigit(), known
