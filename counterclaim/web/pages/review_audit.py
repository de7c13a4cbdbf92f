"""Every decision that people took, with what it changed and whether the chain is whole."""

from __future__ import annotations

import json
import secrets
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query
from sqlalchemy import ColumnElement
from starlette.responses import Response

from counterclaim.store.audit import ACTIONS, Entry, find_broken, read_entries
from counterclaim.store.reviews_schema import audit, audit_claims
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.review.asked import Asking
from counterclaim.web.review.fields import changed_fields
from counterclaim.web.review.shown import show

router = APIRouter()
SHOWN = 50  # entries on a page
_WORDS = Annotated[str, Query(max_length=200)]


class Shown(NamedTuple):
    """An entry with what it changed: claim, its words, decision before and after, fields before and after."""

    entry: Entry
    changes: tuple[tuple[str, str, str | None, str | None, tuple[tuple[str, str, str], ...]], ...]
    incidents: tuple[tuple[str, int, int], ...]  # code, claims before and after


@router.api_route("/review/audit", methods=["GET", "HEAD"])
def show_audit(
    store: OpenStore,
    asked: Asking,
    who: _WORDS = "",
    action: _WORDS = "",
    claim: _WORDS = "",
    before: int | None = None,
    done: int | None = None,
) -> Response:
    """Decisions by filters, newest first, `before` a number; a coder sees their own only."""
    if not asked.viewer.may("reviewer"):
        who = asked.who
    conditions: list[ColumnElement[bool]] = []
    if who:
        conditions.append(audit.c.who == who)
    if action:
        conditions.append(audit.c.action == action)
    if claim:
        of = audit_claims.c
        conditions.append(
            audit.c.number.in_(audit_claims.select().with_only_columns(of.number).where(of.claim_id == claim))
        )
    if before is not None:
        conditions.append(audit.c.number < before)
    with store.reading() as connection:
        entries = read_entries(connection, *conditions, limit=SHOWN + 1)
        broken = next(find_broken(connection), None)
        last = read_entries(connection, limit=1)
        numbers = [entry.number for entry in entries]
        redone = {each.entry for each in read_entries(connection, audit.c.entry.in_(numbers))}
    return show(
        "audit",
        asked=asked,
        shown=[_show(entry) for entry in entries[:SHOWN]],
        more=entries[SHOWN - 1].number if len(entries) > SHOWN else None,
        filters={"who": who, "action": action, "claim": claim},
        actions=ACTIONS,
        broken=broken,
        head=last[0] if last else None,
        done=done,
        redone=redone,
        form=secrets.token_hex(16),
    )


def _show(entry: Entry) -> Shown:
    old, new = json.loads(entry.before or "{}"), json.loads(entry.after or "{}")
    if "incidents" in old:
        was, now = old["incidents"], new.get("incidents", {})
        codes = [*was, *(code for code in now if code not in was)]
        sizes = tuple((code, len(was.get(code, ())), len(now.get(code, ()))) for code in codes)
        return Shown(entry, (), sizes if now else ())
    return Shown(entry, tuple(_change(name, old, new) for name in {**old, **new}), ())


def _change(
    name: str, old: dict[str, Any], new: dict[str, Any]
) -> tuple[str, str, str | None, str | None, tuple[tuple[str, str, str], ...]]:
    was, becomes = old.get(name), new.get(name)
    known: dict[str, Any] = becomes or was or {"claim": {}}
    fields = changed_fields(was["claim"], becomes["claim"]) if was and becomes else []
    return (
        name,
        str(known["claim"].get("quote", "")),
        was["decision"] if was else None,
        becomes["decision"] if becomes else None,
        tuple(fields),
    )
