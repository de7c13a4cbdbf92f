"""Places that the words of a claim may mean, to choose from; the gazetteer of the store, then the shipped one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from counterclaim.core.errors import DataError
from counterclaim.core.located import Located
from counterclaim.gazetteer import load_gazetteer, located_of
from counterclaim.gazetteer.importing import own_gazetteer
from counterclaim.web.languages import gettext as _

SHOWN = 8
NOWHERE = "nowhere"
KEEP = "keep"


def find_places(store: Path, name: str, who: str) -> list[Located]:
    """What the name may mean, likeliest first."""
    found = load_gazetteer(own_gazetteer(store)).candidates(name.strip()) if name.strip() else ()
    return [located_of(one.entry, f"chosen by {who}") for one in found[:SHOWN]]


def read_place(store: Path, choice: str, name: str, who: str) -> Any:
    """The chosen place as a fix of `where` has it; None for nowhere.

    Raises:
        DataError: the name does not mean the chosen place.
    """
    if choice == NOWHERE:
        return None
    chosen = next((one for one in find_places(store, name, who) if one.gazetteer_id == choice), None)
    if chosen is None:
        raise DataError(_("“%(place)s” was not found under that name; look it up again") % {"place": name})
    return msgspec.to_builtins(chosen)
