"""The formats of the field, made of the incidents or claims that the filters of their list let through."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from counterclaim.core.errors import DataError, NotFoundError
from counterclaim.export import FORMATS
from counterclaim.export.made import MEDIA_TYPES
from counterclaim.incidents.profiles import PROFILES
from counterclaim.web.api.answers import answer, bytes_answer
from counterclaim.web.api.asked import choice_of, filters_of, parameters_of
from counterclaim.web.api.records import FormatRecord
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.tables.layouts import OF_CLAIMS, make_layout, zipped

router = APIRouter()

PACKAGE = "zip"
ZIP = "application/zip"


@router.api_route("/exports", methods=["GET", "HEAD"])
def show_formats(request: Request) -> Response:
    """The formats."""
    parameters_of(request, ())
    told = [FormatRecord(name=name, about=one.about, profile=one.profile) for name, one in FORMATS.items()]
    return answer(request, told)


@router.api_route("/exports/{name}", methods=["GET", "HEAD"])
def show_export(request: Request, store: OpenStore, name: str) -> Response:
    """The file of a format; several files, or all with refused.csv and datapackage.json, come as a zip."""
    if name not in FORMATS:
        raise NotFoundError(f"no format is called {name[:60]!r}; there are {', '.join(FORMATS)}")
    selection, told = filters_of(request, list_of(name), parameters_for(name))
    packed = choice_of("package", told.get("package"), (PACKAGE,))
    profile = choice_of("profile", told.get("profile"), PROFILES)
    try:
        made = make_layout(store, name, selection, profile)
    except DataError as error:  # a package is not installed
        raise HTTPException(501, f"this server cannot make {name}: {error}") from error
    first, *others = made.files[:-2]
    if packed or others:
        body, media_type, filename = zipped(made.files), ZIP, f"{name}.zip"
    else:
        body, media_type, filename = first.data, MEDIA_TYPES[first.ending], first.name
    headers = {
        "Content-Disposition": f'attachment; filename="{filename}"',
        "Refused-Rows": str(len(made.refused)),
    }
    return bytes_answer(request, body, media_type, headers)


def list_of(name: str) -> str:
    """The list whose filters a format takes."""
    return "claims" if name in OF_CLAIMS else "incidents"


def parameters_for(name: str) -> tuple[str, ...]:
    """What may be asked of a format beside filters; `profile` only where it leaves the choice."""
    return ("package", "profile") if FORMATS[name].profile is None else ("package",)
