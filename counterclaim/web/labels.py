"""The claims' vocabulary in words: type, harm, stance, badges, and a short line for each claim without a figure."""

from __future__ import annotations

from counterclaim.core.claims import (
    Agreement,
    Casualty,
    Claim,
    Control,
    Event,
    Harm,
    Responsibility,
    Stance,
    claim_type,
)

# In the order in which the columns of a matrix and the legend of a reader stand.
HARMS: dict[Harm, str] = {
    "killed": "killed",
    "wounded": "wounded",
    "killed_or_wounded": "killed or wounded",
    "missing": "missing",
    "abducted": "abducted",
    "detained": "detained",
    "displaced": "displaced",
    "besieged": "besieged",
    "evacuated": "evacuated",
    "rescued": "rescued",
    "surrendered": "surrendered",
    "affected": "affected",
}
STANCES: dict[Stance, tuple[str, str]] = {  # of the speaker's own act, and of another's
    "accuses": ("accuses itself", "accuses {}"),
    "admits": ("admits it", "admits that it was {}"),
    "denies": ("denies it", "denies that it was {}"),
    "claims": ("claims it as its own act", "claims it for {}"),
}
TYPES: dict[str, str] = {
    "casualty": "people harmed",
    "responsibility": "who did it",
    "event": "happening",
    "control": "who holds a place",
    "damage": "things damaged",
    "agreement": "agreement",
    "intent": "aim",
    "plan": "plan or demand",
    "assessment": "judgement",
}
SEGMENTS: dict[str, str] = {
    "headline": "headline",
    "dateline": "dateline",
    "byline": "byline",
    "caption": "caption",
    "embed": "embedded item, shown as text and not loaded",
    "notice": "notice of the website",
    "menu": "menu of the website",
}
_MODALITIES = {"alleged": "alleged", "conditional": "only if", "predicted": "predicted"}
_SCOPES = {"part": "part of a larger figure", "cumulative": "total over several events"}
_CREDITS = {"passive": "said to be so, nobody named", "unnamed": "nobody named"}


def badges(claim: Claim) -> tuple[str, ...]:
    """What qualifies the claim as a whole, in words: hedged, negated, part of a figure.

    >>> badges(Casualty(start=0, end=1, quote="", harm="killed", scope="part", polarity="negated"))
    ('says it is not so', 'part of a larger figure')
    """
    denial = isinstance(claim, Responsibility) and claim.stance == "denies"  # its own words say so
    negated = claim.polarity == "negated" and not denial
    found = [_MODALITIES.get(claim.modality), "says it is not so" if negated else None]
    if isinstance(claim, Casualty):
        found.append(_SCOPES.get(claim.scope))
    if not claim.speakers:
        found.append(_CREDITS.get(claim.explicitness))
    return tuple(words for words in found if words)


def type_words(claim: Claim) -> str:
    """The claim's type for people.

    >>> type_words(Event(start=0, end=1, quote="", event_type="air_strike"))
    'happening'
    """
    return TYPES[claim_type(claim)]


def gist(claim: Claim) -> str:
    """What a claim without a figure says, on one line; "" for types whose own words say it better.

    >>> gist(Responsibility(start=0, end=1, quote="", stance="accuses", accused="the navy"))
    'accuses the navy'
    >>> gist(Responsibility(start=0, end=1, quote="", stance="denies", accused="the navy", speakers=("the navy",)))
    'denies it'
    """
    match claim:
        case Responsibility():
            own, another = STANCES[claim.stance]
            if claim.stance == "accuses" and claim.accused is None:
                return "accuses somebody not named"
            return own if claim.accused in (None, *claim.speakers) else another.format(claim.accused)
        case Event():
            parties = [party for party in (claim.actor, claim.target) if party]
            kind = claim.event_type.replace("_", " ")
            return f"{kind}: {' → '.join(parties)}" if parties else kind
        case Control():
            return f"{claim.holder or 'nobody named'} {claim.change} {claim.place or 'a place not named'}"
        case Agreement():
            return f"{claim.agreement or 'agreement'}: {claim.status.replace('_', ' ')}"
        case _:
            return ""
