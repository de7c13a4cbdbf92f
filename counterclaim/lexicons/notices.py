"""What pages say around their articles: notices, menus, embeds, captions, agency signatures.

The phrases live in resources/notices.yml; the JSON beside this file is built from it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from counterclaim.core.patterns import Pattern, any_of, pattern

# Reasons of labels (`Segment.why`) by which splitting knows a border from other furniture.
SEPARATOR = "a separator"
OUTSIDE = "stands outside the running text of a whole page"
PAGE_END = "another page follows"  # ends a reason, after what else there is to say of the line
END_BYLINE = "names who reported and edited"


class Notices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lists of phrases; what each is for stands in resources/notices.yml."""

    notice_sure: tuple[str, ...]
    notice_subject: tuple[str, ...]
    notice_context: tuple[str, ...]
    reporting: tuple[str, ...]
    notice_lines: frozenset[str]
    notice_lines_beside: frozenset[str]
    menu_lines: frozenset[str]
    link_headings: frozenset[str]
    menu_starts: tuple[str, ...]
    closing_starts: tuple[str, ...]
    page_head_starts: tuple[str, ...]
    page_foot_starts: tuple[str, ...]
    shortcodes: tuple[str, ...]
    embed_starts: tuple[str, ...]
    caption_starts: tuple[str, ...]
    agencies: tuple[str, ...]
    picture_desks: tuple[str, ...]


@cache
def load_notices() -> Notices:
    """The lexicon, read once."""
    data = files("counterclaim.lexicons").joinpath("notices.json").read_bytes()
    return msgspec.json.decode(data, type=Notices)


@cache
def phrase_pattern(name: str) -> Pattern:
    """A pattern for the phrases of one list as whole words, in any case, with either apostrophe.

    >>> bool(phrase_pattern("notice_sure").search("This  Website uses COOKIES."))
    True
    """
    return pattern(rf"(?:^|\W) (?P<phrase> {phrases_of(name)} ) (?:\W|$)", ignore_case=True)


def phrases_of(name: str) -> str:
    """The phrases of one list as an alternation to build a pattern with."""
    return any_of(list(getattr(load_notices(), name))).replace(r"\'", "['’]")
