"""Claims about an invented incident, as short as a test needs them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from counterclaim.core.claims import Casualty, Claim, Event, Responsibility, Stance, claim_id
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.profiles import Settings, reconcile
from counterclaim.incidents.tallies import Reconciled, Tally


def filed(
    claim: Claim, document: str, outlet: str | None, published: str | None, sentence: str | None
) -> FiledClaim:
    """The claim, filed; its place in the text follows from its words."""
    return FiledClaim(
        document_id=document,
        doc=document,
        outlet=outlet,
        published=published,
        sentence=claim.quote if sentence is None else sentence,
        claim=claim,
    )


def figure(
    low: int | None,
    high: int | None,
    *speakers: str,
    at: int = 0,
    document: str = "d1",
    outlet: str | None = None,
    published: str | None = None,
    sentence: str | None = None,
    **fields: Any,
) -> FiledClaim:
    """A figure: `figure(62, None, "coalition")` is "at least 62 killed", said by the coalition."""
    known: dict[str, Any] = {"harm": "killed", "qualifier": "exact" if low == high else "at_least", **fields}
    quote = f"{known['harm']} {low} to {high} of {known.get('group')}"
    claim = Casualty(start=at, end=at + 9, quote=quote, min=low, max=high, speakers=speakers, **known)
    return filed(_with_id(claim, document), document, outlet, published, sentence)


def blame(
    stance: Stance, accused: str | None, *speakers: str, document: str = "d1", at: int = 500, **fields: Any
) -> FiledClaim:
    """An accusation, admission, claim or denial."""
    known: dict[str, Any] = {"polarity": "negated" if stance == "denies" else "affirmed", **fields}
    claim = Responsibility(
        start=at,
        end=at + 9,
        quote=f"{stance} {accused}",
        stance=stance,
        accused=accused,
        speakers=speakers,
        **known,
    )
    return filed(_with_id(claim, document), document, None, None, None)


def strike(actor: str | None, *speakers: str, document: str = "d1", at: int = 700) -> FiledClaim:
    """An air strike by a party."""
    claim = Event(
        start=at,
        end=at + 9,
        quote=f"strike by {actor}",
        event_type="air_strike",
        actor=actor,
        speakers=speakers,
    )
    return filed(_with_id(claim, document), document, None, None, None)


def _with_id(claim: Claim, document: str) -> Claim:
    return replace(claim, id=claim_id(document, claim))


def tally(
    profile: str,
    *told: FiledClaim,
    harm: str = "killed",
    people: str | None = None,
    settings: Settings | None = None,
) -> Tally:
    """The one tally of this harm, or of these people, that the profile gives."""
    result = reconcile(profile, told, settings)
    found = [one for one in result.tallies if one.harm == harm and people in (None, one.people)]
    assert len(found) == 1, [(one.harm, one.people) for one in result.tallies]
    return found[0]


def ends(of: Tally) -> tuple[int | None, int | None]:
    return of.low.number, of.high.number


def used(result: Reconciled) -> set[str]:
    """Ids of the claims that counted."""
    return {step.claim for step in result.trace if step.used}


def why_not(result: Reconciled, one: FiledClaim) -> str:
    """Why a claim did not count."""
    (step,) = [step for step in result.trace if step.claim == one.claim.id]
    assert not step.used
    return step.why
