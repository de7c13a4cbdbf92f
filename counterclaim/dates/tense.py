"""Whether a sentence speaks of what is to come, or of what happened, where a time stands in it."""

from __future__ import annotations

from counterclaim.core.edtf import Tense
from counterclaim.core.patterns import pattern

_AHEAD = frozenset(
    """will shall won't would planned planning plans plan scheduled slated due upcoming expected expects set extended postponed payable
    effective reconvenes resumes opens begins starts hopes intends aims""".split()
)
_TO_COME = frozenset(
    "deadline vote summit election polls referendum".split()
)  # unless a verb says that it was
_AHEAD_TO = frozenset(
    "agreed vowed promised pledged threatened asked ordered decided is are has have about going wants need must".split()
)
_BEHIND = frozenset(
    """was were had has have began broke fell hit struck took won lost fled held died met left shot came went gave said told
    made saw brought sent found did rose cut blew drove flew ran got set""".split()
)
_NOT_PAST = frozenset("be to being will would not been".split())
_MARKS = ".,;:()[]“”\"‘’'`"
_UP_TO = frozenset("until till by before through".split())
# After the time: it opens the clause ("On Monday the council will vote"), or belongs to the noun that follows.
_OPENS = pattern(r"(?:^|[.;:]\s+|,\s+)(?:[Oo]n|[Ii]n|[Bb]y|[Ff]rom)?\s*$")
_AHEAD_AFTER = pattern(
    r"^,?\s+(?:[^\s.;:,]+\s+){1,6}(?:will|is\s+to|are\s+to|plans?\s+to)\b", ignore_case=True
)
_NOUN_AHEAD = pattern(
    r"^\s+(?:[\p{Ll}-]+\s+)?(?:deadline|vote|election|summit|return\s+date)\b|^\s+as\s+the\s+deadline\b"
)
_REACH = 120  # code points before the time among which its verb is looked for
_NEAR = 16  # words


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """On which side of the publication day the time at `text[start:end]` lies; None where no word tells.

    The verb nearest before the time tells; without one, what follows a time that opens its clause.

    >>> tense_at("Talks will resume on Monday.", 18, 27), tense_at("Talks broke up on Monday.", 15, 24)
    ('future', 'past')
    >>> tense_at("On Monday, the council will vote.", 0, 9), tense_at("Talks, Jan. 14", 7, 14)
    ('future', None)
    """
    before, after = text[max(0, start - _REACH) : start], text[end : end + 60]
    if text[start:end].endswith(("'s", "’s")):
        return "future" if _NOUN_AHEAD.search(after) else None
    if _NOUN_AHEAD.search(after):
        return "future"
    words = [word.strip(_MARKS) for word in _clause(before).lower().replace("’", "'").split()[-_NEAR:]]
    told = _told_by(words)
    if words and words[-1] in _UP_TO:
        return "future" if told == "future" else None
    if told is None and _OPENS.search(before) and _AHEAD_AFTER.search(after):
        return "future"
    return told


def _clause(before: str) -> str:
    """What stands before the time in its sentence."""
    for mark in (". ", ".\n", "; ", ": ", "? ", "! ", "\n\n"):
        before = before.rpartition(mark)[2]
    return before


def _told_by(words: list[str]) -> Tense | None:
    to_come: Tense | None = None
    for at in range(len(words) - 1, -1, -1):
        word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
        if (
            (word in _AHEAD and (word != "set" or following in ("to", "for")))
            or (word == "as" and words[at - 1] in ("soon", "early"))
            or (word in _AHEAD_TO and following == "to")
        ):
            return "future"
        if word in _BEHIND or (word.endswith("ed") and len(word) > 4):
            two_before = words[max(0, at - 2) : at]
            if two_before == ["to", "be"]:
                return "future"
            if not _NOT_PAST & set(two_before):
                return "past"
        if word in _TO_COME:
            to_come = "future"
    return to_come
