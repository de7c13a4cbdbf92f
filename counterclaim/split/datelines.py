"""Datelines: the place, day and agency that open a news story, wherever they stand at its start."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from counterclaim.core import edtf
from counterclaim.core.edtf import day_bounds
from counterclaim.core.patterns import Match, any_of, group_span, pattern
from counterclaim.core.spans import Span
from counterclaim.lexicons.datelines import CLOCK, DATE, DATE_WITH_YEAR, WEEKDAY, read_date
from counterclaim.lexicons.notices import load_notices

_AGENCY = any_of(list(load_notices().agencies))
_CAPS = (
    r"(?:\p{Lu}{2}\.?\ )?\p{Lu}[\p{Lu}’'.\-]{2,}(?:\ \p{Lu}[\p{Lu}’'.\-]+){0,3}"  # SOUTH KORDOFAN, EL OBEID
)
_SHORT_CAPS = (
    r"(?:\p{Lu}{2}\.?\ )?\p{Lu}[\p{Lu}’'.\-]{2,}(?:\ \p{Lu}[\p{Lu}’'.\-]+)?"  # longer ones are titles
)
_NAME = r"\p{Lu}[\p{L}’'.\-]+(?:\ (?:al-|el-|de\ |of\ )?\p{Lu}?[\p{L}’'.\-]+){0,2}"  # Deir al-Zour
_PLACES = rf"(?: {_CAPS} (?: (?: / | \ and\ ) {_CAPS} )? (?: ,\ {_NAME} )? )"
_SIGNED = r"(?: \(\s*(?P<{0}_round>\p{{Lu}}[^()\n]{{1,40}}?)\s*\) | /\s?(?P<{0}_slash>\p{{Lu}}[^/\n]{{1,40}}?)\s?/ )"
_DASH = r"(?: \s*(?:--|[-–—]|\ _\ )\s* )"  # agencies' wires once wrote " _ "
_DATED = rf"(?: [.,]?\s* (?i:{DATE}) [.,]? )"
# The forms, strictest first. Each must be followed by the story's first word.
_OPENING = pattern(
    rf"""^\s*(?: (?P<prefix> (?: {_PLACES} {_DATED}? ,?\s* {_SIGNED.format("caps")} \.? (?: {_DASH} | : | \s )  # ADEN, Nov 3 (Reuters) -, BAKU, May 4. /TASS/.
                    | {_NAME} (?: ,\ {_NAME} )? {_DATED}? \s* \(\s*(?P<name_round> {_AGENCY} )\s*\) (?: {_DASH} | : )     # Gaza City (AFP) -, Colombo, April 20 (PTI):
                    | (?: {_PLACES} | {_NAME} (?: /{_NAME} )? (?: ,\ {_NAME} )? ) ,\s* (?i:{DATE}) \s* (?: {_DASH} | : )  # GOMA, 12 March 2024 -
                    | (?: {_PLACES} | {_NAME} ) ,\ (?P<signed> {_AGENCY} ) {_DASH}                         # Damascus, SANA-
                    | {_PLACES} {_DATED}? {_DASH} (?P<desk> {_AGENCY} ) \s* {_DASH}                        # KYIV - Reuters -
                    | (?: (?i:{DATE}) \s* )? \(\s*(?P<alone> {_AGENCY} )\s*\) {_DASH}                            # (AP) —, Apr 18 (Reuters) -
                    | (?i: (?: published|posted|updated|last\ updated )(?:\ on)?\s*:?\s* {DATE} (?: \s*,?\s* {CLOCK} )? ) \s* (?: {_DASH} | [:.|] | \s )
                    | (?i: {DATE} ) \s* (?: {_DASH} | : )
                    | (?i: (?: {WEEKDAY},?\s+ )? {DATE_WITH_YEAR} ) \s
                    ) ) \s* (?P<first> [\p{{Lu}}\p{{Lo}}\d“"‘'«] )
         | (?P<plain> {_SHORT_CAPS} (?: ,\ {_NAME} )? (?: \s+[-–—]{{1,2}}\s+ | \s*—\s* ) ) (?P<next> \p{{Lu}}[\p{{L}}’'\-]*[,\s] | [\d“"‘«] ) )""",
)
# A page flattened to one line: headline, agency, day, story.
_FLATTENED = pattern(
    rf"""(?P<before> \pL+ ) [\s.,]\s* (?P<prefix> (?: (?P<desk> {_AGENCY} ) \s+ )? (?i: (?: {WEEKDAY},?\s+ )? {DATE_WITH_YEAR} ) ) \s+
         (?: [-–—]\s+ )? (?P<first> \p{{Lu}} )""",
)
_FLATTENED_REACH = 250  # code points from the start of the story; headlines are shorter
_PREPOSITIONS = frozenset(
    "on in of by from since until till before after to and the for between dated".split()
)
_REMARKS = frozenset("correction corrections clarification note amended edited editor's editor’s".split())
# Words in capitals that open lines before a dash and are no places.
_NO_PLACES = frozenset(
    "UPDATE WATCH LIVE BREAKING ANALYSIS FACTBOX TIMELINE EXCLUSIVE OPINION FILE NOTE VIDEO PHOTOS SUMMARY URGENT "
    "CORRECTED REFILE NEWS ALERT FLASH UNICEF NATO UNHCR WHO UN EU US USA ISIS ISIL".split()
)
_DATE = pattern(DATE, ignore_case=True)
_LONGEST_PLACE = 60  # code points of a dateline's place and day
# How a day, or the word for its publication, starts where a dateline starts with it.
_DAY_STARTS = frozenset(
    "mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec pub pos upd las".split()
)


# A byline with its date, in one line: "By Jane Roe, 3 May 2016", "Jane Roe | May 3, 2016 | 10:12 am".
_BYLINE = pattern(
    rf"""^\s*(?: (?i:by|from)\ \p{{Lu}}[^\n]{{2,80}}?[\s,|·•–—-]+ | \p{{Lu}}[^\n|]{{2,60}}\|\s* ) (?P<date>(?i: (?: (?:published|posted|updated)\ (?:on\ )? )? {DATE_WITH_YEAR} ))
         (?: [\s,|·•–—-]* (?i:(?:at\ )?{CLOCK}) )? \s*$""",
)


class Dateline(msgspec.Struct, frozen=True):
    """Where a dateline stands, who signs it, and its day as EDTF; XXXX for a year it does not state."""

    span: Span
    agency: str | None
    day: str | None


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that opens the line `text[start:end]`, its dash included, or None.

    >>> find_dateline("ADEN, Nov 3 (Reuters) - Two ships sank.", 0, 39)
    Dateline(span=Span(start=0, end=23), agency='Reuters', day='XXXX-11-03')
    """
    head = text[start : min(end, start + 400)]
    match = _opening_of(head) if _may_open(head) else None
    if match is None:
        return None
    plain = group_span(_OPENING, match, "plain")
    if plain is not None:
        if head[: plain[1]].split()[0].strip(",-–—:") in _NO_PLACES:
            return None
        return Dateline(_trimmed(text, start + plain[0], start + plain[1]), None, None)
    prefix = group_span(_OPENING, match, "prefix")
    if prefix is None:
        return None
    words, agency = head[prefix[0] : prefix[1]], _agency_of(match)
    if words.split()[0].lower().rstrip(",:") in _PREPOSITIONS | _REMARKS:  # "On Tuesday, May 8: …"
        return None
    if agency is not None and _DATE.search(words) is None and not _can_sign(agency, words):
        return None
    return Dateline(_trimmed(text, start + prefix[0], start + prefix[1]), agency, read_date(words))


def find_byline_day(text: str, start: int, end: int) -> Dateline | None:
    """The day in a line `text[start:end]` that names who wrote and when, and nothing else; or None.

    >>> find_byline_day("By Jane Roe, 3 May 2016", 0, 23)
    Dateline(span=Span(start=13, end=23), agency=None, day='2016-05-03')
    """
    match = _BYLINE.match(text[start:end])
    found = group_span(_BYLINE, match, "date") if match is not None else None
    if found is None:
        return None
    left, right = start + found[0], start + found[1]
    return Dateline(_trimmed(text, left, right), None, read_date(text[left:right]))


@lru_cache(maxsize=100)  # a line is asked about as a border, and again for its story's day
def _opening_of(head: str) -> Match | None:
    return _OPENING.match(head)


def _may_open(head: str) -> bool:
    """A cheap look before the pattern: capitals, a bracket, or the start of a date; most lines have none."""
    opening = head.lstrip()[:3]
    second = opening[1:2]
    capitals = second.isupper() or second in tuple("’'.-")
    if capitals or "(" in head or opening[:1].isdigit() or opening.casefold() in _DAY_STARTS:
        return True
    start = head[:_LONGEST_PLACE]
    signed = any(letter.isdigit() for letter in start) or any(map(str.isupper, start.split()[1:3]))
    return signed and any(mark in start for mark in ":-–—")


def find_flattened(text: str, start: int, end: int) -> Dateline | None:
    """An agency and full date in the first words of a story flattened to one line, or None.

    A date that its sentence needs ("on 3 May 2016") is none.

    >>> words = "Raid kills 12 in port AFP Monday 17 Oct 2016 Jets hit the port."
    >>> find_flattened(words, 0, len(words)).span.of(words)
    'AFP Monday 17 Oct 2016'
    """
    head = text[start : min(end, start + _FLATTENED_REACH)]
    match = _FLATTENED.search(head)
    if match is None or match["before"].lower() in _PREPOSITIONS:
        return None
    left, right = group_span(_FLATTENED, match, "prefix") or (0, 0)
    return Dateline(Span(start + left, start + right), match["desk"] or None, read_date(head[left:right]))


def read_date_line(text: str, start: int, end: int) -> Dateline:
    """The dateline of a line that holds nothing else."""
    words = text[start:end]
    match = _OPENING.match(words + " X")
    agency = _agency_of(match) if match is not None and group_span(_OPENING, match, "plain") is None else None
    return Dateline(_trimmed(text, start, end), agency, read_date(words))


def resolve_year(day: str, published: str) -> str:
    """A dateline's day in the year that fits the date of publication: the last one not after it.

    >>> resolve_year("XXXX-12-30", "2016-01-02"), resolve_year("XXXX-11-03", "2016")
    ('2015-12-30', '2016-11-03')
    """
    last = day_bounds(published)[1]
    return edtf.resolve_year(day, last.isoformat()) if last is not None else day


def _agency_of(match: Match) -> str | None:
    """Who signs; a date in the brackets is nobody."""
    signed = (match[name] for name in ("caps_round", "caps_slash", "name_round", "signed", "desk", "alone"))
    return next((words for words in signed if words and _DATE.search(words) is None), None)


def _can_sign(agency: str, words: str) -> bool:
    """Whether the brackets of a dateline without a day hold an agency, not what an acronym stands for."""
    if agency in load_notices().agencies:
        return True
    return len(agency.split()) <= 2 and words.rstrip()[-1] in "-–—"


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
