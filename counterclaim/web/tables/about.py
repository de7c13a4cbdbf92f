"""What each list is, in the words of its page."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.web.languages import gettext as _
from counterclaim.web.words import count_words


class About(NamedTuple):
    """`asks` is the label of its search; `empty` what stands there while nothing was read."""

    words: str
    asks: str
    empty: str


_THINGS = {
    "claims": "claim",
    "incidents": "incident",
    "speakers": "speaker",
    "outlets": "outlet",
    "places": "place",
    "documents": "document",
    "issues": "issue",
}


def count_rows_words(name: str, number: int) -> str:
    """ "1,200 claims"."""
    return count_words(number, _THINGS[name])


def about(name: str) -> About:
    """The list's own words."""
    return {
        "claims": lambda: About(
            _("Everything that somebody is said to have said, each with its speaker and its words. A claim that was rejected on review is left out unless it is asked for."),
            _("Find claims by the words of their sentence"),
            _("No claim was found yet."),
        ),
        "incidents": lambda: About(
            _("Every happening that claims were linked to, with how many speak of it and the lowest and highest number of dead that anybody states. None of them is chosen."),
            _("Find incidents by their title or the words of their claims"),
            _("No claims were linked yet."),
        ),
        "speakers": lambda: About(
            _("Whoever claims are credited to, as often as they are. Outlets that only pass on what others said are no speakers of it."),
            _("Find a speaker by name"),
            _("Nobody was credited with a claim yet."),
        ),
        "outlets": lambda: About(
            _("Who published the articles that were read, and whose words they carry."),
            _("Find an outlet by name"),
            _("No outlet is known yet."),
        ),
        "places": lambda: About(
            _("Where claims say that things happened. Spellings of one place on the map are one row; what could not be placed stays as it was worded."),
            _("Find a place by name"),
            _("No claim names a place yet."),
        ),
        "documents": lambda: About(
            _("Everything that was read, as it was read. Each opens in the reader, with its claims marked."),
            _("Find documents by their title or the words of their sentences"),
            _("Nothing has been read yet."),
        ),
        "issues": lambda: About(
            _("What was odd in the inputs: what could not be read, was left out or needed a guess. Nothing is dropped without a line here."),
            _("Find an issue by its words"),
            _("No issue was noticed."),
        ),
    }[name]()  # fmt: skip
