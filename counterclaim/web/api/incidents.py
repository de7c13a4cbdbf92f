"""One incident with its accounts, claims and relations, and what the profiles make of its figures."""

from __future__ import annotations

from datetime import date

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from counterclaim.incidents.accounts import accounts_of
from counterclaim.incidents.placing import where_of
from counterclaim.incidents.profiles import DEFAULT_PROFILE, PROFILES
from counterclaim.web.api.answers import answer
from counterclaim.web.api.asked import choice_of, day_of, parameters_of
from counterclaim.web.api.records import (
    AccountRecord,
    IncidentRecord,
    PlaceOnMap,
    ProfileRecord,
    TallyRecord,
    claim_records,
)
from counterclaim.web.asof import Known
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.pages.viewed import View, look, moved

router = APIRouter()


@router.api_route("/incidents/{code}", methods=["GET", "HEAD"])
def show_incident(request: Request, store: OpenStore, code: str) -> Response:
    """The incident, as the documents published by `as_of` tell it; a previous code leads to the one that took it."""
    view = _view(request, ("as_of",))
    incident = store.incident(code)
    elsewhere = moved(request, incident, code, 308)
    if elsewhere is not None:
        return elsewhere
    known, _ = look(store, incident, view)
    return answer(request, incident_record(known, view.as_of))


@router.api_route("/incidents/{code}/tallies", methods=["GET", "HEAD"])
def show_tallies(request: Request, store: OpenStore, code: str) -> Response:
    """Low, best and high by one profile, with the trace of every figure."""
    view = _view(request, ("profile", "as_of"))
    incident = store.incident(code)
    elsewhere = moved(request, incident, code, 308)
    if elsewhere is not None:
        return elsewhere
    _, result = look(store, incident, view)
    as_of = view.as_of.isoformat() if view.as_of else None
    return answer(request, TallyRecord(incident=incident.code, as_of=as_of, result=result))


@router.api_route("/profiles", methods=["GET", "HEAD"])
def show_profiles(request: Request) -> Response:
    """The rules by which figures can be reconciled."""
    parameters_of(request, ())
    told = [
        ProfileRecord(name=name, version=profile.name, about=profile.about)
        for name, profile in PROFILES.items()
    ]
    return answer(request, told)


def incident_record(known: Known, as_of: date | None) -> IncidentRecord:
    """The incident as it is handed on."""
    incident, filed = known.incident, known.filed
    where = where_of(incident, filed)
    return IncidentRecord(
        code=incident.code,
        previous_codes=incident.previous_codes,
        title=incident.title,
        kind=incident.kind,
        place=incident.place,
        when=incident.when,
        where=None if where is None else msgspec.convert(where, PlaceOnMap, from_attributes=True),
        basis=incident.basis,
        as_of=None if as_of is None else as_of.isoformat(),
        left_out_later=known.later,
        left_out_undated=known.undated,
        accounts=tuple(
            AccountRecord(
                speaker=account.speaker,
                claims=tuple(one.claim.id for one in account.claims),
                outlets=account.outlets,
            )
            for account in accounts_of(incident, filed)
        ),
        claims=claim_records(filed),
        relations=incident.relations,
        links=incident.links,
    )


def _view(request: Request, known: tuple[str, ...]) -> View:
    told = parameters_of(request, known)
    profile = choice_of("profile", told.get("profile"), PROFILES)
    return View(profile or DEFAULT_PROFILE, day_of("as_of", told.get("as_of")))
