"""Time phrases of the passages, as EDTF: days, intervals, and what says how long, how often or only "now".

Left out: numbers that only look like years (regulations, resolutions), names such as Sunday Times, and ages
in years.
"""

from __future__ import annotations

import calendar
from itertools import groupby
from operator import attrgetter

from msgspec.structs import replace

from counterclaim.core.patterns import pattern
from counterclaim.core.spans import Span
from counterclaim.core.stages import stage
from counterclaim.core.types import Sheet, Time
from counterclaim.dates.anchors import anchored
from counterclaim.dates.grammar import TIME, read_time, turns_on_tense
from counterclaim.dates.tense import tense_at

_JOINED = "/.,$€£-"
_NAMED = ("Russia ", "USA ", "Psychology ")  # newspapers called Today
# A number goes on, or the phrase is part of a name or of a compound.
_AFTER_NOT = pattern(r"^(?:[/-]\d|,\d{3}|\d|-old\b|%|\s+(?:Times|Telegraph|Express|Mirror|Agreement)\b)")
_AGE = pattern(r"\byears?[-\s]old$|\byears\s+of\s+age$")
_ABBREVIATED = (
    *(name for name in calendar.month_abbr if name and name != "May"),
    "Sept",
    ".m",
)  # the point is theirs: "17 Sept."
_MONEY = pattern(
    r"\b(?:profits?|earn(?:ed|ings)|revenues?|sales|loss(?:es)?|cents|dividends?|income|shares?|growth)\b",
    ignore_case=True,
)
_TO_LAST = pattern(r"\b(?:may|might|will|would|could|can|not|to|should)\s+$")  # "may last two weeks"
# Words that are a time only after one of these: a number as a year, a month that is a verb or a name too.
_LEADS = pattern(
    r"""(?:['’]s\s+ | \b(?:in|of|during|by|until|till|from|through|between|since|before|after|and|or|to|for|the|this|last|next
          |early|late|mid|its|their|a|on|around|about|that|into|throughout|war|season)[\s-]+)$""",
    ignore_case=True,
)
_MARKED = pattern(r"(?:^|[(\[“\"‘,;:–—-]\s*)$")
_DOUBTFUL = pattern(
    r"(?:19|20)\d\d|May|MAY|March|MARCH|Mar\.?|April|June|August|Jan|Jun|Sat|Sun|spring|Spring|summer|Summer|autumn|Autumn|winter|Winter"
)
_NO_YEAR = pattern(
    r"^\s+(?:[\p{Ll}-]+\s+)?(?:people|men|women|children|civilians|fighters|soldiers|homes|houses|families|rounds|troops|miles|km|feet|pounds|tons"
    r"|barrels|shares|dollars|members|residents|refugees|prisoners)\b"
)
_COUNTING = pattern(
    r"\b(?:some|about|around|over|than|least|nearly|No\.|Resolution|Regulation|Directive|Article|to|and|or)\s+$"
)
# "A Christmas party" may be on any day of the weeks before.
_FEAST = pattern(r"(?:christmas|easter|halloween|thanksgiving)$", ignore_case=True)
_FESTIVE = pattern(
    r"^\s+(?:part(?:y|ies)|trees?|markets?|shopp(?:ing|ers)|presents?|gifts?|lights|dinners?|decorations?|cards?|carols?|season|holidays?|celebrations?)\b"
)
_GOES_ON = pattern(r"^\s+\p{Ll}+")


@stage("find_times.v3", reads="passages articles", writes="times")
def find_times(sheet: Sheet) -> Sheet:
    """Fill the times layer, in text order, each read against its article's publication day."""
    articles = sheet.articles or ()
    found: list[Time] = []
    for number, passages in groupby(sheet.relevant_passages, key=attrgetter("article")):
        told = articles[number].published if number < len(articles) else None
        found += anchored(
            time for passage in passages for time in times_in(passage.exact, told, passage.span.start)
        )
    return replace(sheet, times=tuple(found))


def times_in(text: str, published: str | None = None, offset: int = 0) -> list[Time]:
    """The times of a sentence that stands at `offset` of its document; spans are code points of the document.

    >>> [(time.span.of("It began late on 3 May."), time.edtf) for time in times_in("It began late on 3 May.")]
    [('late on 3 May', 'XXXX-05-03')]
    """
    times: list[Time] = []
    for match in TIME.finditer(text):
        start, end = match.start(), match.end()
        if text.startswith("last ", start) and _TO_LAST.search(text[max(0, start - 12) : start]):
            start += len("last ")
        if text.startswith(".", end) and text.endswith(_ABBREVIATED, start, end):
            end += 1
        words = text[start:end]
        if words.lower() == "the quarter" and not _MONEY.search(text[max(0, start - 200) : end + 200]):
            continue  # a part of a town
        if not _is_time(words, text[max(0, start - 20) : start], text[end : end + 30]):
            continue
        tense = tense_at(text, start, end) if turns_on_tense(words, published) else "past"
        reading = read_time(words, published, tense)
        times.append(
            Time(
                span=Span(offset + start, offset + end),
                edtf=reading.edtf,
                basis=reading.basis,
                kind=reading.kind,
                amount=reading.amount,
                part=reading.part,
            )
        )
    return times


def _is_time(words: str, before: str, after: str) -> bool:
    """Whether words that can be a time are one where they stand."""
    if before.endswith(_NAMED) or ((before[-1:] in _JOINED or before[-1:].isdigit()) and before):
        return False
    if _AFTER_NOT.search(after) or (words.endswith(("old", "age")) and _AGE.search(words)):
        return False
    if words.endswith(("year", "years")) and after.lstrip(" -").startswith("old"):
        return False
    if _FESTIVE.search(after) and _FEAST.search(words):
        return False
    if _DOUBTFUL.fullmatch(words) is None:
        return True
    if not _LEADS.search(before) and not (words.isdigit() and _MARKED.search(before)):
        return False
    counted = _NO_YEAR.search(after) or (_COUNTING.search(before) and _GOES_ON.search(after))
    return not (words.isdigit() and counted)
