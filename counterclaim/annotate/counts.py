"""Number phrases of the passages, with the bounds their hedges give.

Left out, because they count nobody and nothing: dates, years, times of day, ages, money, shares,
lengths and weights, ordinals, designators such as F-16, and laws and resolutions by number.
"""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.core.claims import FigureQualifier
from counterclaim.core.counts import VAGUE_FLOORS, parse_number
from counterclaim.core.errors import DataError
from counterclaim.core.patterns import Match, any_of, group_span, pattern
from counterclaim.core.spans import Span
from counterclaim.core.stages import stage
from counterclaim.core.types import Count, Sheet

_UNIT = "zero|one|two|three|four|five|six|seven|eight|nine"
_TEEN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = rf"(?:(?:{_TENS})(?:[-\ ](?:{_UNIT}))?|{_TEEN}|{_UNIT})"
_SCALE = "hundred|thousand|million|billion"
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\ \d{3})+|\d+(?:\.\d+)?"
_NUMBER = rf"""(?:
    half\ a\ (?:million|dozen) | a\ quarter\ of\ a\ million
  | (?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\ (?:{_SCALE}|dozen)
      (?:\ (?:and\ )?{_SMALL})?
  | {_SMALL}(?:\ (?:{_SCALE}))*(?:\ (?:and\ )?{_SMALL})?
  | (?:{_DIGITS})(?:\ (?:{_SCALE}))?
)"""
_HEDGE = r"""(?:
    (?P<least> at\ (?:the\ very\ )?least | no\ (?:fewer|less)\ than | not\ (?:fewer|less)\ than | a\ minimum\ of )
  | (?P<more>  (?:many\ |far\ |well\ )?more\ than | (?:well\ )?over | above | upwards?\ of | in\ excess\ of | exceed(?:s|ed|ing) | beyond )
  | (?P<most>  up\ to | at\ most | as\ (?:many|high|much)\ as | no\ more\ than | not\ more\ than | a\ maximum\ of )
  | (?P<fewer> fewer\ than | less\ than | under )
  | (?P<about> about | around | approximately | roughly | some | nearly | almost | close\ to | an?\ estimated | estimated\ at | estimated | an\ average\ of )
)"""
COUNT = pattern(
    rf"""(?:\b{_HEDGE}\s+(?:(?:another|a\ further|an?\ additional)\s+)?)?
    \b (?: between\s+(?P<low>{_NUMBER})\s+and\s+(?P<high>{_NUMBER})      # between 10 and 12
         | (?P<from>(?:{_NUMBER})\ (?:to|or)|\d+\s?[-–])\s?(?P<to>{_NUMBER})  # 10 to 12, 10-12
         | (?P<number>{_NUMBER})
       ) \b (?:\ \({_NUMBER}\))?  # four (4)
       (?P<plus>\+|\s+or\s+more\b|\s+plus\b)?""",
    ignore_case=True,
)
VAGUE = pattern(
    rf"(?:\b{_HEDGE}\s+)?\b(?P<word>{any_of(list(VAGUE_FLOORS))})\b(?:\s+of\b)?", ignore_case=True
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
BEFORE_NOT = pattern(
    rf"""(?: [$€£₤¥]\s? | \b{_MONTH}\.?\s | \b(?:resolutions?(?:\ \d+\ and)?|article|number|no\.?|route|flight|chapter|page|phase
        |aged?|age\ of|ages?\ (?:below|under|of)|the\ age\ of|highway|brigade|division|unit|unit\s|usd|inr|rs\.?|ngn|pkr|eu|camp
        |(?:grand)?(?:mother|father|parent)s?\ of)\s | [/:] | \d[.,] | \d-? | [A-Za-z]-)$""",
    ignore_case=True,
)
AFTER_MONTH = pattern(rf"\b{_MONTH}\.?\s$", ignore_case=True)
LATEST_DAY = 31  # of a month
AGE_BEFORE = pattern(r"\p{Lu}[\pL’'-]+\s?\($")
AFTER_NOT = pattern(
    rf"""^(?: \s?(?:%|percent\b|per\s+cent\b|st\b|nd\b|rd\b|th\b)
      | [-\s](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?)\b
      | [-\s]?(?:kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|feet|foot|tonnes?|tons?|kg|kilograms?|pounds?
        |lit(?:er|re)s?|barrels?|hectares?|acres?|degrees?|mm|cm|nautical|knots?|caliber|calibre)\b
      | \s(?:dollars?|euros?|pounds?|us\ dollars?|rupees?|lakh\ rupees?|crores?|roubles?|rubles?|shekels?|naira|a\.?m\.?|p\.?m\.?|gmt|o[’']?clock|local\ time)\b
      | [/:]\d | -\d\d | \s(?:of\s)?{_MONTH}\b | -[A-Za-z]{{1,3}}\d | [,.]\d )""",
    ignore_case=True,
)
# "One" and "two" inside fixed expressions count nobody.
FIXED = pattern(
    r"^(?:one\ of\ the\ (?:most|few|largest|biggest|main)|one\ another|no\ one|one\ day)", ignore_case=True
)
PLAIN_NOUN_NEXT = pattern(r"^\s+[a-z]{3,}s\b|^\s+(?:people|civilians|children|women|men|dead)\b")


@stage("find_counts.v3", reads="passages", writes="counts")
def find_counts(sheet: Sheet) -> Sheet:
    """Fill the counts layer, in text order."""
    found: list[Count] = []
    for passage in sheet.relevant_passages:
        found += (
            replace(
                count, span=Span(count.span.start + passage.span.start, count.span.end + passage.span.start)
            )
            for count in counts_in(passage.exact)
        )
    return replace(sheet, counts=tuple(found))


def counts_in(text: str) -> list[Count]:
    """The counts of one sentence; spans are code points of `text` and cover the hedge.

    >>> [(c.min, c.max, c.qualifier) for c in counts_in("At least 62 died and some 140,000 fled.")]
    [(62, None, 'at_least'), (140000, 140000, 'about')]
    """
    counts = [count for match in COUNT.finditer(text) for count in _numbered(text, match)]
    taken = [count.span for count in counts]
    for match in VAGUE.finditer(text):
        span = Span(match.start(), match.end())
        if not any(span.overlaps(other) for other in taken):
            counts.append(_vague(match, span))
    return sorted(counts, key=lambda count: count.span)


def _numbered(text: str, match: Match) -> list[Count]:
    where = (
        group_span(COUNT, match, "number")
        or group_span(COUNT, match, "from")
        or group_span(COUNT, match, "low")
    )
    if where is None or FIXED.search(text[match.start() : match.start() + 40]):
        return []
    if BEFORE_NOT.search(text[max(0, where[0] - 16) : where[0]]) or AFTER_NOT.search(
        text[match.end() : match.end() + 20]
    ):
        return _behind_a_day(text, match, where[0])
    if (
        text[max(0, where[0] - 2) : where[0]] == ", "
        and text[match.end() : match.end() + 1] == ","
        and where[0] == match.start()
    ):
        return []  # "Halima Yusuf, 34, was killed": an age
    if (
        AGE_BEFORE.search(text[max(0, where[0] - 24) : where[0]])
        and text[match.end() : match.end() + 1] == ")"
    ):
        return []  # "Halima Yusuf (34) was killed"
    named = match.groupdict()
    try:
        low = parse_number(named["number"] or named["low"] or _without_link(named["from"] or ""))
        high = parse_number(named["to"] or named["high"] or "") if named["to"] or named["high"] else low
    except DataError:
        return []
    words = match.group("number") or ""
    if _is_year(words) and not PLAIN_NOUN_NEXT.search(text[match.end() : match.end() + 24]):
        return []
    start = match.start()
    if high < low and not text[:start].rstrip().lower().endswith("from"):
        return []
    if high != low:
        if text[:start].rstrip().lower().endswith("from"):  # "rose from 100 to 126" is no range
            low_end = start + len(_without_link(named["from"] or named["low"] or ""))
            return [
                Count(span=Span(start, low_end), min=low, max=low, qualifier="exact"),
                Count(
                    span=Span(match.start(COUNT.groupindex["to"]), match.end()),
                    min=high,
                    max=high,
                    qualifier="exact",
                ),
            ]
        return [Count(span=Span(start, match.end()), min=low, max=high, qualifier="between")]
    low_bound, high_bound, qualifier = _bounds(low, named)
    return [Count(span=Span(start, match.end()), min=low_bound, max=high_bound, qualifier=qualifier)]


def _behind_a_day(text: str, match: Match, start: int) -> list[Count]:
    """ "The toll since October 7 to 41,118": no range from the day of a month."""
    last = match.groupdict()["to"]
    if last is None or AFTER_NOT.search(text[match.end() : match.end() + 20]):
        return []
    if not AFTER_MONTH.search(text[max(0, start - 16) : start]):
        return []
    try:
        number = parse_number(last)
    except DataError:
        return []
    at = match.start(COUNT.groupindex["to"])
    count = Count(span=Span(at, match.end()), min=number, max=number, qualifier="exact")
    return [count] if number > LATEST_DAY and not _is_year(last) else []


def _is_year(words: str) -> bool:
    return len(words) == 4 and words.isdigit() and words.startswith(("19", "20"))


def _without_link(words: str) -> str:
    """Take the linking word or dash off the low end of a range: "10 to" is 10."""
    return words.rstrip("-– ").removesuffix(" to").removesuffix(" or")


def _bounds(number: int, named: dict[str, str | None]) -> tuple[int | None, int | None, FigureQualifier]:
    if named["least"] or named["plus"]:
        return number, None, "at_least"
    if named["more"]:
        return number + 1, None, "more_than"
    if named["most"]:
        return None, number, "at_most"
    if named["fewer"]:
        return None, number - 1, "fewer_than"
    return number, number, "about" if named["about"] else "exact"


def _vague(match: Match, span: Span) -> Count:
    word = " ".join(match.group("word").lower().split())
    return Count(span=span, min=VAGUE_FLOORS[word], max=None, qualifier="vague")
