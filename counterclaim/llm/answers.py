"""What a model is asked to answer: claims in the vocabulary of the guidelines, and what it did answer.

The model gives no offsets, ids, qualifiers or days: those are read from the text it quotes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import from_json

from counterclaim.core import claims as vocabulary
from counterclaim.llm.wording import shorten


class Said(BaseModel):
    """What every claim of an answer has."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str
    passage: int = Field(description="number of the passage that the quote is from")
    quote: str = Field(description="the words of that passage that carry the claim, unchanged")
    speakers: tuple[str, ...] = Field((), description="who first said it; [] for the article's own voice")
    via: tuple[str, ...] = Field((), description="who passed it on, outer to inner")
    explicitness: vocabulary.Explicitness
    modality: vocabulary.Modality = "asserted"
    polarity: vocabulary.Polarity = "affirmed"
    place: str | None = Field(None, description="words of the article that say where")
    date: str | None = Field(None, description="words of the article that say when")

    @model_validator(mode="after")
    def _credits_alike(self) -> Self:
        if bool(self.speakers) == (self.explicitness in ("passive", "outlet")):
            raise ValueError("speakers is [] where explicitness is passive or outlet, and nowhere else")
        return self


class SaidCasualty(Said):
    type: Literal["casualty"]
    harm: vocabulary.Harm
    min: int | None = Field(None, description="fewest people; null where no lower bound is given")
    max: int | None = Field(None, description="most people; null where no upper bound is given")
    group: str | None = Field(None, description="words of the article for the people harmed")
    status: vocabulary.Status = "unknown"
    scope: vocabulary.Scope = "incident"
    perpetrator: str | None = None


class SaidEvent(Said):
    type: Literal["event"]
    event_type: vocabulary.EventType
    actor: str | None = None
    target: str | None = None


class SaidResponsibility(Said):
    type: Literal["responsibility"]
    stance: vocabulary.Stance
    accused: str | None = None


class SaidControl(Said):
    type: Literal["control"]
    holder: str | None = None
    change: vocabulary.Change


class SaidDamage(Said):
    type: Literal["damage"]
    object: str | None = Field(None, description="words of the article for what was hit")
    min: int | None = Field(None, description="fewest things; null where no lower bound is given")
    max: int | None = Field(None, description="most things; null where no upper bound is given")
    outcome: vocabulary.Outcome


class SaidAgreement(Said):
    type: Literal["agreement"]
    agreement: str | None = Field(None, description="words of the article that name it")
    status: vocabulary.AgreementStatus


class SaidOther(Said):
    type: Literal["intent", "plan", "assessment"]


SaidClaim = (
    SaidCasualty | SaidEvent | SaidResponsibility | SaidControl | SaidDamage | SaidAgreement | SaidOther
)
_BY_TYPE: dict[str, type[SaidClaim]] = {
    "casualty": SaidCasualty,
    "event": SaidEvent,
    "responsibility": SaidResponsibility,
    "control": SaidControl,
    "damage": SaidDamage,
    "agreement": SaidAgreement,
    "intent": SaidOther,
    "plan": SaidOther,
    "assessment": SaidOther,
}
MAX_CLAIMS = 500  # in one answer, for some twenty sentences; a model that loops is cut off here


class _Whole(BaseModel):
    """The answer as the model is asked for it."""

    model_config = ConfigDict(extra="forbid")
    claims: list[SaidClaim]


class _Loose(BaseModel):
    """The same with its claims unread, so that one bad claim does not cost the others."""

    claims: list[Any]


@dataclass(frozen=True)
class Misfit:
    """A claim that does not fit the schema. `passage` is what the model gave for it, of any type."""

    why: str
    passage: object = None


@dataclass(frozen=True)
class Answer:
    """The claims that fit the schema, in the model's order, and those that do not. Nothing is checked yet."""

    claims: tuple[SaidClaim, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    broken: str | None = None  # why nothing of the answer could be read


def answer_schema() -> dict[str, Any]:
    """The JSON schema of an answer, in the subset that strict structured output allows."""
    schema: dict[str, Any] = _strict(_Whole.model_json_schema())
    return schema


def _strict(node: Any) -> Any:
    """Every property required, and none of the keywords that endpoints refuse."""
    if isinstance(node, list):
        return [_strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {
        key: {name: _strict(item) for name, item in value.items()}
        if key in ("properties", "$defs")
        else _strict(value)
        for key, value in node.items()
        if key not in ("title", "default")
    }
    if "properties" in kept:
        kept |= {"required": list(kept["properties"]), "additionalProperties": False}
    return kept


def parse_answer(words: str) -> Answer:
    """What an answer claims. A fence or talk around the JSON object does no harm.

    >>> parse_answer('Here you are: ```json {"claims": []}```')
    Answer(claims=(), misfits=(), broken=None)
    """
    words = words.rpartition("</think>")[2]  # some local models think aloud first
    start, end = words.find("{"), words.rfind("}")
    if not words.strip():
        return Answer(broken="it is empty")
    try:
        items = _Loose.model_validate(from_json(words[start : end + 1])).claims
    except ValidationError as error:
        return Answer(broken=_why(error))
    except ValueError as error:
        return Answer(broken=shorten(f"no JSON object: {error}"))
    read = [_parse_claim(item) for item in items[:MAX_CLAIMS]]
    beyond = [Misfit(f"it is one of {len(items)}, and only {MAX_CLAIMS} are read")] * (
        len(items) > MAX_CLAIMS
    )
    return Answer(
        claims=tuple(item for item in read if not isinstance(item, Misfit)),
        misfits=(*(item for item in read if isinstance(item, Misfit)), *beyond),
    )


def _parse_claim(item: object) -> SaidClaim | Misfit:
    fields = item if isinstance(item, dict) else {}
    model = _BY_TYPE.get(str(fields.get("type")))
    if model is None:
        return Misfit("its type is none of the vocabulary", fields.get("passage"))
    try:
        return model.model_validate(item)
    except ValidationError as error:
        return Misfit(_why(error), fields.get("passage"))


def _why(error: ValidationError) -> str:
    """The fields that do not fit, and how; never the values."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return shorten("; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in found[:4]))
