"""How far people who coded the same claims agree, and where they do not."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from starlette.responses import RedirectResponse, Response

from counterclaim.core.errors import DataError
from counterclaim.store.codings import SPAN, agreement_by_field, read_coded
from counterclaim.store.desk_settings import read_share, write_share
from counterclaim.store.find import read_filed_claims
from counterclaim.web import languages
from counterclaim.web.languages import gettext as _
from counterclaim.web.pages.opened import OpenStore, WritableStore
from counterclaim.web.pages.review import Sent
from counterclaim.web.review.asked import Asking
from counterclaim.web.review.choosing import number
from counterclaim.web.review.fields import LABELS
from counterclaim.web.review.shown import show
from counterclaim.web.viewer import at_least

router = APIRouter(dependencies=[Depends(at_least("reviewer"))])
SHOWN = 100  # disagreements on the page


@router.api_route("/review/agreement", methods=["GET", "HEAD"])
def show_agreement(store: OpenStore, asked: Asking) -> Response:
    """Agreement on each field with its number of claims, then what waits for a reviewer."""
    with store.reading() as connection:
        coded = read_coded(connection)
        waiting = [each for each in coded if each.differing and not each.settled]
        known = read_filed_claims(connection, [each.claim for each in waiting])
        # One that is not in the newest reading has nothing to settle.
        open_ones = [(each, known[each.claim]) for each in waiting if each.claim in known]
        share = read_share(connection)
    return show(
        "agreement",
        asked=asked,
        agreement=[(field_words(name), one) for name, one in agreement_by_field(coded).items()],
        coded=len(coded),
        disagreements=open_ones[:SHOWN],
        more=max(0, len(open_ones) - SHOWN),
        field_words=field_words,
        share=round(100 * share),
    )


def field_words(name: str) -> str:
    """What people can differ in, in words."""
    if name == "verdict":
        return _("Is it a claim at all?")
    if name == SPAN:
        return _("Its words in the text")
    return _(LABELS[name]) if name in LABELS else name


@router.post("/review/agreement")
def set_share(store: WritableStore, sent: Sent) -> Response:
    """Set the share of claims that two people code, in percent."""
    percent = number(sent, "share")
    if percent > 100:
        raise DataError(_("a share is at most 100 percent"))
    with store.writing() as connection:
        write_share(connection, percent / 100)
    return RedirectResponse(f"{languages.base()}/review/agreement", 303)
