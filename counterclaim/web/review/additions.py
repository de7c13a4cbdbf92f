"""A claim that the reader missed, as the form beside another claim of the passage sends it."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
from sqlalchemy import Connection
from starlette.datastructures import FormData

from counterclaim.core.claims import Change, Claim, EventType, Harm, Stance
from counterclaim.core.errors import DataError
from counterclaim.core.types import Sheet
from counterclaim.store import find
from counterclaim.store.choices import stand_at
from counterclaim.web.languages import gettext as _
from counterclaim.web.review.choosing import number, word

# What a claim of the type cannot be without, and its values.
_NEEDED: dict[str, tuple[str, tuple[str, ...]]] = {
    "casualty": ("harm", get_args(Harm)),
    "event": ("event_type", get_args(EventType)),
    "responsibility": ("stance", get_args(Stance)),
    "control": ("change", get_args(Change)),
}
_PLAIN = ("damage", "agreement", "intent", "plan", "assessment")
# For each type, the kinds to choose from; "" where it has none.
KINDS: dict[str, tuple[str, ...]] = {
    **{type_: values for type_, (_field, values) in _NEEDED.items()},
    **dict.fromkeys(_PLAIN, ("",)),
}


def read_claim(connection: Connection, sent: FormData, beside: str, who: str) -> tuple[Sheet, Claim]:
    """The document and the claim, credited as the one beside it until somebody corrects that.

    Raises:
        NotFoundError: the store has no claim `beside`.
        DataError: the kind or the words cannot be.
    """
    other = find.read_filed_claim(connection, beside)
    sheet = find.read_sheet(connection, other.document_id)
    type_, _colon, kind = word(sent, "kind").partition(":")
    if type_ not in KINDS or kind not in KINDS[type_]:
        raise DataError(_("choose what kind of claim it is"))
    given: dict[str, Any] = {
        name: getattr(other.claim, name) for name in ("speakers", "via", "explicitness", "incident")
    }
    if type_ in _NEEDED:
        given[_NEEDED[type_][0]] = kind
    claim: Claim = msgspec.convert(
        {"type": type_, "start": 0, "end": 0, "quote": "", **msgspec.to_builtins(given)}, Claim
    )
    return sheet, stand_at(sheet, claim, (number(sent, "start"), number(sent, "end")), who, beside)
