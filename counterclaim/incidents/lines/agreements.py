"""Agreements as lines in time: when one is said to begin, what it holds, who breaks it, how it ends.

Every entry keeps its speaker. Two speakers who date the start differently stand beside each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

import msgspec

from counterclaim.core.claims import Agreement, AgreementStatus
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.patterns import pattern
from counterclaim.incidents.lines.entries import Entry, entry_of, first_day, in_time
from counterclaim.incidents.lines.terms import Term, terms_in
from counterclaim.incidents.signs import same_place, spot_of
from counterclaim.lexicons.places import key_of

# Days between two documents that may tell of one agreement. A ceasefire is reported for weeks, and the
# next one for the same town is often a month away; not measured, so kept short.
LONGEST_GAP_DAYS = 30
ANY_KIND = "agreement"
_KINDS = tuple(
    (kind, pattern(words, ignore_case=True))
    for kind, words in (
        ("ceasefire", r"\b(?:cease-?fires?|truces?|cessation\ of\ (?:all\ )?hostilities|halt(?:\ of)?\ fire|armistice|(?:humanitarian\ )?pauses?|lull)\b"),
        ("evacuation", r"\b(?:evacuat\w+|population\ (?:exchanges?|swaps?)|transfer\ deal)\b"),
        ("exchange", r"\b(?:prisoner|hostage|captive)s?\ (?:exchange|swap|release)\b|\bswap\b"),
        ("resolution", r"\bresolutions?\b"),
        ("treaty", r"\b(?:convention|treaty|memorandum|accords?)\b"),
    )
)  # fmt: skip
_NUMBER = pattern(r"\b\d{3,}\b")


class AgreementLine(msgspec.Struct, frozen=True, kw_only=True):
    """All claims about one agreement."""

    name: str  # as most claims word it
    kind: str  # ceasefire, evacuation, exchange, resolution, treaty, or just agreement
    place: str | None
    entries: tuple[Entry, ...]
    terms: tuple[Term, ...]

    def having(self, *statuses: AgreementStatus) -> tuple[Entry, ...]:
        """The entries of these statuses: "announced" and "in_force" tell of the start, "ended" of the end."""
        return tuple(
            one
            for one in self.entries
            if isinstance(one.filed.claim, Agreement)
            and one.filed.claim.status in statuses
            and one.filed.claim.polarity == "affirmed"
        )


def agreement_lines(filed: Iterable[FiledClaim]) -> tuple[AgreementLine, ...]:
    """One line for each agreement, those with most entries first. The order of `filed` changes nothing.

    Within an article, claims of one kind are of one agreement, and "the deal" is the one told last;
    numbered resolutions are told apart by number. Documents join where kind and place agree, or where
    nothing differs and a party is shared, within LONGEST_GAP_DAYS.
    """
    told = {one.claim.id: one for one in filed if isinstance(one.claim, Agreement)}
    ordered = sorted(told.values(), key=lambda one: (one.document_id, one.claim.start, one.claim.id))
    joined: list[list[_Told]] = []
    for local in sorted(_within(ordered), key=_Told.order):
        home = next((line for line in joined if all(_agree(local, other) for other in line)), None)
        if home is None:
            joined.append([local])
        else:
            home.append(local)
    lines = [_line(group) for group in joined]
    return tuple(sorted(lines, key=lambda line: (-len(line.entries), line.name, line.entries[0].filed.claim.id)))  # fmt: skip


class _Told:
    """One agreement as one article tells it."""

    def __init__(self, kind: str, number: str, first: FiledClaim) -> None:
        self.kind, self.number, self.claims = kind, number, [first]

    def order(self) -> tuple[str, str, int]:
        first = self.claims[0]
        return self.day.isoformat() if self.day else "9999", first.document_id, first.claim.start

    # Asked for when all claims have come together.
    @cached_property
    def day(self) -> date | None:
        return min((day for one in self.claims if (day := first_day(entry_of(one)))), default=None)

    @cached_property
    def named(self) -> frozenset[str]:
        """Keys of the provinces that its claims name."""
        return frozenset().union(*(spot_of(one.claim.place).wide for one in self.claims))

    @cached_property
    def inside(self) -> frozenset[str]:
        """Keys of the provinces in which the places of its claims lie."""
        placed = [one.claim.where for one in self.claims if one.claim.where is not None]
        return frozenset(key_of(where.admin1) for where in placed if where.admin1)

    @cached_property
    def parties(self) -> frozenset[str]:
        return frozenset(term.words.casefold() for term in _terms(self.claims) if term.kind == "party")


def _within(ordered: Sequence[FiledClaim]) -> list[_Told]:
    found: list[_Told] = []
    by_article: dict[tuple[str, int], list[_Told]] = {}
    for one in ordered:
        open_ = by_article.setdefault((one.document_id, one.claim.article), [])
        kind, number = _kind_of(one), _number_of(one)
        fits = [
            told
            for told in open_
            if kind in (told.kind, ANY_KIND) and (not number or not told.number or number == told.number)
        ]
        if fits:
            fits[-1].claims.append(one)
            open_.append(open_.pop(open_.index(fits[-1])))  # told last
        else:
            open_.append(_Told(kind, number, one))
            found.append(open_[-1])
    return found


def _kind_of(one: FiledClaim) -> str:
    words = getattr(one.claim, "agreement", None) or one.claim.quote
    return next((kind for kind, cue in _KINDS if cue.search(words)), ANY_KIND)


def _number_of(one: FiledClaim) -> str:
    match = _NUMBER.search(getattr(one.claim, "agreement", None) or one.claim.quote)
    return match.group(0) if match and _kind_of(one) == "resolution" else ""


def _agree(one: _Told, other: _Told) -> bool:
    if one.claims[0].document_id == other.claims[0].document_id or one.kind != other.kind:
        return False
    if one.number or other.number:
        return one.number == other.number
    if one.day is None or other.day is None or abs((one.day - other.day).days) > LONGEST_GAP_DAYS:
        return False
    places = [
        same_place(spot_of(a.claim.place), spot_of(b.claim.place)) for a in one.claims for b in other.claims
    ]
    if False in places or one.kind == ANY_KIND:
        return False
    within = one.inside & other.named or other.inside & one.named
    return True in places or bool(within) or bool(one.parties & other.parties)


def _terms(claims: Iterable[FiledClaim]) -> tuple[Term, ...]:
    found: dict[tuple[str, str], Term] = {}
    for one in claims:
        for term in terms_in(one.sentence or one.claim.quote, one.claim.id):
            found.setdefault((term.kind, term.words.casefold()), term)
    return tuple(found.values())


def _line(group: Sequence[_Told]) -> AgreementLine:
    entries = in_time(entry_of(one) for told in group for one in told.claims)
    claims = [entry.filed for entry in entries]
    names = Counter(name for one in claims if (name := getattr(one.claim, "agreement", None)))
    places = Counter(one.claim.place for one in claims if one.claim.place)
    return AgreementLine(
        name=min(names, key=lambda name: (-names[name], -len(name), name), default=group[0].kind),
        kind=group[0].kind,
        place=min(places, key=lambda place: (-places[place], place), default=None),
        entries=entries,
        terms=_terms(claims),
    )
