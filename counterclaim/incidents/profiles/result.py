"""The result of a profile: tallies with a step for every figure, counted or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.core.claims import Casualty
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.wording import claim_words
from counterclaim.incidents.profiles.evidence import Counted, Evidence, is_bounded
from counterclaim.incidents.profiles.settings import Settings, name_settings
from counterclaim.incidents.tallies import Grade, Reconciled, Step, Tally


def reconciled(
    profile: str,
    evidence: Evidence,
    settings: Settings,
    tallies: Sequence[Tally],
    *,
    considered: Iterable[Counted],
    left_out: Mapping[str, str] | None = None,
    grade: Grade | None = None,
    notes: Sequence[str] = (),
) -> Reconciled:
    """The result, its trace by place in the text.

    Args:
        profile: versioned name.
        evidence: what the profile started from.
        settings: under which it ran.
        tallies: with the claims behind every bound.
        considered: figures that the profile compared, whether or not they set a bound.
        left_out: why the profile itself left a claim out, by claim id.
        grade: where the profile gives one.
        notes: in words, for a reader.
    """
    roles = _roles(tallies)
    for figure in considered:
        told = "lies within the range" if is_bounded(figure) else "tells of it without a number"
        roles.setdefault(figure.id, told)
    for claim in grade.claims if grade else ():
        roles.setdefault(claim, "bears on the grade")
    why_not = {**evidence.left_out, **(left_out or {})}
    trace = []
    for one in evidence.filed:
        used = one.claim.id in roles
        if used or isinstance(one.claim, Casualty):
            default = "this profile does not count this harm"
            why = roles[one.claim.id] if used else why_not.get(one.claim.id, default)
            trace.append(_step(one, used, why))
    return Reconciled(
        profile=profile,
        settings=name_settings(settings),
        tallies=tuple(tallies),
        grade=grade,
        notes=tuple(notes),
        trace=tuple(trace),
    )


def _roles(tallies: Sequence[Tally]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for tally in tallies:
        ends = [("low", tally.low), ("best", tally.best), ("high", tally.high)]
        for name, bound in ends:
            for claim in bound.claims if bound else ():
                found.setdefault(claim, []).append(name)
        for share in tally.shares:
            for claim in share.claims:
                found.setdefault(claim, []).append("share")
    return {claim: f"sets {' and '.join(dict.fromkeys(names))}" for claim, names in found.items()}


def _step(one: FiledClaim, used: bool, why: str) -> Step:
    claim = one.claim
    return Step(
        claim=claim.id,
        speaker=" and ".join(claim.speakers) or None,
        document_id=one.document_id,
        doc=one.doc,
        start=claim.start,
        end=claim.end,
        figure=claim_words(claim),
        quote=claim.quote,
        sentence=one.sentence,
        used=used,
        why=why,
    )
