"""Bylines and datelines that have a line to themselves."""

from __future__ import annotations

from counterclaim.core.patterns import any_of, pattern
from counterclaim.lexicons.datelines import CLOCK, DATE, DATE_WITH_YEAR, WEEKDAY
from counterclaim.lexicons.notices import END_BYLINE, load_notices

_NAME = r"(?:al-|el-|as-|ad-)?\p{Lu}[\p{L}.'’\-]*"
_AGENCY = any_of(list(load_notices().agencies))
_SIGNED = pattern(
    rf"""^(?: (?: (?: (?: written|Written )\ )? (?: by|By ):? | BY:? )\s+ {_NAME} (?: (?: ,?\s+ (?:and|AND|for|in|of|with|de|al|el|bin|ibn|van|von|the|&) | ,)? \s+ {_NAME} ){{0,9}}
           (?: ,? \s+ \p{{Ll}}+ (?:\s+\p{{Ll}}+)? \s+ (?: correspondent|reporter|editor ) | ,?\s+ and\ (?: agencies|wires|staff ) )?
         | (?i: (?: by|from )\ (?: our|a|an )\ (?: own\ |special\ |staff\ |foreign\ |war\ |diplomatic\ )? (?: correspondent|reporter )s? (?: \ in )? ) (?: ,?\s+ {_NAME} ){{0,3}}
         | {_AGENCY} (?: \s* (?: [,/&|] | and )\s* {_AGENCY} )*
         | (?: \p{{Lu}}\p{{L}}+\ )? (?: Staff|News\ desk|Web\ desk|Monitoring\ desk|Our\ correspondent|Staff\ (?: writer|reporter )s? )
         ) $""",
)
_TEAM = pattern(
    rf"""^\W* (?i: (?: additional\ |with\ )?reporting | written | writing | edited | editing | compiled | translated ) \ by\ {_NAME}
      | \b (?i: contributed\ to\ (?: this|the )\ (?: report|reporting|story|article ) ) \W* $
      | ^\W* (?i: with\ (?: inputs?|additional\ reporting|reports?|a\ report )\ from )\b""",
)
_SIGNED_AND_DATED = pattern(  # "By Jane Roe - 3 May 2016", "Posted by admin on May 3, 2016 at 10:12 am"
    rf"""^(?: (?:by|By|BY) | (?i: (?: posted|published|written )\ by ) ) \s+
          (?: {_NAME} (?: [\s,&]+ (?: (?:and|for|of|de|al|el|bin|van|von)\s+ )? {_NAME} ){{0,9}} | [\p{{Ll}}\d_.]{{2,20}} ) [\s,|·•–—\-]+
          (?: (?i: on )\s+ )? (?i: (?: {WEEKDAY},?\s+ )? {DATE_WITH_YEAR} ) (?: [\s,|·•–—\-]* (?i: (?:at\ )? {CLOCK} ) )? $""",
)
_DATE_LINE = pattern(
    rf"""^\W* (?: (?: first\ )?(?: published|posted|updated|last\ updated|last\ modified|modified|created|issued|date|issued\ at )
              (?: \s+(?:on|at) )? \s*:?\s* )?
         (?: {CLOCK}\W{{0,3}} )? (?: {DATE} | {WEEKDAY} ) (?: \W{{0,4}} (?: at\ )? {CLOCK} )? \W{{0,3}}
         (?: (?: updated|last\ updated|modified ) .{{0,40}} )? $
      | ^\W* (?: published|posted|updated|last\ updated ) (?: \s+(?:on|at) )? \s*:?\s+ {CLOCK} .{{0,40}} $
      | ^ (?: .{{0,60}} \b(?: report|update|bulletin|snapshot|brief|overview )\b [^(]{{0,20}} \( )? \s* as\ of\ {DATE_WITH_YEAR} [\s).]* $
      | ^\W* (?: published|posted|updated|last\ updated )\s*:?\s+ \d{{1,2}}\ (?: minute|hour|day|week|month)s?\ ago \W* $""",
    ignore_case=True,
)
_PLACE_LINE = pattern(
    rf"""^ \p{{Lu}}[\p{{Lu}}'’.\-]{{2,}} (?: \ \p{{Lu}}[\p{{Lu}}'’.\-]+ ){{0,2}} (?: ,\ \p{{Lu}}[\p{{L}}.\-]+(?:\ \p{{Lu}}[\p{{L}}.\-]+)? )?
         (?: , \s* (?i:{DATE}) )? \s* (?: \( \p{{Lu}}[\w\ ./\-]{{1,40}} \) )? \s* [-–—:]* $""",
)
# "Buenos Aires, May 3", "TamilNet, Tuesday, 21 April 2009, 02:40 GMT": who or where, and when.
_NAMED_DATE_LINE = pattern(
    rf"""^ \[? {_NAME} (?: \ {_NAME} ){{0,2}} , \s+ (?i: (?: {WEEKDAY},?\s+ )? {DATE} (?: \W{{1,4}} {CLOCK} )? ) \W{{0,2}} $"""
)
_LONGEST_SIGNATURE = 12  # words
_LONGEST_DATED = 20
_LONGEST_TEAM = 50


def explain_byline(text: str) -> str | None:
    """Why the line is a byline, or None.

    >>> explain_byline("By Mona Hadi and Joe Park"), explain_byline("By Monday the troops had left.")
    ('names who wrote', None)
    """
    words = len(text.split())
    if words <= _LONGEST_SIGNATURE and _SIGNED.search(text):
        return "names who wrote"
    if words <= _LONGEST_DATED and _SIGNED_AND_DATED.search(text):
        return "names who wrote, and when"
    if words <= _LONGEST_TEAM and _TEAM.search(text):
        return END_BYLINE
    return None


def explain_dateline(text: str) -> str | None:
    """Why the line holds only a date or a dateline, or None.

    >>> explain_dateline("Published 12:30 GMT, 18 September 2016"), explain_dateline("In May 2016 it fell.")
    ('holds only a date', None)
    """
    if len(text.split()) > _LONGEST_DATED:
        return None
    if _DATE_LINE.search(text) or _NAMED_DATE_LINE.search(text):
        return "holds only a date"
    if _PLACE_LINE.search(text) and any(mark in text for mark in "(-–—,"):
        return "holds only a dateline"
    return None
