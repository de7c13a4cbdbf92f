"""The language a page is in: told by the first part of its address, /ar/… or /fr/…, English without one.

Nothing is kept in the browser for it, and an address shared with somebody opens in the same language.
"""

from __future__ import annotations

from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from starlette.types import ASGIApp, Receive, Scope, Send

CATALOGUES = Path(__file__).parent / "catalogues"
LANGUAGES = {"en": "English", "ar": "العربية", "fr": "Français"}
_LOCALES = {"en": "en_GB", "ar": "ar", "fr": "fr"}  # for numbers, days and lists
RIGHT_TO_LEFT = frozenset({"ar"})

_current: ContextVar[str] = ContextVar("language", default="en")
_here: ContextVar[str] = ContextVar("here", default="/")


def current() -> str:
    """The language code of the page being made."""
    return _current.get()


def locale() -> Locale:
    """How the language of the page writes numbers, days and lists."""
    return _locale(current())


def direction() -> str:
    """ "ltr" or "rtl", as the page being made is read."""
    return "rtl" if current() in RIGHT_TO_LEFT else "ltr"


def base() -> str:
    """What stands before the address of each of our pages: nothing, or "/ar"."""
    return in_language(current(), "")


def here() -> str:
    """The address of the page being made, as its visitor asked for it, without the language."""
    return _here.get()


def in_language(language: str, address: str) -> str:
    """The address of a page of ours in a language.

    >>> in_language("ar", "/issues"), in_language("en", "/?q=dam")
    ('/ar/issues', '/?q=dam')
    """
    return address if language == "en" else f"/{language}{address}"


def gettext(words: str) -> str:
    """The words in the language of the page being made; in English where nobody has translated them."""
    return _translations(current()).ugettext(words)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of the words that the number asks for."""
    return _translations(current()).ungettext(one, many, number)


def N_(words: str) -> str:  # noqa: N802  what catalogues look for
    """Marks words of a table for the catalogues; they are translated where they are shown."""
    return words


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802
    """Marks both forms of words that a number chooses between; they are translated where they are shown."""
    return one, many


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES[language])


@cache
def _translations(language: str) -> NullTranslations:
    path = CATALOGUES / f"{language}.po"
    if language == "en" or not path.exists():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return Translations(compiled)


def _address(scope: Scope) -> str:
    """Path and query as an address that leads to this site only: "//elsewhere.example/" would lead away."""
    path = quote(scope["path"].lstrip("/"), safe="/:@!$&'()*+,;=~")
    query = quote(scope["query_string"].decode("latin-1"), safe="/:@!$&'()*+,;=~?%")
    return f"/{path}?{query}" if query else f"/{path}"


class Languages:
    """Takes the language off the front of the address, so that routes need not know of it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        first, _, rest = scope["path"].removeprefix("/").partition("/")
        language = first if first in LANGUAGES and first != "en" else "en"
        if language != "en":
            raw = scope.get("raw_path", scope["path"].encode())
            scope = {
                **scope,
                "path": f"/{rest}",
                "raw_path": raw.removeprefix(f"/{language}".encode()) or b"/",
            }
        tokens = _current.set(language), _here.set(_address(scope))
        try:
            await self.app(scope, receive, send)
        finally:
            _current.reset(tokens[0])
            _here.reset(tokens[1])
