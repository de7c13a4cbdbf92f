"""Captions: lines that stand under a picture, known by their credit or first words."""

from __future__ import annotations

from counterclaim.core.patterns import any_of, group_span, pattern
from counterclaim.lexicons.notices import load_notices, phrases_of

_DESKS = any_of([*load_notices().agencies, *load_notices().picture_desks])
# Captions run to two or three sentences; a whole article in one line is never a caption.
_LONGEST = 70  # words
_START = pattern(rf"^ {phrases_of('caption_starts')}", ignore_case=True)
_CREDIT = pattern(
    rf"""(?: \( \s* (?i: file\ |handout\ )? (?i: photos?|photograph|image|picture|pic|credit|courtesy )\b [^()]{{0,80}} \)
           | \[ [^\[\]]{{0,60}} \b {_DESKS} [^\[\]]{{0,40}} \]                      # [Khaled Omar/AFP]
           | \b [\p{{L}}.\-]+ \s? / \s? {_DESKS} (?: /[\w\ ]{{1,30}} )?              # Omar Haj/AFP
           | (?: [/|©] | \( \s* (?: via|by )\ ) \s* {_DESKS} \s* \)?
           | (?i: \b(?: photo|image|picture )(?: s|\ credit)? ) \s? (?: : | by\ | courtesy\ ) [^.:]{{2,60}}
         ) \s* [.)]? \s* $""",
)
_BARE_DESK = pattern(
    rf"[.!?] \s+ (?P<desk> {any_of([*load_notices().picture_desks])} ) \W* $"
)  # "… on Monday. EPA"
# One of these stands in every other photo credit, and in few other lines.
_SIGNS = ("(", "[", "/", "|", "©", "photo", "image", "picture")


def find_credit(text: str) -> int | None:
    """Where the photo credit that ends the line starts, or None.

    >>> find_credit("Smoke over the port (photo EPA)"), find_credit("Smoke over the port, AFP says.")
    (20, None)
    """
    first = max(0, len(text) - 200)
    tail = text[first:]
    folded = tail.casefold()
    match = _CREDIT.search(tail) if any(sign in folded for sign in _SIGNS) else None
    if match is not None:
        return first + match.start()
    bare = group_span(_BARE_DESK, match, "desk") if (match := _BARE_DESK.search(tail)) else None
    return None if bare is None else first + bare[0]


def explain_caption(text: str) -> str | None:
    """Why the line is a caption, or None."""
    if len(text.split()) > _LONGEST:
        return None
    if _START.search(text):
        return "starts as captions do"
    return "ends with a photo credit" if find_credit(text) is not None else None
