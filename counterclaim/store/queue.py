"""What a person at the desk looks at next: claims in an order, by filters, quick in a store of any size.

Every order reads an index from its end and stops after as many claims as are asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any, Literal, get_args

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, literal_column, or_, select

from counterclaim.core.ids import ID_LENGTH
from counterclaim.incidents.profiles import DEFAULT_PROFILE
from counterclaim.store import schema
from counterclaim.store.audit import is_undone
from counterclaim.store.choices import CLAIM_ACTIONS
from counterclaim.store.reviews_schema import audit, audit_claims, effects

Order = Literal["effect", "uncertain", "random"]
ORDERS: tuple[Order, ...] = get_args(Order)
_FEW = 1_000  # claims that are sorted rather than found on the way along an order
_Condition = ColumnElement[bool]
_SHARE_DIGITS = 4  # of a claim's id, hex: a share is told to one part in 65,536


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims; None is any. `decided` takes those that somebody decided on, too."""

    type: str | None = None
    harm: str | None = None
    speaker: str | None = None
    incident: str | None = None  # code
    outlet: str | None = None
    decided: bool = False


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """Who sits there, and how. A coder sees nobody else's decisions; a share of claims goes to two coders."""

    who: str
    coding: bool = False
    share: float = 0.0  # 0 to 1
    order: Order = "effect"
    profile: str = DEFAULT_PROFILE  # whose ranges, in the order of effect
    seed: int = 1  # of the random order
    filters: Filters = Filters()


def find_queue(connection: Connection, desk: Desk, most: int) -> list[str]:
    """The ids of the first `most` claims."""
    conditions = [*_of_filters(connection, desk.filters), *([] if desk.filters.decided else [_open_to(desk)])]
    match desk.order:
        case "effect":
            return _by_effect(connection, desk.profile, conditions, most)
        case "uncertain":
            return _by_doubt(connection, conditions, most)
        case "random":
            return list(_from_seed(connection, desk.seed, select(schema.claims.c.id), conditions, most))


def _by_effect(
    connection: Connection, profile: str, conditions: Sequence[_Condition], most: int
) -> list[str]:
    """Those that move a range, the furthest first; then the others, document by document."""
    wanted = (
        select(effects.c.claim_id)
        .join(schema.claims, schema.claims.c.id == effects.c.claim_id)
        .where(effects.c.profile == profile, effects.c.people > 0, *conditions)
        .order_by(effects.c.people.desc(), effects.c.claim_id.desc())
        .limit(most)
    )
    found = list(dict.fromkeys(connection.scalars(wanted)))
    moves = exists().where(
        effects.c.claim_id == schema.claims.c.id, effects.c.profile == profile, effects.c.people > 0
    )
    return [*found, *_in_text(connection, [~moves, *conditions], most - len(found))]


def _by_doubt(connection: Connection, conditions: Sequence[_Condition], most: int) -> list[str]:
    """Confidence nearest to a half first; claims of makers that give none come last."""
    claim = schema.claims.c
    sides = [
        select(claim.id, claim.score).where(claim.score >= 0.5, *conditions).order_by(claim.score),
        select(claim.id, claim.score).where(claim.score < 0.5, *conditions).order_by(claim.score.desc()),
    ]
    near = [(abs(score - 0.5), of) for side in sides for of, score in connection.execute(side.limit(most))]
    found = [of for _, of in sorted(near)][:most]
    return [*found, *_in_text(connection, [_walked("score").is_(None), *conditions], most - len(found))]


def _in_text(connection: Connection, conditions: Sequence[_Condition], most: int) -> Sequence[str]:
    claim = schema.claims.c
    order = claim.document_id, claim.passage, claim.start
    return connection.scalars(select(claim.id).where(*conditions).order_by(*order).limit(most)).all()


def _walked(name: str) -> ColumnElement[Any]:
    """A column of claims that SQLite is not to look up in an index of its own.

    It would gather all undecided claims, say, to sort them: the order's own index is walked instead.
    """
    return literal_column(f"+claims.{name}")


