"""Numbers, figures, ranges, lists and counts of things, in the language of the page."""

from __future__ import annotations

from collections.abc import Sequence

from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from counterclaim.incidents.tallies import Tally
from counterclaim.web.languages import NN_, direction, locale, ngettext
from counterclaim.web.languages import gettext as _

_COUNTED: dict[str, tuple[str, str]] = {
    "article": NN_("%(n)s article", "%(n)s articles"),
    "character": NN_("%(n)s character", "%(n)s characters"),
    "claim": NN_("%(n)s claim", "%(n)s claims"),
    "document": NN_("%(n)s document", "%(n)s documents"),
    "incident": NN_("%(n)s incident", "%(n)s incidents"),
    "independent voice": NN_("%(n)s independent voice", "%(n)s independent voices"),
    "issue": NN_("%(n)s issue", "%(n)s issues"),
    "outlet": NN_("%(n)s outlet", "%(n)s outlets"),
    "place": NN_("%(n)s place", "%(n)s places"),
    "sentence": NN_("%(n)s sentence", "%(n)s sentences"),
    "speaker": NN_("%(n)s speaker", "%(n)s speakers"),
}


def number_words(number: float) -> str:
    """A number with the marks of the language: "1,200", "1 200"; digits are 0 to 9 in all of them.

    >>> number_words(1_200), number_words(0.5)
    ('1,200', '0.5')
    """
    return format_decimal(number, locale=locale())


def list_words(names: Sequence[str]) -> str:
    """The names as a list: "a, b and c".

    >>> list_words(["the army", "the navy"])
    'the army and the navy'
    """
    return format_list(names, locale=locale())


def isolated(name: object) -> Markup:
    """The name kept apart from the words around it, whose direction may be another.

    >>> isolated("Rafah & Gaza")
    Markup('<bdi>Rafah &amp; Gaza</bdi>')
    """
    return Markup("<bdi>{}</bdi>").format(name)


def fill_in(words: str, /, **names: object) -> Markup:
    """Words of the page with names of the documents in them, each isolated; what is marked up already stays as it is.

    Without that, "ISIS holds Raqqa" would be drawn in the order "Raqqa holds ISIS" on an Arabic page, whose verb
    stands between two names in Latin letters.

    >>> fill_in("%(holder)s holds %(place)s", holder="the army", place="Orlova")
    Markup('<bdi>the army</bdi> holds <bdi>Orlova</bdi>')
    """
    return escape(words) % {
        name: value if isinstance(value, Markup) else isolated(value) for name, value in names.items()
    }


def name_words(names: Sequence[str]) -> Markup:
    """The names as a list of the language, each isolated."""
    return Markup(list_words([str(isolated(name)) for name in names]))  # noqa: S704  escaped one by one


def count_words(number: int, thing: str) -> str:
    """A number with the thing it counts; `thing` is a key of the table above.

    >>> count_words(1, "speaker"), count_words(3, "speaker")
    ('1 speaker', '3 speakers')
    """
    return ngettext(*_COUNTED[thing], number) % {"n": number_words(number)}


def figure_words(low: int | None, high: int | None, qualifier: str = "exact") -> str:
    """A figure with its hedge, as `core.wording` has it in English.

    >>> figure_words(62, None, "at_least"), figure_words(10, 12, "between"), figure_words(None, None, "unknown")
    ('at least 62', '10 to 12', 'number not stated')
    """
    if low is None and high is None:
        return _("number not stated")
    if low is None or high is None:
        return _open_words(low, high, qualifier)
    if low != high:
        return _("%(low)s to %(high)s") % {"low": number_words(low), "high": number_words(high)}
    if low == 0:
        return _("none")
    return _about(low) if qualifier == "about" else number_words(low)


def tally_words(tally: Tally) -> str:
    """The range of a tally: "62–83", "62+"; "Unknown", which is not 0.

    A question mark is an end that nobody states.
    """
    low, high = tally.low.number, tally.high.number
    if low is None and high is None:
        return _("Unknown")
    least = "?" if low is None else number_words(low)
    if high is None:
        return left_to_right(f"{least}–?")
    mark = "+" if tally.high.open else ""
    return left_to_right(f"{least}{mark}" if low == high else f"{least}–{number_words(high)}{mark}")


def _open_words(low: int | None, high: int | None, qualifier: str) -> str:
    if low is not None and qualifier == "more_than":
        return _("more than %(n)s") % {"n": number_words(low - 1)}
    if low is not None and qualifier == "vague":
        return _("%(n)s or more (in words)") % {"n": number_words(low)}
    if low is not None:
        return _at_least(low)
    if qualifier == "fewer_than":
        return _("fewer than %(n)s") % {"n": number_words((high or 0) + 1)}
    return _at_most(high or 0)


def _about(number: int) -> str:
    return _("about %(n)s") % {"n": number_words(number)}


def _at_least(number: int) -> str:
    return _("at least %(n)s") % {"n": number_words(number)}


def _at_most(number: int) -> str:
    return _("at most %(n)s") % {"n": number_words(number)}


def left_to_right(numbers: str) -> str:
    """Kept in this order within a right-to-left line, where "62 – 83" would be drawn "83 – 62"."""
    return numbers if direction() == "ltr" else f"\u2066{numbers}\u2069"
