"""The review desk: one claim at a time, and what is decided about it."""

from __future__ import annotations

import secrets
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Depends, Query, Request
from sqlalchemy import Connection
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from counterclaim.core.errors import DataError, StoreError
from counterclaim.incidents.profiles import PROFILES
from counterclaim.store import Store
from counterclaim.store.audit import entries_on, read_entry
from counterclaim.store.choices import REASONS
from counterclaim.store.desk_settings import read_share
from counterclaim.store.effects import count_not_weighed, weigh
from counterclaim.store.reviews import Signed, add_claim, decide, entry_of_form, find_standing, undo
from counterclaim.web import labels, languages
from counterclaim.web.pages.opened import OpenStore, WritableStore
from counterclaim.web.review import additions, choosing
from counterclaim.web.review.asked import Asked, Asking
from counterclaim.web.review.keys import KEYS, read_keys
from counterclaim.web.review.look import find_place, last_of, look_at
from counterclaim.web.review.sample import measure
from counterclaim.web.review.shown import show
from counterclaim.web.viewer import ForbiddenError

router = APIRouter()

WEIGHED_AT_ONCE = 200  # incidents, when an address asks for a rule that was not asked for before
_CLAIM = Annotated[str | None, Query(max_length=100)]


async def read_form(request: Request) -> FormData:
    """What a form sent."""
    return await request.form()


Sent = Annotated[FormData, Depends(read_form)]


class Refused(NamedTuple):
    """Why a form was not taken; it is shown again as it was sent."""

    form: FormData
    message: str
    wrong: dict[str, str]  # by field


@router.api_route("/review", methods=["GET", "HEAD"])
def show_desk(
    request: Request, store: OpenStore, asked: Asking, at: _CLAIM = None, done: int | None = None
) -> Response:
    """The claim `at`, or the first in the queue; `done` is the decision that was just taken."""
    return _desk(request, store, asked, at, done)


def _desk(
    request: Request,
    store: Store,
    asked: Asked,
    at: str | None,
    done: int | None = None,
    refused: Refused | None = None,
) -> Response:
    left = _weigh(store, asked.profile) if asked.order == "effect" else 0
    typed = refused.form if refused is not None else request.query_params
    with store.reading() as connection:
        desk = asked.desk(read_share(connection))
        claim, place = find_place(connection, desk, at)
        looked = look_at(connection, desk, claim, place) if claim is not None else None
        notice = read_entry(connection, done) if done is not None else None
        return show(
            "desk",
            200 if refused is None else 422,
            asked=asked,
            looked=looked,
            notice=notice if notice is not None and notice.who == asked.who else None,
            refused=refused,
            last=last_of(connection, asked.who),
            keys=read_keys(connection, asked.who),
            actions=KEYS,
            sample=measure(connection, desk) if asked.order == "random" else None,
            not_weighed=left,
            profiles=PROFILES,
            harms=labels.HARMS,
            fix=choosing.fix_form(typed, looked, store.path, asked.who) if looked is not None else None,
            additions=additions.KINDS,
        )


def _weigh(store: Store, profile: str) -> int:
    """Weigh some incidents that are not; how many are left. A store that cannot be written stays as it is."""
    with store.reading() as connection:
        left = count_not_weighed(connection, profile)
    if not left:
        return 0
    try:
        with Store.open(store.path) as writable:
            return left - writable.weigh(profile, WEIGHED_AT_ONCE)
    except StoreError:
        return left


@router.post("/review/decide")
def take_decision(
    request: Request, store: WritableStore, seen: OpenStore, asked: Asking, sent: Sent
) -> Response:
    """Decide on a claim, unless somebody else did since the form was made.

    What is refused is shown as `seen`: a coder decides on names that are withheld from them.
    """
    claim, following = choosing.word(sent, "claim"), choosing.word(sent, "next") or None
    try:
        choice = choosing.read_choice(seen, sent, asked.who)
        with store.writing() as connection:
            known = entry_of_form(connection, choosing.word(sent, "form"))
            if known is not None:
                return _on(asked, following, known.number)
            standing = find_standing(connection, claim)
            if not asked.blind and standing.version != choosing.word(sent, "version"):
                return _conflict(connection, asked, sent, claim)
            signed = Signed(
                asked.who, "coder" if asked.blind else "reviewer", form=choosing.word(sent, "form") or None
            )
            number = decide(connection, claim, choice, signed, link=True, standing=standing)
            if choice.action not in ("accept", "unsure"):  # these change no range
                weigh(connection, asked.profile, WEIGHED_AT_ONCE)
            if following is not None and not _is_open(connection, asked, following):
                following = None
    except choosing.UnreadableError as error:
        return _desk(request, seen, asked, claim, refused=Refused(sent, "", error.wrong))
    except DataError as error:
        return _desk(request, seen, asked, claim, refused=Refused(sent, str(error), {}))
    return _on(asked, following, number)


