"""The grammar of news dates: all rules, one pattern that finds what any of them reads, and the reading.

A phrase is read by the first rule that reads the whole of it. What words alone do not fix stays open: a
weekday without a publication day is no day at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from counterclaim.core.edtf import Tense
from counterclaim.core.errors import DataError
from counterclaim.core.patterns import Pattern, Patterns, pattern
from counterclaim.dates import (
    calendar_days,
    clock,
    lengths,
    named_days,
    open_times,
    ranges,
    relative,
    seasons,
)
from counterclaim.dates.reading import Context, Reading, Rule, UnreadError
from counterclaim.dates.words import loose, ungrouped, with_capitals

NOT_READ = "not read as a time"
_IMPOSSIBLE = "no such day in the calendar"


def _plain_point(rules: Iterable[Rule]) -> str:
    return "(?:" + "|".join(ungrouped(rule.pattern) for rule in rules if rule.fixes) + ")"


_PLAIN: tuple[Rule, ...] = (*named_days.RULES, *calendar_days.RULES, *seasons.RULES, *relative.RULES)
_TIMED = clock.timed(_plain_point(_PLAIN))
RULES: tuple[Rule, ...] = (
    *_PLAIN,
    _TIMED,
    *clock.RULES,
    *ranges.rules(f"(?:{ungrouped(_TIMED.pattern)})"),
    *open_times.RULES,
    *lengths.RULES,
)
_FOUND = (ungrouped(rule.pattern) for rule in RULES if not rule.fixes)  # the timed one finds those that fix
TIME = pattern(loose(r"\b(?:" + "|".join(_FOUND) + r")\b"), longest=True)


@lru_cache(maxsize=20_000)
def read_time(words: str, published: str | None, tense: Tense | None = "past") -> Reading:
    """What a time phrase means in an article published on `published`.

    No EDTF where nothing fixes a day; the basis then says what is missing. `tense`: on which side of the
    publication day the sentence puts the time; without it, a day in the next weeks is to come.

    >>> read_time("late Thursday", "2016-09-18").edtf, read_time("on Saturday", None).basis
    ('2016-09-15', 'weekday; publication day not known')
    >>> read_time("September 17", None)
    Reading(edtf='XXXX-09-17', basis='stated without a year', kind='date', amount=None, part=None)
    >>> read_time("nearly two years", "2016-09-18").amount
    'P2Y'
    """
    phrase = words.strip(" \t\n,;:()")
    reading = _read(phrase, Context(published, tense, _read))
    return reading if reading.basis != NOT_READ else _read(_bare(phrase), Context(published, tense, _read))


@lru_cache(maxsize=20_000)
def turns_on_tense(words: str, published: str | None) -> bool:
    """Whether the reading of the phrase depends on the tense of its sentence.

    >>> turns_on_tense("on Monday", "2016-09-18"), turns_on_tense("yesterday", "2016-09-18")
    (True, False)
    """
    read = read_time(words, published)
    return read != read_time(words, published, "future") or read != read_time(words, published, None)


def _bare(words: str) -> str:
    """The phrase in its names' capitals and without what leads to it: "by the 3 may"."""
    match = _LED.match(words)
    return with_capitals(words[match.end() :] if match else words)


_LED = pattern(loose(r"(?i:on|at|in|by|during|from|of|until|till|before|after|about|around|through)\ "))


@cache
def _whole(rule: Rule) -> Pattern:
    """The rule's pattern, compiled when first asked for: a phrase most often needs one of them."""
    return pattern(loose(rule.pattern))


@cache
def _wholes() -> Patterns:
    """All rules' patterns, to ask in one pass which read a phrase: to try each takes a hundred times as long."""
    return Patterns((loose(rule.pattern) for rule in RULES), whole=True)


def _read(words: str, context: Context) -> Reading:
    unread = None
    for rule in (RULES[at] for at in _wholes().found_in(words)):
        match = _whole(rule).fullmatch(words)
        if match is None:
            continue
        try:
            return rule.read(match, context)
        except UnreadError as reason:
            unread = unread or Reading(None, str(reason))
        except (DataError, OverflowError, ValueError):  # 31 February; 999 years ago
            unread = unread or Reading(None, _IMPOSSIBLE)
    return unread or Reading(None, NOT_READ)
