"""A decision as the forms of the desk send it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from starlette.datastructures import FormData, QueryParams

from counterclaim.core.claims import Claim
from counterclaim.core.errors import DataError
from counterclaim.core.located import Located
from counterclaim.store import Store
from counterclaim.store.audit import read_entry
from counterclaim.store.choices import CLAIM_ACTIONS, Choice
from counterclaim.store.codings import choice_of
from counterclaim.store.find import read_filed_claim
from counterclaim.web.languages import gettext as _
from counterclaim.web.review.fields import Input, UnreadableError, inputs_of, read_fields, typed
from counterclaim.web.review.look import Looked
from counterclaim.web.review.places import KEEP, find_places, read_place

__all__ = ["FixForm", "UnreadableError", "fix_form", "number", "read_choice", "told_changes", "word"]

_LONGEST = 2_000  # characters of a reason in free words


class FixForm(NamedTuple):
    """The inputs of a claim with what stands in them, and the places that its place may mean, where looked up."""

    inputs: tuple[tuple[Input, Any], ...]
    places: tuple[Located, ...]
    looked_up: str | None
    open: bool


def word(sent: FormData | QueryParams, name: str) -> str:
    """What was sent under the name, without blanks around it; "" where nothing was."""
    value = sent.get(name, "")
    return value.strip()[:_LONGEST] if isinstance(value, str) else ""


def number(sent: FormData, name: str) -> int:
    """A whole number.

    Raises:
        DataError: it is none.
    """
    words = word(sent, name)
    if not (words.isascii() and words.isdigit()):
        raise DataError(_("“%(value)s” is no number") % {"value": words})
    return int(words)


def fix_form(sent: FormData | QueryParams, looked: Looked, store: Path, who: str) -> FixForm:
    """The form that corrects the claim, as it was filled in when a place was looked up or an error was found."""
    inputs = inputs_of(looked.filed.claim)
    at = word(sent, "claim") == looked.filed.claim.id
    filled: Mapping[str, Any] = sent if at and word(sent, "action") in ("fix", "") else {}
    name = word(sent, "field-place") if at and "look" in sent else None
    return FixForm(
        tuple((each, typed(each, filled)) for each in inputs),
        tuple(find_places(store, name, who)) if name else (),
        name,
        bool(filled) or "fix" in sent,
    )


def read_choice(store: Store, sent: FormData, who: str) -> Choice:
    """The decision that the form sent.

    Raises:
        DataError: it is not whole.
        UnreadableError: values of fields that cannot be.
    """
    action, why = word(sent, "action"), word(sent, "why")
    if action == "adopt":
        with store.reading() as connection:
            return choice_of(read_entry(connection, number(sent, "entry")))
    if action not in CLAIM_ACTIONS:
        raise DataError(_("choose what to decide: accept, reject, correct, mark other words, or unsure"))
    if action == "reject":
        if not word(sent, "reason"):
            raise DataError(_("choose why the claim is rejected"))
        return Choice(action="reject", reason=word(sent, "reason"), why=why)
    if action == "move":
        return Choice(action="move", span=(number(sent, "start"), number(sent, "end")), why=why)
    if action == "fix":
        return Choice(action="fix", fields=_fields(store, sent, who), why=why)
    return Choice(action=action, why=why)


def _fields(store: Store, sent: FormData, who: str) -> dict[str, Any]:
    with store.reading() as connection:
        claim = read_filed_claim(connection, word(sent, "claim")).claim
    fields = read_fields(claim, sent)
    place = word(sent, "where") or KEEP
    if place != KEEP:
        fields["where"] = read_place(store.path, place, word(sent, "field-place"), who)
    elif "place" in fields and getattr(claim, "where", None) is not None:
        fields["where"] = None  # what the old words meant; nobody has said what the new ones do
    if not fields:
        raise DataError(_("no field was changed; accept the claim if it is right as it is"))
    return fields


def told_changes(claim: Claim, sent: FormData) -> list[tuple[str, str]]:
    """Label and new value of the fields that a correction sent, in words; [] where they cannot be read."""
    try:
        fields = read_fields(claim, sent) if word(sent, "action") == "fix" else {}
    except UnreadableError:
        return []
    named = {each.name: each.label for each in inputs_of(claim)}
    return [
        (named.get(name, name), str(value if value is not None else "–")) for name, value in fields.items()
    ]
