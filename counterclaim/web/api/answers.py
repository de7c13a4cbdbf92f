"""Answers: JSON with a fingerprint, so that who has it already is told so and nothing more."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec
from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from counterclaim.web import viewer

JSON = "application/json"
VARY = "Accept, Authorization, Cookie"  # what is shown depends on who asks
_TAG_LENGTH = 32  # hex digits of SHA-256


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the items, how many there are in all, and the address of those that follow; null at the end."""

    items: tuple[object, ...]
    total: int | None  # None where it is not counted
    next: str | None


def answer(request: Request, value: object, headers: Mapping[str, str] | None = None) -> Response:
    """The value as JSON; 304 where the asker has just this, no body for HEAD.

    Raises:
        HTTPException: 406, where the asker takes no JSON.
    """
    if not _takes(request.headers.get("accept", "*/*"), JSON):
        raise HTTPException(406, f"answers are {JSON}; ask for that, or leave the header Accept out")
    return bytes_answer(request, msgspec.json.encode(value), JSON, headers)


def page_answer(
    request: Request, items: tuple[object, ...], total: int | None, after: str | None
) -> Response:
    """A page of a list; `after` is the cursor of the next one."""
    following = None if after is None else _next(request, after)
    link = {} if following is None else {"Link": f'<{following}>; rel="next"'}
    return answer(request, Page(items=items, total=total, next=following), link)


def bytes_answer(
    request: Request, body: bytes, media_type: str, headers: Mapping[str, str] | None = None
) -> Response:
    """The bytes, with ETag, or 304.

    Answers may be kept, also by caches between, but are asked for again each time: what is published can be
    withdrawn. What somebody with a name is shown is kept by them alone.
    """
    tag = f'"{hashlib.sha256(body).hexdigest()[:_TAG_LENGTH]}"'
    private = "private, " if viewer.current().name is not None else ""
    told = {"ETag": tag, "Vary": VARY, "Cache-Control": f"{private}no-cache", **(headers or {})}
    if _has(request.headers.get("if-none-match"), tag):
        return Response(None, 304, told)
    if request.method == "HEAD":
        told["Content-Length"] = str(len(body))
        return Response(None, 200, told, media_type)
    return Response(body, 200, told, media_type)


def _next(request: Request, after: str) -> str:
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    return f"{request.url.path}?{urlencode([*kept, ('after', after)])}"


def _has(told: str | None, tag: str) -> bool:
    """Whether If-None-Match names the tag; weak ones count too (RFC 9110, 13.1.2)."""
    return told is not None and any(each.strip().removeprefix("W/") in (tag, "*") for each in told.split(","))


def _takes(accept: str, media_type: str) -> bool:
    """Whether a header Accept lets the type through; the most exact range that names it decides."""
    ranges = {}
    for each in accept.split(","):
        name, *parameters = (part.strip().lower() for part in each.split(";"))
        quality = next((one[2:] for one in parameters if one.startswith("q=")), "1")
        ranges[name] = quality.rstrip("0.") != ""
    kind = media_type.partition("/")[0]
    return next((ranges[name] for name in (media_type, f"{kind}/*", "*/*", "") if name in ranges), False)
