"""Templates into pages: autoescaping on, names that templates use, no store and no routes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from counterclaim import __version__
from counterclaim.core.claims import claim_type
from counterclaim.core.daywords import dated_words, day_words, precision_words
from counterclaim.core.located import located_words
from counterclaim.core.wording import figure_words
from counterclaim.incidents.tallies import range_words
from counterclaim.web import labels, languages, nav, viewer, words
from counterclaim.web.listing import short_title
from counterclaim.web.stances import NAMES

HERE = Path(__file__).parent
STATIC = HERE / "static"


def exact(text: str) -> Markup:
    """The text for a page, each code point kept: a browser would turn a bare carriage return into a newline."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))  # noqa: S704  escaped above


def path_part(name: str) -> str:
    """The name as one part of an address, slashes and all."""
    return quote(name, safe="")


def _make_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        languages.gettext, languages.ngettext, newstyle=True
    )
    filters: dict[str, Callable[..., Any]] = {
        "badges": labels.badges,
        "count": words.count_words,
        "dated": dated_words,
        "day": day_words,
        "precision": precision_words,
        "exact": exact,
        "gist": labels.gist,
        "located": located_words,
        "path_part": path_part,
        "range": range_words,
        "short_title": short_title,
        "tag": claim_type,
        "type_words": labels.type_words,
    }
    environment.filters.update(filters)
    environment.globals.update(
        base=languages.base,
        figure_words=figure_words,
        harm_words=labels.HARMS,
        segment_words=labels.SEGMENTS,
        languages=languages.LANGUAGES,
        pages=nav.pages,
        stand_names=NAMES,
        type_names=labels.TYPES,
        version=__version__,
    )
    return environment


_ENVIRONMENT = _make_environment()


def render(template: str, status: int = 200, **names: Any) -> HTMLResponse:
    """The page that a template makes of the names."""
    page = _ENVIRONMENT.get_template(template).render(
        language=languages.current(), direction=languages.direction(), viewer=viewer.current(), **names
    )
    return HTMLResponse(page, status)
