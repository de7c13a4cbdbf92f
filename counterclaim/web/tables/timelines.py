"""A line of agreements or of control as a page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.core.claims import Agreement, Control, is_held
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.lines.agreements import AgreementLine
from counterclaim.incidents.lines.control import ControlLine
from counterclaim.incidents.lines.entries import Entry
from counterclaim.incidents.lines.terms import Term, TermKind
from counterclaim.web.days import day_words
from counterclaim.web.labels import STATUSES, gist
from counterclaim.web.languages import N_
from counterclaim.web.languages import gettext as _

_KINDS = {
    "ceasefire": N_("ceasefire"),
    "evacuation": N_("evacuation"),
    "exchange": N_("exchange"),
    "resolution": N_("resolution"),
    "treaty": N_("treaty"),
    "agreement": N_("agreement"),
}
# In the order in which an agreement is told; terms stand between its beginning and its end.
_TERMS: tuple[tuple[TermKind, str], ...] = (
    ("party", N_("Between")),
    ("broker", N_("Brokered by")),
    ("excludes", N_("Not covered")),
    ("condition", N_("Condition")),
    ("lasts", N_("Lasts")),
)
_STARTS = N_("Announced or in force")
_BROKEN = N_("Said to be broken")
_ENDS = N_("Said to be over")


class Point(NamedTuple):
    """One claim in the line. `status` is a value of the vocabulary, by which a page marks it."""

    day: str
    published_day: bool  # the claim states no day: this is when its article was published
    words: str  # "announced", "the army seizes Orlova"
    status: str
    filed: FiledClaim


class Fact(NamedTuple):
    """What the line says of one matter, each with the claim that says it."""

    label: str
    told: tuple[tuple[str, FiledClaim], ...]


class Dispute(NamedTuple):
    """Two claims of different speakers that cannot both be."""

    one: FiledClaim
    other: FiledClaim
    basis: str  # English


class Timeline(NamedTuple):
    """A line with its points, oldest first."""

    name: str  # "" where nobody gives one
    kind: str
    place: str | None
    facts: tuple[Fact, ...]
    points: tuple[Point, ...]
    disputes: tuple[Dispute, ...] = ()


def show_agreement(line: AgreementLine) -> Timeline:
    """An agreement: when it begins and ends, its terms and who says that it was broken."""
    filed = {entry.filed.claim.id: entry.filed for entry in line.entries}
    facts = [
        _fact(_STARTS, _days(line.having("announced", "in_force"))),
        *(_fact(label, _words(line.terms, kind, filed)) for kind, label in _TERMS),
        _fact(_BROKEN, _days(line.having("violated"))),
        _fact(_ENDS, _days(line.having("ended"))),
    ]
    points = tuple(
        _point(entry, _status(entry.filed.claim), entry.filed.claim.status)
        for entry in line.entries
        if isinstance(entry.filed.claim, Agreement)
    )
    kind = _(_KINDS[line.kind])
    name = "" if line.name.casefold() == line.kind else line.name
    return Timeline(name, kind, line.place, tuple(fact for fact in facts if fact.told), points)


def show_control(line: ControlLine) -> Timeline:
    """Who is said to hold, seize and lose the place, and which claims cannot both be."""
    filed = {entry.filed.claim.id: entry.filed for entry in line.entries}
    points = tuple(
        _point(entry, gist(entry.filed.claim), entry.filed.claim.change)
        for entry in line.entries
        if isinstance(entry.filed.claim, Control)
    )
    disputes = tuple(Dispute(filed[one.claim], filed[one.other], one.basis) for one in line.disputes)
    return Timeline("", "", line.place, (), points, disputes)


def _fact(label: str, told: Iterable[tuple[str, FiledClaim]]) -> Fact:
    """Words that come again are told once, with the claim that has them first."""
    first: dict[str, tuple[str, FiledClaim]] = {}
    for words, filed in told:
        speakers = ";".join(filed.claim.speakers)
        first.setdefault(f"{words};{speakers}", (words, filed))
    return Fact(_(label), tuple(first.values()))


def _days(entries: Sequence[Entry]) -> list[tuple[str, FiledClaim]]:
    """The days of what is held to be so. A day that nobody tells says nothing of a beginning or an end."""
    told = [entry for entry in entries if is_held(entry.filed.claim) and entry.when is not None]
    return [(_day(entry), entry.filed) for entry in told]


def _day(entry: Entry) -> str:
    day = day_words(entry.when)
    return _("%(day)s (published)") % {"day": day} if entry.basis == "published" else day


def _words(
    terms: Iterable[Term], kind: TermKind, filed: dict[str, FiledClaim]
) -> list[tuple[str, FiledClaim]]:
    return [(term.words, filed[term.claim]) for term in terms if term.kind == kind and term.claim in filed]


def _status(claim: Agreement) -> str:
    status = _(STATUSES[claim.status])
    return _("not %(status)s") % {"status": status} if claim.polarity == "negated" else status


def _point(entry: Entry, words: str, status: str) -> Point:
    return Point(day_words(entry.when), entry.basis == "published", words, status, entry.filed)
