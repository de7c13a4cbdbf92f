"""Claims: one checkable thing a document says, with who is credited.

A claim's id comes from document, span, type, speakers and the typed value, never from the maker or
its score, so a person's ruling survives a better extractor.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from counterclaim.core.ids import hash_fields
from counterclaim.core.located import Located

Explicitness = Literal["named", "role", "unnamed", "passive", "outlet"]
Modality = Literal["asserted", "alleged", "conditional", "predicted"]
Polarity = Literal["affirmed", "negated"]
Harm = Literal[
    "killed",
    "wounded",
    "killed_or_wounded",
    "missing",
    "abducted",
    "detained",
    "displaced",
    "besieged",
    "evacuated",
    "rescued",
    "surrendered",
    "affected",
]
FigureQualifier = Literal[
    "exact", "at_least", "more_than", "at_most", "fewer_than", "about", "between", "vague", "unknown", "none"
]
Status = Literal["civilian", "combatant", "mixed", "unknown"]
Scope = Literal["incident", "cumulative", "part"]
EventType = Literal[
    "air_strike",
    "shelling",
    "chemical_attack",
    "suicide_bombing",
    "bombing",
    "armed_clash",
    "attack",
    "abduction",
    "execution",
    "arrest",
    "protest",
    "looting",
    "siege",
    "withdrawal",
    "evacuation",
    "aid_delivery",
    "deployment",
    "notification",
    "meeting",
    "other",
]
Stance = Literal["accuses", "admits", "denies", "claims"]
Change = Literal["holds", "seizes", "loses", "contests", "besieges"]
Outcome = Literal["destroyed", "damaged"]
AgreementStatus = Literal["announced", "in_force", "violated", "ended", "terms", "proposed"]


class ClaimBase(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """What every claim has, whatever it is about."""

    id: str = ""
    start: int  # half-open, code points of the document
    end: int
    quote: str
    article: int = 0  # index into `Sheet.articles`
    passage: int = 0  # index into `Sheet.passages`
    speakers: tuple[str, ...] = ()  # innermost first; empty: the document's own voice, or nobody named
    speaker_aliases: tuple[str, ...] = ()
    via: tuple[str, ...] = ()  # relay chain, outer to inner
    credit: tuple[int, int] | None = None  # span of the words that credit the speaker
    explicitness: Explicitness = "outlet"
    modality: Modality = "asserted"
    polarity: Polarity = "affirmed"
    incident: str | None = None
    when: str | None = None  # EDTF of `date`, or of the article's day where the text says so
    when_basis: str | None = None
    where: Located | None = None  # what the words of `place` mean on the map
    maker: str = ""  # versioned name of the rule or head
    score: float | None = None  # 0 to 1; None where the maker gives no confidence, as rules do


class Casualty(ClaimBase, frozen=True, kw_only=True, tag="casualty"):
    """People harmed. `min` and `max` are the figure's bounds in people; None is no bound."""

    harm: Harm
    min: int | None = None
    max: int | None = None
    qualifier: FigureQualifier = "unknown"
    group: str | None = None
    status: Status = "unknown"
    scope: Scope = "incident"
    perpetrator: str | None = None
    place: str | None = None
    date: str | None = None


class Event(ClaimBase, frozen=True, kw_only=True, tag="event"):
    """A concrete happening."""

    event_type: EventType
    actor: str | None = None
    target: str | None = None
    place: str | None = None
    date: str | None = None


class Responsibility(ClaimBase, frozen=True, kw_only=True, tag="responsibility"):
    """Someone says who did, or did not do, an act."""

    stance: Stance
    accused: str | None = None
    place: str | None = None
    date: str | None = None


class Control(ClaimBase, frozen=True, kw_only=True, tag="control"):
    """Who holds a place, or how that changes."""

    holder: str | None = None
    place: str | None = None
    change: Change = "holds"
    date: str | None = None
    optional: bool = False  # an attributive mention ("rebel-held Idlib"), weaker than a statement


class Damage(ClaimBase, frozen=True, kw_only=True, tag="damage"):
    """Things destroyed or damaged, in pieces."""

    object: str | None = None
    min: int | None = None
    max: int | None = None
    outcome: Outcome = "damaged"
    place: str | None = None
    date: str | None = None


class Agreement(ClaimBase, frozen=True, kw_only=True, tag="agreement"):
    """A ceasefire, evacuation deal or resolution, or one of its terms."""

    agreement: str | None = None
    status: AgreementStatus = "in_force"
    place: str | None = None
    date: str | None = None


class Intent(ClaimBase, frozen=True, kw_only=True, tag="intent"):
    """What an act was aimed at or meant to do."""

    place: str | None = None
    date: str | None = None


class Plan(ClaimBase, frozen=True, kw_only=True, tag="plan"):
    """What someone will do, threatens, demands or is due to do."""

    place: str | None = None
    date: str | None = None


class Assessment(ClaimBase, frozen=True, kw_only=True, tag="assessment"):
    """A condemnation, regret, prediction, opinion or explanation by a credited speaker."""

    place: str | None = None
    date: str | None = None


Claim = Casualty | Event | Responsibility | Control | Damage | Agreement | Intent | Plan | Assessment

ROW_MAKER = "import_"  # begins the maker of every claim that a row of a list of events makes

_VALUE_FIELDS = (
    "harm",
    "min",
    "max",
    "event_type",
    "stance",
    "accused",
    "change",
    "holder",
    "object",
    "outcome",
    "agreement",
    "status",
)


def claim_type(claim: Claim) -> str:
    """The claim's type in the vocabulary: "casualty", "event", …"""
    return str(type(claim).__struct_config__.tag)


def claim_id(document_id: str, claim: Claim) -> str:
    """The id that the same words and reading always get."""
    values = (getattr(claim, name, None) for name in _VALUE_FIELDS)
    return hash_fields(
        [document_id, claim.start, claim.end, claim_type(claim), *claim.speakers, claim.polarity, *values]
    )


def is_held(claim: Claim) -> bool:
    """Whether the claim holds that it is so: not denied, conditional or foretold."""
    return claim.polarity == "affirmed" and claim.modality in ("asserted", "alleged")
