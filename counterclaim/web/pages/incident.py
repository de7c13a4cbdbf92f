"""The page of one incident, and its claims and tally as files."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, Request
from starlette.responses import Response

from counterclaim.core.claims import Casualty
from counterclaim.core.errors import NotFoundError
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.accounts import accounts_of
from counterclaim.incidents.dating import day_basis
from counterclaim.incidents.placing import where_of
from counterclaim.incidents.profiles import PROFILES
from counterclaim.incidents.revisions import revision_lines
from counterclaim.web.downloads import attached, claims_csv, claims_json, tally_csv, tally_json
from counterclaim.web.lineage import trace_lineage
from counterclaim.web.locator import draw_locator
from counterclaim.web.matrix import build_matrix, find_repeats
from counterclaim.web.outlines import DRAWN, EDITION
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.pages.viewed import View, Viewed, address_of, look, moved
from counterclaim.web.ranges import draw_ranges
from counterclaim.web.related import find_related
from counterclaim.web.render import render
from counterclaim.web.revised import HEIGHT, draw_steps, replaced_in
from counterclaim.web.stances import line_up, stand_of
from counterclaim.web.tallied import grade_steps, tell_tallies
from counterclaim.web.ties import find_ties
from counterclaim.web.whereabouts import find_whereabouts

router = APIRouter()

DISPUTES_SHOWN = 12  # a dozen pairs of sentences are read; all of them are in claims.json
LINKS_SHOWN = 60  # one line each
FILES = ("claims.csv", "claims.json", "tally.csv", "tally.json")


@router.api_route("/incidents/{code}", methods=["GET", "HEAD"])
def show_incident(request: Request, store: OpenStore, code: str, view: Viewed) -> Response:
    """One incident: its accounts side by side, and what the chosen rule makes of their figures."""
    incident = store.incident(code)
    elsewhere = moved(request, incident, code)
    if elsewhere is not None:
        return elsewhere
    known, result = look(store, incident, view)
    shown, every = known.incident, known.filed
    filed = {one.claim.id: one for one in every}
    accounts = accounts_of(shown, every)
    where = where_of(shown, every)
    matrix = build_matrix(accounts)
    trace = {step.claim: step for step in result.trace}
    lines = revision_lines(every)
    blocks = tell_tallies(result, filed)
    cells = [one for row in matrix.rows for cell in row.cells for one in cell]
    return render(
        "incident.html",
        incident=shown,
        known=known,
        view=view,
        address=address_of(incident, view),
        files=_files(incident, view),
        profiles=PROFILES,
        where=where,
        locator=draw_locator(where) if where else None,
        edition=EDITION,
        drawn=DRAWN,
        day_basis=day_basis(shown, every),
        whereabouts=find_whereabouts(shown, every),
        named=sum(account.speaker is not None for account in accounts),
        matrix=matrix,
        repeats=find_repeats(shown, filed, cells),
        replaced=replaced_in(lines),
        result=result,
        blocks=[(block, draw_ranges(accounts, block.harm, result.tallies, trace)) for block in blocks],
        graded=grade_steps(result),
        stands=line_up(every),
        disputes=find_ties(shown, filed, ("contradicts", "denies"), DISPUTES_SHOWN),
        lineage=trace_lineage(every),
        charts=draw_steps(lines),
        chart_height=HEIGHT,
        others=[one for one in every if not isinstance(one.claim, Casualty) and stand_of(one.claim) is None],
        links=find_ties(
            shown, filed, ("admits", "corroborates", "repeats", "revises", "part_of"), LINKS_SHOWN
        ),
        joined=[
            (link, filed[link.claim], filed[link.other])
            for link in shown.links
            if link.claim in filed and link.other in filed
        ],
        neighbours=find_related(store, incident, every),
        documents=_documents(every),
    )


@router.api_route("/incidents/{code}/{name}", methods=["GET", "HEAD"])
def show_file(request: Request, store: OpenStore, code: str, name: str, view: Viewed) -> Response:
    """What the page shows, as a file."""
    incident = store.incident(code)
    elsewhere = moved(request, incident, code)
    if elsewhere is not None:
        return elsewhere
    known, result = look(store, incident, view)
    as_of = view.as_of.isoformat() if view.as_of else None
    match name:
        case "claims.csv":
            file = claims_csv(known)
        case "claims.json":
            file = claims_json(known, as_of)
        case "tally.csv":
            file = tally_csv(known, result)
        case "tally.json":
            file = tally_json(known, result, as_of)
        case _:
            raise NotFoundError(f"an incident has no file {name!r}; there are {', '.join(FILES)}")
    return attached(file.body, file.media_type, f"{incident.code}-{name}")


def _files(incident: Incident, view: View) -> list[tuple[str, str]]:
    """Name and address of each download, as viewed."""
    return [(name, f"{address_of(incident)}/{name}{view.query}") for name in FILES]


def _documents(filed: Iterable[FiledClaim]) -> list[FiledClaim]:
    """A claim of each document."""
    return list({one.document_id: one for one in filed}.values())
