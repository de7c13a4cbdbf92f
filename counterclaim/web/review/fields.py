"""The fields of a claim as inputs of a form, and what was put into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec import inspect
from starlette.datastructures import FormData

from counterclaim.core.claims import Claim
from counterclaim.core.edtf import day_bounds
from counterclaim.core.errors import DataError
from counterclaim.store.rulings import NOT_FIXED
from counterclaim.web import labels
from counterclaim.web.languages import N_
from counterclaim.web.languages import gettext as _

Kind = Literal["words", "number", "choice", "list", "flag"]
PREFIX = "field-"
_LONGEST = 500  # characters of one value
_MOST = 12  # values of a list
# What follows from other fields, or is asked for in its own way.
_NOT_ASKED = NOT_FIXED | {"incident", "where", "speaker_aliases", "when_basis"}
LABELS: dict[str, str] = {
    "speakers": N_("Who says it"),
    "via": N_("Passed on by"),
    "explicitness": N_("Credited"),
    "modality": N_("Said as"),
    "polarity": N_("Says"),
    "when": N_("Day"),
    "harm": N_("Harm"),
    "min": N_("At least"),
    "max": N_("At most"),
    "qualifier": N_("Hedge"),
    "group": N_("Who was harmed"),
    "status": N_("Status"),
    "scope": N_("Counts"),
    "perpetrator": N_("Who did it"),
    "place": N_("Place, in its words"),
    "date": N_("Day, in its words"),
    "event_type": N_("Kind of happening"),
    "actor": N_("Who acted"),
    "target": N_("Against whom"),
    "stance": N_("Stance"),
    "accused": N_("Who is said to have done it"),
    "holder": N_("Who holds the place"),
    "change": N_("What changes"),
    "optional": N_("Only mentioned in passing"),
    "object": N_("What was damaged"),
    "outcome": N_("Damage"),
    "agreement": N_("Agreement"),
}
# What need not be said of a claim that is shown.
_USUAL = frozenset(
    {("modality", "asserted"), ("polarity", "affirmed"), ("qualifier", "exact"), ("scope", "incident")}
)
_HINTS: dict[str, str] = {  # what to know before filling it in
    "speakers": N_("innermost first; empty: the outlet itself or nobody named"),
    "via": N_("outermost first"),
    "when": N_("as 2016-09-17; XXXX-09-17 where nobody states the year"),
    "min": N_("empty: no lower bound"),
    "max": N_("empty: no upper bound"),
    "group": N_("as the text words it"),
    "place": N_("as the text words it"),
    "date": N_("as the text words it"),
}
_VALUES: Mapping[Any, str] = {
    **labels.HARMS,
    **labels.EVENTS,
    **labels.OUTCOMES,
    **labels.STATUSES,
    "named": N_("by name"),
    "role": N_("by an office"),
    "unnamed": N_("without a name"),
    "passive": N_("“is said to”"),
    "outlet": N_("not at all: the outlet’s own voice"),
    "asserted": N_("a fact"),
    "alleged": N_("an allegation"),
    "conditional": N_("a condition"),
    "predicted": N_("a prediction"),
    "affirmed": N_("it is so"),
    "negated": N_("it is not so"),
    "exact": N_("exactly"),
    "at_least": N_("at least"),
    "more_than": N_("more than"),
    "at_most": N_("at most"),
    "fewer_than": N_("fewer than"),
    "about": N_("about"),
    "between": N_("between"),
    "vague": N_("in words, such as “dozens”"),
    "none": N_("none"),
    "unknown": N_("not stated"),
    "civilian": N_("civilians"),
    "combatant": N_("combatants"),
    "mixed": N_("both"),
    "incident": N_("this incident"),
    "cumulative": N_("several events together"),
    "part": N_("part of a larger figure"),
    "accuses": N_("accuses"),
    "admits": N_("admits"),
    "denies": N_("denies"),
    "claims": N_("claims it as its own act"),
    "holds": N_("holds"),
    "seizes": N_("seizes"),
    "loses": N_("loses"),
    "contests": N_("contests"),
    "besieges": N_("besieges"),
}


class Input(NamedTuple):
    """One field. `value` is as the claim has it: str, int, bool, tuple of str, or None."""

    name: str
    label: str
    kind: Kind
    value: Any
    choices: tuple[tuple[str, str], ...] = ()  # value and words

    @property
    def hint(self) -> str:
        """What to know before filling it in; "" for nothing."""
        return _(_HINTS[self.name]) if self.name in _HINTS else ""

    @property
    def key(self) -> str:
        """Its name in the form."""
        return f"{PREFIX}{self.name}"


class UnreadableError(DataError):
    """What was put in cannot be: by the name of the field, what is wrong, for the person at the form."""

    def __init__(self, wrong: Mapping[str, str]) -> None:
        super().__init__("; ".join(wrong.values()))
        self.wrong = dict(wrong)


def value_words(value: str) -> str:
    """A value of the vocabulary in words; one that no table has as it is called."""
    return _(_VALUES[value]) if value in _VALUES else value.replace("_", " ")


def inputs_of(claim: Claim) -> tuple[Input, ...]:
    """The fields of the claim that a person may set, those of its own type first."""
    described = inspect.type_info(type(claim))
    if not isinstance(described, inspect.StructType):
        raise TypeError(f"{type(claim)} is no claim")
    asked = [field for field in described.fields if field.name not in _NOT_ASKED]
    common = ("explicitness", "modality", "polarity", "speakers", "via", "when")
    asked.sort(key=lambda field: (field.name in common, field.name in ("place", "date")))
    return tuple(_input(field.name, field.type, getattr(claim, field.name)) for field in asked)


def _input(name: str, kind: inspect.Type, value: Any) -> Input:
    label = _(LABELS[name])
    kinds = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    if any(isinstance(each, inspect.LiteralType) for each in kinds):
        values = [str(one) for each in kinds if isinstance(each, inspect.LiteralType) for one in each.values]
        return Input(name, label, "choice", value, tuple((one, value_words(one)) for one in values))
    if any(isinstance(each, inspect.BoolType) for each in kinds):
        return Input(name, label, "flag", value)
    if any(isinstance(each, inspect.IntType) for each in kinds):
        return Input(name, label, "number", value)
    if any(isinstance(each, inspect.VarTupleType) for each in kinds):
        return Input(name, label, "list", value)
    return Input(name, label, "words", value)


def read_fields(claim: Claim, form: FormData | Mapping[str, Any]) -> dict[str, Any]:
    """The fields that differ from the claim's, as a ruling sets them.

    Raises:
        UnreadableError: a value cannot be; every one that cannot is named.
    """
    found: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for each in inputs_of(claim):
        try:
            value = _read(each, form)
        except DataError as error:
            wrong[each.name] = str(error)
            continue
        if value != (list(each.value) if each.kind == "list" else each.value):
            found[each.name] = value
    low = found.get("min", getattr(claim, "min", None))
    high = found.get("max", getattr(claim, "max", None))
    if low is not None and high is not None and low > high:
        wrong["min"] = _("the lower bound is above the upper one")
    if wrong:
        raise UnreadableError(wrong)
    return found


def typed(each: Input, form: FormData | Mapping[str, Any]) -> Any:
    """What stands in the input: what was typed before, else the claim's value."""
    if each.key not in form and each.kind != "flag":
        return each.value
    if each.kind == "list":
        return tuple(_many(form, each.key))
    if each.kind == "flag":
        return each.key in form if f"{each.key}-asked" in form else each.value
    return str(form[each.key])


