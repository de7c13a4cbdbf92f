"""The keys of the desk, as whoever sits there wants them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from counterclaim.core.errors import DataError
from counterclaim.web import languages
from counterclaim.web.pages.opened import OpenStore, WritableStore
from counterclaim.web.pages.review import Sent
from counterclaim.web.review.asked import Asking
from counterclaim.web.review.choosing import word
from counterclaim.web.review.keys import KEYS, default_keys, read_keys, write_keys
from counterclaim.web.review.shown import show

router = APIRouter()


@router.api_route("/review/keys", methods=["GET", "HEAD"])
def show_keys(store: OpenStore, asked: Asking) -> Response:
    """Every action with its key, to be changed."""
    with store.reading() as connection:
        keys = read_keys(connection, asked.who)
    return show("keys", asked=asked, actions=KEYS, keys=keys, message=None)


@router.post("/review/keys")
def set_keys(store: WritableStore, asked: Asking, sent: Sent) -> Response:
    """Keep them: as filled in, all off, or as shipped."""
    chosen = {each.action: word(sent, f"key-{each.action}") for each in KEYS}
    match word(sent, "set"):
        case "off":
            chosen = {}
        case "default":
            chosen = default_keys()
    try:
        with store.writing() as connection:
            write_keys(connection, asked.who, chosen)
    except DataError as error:
        return show("keys", 422, asked=asked, actions=KEYS, keys=chosen, message=str(error))
    return RedirectResponse(f"{languages.base()}/review/keys", 303)
