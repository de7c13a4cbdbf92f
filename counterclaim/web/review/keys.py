"""Keys of the desk: one for each action, to be changed or switched off by whoever sits there (WCAG 2.1.4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection

from counterclaim.core.errors import DataError
from counterclaim.store.desk_settings import read_setting, write_setting
from counterclaim.web.languages import N_
from counterclaim.web.languages import gettext as _


class Key(NamedTuple):
    """An action with its key as shipped and what it does, in words."""

    action: str
    key: str
    words: str


KEYS: tuple[Key, ...] = (
    Key("accept", "a", N_("Accept")),
    Key("reject", "r", N_("Reject, then 1 to 6 for the reason")),
    Key("fix", "e", N_("Correct a field")),
    Key("span", "s", N_("Mark other words: arrows move the end, with Shift the beginning; Enter saves")),
    Key("unsure", "u", N_("Unsure, leave it to somebody else")),
    Key("same", "m", N_("Same incident as another")),
    Key("different", "n", N_("Not the same incident as another")),
    Key("split", "x", N_("Split the incident")),
    Key("undo", "z", N_("Undo my last decision")),
    Key("next", "j", N_("Next, without deciding")),
    Key("previous", "k", N_("Previous")),
    Key("context", ".", N_("More of the text around it")),
    Key("open", "o", N_("Open the article")),
    Key("help", "?", N_("All keys")),
)
_NAME = "keys"
_DIGITS = frozenset("123456")  # of the reasons


def default_keys() -> dict[str, str]:
    """The keys as shipped, by action."""
    return {each.action: each.key for each in KEYS}


def read_keys(connection: Connection, who: str) -> dict[str, str]:
    """The keys of a person, by action; an action without one has ""."""
    kept = read_setting(connection, who, _NAME)
    return {**default_keys(), **kept} if isinstance(kept, dict) else default_keys()


def write_keys(connection: Connection, who: str, keys: Mapping[str, str]) -> None:
    """Keep the keys of a person.

    Raises:
        DataError: a key is no single sign, or two actions have it.
    """
    chosen = {each.action: keys.get(each.action, "").strip() for each in KEYS}
    used: dict[str, str] = {}
    for each in KEYS:
        key = chosen[each.action]
        if len(key) > 1 or key in _DIGITS or (key and not key.isprintable()):
            raise DataError(
                _("“%(key)s” cannot be the key of “%(action)s”: choose one sign that is not 1 to 6")
                % {"key": key, "action": _(each.words)}
            )
        if key and key in used:
            raise DataError(
                _("“%(key)s” is the key of “%(one)s” and of “%(other)s”; give one of them another")
                % {"key": key, "one": _(used[key]), "other": _(each.words)}
            )
        used[key] = each.words
    write_setting(connection, who, _NAME, chosen)
