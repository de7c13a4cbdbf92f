"""`counterclaim compare`: how one speaker's figures stand beside those of independent others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from counterclaim.cli.options import chosen_format, format_option, store_option
from counterclaim.cli.tables import print_lines
from counterclaim.core.wording import label_words
from counterclaim.incidents.compared import LEAST, Comparison, compare_speaker
from counterclaim.incidents.compared.comparison import Coverage, Cut, Delays, Ends

_ROLES = {
    "harmed": "its own side was harmed",
    "did": "its own side is said to have done it",
    "both": "its own side was harmed, and is said to have done it",
    "neither": "its own side is neither",
}
_SHOWN = 8  # names of a list on a line


@click.command()
@click.argument("speaker")
@store_option
@format_option("text", "jsonl")
def compare(speaker: str, store_path: Path, output_format: str | None) -> None:
    """Compare the figures of SPEAKER with those of independent others.

    Only figures for the same people in the same incident are compared. It is no measure of who is right.
    """
    from counterclaim.store import Store  # SQLAlchemy takes a while; --help need not wait
    from counterclaim.store.speaker_claims import read_told
    from counterclaim.store.speakers import find_speaker

    with Store.open(store_path, read_only=True) as store, store.reading() as connection:
        name = find_speaker(connection, speaker)
        told = read_told(connection, name)
    comparison = compare_speaker(name, told)
    if chosen_format(output_format, "text") == "jsonl":
        print_lines([comparison])
        return
    click.echo("\n".join(comparison_lines(comparison)))


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """The comparison as text; the counts only where there is too little to compare."""
    coverage, overall = comparison.coverage, comparison.overall
    yield comparison.speaker
    yield "A comparison, not accuracy: who is right is not known here."
    yield (
        f"Figures in {_counted(coverage.figures_in, 'incident')}; in {coverage.compared_in:,} of them independent "
        f"others count the same people ({_counted(len(comparison.compared), 'comparison')})."
    )
    if comparison.noughts:
        yield f"In {comparison.noughts:,} of these somebody says that nobody was harmed; they are in no ratio."
    if overall.spread is None:
        yield f"Too few to compare: {overall.n:,}, and fewer than {LEAST} are not shown."
    else:
        yield f"Its figure by the median of the others: {_spread(overall)}"
        for heading, cuts in (
            ("by harm", comparison.by_harm),
            ("by its part in the incident", comparison.by_role),
            ("by who was harmed", comparison.by_harmed),
            ("by who is said to have done it", comparison.by_doers),
        ):
            yield from _cuts(heading, cuts)
    yield from _ends(comparison.ends)
    revised = comparison.revisions
    yield f"Revised: {_counted(revised.lines, 'figure')}, {revised.up:,} times up and {revised.down:,} times down."
    yield from _delays(comparison.delays)
    yield from _coverage(coverage)
    yield "Silence is not nought: incidents that only one side counts are in no comparison."


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _spread(cut: Cut) -> str:
    found = cut.spread
    if found is None:
        return f"too few to show (n = {cut.n:,})"
    return (
        f"median ×{found.median:.2f}, 95 % interval ×{found.low:.2f} to ×{found.high:.2f} (sign test), middle half "
        f"×{found.lower:.2f} to ×{found.upper:.2f}; lower {found.below:,}, equal {found.equal:,}, "
        f"higher {found.above:,} (n = {found.n:,})"
    )


def _cuts(heading: str, cuts: tuple[Cut, ...]) -> Iterator[str]:
    yield f"  {heading}"
    for cut in cuts[:_SHOWN]:
        label = _ROLES.get(cut.label, label_words(cut.label)) or "nobody named"
        yield f"    {label}: {_spread(cut)}"


def _ends(ends: Ends) -> Iterator[str]:
    if ends.n < LEAST:
        yield f"Ends of ranges: {ends.n:,} ranges with two ends, fewer than {LEAST} are not shown."
        return
    yield (
        f"Of {ends.n:,} ranges it gives the low end {ends.low_alone:,} times alone and {ends.low_shared:,} times with "
        f"others, the high end {ends.high_alone:,} times alone and {ends.high_shared:,} times with others."
    )


def _delays(delays: Delays) -> Iterator[str]:
    if delays.n < LEAST or delays.median is None:
        yield f"Delay of its first figure: known in {delays.n:,} incidents, fewer than {LEAST} are not shown."
        return
    yield (
        f"First figure after the day: median {delays.median:g} days; same day {delays.same_day:,}, next day "
        f"{delays.next_day:,}, within a week {delays.within_week:,}, later {delays.later:,} "
        f"(n = {delays.n:,}, not known in {delays.unknown:,})"
    )


def _coverage(coverage: Coverage) -> Iterator[str]:
    months = coverage.months
    if months:
        unknown = f", {coverage.no_month:,} without a month" if coverage.no_month else ""
        yield f"Covers: {months[0][0]} to {months[-1][0]}, {_counted(len(months), 'month')}{unknown}."
    for heading, names in (
        ("Places", coverage.places),
        ("First carried by", coverage.outlets),
        ("Compared with", coverage.others),
    ):
        if names:
            more = f"; {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
            yield f"{heading}: {', '.join(f'{name} {number:,}' for name, number in names[:_SHOWN])}{more}."
