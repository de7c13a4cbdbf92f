"""Where a request comes from: whether a form of ours sent it, and where a visitor may be led afterwards."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from starlette.datastructures import Headers

from counterclaim.web import languages

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# What a proxy adds. Whoever comes through one does not sit at this machine.
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
_LONGEST = 2_000  # characters of an address


def is_from_here(headers: Headers) -> bool | None:
    """Whether a page of this site sent the request; None where the sender does not say, as no browser does.

    Browsers tell the site over https and to this machine's own address. Elsewhere the origin must be ours.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    if origin is None:
        return None
    try:
        named = urlsplit(origin).netloc.lower()
    except ValueError:
        return False
    return named == headers.get("host", "").lower() != ""


def is_forwarded(headers: Headers) -> bool:
    """Whether a proxy passed the request on."""
    return any(name in headers for name in _FORWARDED)


def own_address(wanted: str) -> str:
    """The address where it is one of this site, else its first page.

    >>> own_address("/incidents/A?profile=ucdp-like"), own_address("//evil.example/"), own_address("/\\\\evil.example")
    ('/incidents/A?profile=ucdp-like', '/', '/')
    >>> own_address("https://evil.example/"), own_address("/a\\r\\nSet-Cookie: b=c"), own_address("")
    ('/', '/', '/')
    """
    plain = wanted.isprintable() and wanted.isascii() and "\\" not in wanted
    if not plain or len(wanted) > _LONGEST or not wanted.startswith("/") or wanted.startswith("//"):
        return "/"
    return wanted


def sign_in_address(back: str) -> str:
    """The sign-in that leads back to a page of ours."""
    query = "" if back == "/" else f"?{urlencode({'next': back})}"
    return f"{languages.base()}/sign-in{query}"
