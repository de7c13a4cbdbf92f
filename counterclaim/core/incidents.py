"""Incidents: what is held to have happened, as claims linked together but never blended."""

from __future__ import annotations

from typing import Literal

import msgspec

from counterclaim.core.claims import Claim

RelationKind = Literal["repeats", "revises", "corroborates", "contradicts", "admits", "denies", "part_of"]


class FiledClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with what its document says about itself."""

    document_id: str
    doc: str
    outlet: str | None
    published: str | None  # EDTF of the claim's article, given or from its dateline
    sentence: str  # the passage it stands in
    claim: Claim


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """How one claim stands to another of the same incident. `basis` is the rule, in words."""

    kind: RelationKind
    claim: str  # ids
    other: str
    basis: str


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Why what two documents tell stands in one incident. `basis` are the reasons, in words."""

    claim: str  # ids: the first claim of what either tells
    other: str
    score: float  # 0 to 1; 1 where a person ruled
    basis: str


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """A person's ruling on claims: all of one happening, or `claims` of another than `others`."""

    number: int  # later rulings have higher ones
    decision: Literal["same", "different"]
    claims: tuple[str, ...]  # ids
    others: tuple[str, ...] = ()
    who: str = ""


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """Claims held to be about one happening. Recomputed at will; `code` stays public and stable."""

    code: str
    previous_codes: tuple[str, ...] = ()
    title: str  # neutral: kind, place, day
    kind: str | None = None  # an event type of the claims' vocabulary
    place: str | None = None  # as most claims word it
    when: str | None = None  # EDTF
    claims: tuple[str, ...] = ()  # claim ids, sorted by document and position
    relations: tuple[Relation, ...] = ()
    links: tuple[Link, ...] = ()  # one fewer than there are tellings: how each came to the others
    basis: str = ""  # why these claims stand together, in words
    maker: str = ""


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """All claims of one speaker about one incident. Speaker None is the documents' own voice."""

    speaker: str | None
    claims: tuple[FiledClaim, ...]
    outlets: tuple[str, ...]  # outlets or document names that carry it, each once


def in_text(one: FiledClaim) -> tuple[str, int, int, str]:
    """By document and place in it."""
    return one.document_id, one.claim.start, one.claim.end, one.claim.id
