"""The OpenAPI 3.1 document, made of the lists' columns and the records themselves."""

from __future__ import annotations

from functools import cache
from itertools import count
from typing import Any, NamedTuple

import msgspec

from counterclaim import __version__
from counterclaim.export import FORMATS
from counterclaim.incidents.profiles import PROFILES
from counterclaim.store.select import LISTS
from counterclaim.store.select.selection import DEFAULT_LIMIT, LARGEST_LIMIT, LONGEST_VALUE
from counterclaim.web.api.asked import LONGEST_SEQUENCE
from counterclaim.web.api.columns import (
    Schema,
    columns_parameter,
    filter_parameters,
    parameter,
    row_schema,
    search_parameter,
    sort_parameter,
)
from counterclaim.web.api.exports import PACKAGE, list_of, parameters_for
from counterclaim.web.api.problems import MEDIA_TYPE, Problem
from counterclaim.web.api.records import (
    AgreementRecord,
    ControlRecord,
    DocumentRecord,
    FormatRecord,
    IncidentRecord,
    IndexRecord,
    PassageRecord,
    ProfileRecord,
    SingleClaim,
    TallyRecord,
)

_REF = "#/components/schemas/{name}"
_RECORDS = (
    AgreementRecord,
    ControlRecord,
    DocumentRecord,
    FormatRecord,
    IncidentRecord,
    IndexRecord,
    PassageRecord,
    Problem,
    ProfileRecord,
    SingleClaim,
    TallyRecord,
)
_QUERY = search_parameter("Every word must occur in the text, or in the name.")
_LIMIT = parameter(
    "limit",
    {"type": "integer", "minimum": 1, "maximum": LARGEST_LIMIT, "default": DEFAULT_LIMIT},
    "Items on a page.",
)
_CURSOR = parameter(
    "after",
    {"type": "string", "minLength": 1, "maxLength": LONGEST_VALUE, "pattern": "^[A-Za-z0-9_-]+$"},
    "Where the page begins: take the address in `next` as it is. Unknown ones answer 404.",
)
_POSITION = parameter(
    "after",
    {"type": "integer", "minimum": 1, "maximum": LONGEST_SEQUENCE},
    "Where the page begins: take the address in `next` as it is.",
)
_PROFILE = parameter(
    "profile", {"type": "string", "enum": list(PROFILES)}, "By which rule figures are reconciled."
)
_AS_OF = parameter("as_of", {"type": "string", "format": "date"}, "Only what was published by this day.")
_PACKAGE = parameter(
    "package", {"type": "string", "enum": [PACKAGE]}, "All files, with refused.csv and datapackage.json."
)
ERRORS = {
    "401": "No token, or one that is not valid, where one is needed.",
    "403": "The role of the token does not allow this.",
    "404": "There is nothing of this name.",
    "406": "The header Accept takes no JSON.",
    "422": "A parameter is not known or cannot have its value; `parameter` names it.",
    "429": "Too many requests; Retry-After says in how many seconds to ask again.",
    "500": "The answer could not be made.",
    "501": "The server lacks a package for this format.",
    "503": "The store cannot be read at the moment.",
}
_ALWAYS = ("401", "403", "406", "422", "429", "500", "503")


class Operation(NamedTuple):
    """One address: what may be asked of it and what it answers with."""

    path: str  # below /api/v1
    summary: str
    result: Schema
    parameters: tuple[Schema, ...] = ()
    filters: str = ""  # the list whose filters it takes besides
    errors: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ("application/json",)

    @property
    def every_parameter(self) -> tuple[Schema, ...]:
        """Filters first."""
        if not self.filters:
            return self.parameters
        return (_QUERY, *filter_parameters(LISTS[self.filters]), *self.parameters)


def _record(kind: type) -> Schema:
    return {"$ref": _REF.format(name=kind.__name__)}


def _page(item: Schema) -> Schema:
    return {
        "type": "object",
        "required": ["items", "total", "next"],
        "additionalProperties": False,
        "properties": {
            "items": {"type": "array", "items": item},
            "total": {
                "type": ["integer", "null"],
                "description": "on all pages; null where it is not counted",
            },
            "next": {"type": ["string", "null"], "description": "address of the next page; null at the end"},
        },
    }


def _named(name: str, about: str) -> Schema:
    return parameter(name, {"type": "string", "minLength": 1}, about, place="path")


