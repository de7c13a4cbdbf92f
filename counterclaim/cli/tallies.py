"""Tallies and revision lines as text: every bound with the words it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.core.claims import Casualty
from counterclaim.core.daywords import day_words
from counterclaim.core.wording import harmed_words, label_words
from counterclaim.incidents.revisions import RevisionLine
from counterclaim.incidents.tallies import Bound, Reconciled, Step, Tally, tally_words


def tally_lines(result: Reconciled) -> Iterator[str]:
    """One profile's tallies with their trace, without indentation of the whole."""
    under = "" if result.settings == "none" else f" under settings {result.settings}"
    yield f"Tallies by {result.profile}{under}"
    steps = {step.claim: step for step in result.trace}
    if not result.tallies:
        yield "  nothing that this profile counts"
    for tally in result.tallies:
        flags = f"  [{', '.join(label_words(flag) for flag in tally.flags)}]" if tally.flags else ""
        yield f"  {tally_words(tally)}{flags}"
        yield from _bounds(tally, steps)
        for share in tally.shares if len(tally.shares) > 1 else ():
            yield f"    of these {share.number:,}: {share.people}"
    if result.grade is not None:
        grade = result.grade
        before = f", before that {grade.initial}" if grade.initial != grade.name else ""
        yield f"  suggested grade {grade.name}{before}: {grade.why}; a person must look at it"
    for note in result.notes:
        yield f"  note: {note}"
    for step in result.trace:
        if not step.used:
            yield f"  left out: {_said(step)}: {step.why}"


def _bounds(tally: Tally, steps: dict[str, Step]) -> Iterator[str]:
    lowest_is_best = tally.best is not None and tally.best == tally.low
    bounds: list[tuple[str, Bound]] = [("low and best" if lowest_is_best else "low", tally.low)]
    if tally.best is not None and not lowest_is_best:
        bounds.append(("best", tally.best))
    if tally.high.claims != tally.low.claims:
        bounds.append(("high", tally.high))
    for name, bound in bounds:
        for claim in bound.claims:
            number = "?" if bound.number is None else f"{bound.number:,}"
            yield f"    {name} {number}: {_said(steps[claim])}"


def _said(step: Step) -> str:
    return f"{step.speaker or 'own voice'} “{step.quote}” ({step.doc})"


def revision_words(line: RevisionLine) -> str:
    """ "REVISED: Observatory, killed: at least 43 (15 April 2017) → 126 (16 April 2017), the current figure"."""
    figures = [
        f"{harmed_words(one.claim).removesuffix(' ' + label_words(line.harm))} ({day_words(one.published)}, {one.doc})"
        for one in line.claims
        if isinstance(one.claim, Casualty)
    ]
    people = "" if line.people == "people" else f" ({line.people})"
    who = line.speaker or "own voice"
    return f"REVISED: {who}, {label_words(line.harm)}{people}: {' → '.join(figures)}, the current figure"