def _from_seed(
    connection: Connection,
    seed: int,
    columns: Select[Any],
    conditions: Sequence[_Condition],
    most: int,
) -> list[Any]:
    """Claims in the order of their ids from a point that the seed sets, and round.

    Ids are hashes: their order has nothing to do with what the claims say, so that any stretch of it is a
    random sample.
    """
    claim = schema.claims.c
    start = hashlib.sha256(f"seed {seed}".encode()).hexdigest()[:ID_LENGTH]
    found: list[Any] = []
    for side in (claim.id >= start, claim.id < start):
        wanted = columns.where(side, *conditions).order_by(claim.id).limit(most - len(found))
        rows = connection.execute(wanted).all()
        found += [row[0] if len(row) == 1 else tuple(row) for row in rows]
    return found


def find_sample(connection: Connection, desk: Desk, most: int) -> list[tuple[str, str, str | None]]:
    """Id, type and decision of the first `most` claims of the random order, decided or not."""
    claim = schema.claims.c
    columns = select(claim.id, claim.type, claim.decision)
    return _from_seed(connection, desk.seed, columns, _of_filters(connection, desk.filters), most)


def _of_filters(connection: Connection, filters: Filters) -> list[_Condition]:
    """The conditions that the filters set; where they leave few claims, these claims by their ids."""
    looked_up = _conditions(filters, lambda name: schema.claims.c[name])
    if not looked_up:
        return []
    few = connection.scalars(select(schema.claims.c.id).where(*looked_up).limit(_FEW + 1)).all()
    return [schema.claims.c.id.in_(few)] if len(few) <= _FEW else _conditions(filters, _walked)


def _conditions(filters: Filters, column: Callable[[str], ColumnElement[Any]]) -> list[_Condition]:
    found: list[_Condition] = []
    if filters.type is not None:
        found.append(column("type") == filters.type)
    if filters.harm is not None:
        found += [column("type") == "casualty", column("harm") == filters.harm]
    if filters.speaker is not None:
        speaker = schema.claim_speakers.c
        found.append(column("id").in_(select(speaker.claim_id).where(speaker.speaker == filters.speaker)))
    if filters.incident is not None:
        member = schema.incident_claims.c
        found.append(column("id").in_(select(member.claim_id).where(member.code == filters.incident)))
    if filters.outlet is not None:
        found.append(column("outlet") == filters.outlet)
    return found


def _open_to(desk: Desk) -> ColumnElement[bool]:
    """Whether a claim waits for a decision of whoever sits at the desk."""
    claim = schema.claims.c
    undecided = _walked("decision").is_(None)
    mine = select(audit_claims.c.claim_id).join(audit, audit.c.number == audit_claims.c.number)
    mine = mine.where(audit.c.who == desk.who, audit.c.action.in_(CLAIM_ACTIONS), ~is_undone())
    if not desk.coding:
        return and_(undecided, claim.id.not_in(mine.where(audit.c.action == "unsure")))
    coders = (
        select(audit_claims.c.claim_id, func.count(audit.c.who.distinct()).label("people"))
        .join(audit, audit.c.number == audit_claims.c.number)
        .where(audit.c.action.in_(CLAIM_ACTIONS), ~is_undone())
        .group_by(audit_claims.c.claim_id)
        .cte("coders")
    )
    nobodys = and_(undecided, claim.id.not_in(select(coders.c.claim_id)))
    seconds = and_(
        func.substr(claim.id, -_SHARE_DIGITS) < share_mark(desk.share),
        claim.id.in_(select(coders.c.claim_id).where(coders.c.people == 1)),
    )
    return and_(claim.id.not_in(mine), or_(nobodys, seconds))


def share_mark(share: float) -> str:
    """The end of an id below which a claim goes to two coders.

    >>> share_mark(0.2), share_mark(0.0), share_mark(1.0)
    ('3333', '0000', 'g')
    """
    return "g" if share >= 1 else f"{int(share * 16**_SHARE_DIGITS):0{_SHARE_DIGITS}x}"