def _is_open(connection: Connection, asked: Asked, claim: str) -> bool:
    return asked.blind or asked.filters.decided or find_standing(connection, claim).decision is None


def _on(asked: Asked, claim: str | None, number: int) -> Response:
    """To the next claim, with what was decided on the last one."""
    return RedirectResponse(f"{languages.base()}/review{asked.query(at=claim, done=number)}", 303)


def _conflict(connection: Connection, asked: Asked, sent: FormData, claim: str) -> Response:
    """Both decisions side by side; what was sent is kept and can be sent once more."""
    desk = asked.desk(read_share(connection))
    _, place = find_place(connection, desk, claim)
    looked = look_at(connection, desk, claim, place)
    kept = [(name, value) for name, value in sent.multi_items() if name not in ("version", "form")]
    return show(
        "conflict",
        409,
        asked=asked,
        looked=looked,
        action=choosing.word(sent, "action"),
        reason=REASONS.get(choosing.word(sent, "reason")),
        changes=choosing.told_changes(looked.filed.claim, sent),
        kept=[*kept, ("version", looked.version), ("form", secrets.token_hex(16))],
        theirs=[one for one in entries_on(connection, [claim]) if one.role == "reviewer"],
    )


@router.post("/review/undo")
def take_back(store: WritableStore, asked: Asking, sent: Sent) -> Response:
    """Undo a decision, or redo one that was undone; a coder only their own."""
    with store.writing() as connection:
        form = choosing.word(sent, "form") or None
        known = entry_of_form(connection, form)
        entry = read_entry(connection, choosing.number(sent, "number"))
        if known is None:
            if not asked.viewer.may("reviewer") and entry.who != asked.who:
                raise ForbiddenError("a coder takes back their own decisions only")
            signed = Signed(
                asked.who, entry.role, why=choosing.word(sent, "why") or "taken back at the desk", form=form
            )
            number = undo(connection, entry.number, signed, link=True)
            weigh(connection, asked.profile, WEIGHED_AT_ONCE)
        else:
            number = known.number
        back = choosing.word(sent, "back")
        if back == "audit":
            return RedirectResponse(f"{languages.base()}/review/audit?done={number}", 303)
        claim = next((one for one in entry.claims if _is_there(connection, one)), None)
    return _on(asked, claim, number)


def _is_there(connection: Connection, claim: str) -> bool:
    try:
        find_standing(connection, claim)
    except StoreError:
        return False
    return True


@router.post("/review/add")
def add(request: Request, store: WritableStore, asked: Asking, sent: Sent) -> Response:
    """Add a claim that the reader missed, beside the one that is looked at; its fields are corrected next."""
    if asked.blind:
        raise ForbiddenError("only a reviewer adds claims")
    beside = choosing.word(sent, "claim")
    try:
        with store.writing() as connection:
            known = entry_of_form(connection, choosing.word(sent, "form"))
            if known is not None:
                return _on(asked, known.claims[0], known.number)
            sheet, claim = additions.read_claim(connection, sent, beside, asked.who)
            signed = Signed(
                asked.who, why=choosing.word(sent, "why"), form=choosing.word(sent, "form") or None
            )
            number = add_claim(connection, sheet, claim, beside, signed)
            weigh(connection, asked.profile, WEIGHED_AT_ONCE)
    except DataError as error:
        return _desk(request, store, asked, beside, refused=Refused(sent, str(error), {}))
    return _on(asked, claim.id, number)
