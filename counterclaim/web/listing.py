"""One line of the list for each incident: how many speak, how far their figures lie apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeGuard, cast

from counterclaim.core.claims import Casualty, Claim, Harm
from counterclaim.core.daywords import day_words as english_day_words
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.figures import bears_on, is_counted, is_stated, is_zero
from counterclaim.incidents.profiles import DEFAULT_PROFILE, reconcile
from counterclaim.incidents.tallies import Tally
from counterclaim.incidents.titles import NO_EVENT_TYPE, title_of
from counterclaim.store.select import Row
from counterclaim.web.days import day_words
from counterclaim.web.labels import kind_words
from counterclaim.web.languages import gettext as _
from counterclaim.web.languages import ngettext
from counterclaim.web.words import count_words, number_words, tally_words


class Toll(NamedTuple):
    """How many were killed, of one group of people, as the incident's page has it: "62–83", "112+"."""

    range: str
    people: str  # "" where nobody says more than that they were people


class Line(NamedTuple):
    """An incident as the list shows it."""

    incident: Incident  # its title, place and day only
    day: str
    speakers: int  # distinct; the documents' own voice is not one of them
    documents: int
    killed: tuple[Toll, ...]  # () where no figure is stated
    said_by: str  # "3 speakers and nobody named"
    nobody: str  # "one says nobody was killed" where that stands among figures, else ""
    disputed: bool


# What `describe` needs of a row of the list of incidents.
COLUMNS = ("code", "title", "kind", "place", "when", "speakers", "documents", "contradictions")


def describe(row: Row, filed: Sequence[FiledClaim]) -> Line:
    """The line of an incident: its row with `COLUMNS`, and its claims that stand."""
    kind, place, when = (cast(str | None, row[name]) for name in ("kind", "place", "when"))
    killed = [one.claim for one in filed if counts_whole(one.claim) and bears_on(one.claim, "killed")]
    tolls = tuple(
        Toll(tally_words(tally), "" if tally.people == "people" else tally.people)
        for tally in (told_tallies(filed, "killed") if killed else ())
    )
    noughts = [claim for claim in killed if is_zero(claim)]
    return Line(
        incident=Incident(code=str(row["code"]), title=str(row["title"]), kind=kind, place=place, when=when),
        day=day_words(when),
        speakers=int(str(row["speakers"])),
        documents=int(str(row["documents"])),
        killed=tolls,
        said_by=_said_by(killed),
        nobody=_nobody(noughts) if len(noughts) < len(killed) else "",
        disputed=bool(row["contradictions"]),
    )


def told_tallies(filed: Sequence[FiledClaim], harm: Harm) -> tuple[Tally, ...]:
    """What the default profile makes of the figures of one harm: the tallies with a number at either end."""
    return tuple(
        tally
        for tally in reconcile(DEFAULT_PROFILE, filed).tallies
        if tally.harm == harm and (tally.low.number is not None or tally.high.number is not None)
    )


def counts_whole(claim: Claim) -> TypeGuard[Casualty]:
    """Whether a casualty claim gives bounds for the whole incident, as something that is held to be so."""
    return is_stated(claim) and is_counted(claim)


def short_title(incident: Incident) -> str:
    """The title without its day, which stands beside it; in the page's language where it is made of kind and place.

    >>> short_title(Incident(code="A", title="Raid, Orlova, September 2016", when="2016-09"))
    'Raid, Orlova'
    """
    for named in (incident.kind, *NO_EVENT_TYPE):
        if incident.title == title_of(named, incident.place, incident.when):
            break
    else:  # a person's title
        return incident.title.removesuffix(f", {english_day_words(incident.when)}")
    kind = kind_words(named) if named else _("incident")
    return _("%(kind)s, %(place)s") % {
        "kind": kind[:1].upper() + kind[1:],
        "place": incident.place or _("place not stated"),
    }


def full_title(incident: Incident) -> str:
    """The title with its day.

    >>> full_title(Incident(code="A", title="Raid, Orlova, September 2016", when="2016-09"))
    'Raid, Orlova, September 2016'
    """
    short = short_title(incident)
    if short == incident.title:
        return short
    return _("%(title)s, %(day)s") % {"title": short, "day": day_words(incident.when)}


def _speakers(claims: Iterable[Claim]) -> set[str]:
    return {speaker for claim in claims for speaker in claim.speakers}


def _said_by(claims: Sequence[Claim]) -> str:
    speakers = _speakers(claims)
    own = any(not claim.speakers for claim in claims)
    if not speakers:
        return _("nobody named") if own else ""
    named = count_words(len(speakers), "speaker")
    return _("%(speakers)s and nobody named") % {"speakers": named} if own else named


def _nobody(noughts: Sequence[Casualty]) -> str:
    """That some of the figures are an explicit nought, which is no figure like the others."""
    if not noughts:
        return ""
    number = len(_speakers(noughts)) or 1
    words = ngettext("%(n)s says nobody was killed", "%(n)s say nobody was killed", number)
    return words % {"n": number_words(number)}
