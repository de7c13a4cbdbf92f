"""Everything that a visitor's browser keeps or asks for on account of this site: one table.

The page, the banner and the tests are made from it; what is not in it may not happen.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, get_args

import msgspec

from counterclaim.core.errors import DataError
from counterclaim.core.patterns import pattern
from counterclaim.web.languages import N_
from counterclaim.web.languages import gettext as _

Category = Literal["necessary", "functional", "performance", "analytical", "advertisement"]
Provider = Literal["youtube"]
CATEGORIES: tuple[Category, ...] = get_args(Category)
OPTIONAL: tuple[Category, ...] = CATEGORIES[1:]  # a visitor is asked about these
_NAMES: dict[Category, tuple[str, str]] = {  # and what each holds
    "necessary": (
        N_("Necessary"),
        N_("What the site cannot work without, such as knowing that you have signed in."),
    ),
    "functional": (
        N_("Functional"),
        N_("Conveniences from elsewhere, such as playing a video or sharing a page."),
    ),
    "performance": (N_("Performance"), N_("Measuring how fast pages reach you and where they fail.")),
    "analytical": (
        N_("Analytical"),
        N_("Counting visitors, where they come from and what they look at."),
    ),
    "advertisement": (
        N_("Advertisement"),
        N_("Following visitors from site to site to show them advertisements."),
    ),
}
_KINDS = {"cookie": N_("cookie"), "storage": N_("storage key"), "request": N_("request")}
SESSION_COOKIE = "session"
CHOICE_COOKIE = "consent"
_HOST = pattern(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+")
_Words = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class Item(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A cookie, a storage key or a request."""

    category: Category
    kind: Literal["cookie", "storage", "request"]
    name: _Words
    purpose: _Words
    life: _Words
    host: str = ""  # "" is this site
    embeds: Provider | None = None  # whose players a page may frame from this host, once consented


SIGNED_IN = Item(
    category="necessary",
    kind="cookie",
    name=SESSION_COOKIE,
    purpose=N_(
        "Remembers that you have signed in. It is set when you sign in, and gone when you sign out. "
        "Over https its name begins with __Host-."
    ),
    life=N_("until you sign out or close the browser"),
)
CHOSEN = Item(
    category="necessary",
    kind="cookie",
    name=CHOICE_COOKIE,
    purpose=N_("Keeps what you chose here: the categories you accepted, and no number that tells you apart."),
    life=N_("6 months, then you are asked again"),
)


class Listed(msgspec.Struct, frozen=True):
    """All of it: ours, and what the operator adds."""

    items: tuple[Item, ...] = (SIGNED_IN,)

    @property
    def optional(self) -> tuple[Category, ...]:
        """The categories, beside the necessary, that hold anything: those a visitor is asked about."""
        return tuple(name for name in OPTIONAL if any(item.category == name for item in self.items))

    @property
    def version(self) -> str:
        """Changes whenever the list does, so that visitors are asked again."""
        return hashlib.sha256(msgspec.json.encode(self.items)).hexdigest()[:12]

    def frames(self, categories: Sequence[Category]) -> tuple[str, ...]:
        """The hosts whose players pages may frame when these categories are consented."""
        return tuple(
            item.host for item in self.items if item.embeds is not None and item.category in categories
        )


OURS = Listed()


def category_name(category: Category) -> str:
    """The category in the language of the page."""
    return _(_NAMES[category][0])


def category_meaning(category: Category) -> str:
    """What belongs into it."""
    return _(_NAMES[category][1])


def kind_words(kind: str) -> str:
    """What an item is: a cookie, a storage key or a request."""
    return _(_KINDS[kind])


def read_listed(path: Path) -> Listed:
    """Ours and the items of an operator's file: a TOML table `[[item]]` for each (docs/howto/privacy.md).

    Raises:
        DataError: the file cannot be read, or an item in it is wrong; the message names the place.
    """
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}; check that it is a file you may read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: not TOML: {error}; mend the file") from error
    odd = sorted(told.keys() - {"item"})
    if odd or not isinstance(told.get("item", []), list):
        raise DataError(f"{path}: {odd[0] if odd else 'item'} is not known there; write tables [[item]]")
    added = tuple(_read_item(table, f"{path}, item {n}") for n, table in enumerate(told.get("item", []), 1))
    names = [(item.kind, item.name, item.host) for item in (SIGNED_IN, CHOSEN, *added)]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise DataError(f"{path}: the {twice[0]} {twice[1]!r} is listed twice; take one out")
    asks = any(item.category != "necessary" for item in added)
    return Listed((SIGNED_IN, *((CHOSEN,) if asks else ()), *added))


def _read_item(table: object, where: str) -> Item:
    try:
        item = msgspec.convert(table, Item)
    except msgspec.ValidationError as error:
        raise DataError(f"{where}: {error}; see docs/howto/privacy.md for what it may hold") from error
    if item.host and _HOST.fullmatch(item.host) is None:
        raise DataError(
            f"{where}: host is {item.host!r}; write a name such as www.example.org, without https://"
        )
    if item.kind == "request" and not item.host:
        raise DataError(f"{where}: a request goes to somebody; give its host")
    if item.embeds is not None and item.kind != "request":
        raise DataError(f"{where}: embeds is for a request; what a player keeps is listed on its own")
    if item.embeds is not None and item.category == "necessary":
        raise DataError(f"{where}: a player of somebody else is not necessary; call it functional")
    return item