def _read(each: Input, form: FormData | Mapping[str, Any]) -> Any:
    if each.kind == "flag":
        return each.key in form if f"{each.key}-asked" in form else each.value
    if each.kind == "list":
        if each.key not in form:
            return list(each.value)
        values = _many(form, each.key)
        if len(values) > _MOST:
            raise DataError(_("at most %(n)s names") % {"n": _MOST})
        return values
    if each.key not in form:
        return each.value
    words = str(form[each.key]).strip()
    if len(words) > _LONGEST:
        raise DataError(_("at most %(n)s characters") % {"n": _LONGEST})
    match each.kind:
        case "number":
            return _number(words)
        case "choice":
            if words not in dict(each.choices):
                raise DataError(_("“%(value)s” is none of the values") % {"value": words})
            return words
    return _edtf(words) if each.name == "when" else words or None


def _many(form: FormData | Mapping[str, Any], key: str) -> list[str]:
    values: Sequence[Any] = form.getlist(key) if hasattr(form, "getlist") else [form[key]]
    return [str(value).strip()[:_LONGEST] for value in values if str(value).strip()]


def _number(words: str) -> int | None:
    if not words:
        return None
    if not (words.isascii() and words.isdigit()) or len(words) > 12:
        raise DataError(_("“%(value)s” is no whole number of people") % {"value": words})
    return int(words)


def _edtf(words: str) -> str | None:
    if not words:
        return None
    try:
        day_bounds(words)
    except DataError as error:
        raise DataError(_("“%(value)s” is no day in EDTF") % {"value": words}) from error
    return words


def claim_fields(claim: Claim) -> list[tuple[str, str]]:
    """Label and value of every field that says something, in words; for lists of what a claim says."""
    found = []
    for each in inputs_of(claim):
        value = each.value
        if value in (None, "", (), False) or (each.name, value) in _USUAL:
            continue
        if each.kind == "choice":
            words = value_words(value)
        elif each.kind == "list":
            words = ", ".join(value)
        else:
            words = _("yes") if value is True else str(value)
        found.append((each.label, words))
    return found


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Field, value before and value after, of two claims as the audit holds them."""
    names = [*before, *(name for name in after if name not in before)]
    return [
        (_(LABELS[name]) if name in LABELS else name, _told(before.get(name)), _told(after.get(name)))
        for name in names
        if before.get(name) != after.get(name)
    ]


def _told(value: Any) -> str:
    if isinstance(value, dict) and "name" in value:  # a place on the map
        return str(value["name"])
    if isinstance(value, list | dict):
        return ", ".join(map(str, value)) if isinstance(value, list) else msgspec.json.encode(value).decode()
    return "" if value is None else str(value)
