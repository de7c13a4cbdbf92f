"""What every profile starts from: the figures of an incident that stand, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from counterclaim.core.claims import Casualty, FigureQualifier, Harm, Status, is_held
from counterclaim.core.incidents import FiledClaim, in_text
from counterclaim.incidents.figures import counts_some_of, is_counted, is_stated, same_count
from counterclaim.incidents.parts import wholes_of
from counterclaim.incidents.people import Group, group_people
from counterclaim.incidents.said import Said, groups_of, sayings


class Counted(NamedTuple):
    """One current figure, of one claim. None is no bound."""

    filed: FiledClaim
    harm: Harm
    low: int | None
    high: int | None
    qualifier: FigureQualifier
    status: Status
    group: Group
    last: FiledClaim  # its last mention by publication; `filed` is the first

    @property
    def id(self) -> str:
        return self.filed.claim.id


def is_bounded(one: Counted) -> bool:
    return one.low is not None or one.high is not None


class Part(NamedTuple):
    """A figure counted within a current one: "including five children"."""

    filed: FiledClaim
    claim: Casualty
    whole: str  # id of the current figure


class Evidence(NamedTuple):
    """Figures by place in the text, so that the order of the input changes nothing."""

    filed: tuple[FiledClaim, ...]
    current: tuple[Counted, ...]
    unnumbered: tuple[Counted, ...]  # people were harmed, nobody says how many
    parts: tuple[Part, ...]
    left_out: dict[str, str]  # why, by claim id

    def of(self, harm: Harm) -> list[Counted]:
        return [one for one in self.current if one.harm == harm]

    def without_number(self, harm: Harm) -> list[Counted]:
        return [one for one in self.unnumbered if one.harm == harm]


def read_evidence(filed: Iterable[FiledClaim]) -> Evidence:
    """Repeats folded, revised figures replaced by the last, everything else left out with a reason."""
    ordered = sorted({one.claim.id: one for one in filed}.values(), key=in_text)
    groups = groups_of(ordered)
    by_id = {one.claim.id: one for one in ordered}
    said_of: dict[tuple[Harm, str], list[Said]] = {}
    for said in sayings(ordered, groups):
        for one in said.claims:
            said_of.setdefault((said.harm, one.claim.id), []).append(said)
    left_out = {one.claim.id: why for one in ordered if (why := _why_not(one)) is not None}
    current, unnumbered = [], []
    first_of: dict[str, str] = {}
    for (harm, claim_id), group in sorted(groups.items(), key=lambda item: in_text(by_id[item[0][1]])):
        counted = _counted(by_id[claim_id], harm, group)
        if (harm, claim_id) not in said_of:
            unnumbered.append(counted)
            continue
        told = said_of[harm, claim_id]
        standing = [said for said in told if said.after is None]
        own = [said for said in standing if said.first.claim.id == claim_id]
        if own:
            current.append(counted._replace(last=own[0].claims[-1]))
            first_of[claim_id] = claim_id
        elif standing:
            first_of[claim_id] = standing[0].first.claim.id
            left_out[claim_id] = f"repeats {_whose(standing[0].first)} in {standing[0].first.doc}"
        else:
            after, basis = told[0].after or (told[0].first, "")
            left_out[claim_id] = f"replaced by “{after.claim.quote}” in {after.doc}: {basis}"
    fuller, reasons = _fuller(current)
    left_out |= reasons
    current = [counted for counted in current if counted.id not in fuller]
    for claim_id, told_in in first_of.items():
        while told_in in fuller:
            told_in = fuller[told_in]  # numbers grow from one to the next
        first_of[claim_id] = told_in
    parts = [
        Part(by_id[part], claim, first_of[whole.claim.id])
        for part, whole in wholes_of(ordered).items()
        if isinstance(claim := by_id[part].claim, Casualty)
        and is_held(claim)
        and claim.min is not None
        and whole.claim.id in first_of
    ]
    return Evidence(tuple(ordered), tuple(current), tuple(unnumbered), tuple(parts), left_out)


def _fuller(figures: Sequence[Counted]) -> tuple[dict[str, str], dict[str, str]]:
    """The figure that says more, and how, each by the id of a figure that says nothing beside it."""
    found = {
        (one.id, other.id): why for one, other in product(figures, repeat=2) if (why := _within(one, other))
    }
    return dict(found.keys()), {less: why for (less, _), why in found.items()}


def _within(one: Counted, other: Counted) -> str | None:
    """Why a figure says nothing beside another of the same people; None where it does."""
    a, b = one.filed.claim, other.filed.claim
    if (one.harm, one.group) != (other.harm, other.group):
        return None
    if not isinstance(a, Casualty) or not isinstance(b, Casualty):
        return None
    if counts_some_of(a, b):
        return "some of those in another figure, by how they died"
    in_full = a.max is None and b.max is not None and (a.min or 0) < (b.min or 0) and same_count(a, b)
    if in_full and one.filed.document_id == other.filed.document_id and a.speakers == b.speakers:
        return f"given in full as “{b.quote}” in {other.filed.doc}"
    return None


def regroup(figures: Sequence[Counted]) -> list[Counted]:
    """The same figures of one harm, grouped as if nobody had told of others."""
    groups = group_people([one.filed for one in figures])
    return [one._replace(group=groups[one.id]) for one in figures]


def _whose(one: FiledClaim) -> str:
    return f"what {' and '.join(one.claim.speakers)} says" if one.claim.speakers else "the same words"


def _counted(one: FiledClaim, harm: Harm, group: Group) -> Counted:
    claim = one.claim
    if not isinstance(claim, Casualty):
        raise TypeError(f"claim {claim.id} is no figure; group only what is_stated accepts")
    return Counted(one, harm, claim.min, claim.max, claim.qualifier, claim.status, group, one)


def _why_not(one: FiledClaim) -> str | None:
    claim = one.claim
    if not isinstance(claim, Casualty) or is_stated(claim):
        return None
    if claim.scope == "cumulative":
        return "a total over more than this incident"
    if claim.scope == "part":
        return "counted within another figure" if is_counted(claim) else "some of those in another figure"
    if claim.modality in ("conditional", "predicted"):
        return f"{claim.modality}, not said to have happened"
    return "denied: says what the number is not"
