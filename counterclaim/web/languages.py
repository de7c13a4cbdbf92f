"""The language a page is in: told by the first part of its address, /ar/… or /fr/…, English without one.

Nothing is kept in the browser for it, and an address shared with somebody opens in the same language.
"""

from __future__ import annotations

from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from starlette.types import ASGIApp, Receive, Scope, Send

CATALOGUES = Path(__file__).parent / "catalogues"
LANGUAGES = {"en": "English", "ar": "العربية", "fr": "Français"}
RIGHT_TO_LEFT = frozenset({"ar"})

_current: ContextVar[str] = ContextVar("language", default="en")


def current() -> str:
    """The language code of the page being made."""
    return _current.get()


def direction() -> str:
    """ "ltr" or "rtl", as the page being made is read."""
    return "rtl" if current() in RIGHT_TO_LEFT else "ltr"


def base() -> str:
    """What stands before the address of each of our pages: nothing, or "/ar"."""
    return "" if current() == "en" else f"/{current()}"


def gettext(words: str) -> str:
    """The words in the language of the page being made; in English where nobody has translated them."""
    return _translations(current()).ugettext(words)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of the words that the number asks for."""
    return _translations(current()).ungettext(one, many, number)


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
        token = _current.set(language)
        try:
            await self.app(scope, receive, send)
        finally:
            _current.reset(token)
