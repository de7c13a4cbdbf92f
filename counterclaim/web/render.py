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
from counterclaim.web import (
    access_words,
    consent,
    days,
    labels,
    languages,
    listed,
    nav,
    origins,
    viewer,
    words,
)
from counterclaim.web.listing import full_title, short_title
from counterclaim.web.located import located_words
from counterclaim.web.reader.paging import at_query
from counterclaim.web.stances import NAMES

HERE = Path(__file__).parent
STATIC = HERE / "static"


def exact(text: str) -> Markup:
    """The text for a page, each code point kept: a browser would turn a bare carriage return into a newline."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))  # noqa: S704  escaped above


def code(words: str) -> Markup:
    """The words as something to type."""
    return Markup('<code dir="ltr">{}</code>').format(words)


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
        optimized=False,  # it would translate a constant once, when the template is read
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        languages.gettext, languages.ngettext, newstyle=True
    )
    filters: dict[str, Callable[..., Any]] = {
        "at_query": at_query,
        "badges": labels.badges,
        "count": words.count_words,
        "dated": days.dated_words,
        "day": days.day_words,
        "exact": exact,
        "gist": labels.gist,
        "category_meaning": listed.category_meaning,
        "category_name": listed.category_name,
        "code": code,
        "full_title": full_title,
        "isolated": words.isolated,
        "item_kind": listed.kind_words,
        "listed": words.list_words,
        "located": located_words,
        "name_role": access_words.name_role,
        "names": words.name_words,
        "number": words.number_words,
        "path_part": path_part,
        "range": words.tally_words,
        "restricted_kind": access_words.restricted_kind,
        "role_means": access_words.role_means,
        "role_words": access_words.role_words,
        "short_title": short_title,
        "tag": claim_type,
        "translated": languages.gettext,
        "type_words": labels.type_words,
    }
    environment.filters.update(filters)
    environment.globals.update(
        address_here=languages.here,
        base=languages.base,
        consent=consent.current,
        figure_words=words.figure_words,
        harmed=labels.harmed,
        harm_words=labels.HARMS,
        segment_words=labels.SEGMENTS,
        in_language=languages.in_language,
        keeper=viewer.KEEPER,
        languages=languages.LANGUAGES,
        pages=nav.pages,
        outcome_words=labels.OUTCOMES,
        relation_words=labels.RELATIONS,
        sign_in_address=origins.sign_in_address,
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
    return HTMLResponse(page, status, {"Content-Language": languages.current()})


def error_page(status: int, title: str, message: str, detail: str = "") -> HTMLResponse:
    """A page that says what went wrong; `detail` is in English, as what raised the error words it."""
    return render("error.html", status, number=status, title=title, message=message, detail=detail)
