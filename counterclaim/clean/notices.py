"""Notices: cookies, privacy, terms, newsletters, copyright. Never a sentence that reports something."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.clean.lines import Line
from counterclaim.core.patterns import pattern
from counterclaim.lexicons.notices import load_notices, phrase_pattern, phrases_of

# Points a line needs: a sure phrase gives 2, a subject or context phrase 1. A line that reports
# something ("said", "killed") needs twice as many, and long lines one more per 40 words, so that an
# article in one line with a newsletter plug at its end stays an article.
NEEDED = 2.0
WORDS_PER_POINT = 40
LONGEST = 5_000  # code points; legal small print stays under 2,000, a page in one line is no notice
_ANY_CUE = pattern(rf"(?: {phrases_of('notice_sure')} | {phrases_of('notice_subject')} )", ignore_case=True)
_COPYRIGHT = pattern(
    r"""^(?: ©|\(c\)|copyright\b|&copy; ) .{0,80} (?: 19|20 )\d\d .{0,120}$  # © 2016 The Daily News
      | ^(?: 19|20 )\d\d\s*© .{0,120}$""",
    ignore_case=True,
)


def find_notices(lines: Sequence[Line]) -> dict[int, str]:
    """Why each of `lines` that is a notice is one, by its index."""
    found = {index: why for index, line in enumerate(lines) if (why := explain_notice(line.text))}
    beside = load_notices().notice_lines_beside
    for steps in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for index in steps:
            near = index - 1 in found or index + 1 in found
            if near and index not in found and plain_words(lines[index].text) in beside:
                found[index] = "a short line beside a notice"
    return found


def explain_notice(text: str) -> str | None:
    """Why the line is a notice, or None.

    >>> explain_notice("This website uses cookies to improve your experience.")
    'speaks of "This website uses cookies", "your experience"'
    >>> explain_notice("The ministry said this website uses cookies to find dissidents.") is None
    True
    """
    if plain_words(text) in load_notices().notice_lines:
        return "a heading of notices"
    if _COPYRIGHT.search(text):
        return "a copyright line"
    if len(text) > LONGEST or _ANY_CUE.search(text) is None:
        return None
    sure = _find_all(text, "notice_sure")
    rest = text
    for words in sure:  # what a sure phrase holds does not count again
        rest = rest.replace(words, " ; ")
    subject, context = _find_all(rest, "notice_subject"), _find_all(rest, "notice_context")
    points = 2.0 * len(sure) + (len(subject) + len(context) if subject or sure else 0)
    needed = max(NEEDED, len(text.split()) / WORDS_PER_POINT + 1)
    if phrase_pattern("reporting").search(text):
        needed = max(2 * needed, 2 * NEEDED)
    if points < needed:
        return None
    cues = ", ".join(f'"{words}"' for words in [*sure, *subject, *context][:3])
    return f"speaks of {cues}"


def plain_words(text: str) -> str:
    """A line as lexicon lists hold it: lower case, straight apostrophes, no marks at its edges.

    >>> plain_words("» Editor’s Picks:")
    "editor's picks"
    """
    return " ".join(text.casefold().replace("’", "'").split()).strip(" .:»«>›•*-–—|!()[]")


def _find_all(text: str, name: str) -> list[str]:
    """Each different phrase of a list that stands in `text`, once."""
    found = {match["phrase"].casefold(): match["phrase"] for match in phrase_pattern(name).finditer(text)}
    return list(found.values())
