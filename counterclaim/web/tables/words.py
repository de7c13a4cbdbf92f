"""Values of the vocabulary, filters and columns in the words of the page's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from babel.lists import format_list

from counterclaim.store.select import Column
from counterclaim.store.select.columns import Op
from counterclaim.store.select.selection import Filter, Value
from counterclaim.web.days import day_words
from counterclaim.web.labels import HARMS, KINDS, OUTCOMES, SEVERITIES, STATUSES, TYPES
from counterclaim.web.languages import N_, locale
from counterclaim.web.languages import gettext as _
from counterclaim.web.words import number_words

_PRECISIONS = {  # UCDP's where_prec
    1: N_("exact place"),
    2: N_("near a place"),
    3: N_("district"),
    4: N_("province"),
    5: N_("region or unclear area"),
    6: N_("country"),
    7: N_("on water"),
}
# By column; what stands in none of these is shown as it is called.
_VALUES: dict[str, Mapping[str, str]] = {
    "type": TYPES,
    "harm": cast(Mapping[str, str], HARMS),
    "event_type": KINDS,
    "kind": KINDS,
    "outcome": cast(Mapping[str, str], OUTCOMES),
    "severity": SEVERITIES,
    "status": {
        **cast(Mapping[str, str], STATUSES),
        "civilian": N_("civilians"),
        "combatant": N_("combatants"),
        "mixed": N_("civilians and combatants"),
        "unknown": N_("not stated"),
    },
    "stance": {
        "accuses": N_("accuses"),
        "admits": N_("admits"),
        "denies": N_("denies"),
        "claims": N_("claims as its own act"),
    },
    "change": {
        "holds": N_("holds"),
        "seizes": N_("seizes"),
        "loses": N_("loses"),
        "contests": N_("contests"),
        "besieges": N_("besieges"),
    },
    "qualifier": {
        "exact": N_("plain number"),
        "at_least": N_("at least"),
        "more_than": N_("more than"),
        "at_most": N_("at most"),
        "fewer_than": N_("fewer than"),
        "about": N_("about"),
        "between": N_("from … to"),
        "vague": N_("in words"),
        "unknown": N_("no number"),
        "none": N_("nobody"),
    },
    "scope": {
        "incident": N_("the incident"),
        "cumulative": N_("several events"),
        "part": N_("part of a larger figure"),
    },
    "explicitness": {
        "named": N_("by name"),
        "role": N_("by role"),
        "unnamed": N_("nobody named"),
        "passive": N_("said to be so"),
        "outlet": N_("the document itself"),
    },
    "modality": {
        "asserted": N_("asserted"),
        "alleged": N_("alleged"),
        "conditional": N_("only if"),
        "predicted": N_("predicted"),
    },
    "polarity": {"affirmed": N_("says it is so"), "negated": N_("says it is not so")},
    "decision": {
        "accept": N_("accepted"),
        "reject": N_("rejected"),
        "none": N_("nobody ruled"),
        "any": N_("rejected ones too"),
    },
}


def label_words(column: Column) -> str:
    """What the column is called."""
    return _(column.label)


def value_words(column: Column, value: Value) -> str:
    """A value for people: "air strike", "17 September 2016", "1,200"; names stay as they are."""
    if isinstance(value, str):
        if column.kind == "day":
            return day_words(value)
        known = _VALUES.get(column.name, {}).get(value)
        return _(known) if known else value.replace("_", " ") if column.choices else value
    if column.name == "where_prec" and value in _PRECISIONS:
        return _(_PRECISIONS[int(value)])
    return number_words(value)


def filter_words(column: Column, one: Filter) -> str:
    """A filter as its chip says it: "Speaker: SOHR or the army", "At least: 10 or more"."""
    return _FILTERS[one.op](column, one)


def _is(column: Column, one: Filter) -> str:
    return _("%(column)s: %(values)s") % {"column": label_words(column), "values": _any_of(column, one)}


def _contains(column: Column, one: Filter) -> str:
    words = _or([f"“{value}”" for value in one.values])
    return _("%(column)s with %(words)s") % {"column": label_words(column), "words": words}


def _missing(column: Column, one: Filter) -> str:
    told = _("%(column)s: not stated") if one.values[0] else _("%(column)s: stated")
    return told % {"column": label_words(column)}


def _bound(words: str, column: Column, one: Filter) -> str:
    return words % {"column": label_words(column), "value": _any_of(column, one)}


def _any_of(column: Column, one: Filter) -> str:
    return _or([value_words(column, value) for value in one.values])


def _or(names: list[str]) -> str:
    return format_list(names, style="or", locale=locale())


_FILTERS: dict[Op, Callable[[Column, Filter], str]] = {
    "is": _is,
    "contains": _contains,
    "missing": _missing,
    "gte": lambda column, one: _bound(_("%(column)s: %(value)s or more"), column, one),
    "lte": lambda column, one: _bound(_("%(column)s: %(value)s or less"), column, one),
    "from": lambda column, one: _bound(_("%(column)s from %(value)s on"), column, one),
    "to": lambda column, one: _bound(_("%(column)s up to %(value)s"), column, one),
}


def op_words(op: Op) -> str:
    """What a field of the filter form is for, behind the name of its column."""
    return {
        "is": _("is"),
        "contains": _("contains"),
        "missing": _("is not stated"),
        "gte": _("at least"),
        "lte": _("at most"),
        "from": _("from"),
        "to": _("up to"),
    }[op]
