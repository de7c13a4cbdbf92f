"""Everything that is compared of one speaker over many incidents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import median

import msgspec

from counterclaim.core.claims import Casualty
from counterclaim.core.edtf import full_day
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.compared.pairs import Compared, compare_within, people_of_bounds
from counterclaim.incidents.compared.spread import METHOD, Spread, spread_of
from counterclaim.incidents.figures import is_counted, is_stated
from counterclaim.incidents.revisions import revision_lines
from counterclaim.incidents.voices import voices_of

Told = tuple[Incident, Sequence[FiledClaim]]


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """The comparisons that have one thing in common. `spread` is None where they are too few to show."""

    label: str  # a harm, a role or a party's name; "" for a party that nobody names
    n: int
    spread: Spread | None


class Ends(msgspec.Struct, frozen=True, kw_only=True):
    """How often the speaker gives the lowest and the highest figure, of `n` ranges with two ends apart."""

    n: int
    low_alone: int
    low_shared: int
    high_alone: int
    high_shared: int


class Revisions(msgspec.Struct, frozen=True, kw_only=True):
    """Figures that the speaker replaced by a later one, and which way."""

    lines: int  # figures that were revised at least once
    up: int
    down: int


class Delays(msgspec.Struct, frozen=True, kw_only=True):
    """Days from the incident to the publication of the speaker's first figure, where both days are known."""

    n: int
    unknown: int  # incidents of which either day is not known, or the figure came before the day
    median: float | None
    same_day: int
    next_day: int
    within_week: int  # after the next day
    later: int


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What the comparison rests on; each list the most frequent first."""

    figures_in: int  # incidents in which the speaker gives a figure
    compared_in: int  # those in which independent others count the same people
    months: tuple[tuple[str, int], ...]  # "2016-09", by time
    no_month: int
    places: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[str, int], ...]  # that carried the speaker's figure first
    others: tuple[tuple[str, int], ...]  # whom it is compared with


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """How a speaker's figures stand beside those of independent others. Not how true they are."""

    speaker: str
    method: str
    compared: tuple[Compared, ...]  # by incident, harm and people
    noughts: int  # comparisons in which either says nobody was harmed; in no ratio
    overall: Cut
    by_harm: tuple[Cut, ...]
    by_role: tuple[Cut, ...]
    by_harmed: tuple[Cut, ...]
    by_doers: tuple[Cut, ...]
    ends: Ends
    revisions: Revisions
    delays: Delays
    coverage: Coverage


def compare_speaker(speaker: str, told: Iterable[Told]) -> Comparison:
    """The comparison over incidents with their claims. Neither order, nor incidents without a figure of
    the speaker, nor repeats in other outlets change anything.
    """
    of = {incident.code: (incident, filed) for incident, filed in told}
    ordered = [of[code] for code in sorted(of)]
    firsts = [(incident, first) for incident, filed in ordered if (first := _first(speaker, filed))]
    compared = tuple(one for incident, filed in ordered for one in compare_within(speaker, incident, filed))
    return Comparison(
        speaker=speaker,
        method=METHOD,
        compared=compared,
        noughts=sum(one.ratio is None for one in compared),
        overall=_cut("", compared),
        by_harm=_cuts(compared, lambda one: one.harm),
        by_role=_cuts(compared, lambda one: one.role),
        by_harmed=_cuts(compared, lambda one: one.harmed),
        by_doers=_cuts(compared, lambda one: " and ".join(one.doers)),
        ends=_ends(compared),
        revisions=_revisions(speaker, [filed for _, filed in ordered]),
        delays=_delays(firsts),
        coverage=_coverage(len(firsts), compared),
    )


def _cut(label: str, compared: Iterable[Compared]) -> Cut:
    ratios = [ratio for one in compared if (ratio := one.ratio) is not None]
    return Cut(label=label, n=len(ratios), spread=spread_of(ratios))


def _cuts(compared: Sequence[Compared], label_of: Callable[[Compared], str]) -> tuple[Cut, ...]:
    by_label: dict[str, list[Compared]] = {}
    for one in compared:
        by_label.setdefault(label_of(one), []).append(one)
    cuts = (_cut(label, ones) for label, ones in by_label.items())
    return tuple(sorted((cut for cut in cuts if cut.n), key=lambda cut: (-cut.n, cut.label)))


def _ends(compared: Iterable[Compared]) -> Ends:
    apart = [one for one in compared if one.apart]
    low, high = Counter(one.low for one in apart), Counter(one.high for one in apart)
    return Ends(
        n=len(apart),
        low_alone=low["alone"],
        low_shared=low["shared"],
        high_alone=high["alone"],
        high_shared=high["shared"],
    )


def _figures(speaker: str, filed: Iterable[FiledClaim]) -> list[FiledClaim]:
    key = speaker.casefold()
    return [one for one in filed if is_stated(one.claim) and is_counted(one.claim) and key in voices_of(one)]


def _first(speaker: str, filed: Iterable[FiledClaim]) -> FiledClaim | None:
    """The speaker's first figure in an incident, those of unknown days last."""
    figures = _figures(speaker, filed)
    return min(figures, key=lambda one: (_day(one.published), one.document_id, one.claim.start), default=None)


def _day(edtf: str | None) -> str:
    day = full_day(edtf)
    return day.isoformat() if day else "9999"


def _revisions(speaker: str, told: Iterable[Sequence[FiledClaim]]) -> Revisions:
    lines = up = down = 0
    for filed in told:
        if len(_figures(speaker, filed)) < 2:
            continue
        for line in revision_lines(filed):
            if line.speaker is None or line.speaker.casefold() != speaker.casefold():
                continue
            claims = [one.claim for one in line.claims if isinstance(one.claim, Casualty)]
            people = [people_of_bounds(claim.min, claim.max) for claim in claims]
            lines += 1
            up += sum(before < after for before, after in pairwise(people))
            down += sum(before > after for before, after in pairwise(people))
    return Revisions(lines=lines, up=up, down=down)


def _delays(firsts: Sequence[tuple[Incident, FiledClaim]]) -> Delays:
    days = []
    for incident, first in firsts:
        happened, told = full_day(incident.when), full_day(first.published)
        if happened and told and told >= happened:
            days.append((told - happened).days)
    return Delays(
        n=len(days),
        unknown=len(firsts) - len(days),
        median=median(days) if days else None,
        same_day=sum(day == 0 for day in days),
        next_day=sum(day == 1 for day in days),
        within_week=sum(1 < day <= 7 for day in days),
        later=sum(day > 7 for day in days),
    )


def _coverage(figures_in: int, compared: Sequence[Compared]) -> Coverage:
    incidents = {one.code: one for one in compared}
    months = [_month(one) for one in incidents.values()]
    return Coverage(
        figures_in=figures_in,
        compared_in=len(incidents),
        months=tuple(sorted(Counter(month for month in months if month).items())),
        no_month=sum(month is None for month in months),
        places=_most(one.place for one in incidents.values() if one.place),
        outlets=_most(one.outlet for one in compared),
        others=_most(voice for one in compared for voice in one.voices),
    )


def _month(one: Compared) -> str | None:
    """The month of the incident, else that in which the figure was published."""
    for when in (one.when, one.published):
        if when is not None and len(when) >= len("2016-09") and when[:4].isdigit() and when[5:7].isdigit():
            return when[:7]
    return None


def _most(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))
