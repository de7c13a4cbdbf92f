"""Menus: navigation, share buttons, links to other pages, separators between parts of a page."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.clean.lines import Line
from counterclaim.clean.notices import plain_words
from counterclaim.core.patterns import pattern
from counterclaim.lexicons.notices import SEPARATOR, load_notices, phrases_of

_SEPARATOR = pattern(
    r"^ (?: [*\#=_~•·\-–—+]\s* ){3,} $ | ^\W*(?: ends?|the\ end|ends\ here )\W*$", ignore_case=True
)
_START = pattern(rf"^ {phrases_of('menu_starts')} \s", ignore_case=True)
_LINKS = pattern(r"\s*[|•·›»>/]\s* | \s{3,} | \t", ignore_case=True)
_LIST_ITEM = pattern(r"^ [»›>•▪●*–—\-] \s")
_UNDER_LINKS = "a link under a heading of links"
_MAX_LINK_WORDS = 4
_LONGEST_LINK = 30  # words of a "Read more: …" line
_RUN = 4  # short lines below each other that make a list of links


def find_menus(lines: Sequence[Line]) -> dict[int, str]:
    """Why each of `lines` that belongs to a menu does, by its index."""
    found = {index: why for index, line in enumerate(lines) if (why := explain_menu(line.text))}
    for index, line in enumerate(lines):
        if _LIST_ITEM.search(line.text) and not line.ends_a_sentence and _is_under_links(lines, index, found):
            found.setdefault(index, _UNDER_LINKS)
    run: list[int] = []
    for index, line in enumerate(lines):
        if line.words <= _MAX_LINK_WORDS - 1 and not line.ends_a_sentence and not _has_digit(line.text):
            run.append(index)
            continue
        _label_run(run, found)
        run = []
    _label_run(run, found)
    return found


def _is_under_links(lines: Sequence[Line], index: int, found: dict[int, str]) -> bool:
    """Whether the line above is a heading of links to other pages, or a link under one."""
    if index == 0:
        return False
    above = lines[index - 1]
    return found.get(index - 1) == _UNDER_LINKS or plain_words(above.text) in load_notices().link_headings


def explain_menu(text: str) -> str | None:
    """Why the line is part of a menu, or None.

    >>> explain_menu("Home | World | Sport"), explain_menu("Rebels | army | police clash in the city.")
    ('a list of links', None)
    """
    if len(text.split()) > _LONGEST_LINK:
        return None
    if _SEPARATOR.search(text):
        return SEPARATOR
    if plain_words(text) in load_notices().menu_lines:
        return "a link or button"
    if _START.search(text):
        return "a link to another page"
    parts = _split_links(text)
    if len(parts) < 2:
        return None
    links = [plain_words(part) for part in parts]
    short = all(0 < len(link.split()) <= _MAX_LINK_WORDS for link in links)
    known = sum(link in load_notices().menu_lines or link in load_notices().notice_lines for link in links)
    if short and 2 * known >= len(links):
        return "a list of links"
    return None


def _split_links(text: str) -> list[str]:
    parts, start = [], 0
    for match in _LINKS.finditer(text):
        parts.append(text[start : match.start()])
        start = match.end()
    return [part for part in [*parts, text[start:]] if part.strip()]


def _label_run(run: list[int], found: dict[int, str]) -> None:
    """Label a run of short lines where a third of them are known links."""
    if len(run) >= _RUN and 3 * sum(index in found for index in run) >= len(run):
        for index in run:
            found.setdefault(index, "in a list of links")


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
