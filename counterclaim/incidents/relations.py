"""How the claims of one incident stand to each other, by rules that anyone can check.

Independence is counted on speakers: what one speaker says in two outlets is a repeat, not support.
A conditional or predicted claim ("if it hit troops, it was an accident") never admits or counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from counterclaim.core.claims import Casualty, Claim, Event, Responsibility, claim_type
from counterclaim.core.incidents import FiledClaim, Relation
from counterclaim.core.wording import label_words
from counterclaim.incidents.figure_relations import Figures, relation_of, same_wording
from counterclaim.incidents.figures import same_figure
from counterclaim.incidents.parts import wholes_of
from counterclaim.incidents.people import may_be_one_party
from counterclaim.incidents.voices import same_voice

# Events that somebody can be held responsible for.
ACTS = frozenset(
    "air_strike shelling chemical_attack suicide_bombing bombing armed_clash attack abduction execution arrest looting siege".split()
)


def relate(filed: Sequence[FiledClaim]) -> tuple[Relation, ...]:
    """The relations among the claims of one incident: at most one, the strongest, for a pair."""
    ordered = sorted(filed, key=lambda one: (one.document_id, one.claim.start, one.claim.id))
    figures = Figures(ordered)
    pairs = [
        found
        for one, other in combinations(ordered, 2)
        if (found := _relation(one, other, figures)) is not None
    ]
    parts = [
        Relation(kind="part_of", claim=part, other=whole.claim.id, basis="counted within this figure")
        for part, whole in wholes_of(ordered).items()
    ]
    return (*_once_a_sentence(pairs, ordered), *parts)


def _once_a_sentence(relations: Sequence[Relation], filed: Sequence[FiledClaim]) -> list[Relation]:
    """A denial meets each sentence of another speaker once: its admission before its event or figure."""
    by_id = {one.claim.id: one for one in filed}
    met: dict[tuple[object, ...], Relation] = {}
    kept: list[Relation] = []
    for relation in relations:
        one, other = by_id[relation.claim], by_id[relation.other]
        if one.claim.polarity != "negated" or relation.kind not in ("contradicts", "denies"):
            kept.append(relation)
            continue
        key = (relation.claim, other.document_id, other.claim.passage, other.claim.speakers)
        known = met.get(key)
        if known is None or _weight(other.claim) < _weight(by_id[known.other].claim):
            met[key] = relation
    return [*kept, *met.values()]


def _weight(claim: Claim) -> int:
    return 0 if isinstance(claim, Responsibility) else 1 if isinstance(claim, Event) else 2


def _relation(one: FiledClaim, other: FiledClaim, figures: Figures) -> Relation | None:
    if one.claim.modality in ("conditional", "predicted") or other.claim.modality in (
        "conditional",
        "predicted",
    ):
        return None
    for first, second in ((one, other), (other, one)):
        found = _denial(first, second) or _admission(first, second)
        if found is not None:
            return found
    a, b = one.claim, other.claim
    if isinstance(a, Casualty) and isinstance(b, Casualty):
        found = figures.relate(one, other)
        if found is None and same_figure(a, b) and same_voice(one, other):
            return _said_again(one, other)
        return found
    if isinstance(a, Responsibility) and isinstance(b, Responsibility):
        return _accusations(one, other, a, b)
    if same_voice(one, other):
        return _said_again(one, other)
    if isinstance(a, Event) and isinstance(b, Event) and a.event_type == b.event_type != "other":
        if "negated" in (a.polarity, b.polarity):
            return None
        return relation_of(one, other, "corroborates", f"both tell of {_name(a.event_type)}")
    return None


def _accusations(one: FiledClaim, other: FiledClaim, a: Responsibility, b: Responsibility) -> Relation | None:
    if same_voice(one, other):
        return _said_again(one, other)
    blames = {"accuses", "admits", "claims"}
    if not {a.stance, b.stance} <= blames or a.polarity != b.polarity or not a.accused or not b.accused:
        return None
    if may_be_one_party(a.accused, b.accused):
        return relation_of(one, other, "corroborates", f"both hold {b.accused} responsible")
    return relation_of(one, other, "contradicts", f"one holds {a.accused} responsible, the other {b.accused}")


def _admission(one: FiledClaim, other: FiledClaim) -> Relation | None:
    a, b = one.claim, other.claim
    if not isinstance(a, Responsibility) or a.stance not in ("admits", "claims") or a.polarity == "negated":
        return None
    blamed = _blamed(b)
    if blamed is None or same_voice(one, other) or b.polarity == "negated" or a.accused is None:
        return None
    if isinstance(b, Responsibility) and b.stance != "accuses":
        return None
    if not may_be_one_party(a.accused, blamed):
        return None
    return relation_of(one, other, "admits", f"{a.accused} admits what this holds {blamed} responsible for")


def _denial(one: FiledClaim, other: FiledClaim) -> Relation | None:
    a, b = one.claim, other.claim
    if b.polarity == "negated":
        return None
    if isinstance(a, Event) and a.polarity == "negated" and a.actor is None:
        if isinstance(b, Event) and a.event_type == b.event_type != "other":
            return relation_of(
                one, other, "contradicts", f"one tells of {_name(b.event_type)}, the other of none"
            )
        return None
    denied = _denied(a)
    if denied is None:
        return None
    blamed = _blamed(b)
    if blamed is None or not may_be_one_party(denied, blamed):
        return None
    if isinstance(b, Responsibility) and b.stance in ("admits", "claims"):
        return relation_of(one, other, "contradicts", f"one denies what {blamed} admits")
    if any(may_be_one_party(speaker, denied) for speaker in a.speakers):
        return relation_of(one, other, "denies", f"{denied} denies what this holds {blamed} responsible for")
    return relation_of(
        one, other, "contradicts", f"one denies that it was {denied}, the other holds {blamed} responsible"
    )


def _denied(claim: Claim) -> str | None:
    """Who did not do it, according to the claim."""
    if isinstance(claim, Responsibility):
        return claim.accused if claim.stance == "denies" else None
    return claim.actor if isinstance(claim, Event) and claim.polarity == "negated" else None


def _blamed(claim: Claim) -> str | None:
    """Who did it, according to the claim."""
    if isinstance(claim, Responsibility):
        return claim.accused if claim.stance != "denies" else None
    if isinstance(claim, Event):
        return claim.actor if claim.event_type in ACTS else None
    return claim.perpetrator if isinstance(claim, Casualty) else None


def _said_again(one: FiledClaim, other: FiledClaim) -> Relation | None:
    if claim_type(one.claim) != claim_type(other.claim) or one.claim.polarity != other.claim.polarity:
        return None
    if not same_wording(one.claim.quote, other.claim.quote):
        return None
    return relation_of(other, one, "repeats", "the same speaker in nearly the same words")


def _name(event_type: str) -> str:
    words = label_words(event_type)
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"
