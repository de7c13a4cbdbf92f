"""A suggested grade in Airwars' words. Airwars' researchers grade by judgement: a person must look at it.

The meaning of each grade is published; which comes first where several fit is our choice [D].
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.parties import distinct_parties
from counterclaim.incidents.people import may_be_one_party
from counterclaim.incidents.profiles.acts import Act, acts_in, admissions_in
from counterclaim.incidents.profiles.evidence import Counted, Evidence
from counterclaim.incidents.profiles.settings import Settings
from counterclaim.incidents.profiles.weigh import usable
from counterclaim.incidents.tallies import Grade, GradeName
from counterclaim.incidents.voices import independent_voices, same_voice

CREDIBLE_VOICES = 2  # from which an incident is Fair


def suggest_grade(
    evidence: Evidence, settings: Settings, civilians: Sequence[Counted], harmed: bool
) -> Grade | None:
    """The grade of an incident; None where nobody was harmed.

    Args:
        evidence: all claims of the incident.
        settings: who is held to be unreliable, and so not credible.
        civilians: figures of civilian harm, numbered or not.
        harmed: whether anybody is said to have been harmed at all.
    """
    civil = [one for one in civilians if one.high != 0]
    if not harmed:
        return None
    acts = acts_in(evidence.filed)
    admissions = admissions_in(evidence.filed)
    party = {act.party for act in acts}
    initial, why, behind = _without_admission(civil, acts, settings)
    name, said = (initial, why) if not admissions or not civil else ("Confirmed", _accepted(admissions))
    claims = [one.claim.id for one in (*behind, *(admissions if name == "Confirmed" else ()))]
    return Grade(
        name=name,
        initial=initial,
        why=said,
        belligerents=tuple(sorted(distinct_parties(party))),
        claims=tuple(sorted(set(claims))),
    )


def _accepted(admissions: Sequence[FiledClaim]) -> str:
    who = " and ".join(sorted({name for one in admissions for name in one.claim.speakers}))
    return f"{who} accepted responsibility"


def _without_admission(
    civil: Sequence[Counted], acts: Sequence[Act], settings: Settings
) -> tuple[GradeName, str, list[FiledClaim]]:
    if not civil:
        return "Discounted", "nobody tells of civilians harmed", []
    rivals = _rivals(acts)
    if rivals:
        who = " and ".join(sorted(distinct_parties({act.party for act in rivals})))
        return "Contested", f"different speakers hold {who} responsible", [act.filed for act in rivals]
    credible, _ = usable(civil, settings)
    voices = independent_voices(one.filed for one in credible)
    behind = [one.filed for one in credible]
    if len(voices) >= CREDIBLE_VOICES and acts:
        return "Fair", f"{len(voices)} independent voices: {', '.join(voices)}", [*behind, acts[0].filed]
    if len(voices) >= CREDIBLE_VOICES:
        return "Weak", f"{len(voices)} independent voices, but nobody says who acted there", behind
    one = voices[0] if voices else "nobody held to be reliable"
    return "Weak", f"a single voice: {one}", behind


def _rivals(acts: Sequence[Act]) -> list[Act]:
    """Acts for which independent speakers blame parties that cannot be one."""
    blamed = [act for act in acts if act.blamed]
    return [
        act
        for act in blamed
        if any(
            not may_be_one_party(act.party, other.party) and not same_voice(act.filed, other.filed)
            for other in blamed
        )
    ]
