"""The page of one speaker."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from counterclaim.core.claims import Stance
from counterclaim.incidents.compared import LEAST, compare_speaker
from counterclaim.store.speaker_claims import read_disputes, read_figures, read_stands, read_told
from counterclaim.store.speakers import count_said, find_speaker
from counterclaim.web import languages
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.render import path_part, render
from counterclaim.web.speaker.cuts import cuts_of
from counterclaim.web.speaker.strip import HEIGHT, draw_interval, draw_strip

router = APIRouter()

COMPARED = (
    300  # incidents, the latest; an interval hardly narrows with more, and 300 are read in half a second
)
FIGURES = 50  # on a page
DISPUTES = 8  # pairs of sentences
STANDS = 5  # sentences of each stance
_MOST_PAGES = 10**6


@router.api_route("/speakers/{name:path}", methods=["GET", "HEAD"])
def show_speaker(
    store: OpenStore, name: str, page: Annotated[int, Query(ge=1, le=_MOST_PAGES)] = 1
) -> Response:
    """What a speaker said and how its figures stand; from the second page on only more of its figures."""
    with store.reading() as connection:
        known = find_speaker(connection, name)
        address = f"{languages.base()}/speakers/{path_part(known)}"
        if known != name:
            return RedirectResponse(address)
        said = count_said(connection, known)
        figures = read_figures(connection, known, FIGURES, (page - 1) * FIGURES)
        shown: dict[str, Any] = {
            "said": said,
            "figures": figures,
            "first": (page - 1) * FIGURES + 1,
            "page": page,
            "last_page": max(1, -(-said.figures // FIGURES)),
            "address": address,
        }
        if page > 1:
            return render("speaker/figures_only.html", **shown)
        told = read_told(connection, known, COMPARED)
        disputes, disputed = read_disputes(connection, known, DISPUTES)
        taken = dict(said.by_stance)
        stands = [
            (stance, taken[stance], read_stands(connection, known, stance, STANDS))
            for stance in get_args(Stance)
            if stance in taken
        ]
    comparison = compare_speaker(known, told)
    ratios = [ratio for one in comparison.compared if (ratio := one.ratio) is not None]
    spread = comparison.overall.spread
    return render(
        "speaker/page.html",
        **shown,
        comparison=comparison,
        capped=len(told) == COMPARED,
        least=LEAST,
        strip=draw_strip(ratios) if spread else None,
        strip_height=HEIGHT,
        interval=draw_interval(spread) if spread else None,
        cuts=cuts_of(comparison),
        disputes=disputes,
        disputed=disputed,
        stands=stands,
    )
