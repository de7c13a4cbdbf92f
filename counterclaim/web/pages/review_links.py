"""Merging and splitting incidents at the desk, each seen before it is decided."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Connection
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from counterclaim.core.errors import DataError
from counterclaim.core.ids import hash_fields
from counterclaim.core.incidents import Incident
from counterclaim.store.audit import entries_on, read_entry
from counterclaim.store.effects import weigh
from counterclaim.store.linked import read_incident
from counterclaim.store.reviews import Signed, entry_of_form, incidents_of, last_decision, rule_link
from counterclaim.web import languages
from counterclaim.web.languages import gettext as _
from counterclaim.web.pages.opened import OpenStore, WritableStore
from counterclaim.web.pages.review import WEIGHED_AT_ONCE, Sent
from counterclaim.web.related import find_related
from counterclaim.web.render import path_part
from counterclaim.web.review.asked import Asked, Asking
from counterclaim.web.review.change import compare, without
from counterclaim.web.review.choosing import word
from counterclaim.web.review.keys import read_keys
from counterclaim.web.review.pairs import read_side, side_by_side, weigh_pair
from counterclaim.web.review.shown import show
from counterclaim.web.viewer import at_least

router = APIRouter(dependencies=[Depends(at_least("reviewer"))])
_CODE = Annotated[str, Query(max_length=100)]


@router.api_route("/review/incidents/{code}", methods=["GET", "HEAD"])
def show_choices(store: OpenStore, asked: Asking, code: str, done: int | None = None) -> Response:
    """The incidents that this one could be, and its claims to be split; `done` is what was just decided."""
    incident = store.incident(code)
    with store.reading() as connection:
        side = read_side(connection, incident)
        notice = read_entry(connection, done) if done is not None else None
    return show(
        "incident",
        asked=asked,
        side=side,
        neighbours=find_related(store, incident, side.filed),
        message=None,
        done=notice,
    )


@router.api_route("/review/pair", methods=["GET", "HEAD"])
def show_pair(store: OpenStore, asked: Asking, one: _CODE = "", other: _CODE = "") -> Response:
    """Two incidents side by side, and the ranges that they would have as one; to the desk without two codes."""
    if not one or not other:
        return RedirectResponse(f"{languages.base()}/review{asked.query()}", 303)
    with store.reading() as connection:
        return _pair(connection, asked, read_incident(connection, one), read_incident(connection, other))


def _pair(
    connection: Connection, asked: Asked, one: Incident, other: Incident, conflict: bool = False
) -> Response:
    if one.code == other.code:
        raise DataError(f"{one.code} and {other.code} are one incident")
    mine, theirs = read_side(connection, one), read_side(connection, other)
    together = [*mine.filed, *theirs.filed]
    return show(
        "pair",
        409 if conflict else 200,
        asked=asked,
        one=mine,
        other=theirs,
        lines=side_by_side(mine, theirs),
        weighed=weigh_pair(connection, mine, theirs),
        changes=[
            (mine, compare(asked.profile, mine.filed, together)),
            (theirs, compare(asked.profile, theirs.filed, together)),
        ],
        seen=_version(connection, [*one.claims, *other.claims]),
        form=secrets.token_hex(16),
        keys=read_keys(connection, asked.who),
        theirs_since=entries_on(connection, [*one.claims, *other.claims])[:3] if conflict else [],
    )


@router.post("/review/pair")
def rule_pair(store: WritableStore, asked: Asking, sent: Sent) -> Response:
    """Rule that two incidents are one, or that they are not."""
    decision = word(sent, "decision")
    if decision not in ("same", "different"):
        raise DataError(_("choose whether they are the same incident or not"))
    with store.writing() as connection:
        known = entry_of_form(connection, word(sent, "form"))
        if known is not None:
            return _back(connection, asked, known.claims, known.number)
        one, other = (read_incident(connection, word(sent, name)) for name in ("one", "other"))
        if word(sent, "version") != _version(connection, [*one.claims, *other.claims]):
            return _pair(connection, asked, one, other, conflict=True)
        signed = _signed(asked, sent)
        if decision == "same":
            claims, others = [*one.claims, *other.claims], []
        else:
            claims, others = list(one.claims), list(other.claims)
        _ruling, number = rule_link(
            connection, "same" if decision == "same" else "different", claims, others, signed, link=True
        )
        weigh(connection, asked.profile, WEIGHED_AT_ONCE)
        return _back(connection, asked, one.claims, number)


@router.api_route("/review/split/{code}", methods=["GET", "HEAD"])
def show_split(
    store: OpenStore, asked: Asking, code: str, claim: Annotated[list[str] | None, Query()] = None
) -> Response:
    """What the two parts would say, if the chosen claims told of another happening."""
    with store.reading() as connection:
        return _split(connection, asked, read_incident(connection, code), claim or [])


def _split(
    connection: Connection, asked: Asked, incident: Incident, chosen: Sequence[str], conflict: bool = False
) -> Response:
    side = read_side(connection, incident)
    moved = [one for one in side.filed if one.claim.id in set(chosen)]
    rest = without(side.filed, {one.claim.id for one in moved})
    if not moved or not rest:
        return show(
            "incident",
            asked=asked,
            side=side,
            neighbours=None,
            done=None,
            message=_("Choose at least one claim that is of another happening, and leave at least one."),
        )
    return show(
        "split",
        409 if conflict else 200,
        asked=asked,
        side=side,
        moved=moved,
        parts=[
            (_("What stays"), compare(asked.profile, side.filed, rest), rest),
            (_("What becomes an incident of its own"), compare(asked.profile, [], moved), moved),
        ],
        seen=_version(connection, incident.claims),
        form=secrets.token_hex(16),
        theirs_since=entries_on(connection, incident.claims)[:3] if conflict else [],
    )


@router.post("/review/split/{code}")
def rule_split(store: WritableStore, asked: Asking, sent: Sent, code: str) -> Response:
    """Rule that the chosen claims tell of another happening than the others."""
    with store.writing() as connection:
        known = entry_of_form(connection, word(sent, "form"))
        if known is not None:
            return _back(connection, asked, known.claims, known.number)
        incident = read_incident(connection, code)
        chosen = [str(claim) for claim in sent.getlist("claim") if claim in incident.claims]
        rest = [claim for claim in incident.claims if claim not in set(chosen)]
        if word(sent, "version") != _version(connection, incident.claims) or not chosen or not rest:
            return _split(connection, asked, incident, chosen, conflict=True)
        _ruling, number = rule_link(connection, "different", chosen, rest, _signed(asked, sent), link=True)
        weigh(connection, asked.profile, WEIGHED_AT_ONCE)
        return _back(connection, asked, rest, number)


def _signed(asked: Asked, sent: FormData) -> Signed:
    return Signed(asked.who, why=word(sent, "why"), form=word(sent, "form") or None)


def _version(connection: Connection, claims: Sequence[str]) -> str:
    return hash_fields([last_decision(connection, claims), *sorted(claims)])


def _back(connection: Connection, asked: Asked, claims: Sequence[str], number: int) -> Response:
    """To the incident that holds the claims now, with what was decided."""
    found = incidents_of(connection, claims)
    member = max(found, key=lambda code: len(found[code])) if found else None
    path = f"/review/incidents/{path_part(member)}" if member else "/review"
    return RedirectResponse(f"{languages.base()}{path}{asked.query(done=number)}", 303)