def _list(name: str) -> Operation:
    listing = LISTS[name]
    return Operation(
        f"/{name}",
        f"{listing.label}, a page at a time",
        _page(row_schema(listing)),
        (sort_parameter(listing), columns_parameter(listing), _LIMIT, _CURSOR),
        "claims" if listing.rulings else name,
        ("404",),
    )


def _export(name: str) -> Operation:
    return Operation(
        f"/exports/{name}",
        f"{FORMATS[name].about[:1].upper()}{FORMATS[name].about[1:]}",
        {},
        (_PACKAGE, _PROFILE) if "profile" in parameters_for(name) else (_PACKAGE,),
        list_of(name),
        ("501",),
        ("*/*",),
    )


OPERATIONS: tuple[Operation, ...] = (
    *(_list(name) for name in LISTS),
    Operation(
        "/claims/{claim_id}",
        "One claim as ruled",
        _record(SingleClaim),
        (_named("claim_id", "Its id."),),
        errors=("404",),
    ),
    Operation(
        "/incidents/{code}",
        "One incident with accounts, claims, relations and links",
        _record(IncidentRecord),
        (_named("code", "Its code, or one it had before."), _AS_OF),
        errors=("404",),
    ),
    Operation(
        "/incidents/{code}/tallies",
        "What a profile makes of its figures",
        _record(TallyRecord),
        (_named("code", "Its code, or one it had before."), _PROFILE, _AS_OF),
        errors=("404",),
    ),
    Operation("/profiles", "The profiles", {"type": "array", "items": _record(ProfileRecord)}),
    Operation(
        "/documents/{document_id}",
        "One document with its text",
        _record(DocumentRecord),
        (_named("document_id", "Its id, or a name that only it has."),),
        errors=("404",),
    ),
    Operation(
        "/search",
        "Passages that hold the words",
        _page(_record(PassageRecord)),
        (
            search_parameter("Every word must occur; accents and case do not count.", required=True),
            _LIMIT,
            _POSITION,
        ),
    ),
    Operation(
        "/lines/agreements",
        "What is said of each agreement over time",
        _page(_record(AgreementRecord)),
        (_LIMIT, _POSITION),
    ),
    Operation(
        "/lines/control",
        "Who is said to control each place over time",
        _page(_record(ControlRecord)),
        (_LIMIT, _POSITION),
    ),
    Operation("/exports", "The formats of exports", {"type": "array", "items": _record(FormatRecord)}),
    *(_export(name) for name in FORMATS),
)


@cache
def describe() -> dict[str, Any]:
    """The whole document."""
    _, schemas = msgspec.json.schema_components(_RECORDS, ref_template=_REF)
    parameters: dict[str, Schema] = {}
    paths = {one.path: {"get": _operation(one, parameters)} for one in OPERATIONS}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Counterclaim",
            "version": __version__,
            "summary": "What documents about armed conflict claim, and who is credited.",
            "description": (
                "Every address takes GET and HEAD. Answers carry an ETag; If-None-Match gives 304. Parameters that "
                "an address does not know are refused. null is not stated, which is not 0."
            ),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/api/v1"}],
        "security": [{}, {"token": []}],
        "paths": paths,
        "components": {
            "parameters": parameters,
            "schemas": schemas,
            "responses": {status: _problem(status) for status in ERRORS},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(one: Operation, parameters: dict[str, Schema]) -> Schema:
    errors = sorted({*_ALWAYS, *one.errors})
    found: Schema = {
        "description": one.summary,
        "headers": {
            "ETag": {"description": "A fingerprint of the answer.", "schema": {"type": "string"}},
            "Link": {"description": 'The next page, rel="next".', "schema": {"type": "string"}},
        },
        "content": {kind: {"schema": one.result} for kind in one.media_types},
    }
    return {
        "operationId": "_".join(part.strip("{}") for part in one.path.strip("/").split("/")),
        "summary": one.summary,
        "parameters": [_shared(each, parameters) for each in one.every_parameter],
        "responses": {
            "200": found,
            "304": {"description": "What If-None-Match names is still so."},
            **{status: {"$ref": f"#/components/responses/{status}"} for status in errors},
        },
    }


def _shared(wanted: Schema, parameters: dict[str, Schema]) -> Schema:
    """A reference to the parameter among those that addresses share; it is put there if need be."""
    name = wanted["name"]
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    free = next(each for each in names if parameters.setdefault(each, wanted) == wanted)
    return {"$ref": f"#/components/parameters/{free}"}


def _problem(status: str) -> Schema:
    return {
        "description": ERRORS[status],
        "content": {MEDIA_TYPE: {"schema": _record(Problem)}},
    }
