"""What a named rule makes of the figures, ready to be shown: every end with its sentences, every claim with its fate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.claims import Casualty, Harm
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.tallies import Bound, Flag, Reconciled, Step, Tally
from counterclaim.web.labels import HARMS
from counterclaim.web.languages import N_
from counterclaim.web.languages import gettext as _
from counterclaim.web.words import left_to_right, list_words, number_words

FLAGS: dict[Flag, str] = {
    "approximate": N_("a figure is “about” so many"),
    "counts_some": N_("only some of the people, such as the children, are counted"),
    "disputed": N_("figures that cannot both be"),
    "excluded": N_("this rule does not count such incidents"),
    "order_unknown": N_("one speaker gives several figures, none known to be the later"),
    "parts_exceed_whole": N_("the parts are more than the whole"),
    "provisional": N_("fewer independent voices than this rule asks for"),
    "status_assumed": N_("nobody says whether they were civilians: this rule assumes it"),
    "status_contested": N_("civilians to one speaker, combatants to another"),
    "summed": N_("added up over groups of people"),
    "undivided_only": N_("only “casualties” are told, dead and wounded together"),
    "unnumbered": N_("harm is told without a number"),
}

# What `PROFILES` say their rules are about, for the catalogues.
ABOUT = (
    N_("what every speaker says now, and how far apart they lie"),
    N_("deaths as low, best and high; which figure is best is from memory"),
    N_("civilians and belligerents harmed, and a suggested grade"),
    N_("civilians only; provisional below two independent voices"),
    N_("one conservative number of dead, the dispute in notes"),
    N_("all who died, attackers among them; the choice of figure is from memory"),
)


class End(NamedTuple):
    """One end of a tally."""

    name: str
    number: str  # "62", "62+", "unknown"
    known: bool
    remark: str  # "" or what an open end means
    steps: tuple[Step, ...]  # the claims it comes from


class Told(NamedTuple):
    """A tally with its ends and what to know about it."""

    tally: Tally
    low: End
    best: End | None
    high: End
    behind: tuple[tuple[str, tuple[Step, ...]], ...]  # "low 62, high 83" with the claims that both come from
    flags: tuple[str, ...]


class Block(NamedTuple):
    """All that concerns one kind of harm: its tallies, and each claim with what became of it."""

    harm: Harm
    told: tuple[Told, ...]
    rows: tuple[tuple[Step, FiledClaim], ...]


def tell_tallies(result: Reconciled, filed: Mapping[str, FiledClaim]) -> tuple[Block, ...]:
    """A block for each harm that is told or tallied, in the order of the matrix."""
    steps = {step.claim: step for step in result.trace}
    rows: dict[Harm, list[tuple[Step, FiledClaim]]] = {}
    for step in result.trace:
        claim = filed[step.claim].claim
        if isinstance(claim, Casualty):
            rows.setdefault(claim.harm, []).append((step, filed[step.claim]))
    tallied = {tally.harm for tally in result.tallies}
    return tuple(
        Block(
            harm,
            tuple(_tell(tally, steps) for tally in result.tallies if tally.harm == harm),
            tuple(sorted(rows.get(harm, ()), key=_by_speaker)),
        )
        for harm in HARMS
        if harm in tallied or harm in rows
    )


def grade_steps(result: Reconciled) -> tuple[Step, ...]:
    """The claims that a suggested grade rests on."""
    return _steps(result.grade.claims if result.grade else (), {step.claim: step for step in result.trace})


def bound_words(bound: Bound | None) -> str:
    """A number as a tally prints it: "62+" where it is open above, "unknown", which is not 0.

    >>> bound_words(Bound(number=62, open=True)), bound_words(Bound(number=0)), bound_words(Bound(number=None))
    ('62+', '0', 'unknown')
    """
    if bound is None or bound.number is None:
        return _("unknown")
    return left_to_right(f"{number_words(bound.number)}{'+' if bound.open else ''}")


def _tell(tally: Tally, steps: Mapping[str, Step]) -> Told:
    # An open low end is 0 for want of a lower bound: "0+" would say something else.
    low = _end(_("low"), Bound(number=tally.low.number, claims=tally.low.claims), steps)
    if tally.low.open:
        low = low._replace(remark=_("nobody states a lower bound"))
    best = _end(_("best"), tally.best, steps) if tally.best is not None else None
    high = _end(_("high"), tally.high, steps)
    if tally.high.open:
        high = high._replace(remark=_("no upper bound"))
    return Told(
        tally,
        low,
        best,
        high,
        tuple(_behind([end for end in (low, best, high) if end is not None])),
        tuple(_(FLAGS[flag]) for flag in tally.flags),
    )


def _end(name: str, bound: Bound, steps: Mapping[str, Step]) -> End:
    return End(name, bound_words(bound), bound.number is not None, "", _steps(bound.claims, steps))


def _steps(claims: Iterable[str], steps: Mapping[str, Step]) -> tuple[Step, ...]:
    found = [steps[claim] for claim in claims]
    return tuple(
        sorted(found, key=lambda step: (step.speaker is None, step.speaker or "", step.doc, step.start))
    )


def _by_speaker(row: tuple[Step, FiledClaim]) -> tuple[bool, str, str, str, int]:
    """By speaker, own voices last; what one says by publication, unknown days last."""
    step, one = row
    return step.speaker is None, step.speaker or "", one.published or "~", step.doc, step.start


def _behind(ends: Sequence[End]) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Ends that come from the same claims are told once: "low and high 31", "low 120, high 120+"."""
    for steps in dict.fromkeys(end.steps for end in ends if end.steps):
        alike = [end for end in ends if end.steps == steps]
        by_number: dict[str, list[str]] = {}
        for end in alike:
            by_number.setdefault(end.number, []).append(end.name)
        told = [f"{list_words(names)} {number}" for number, names in by_number.items()]
        yield _(", ").join(told), steps
