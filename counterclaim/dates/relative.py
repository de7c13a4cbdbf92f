"""Times that count from the publication day: weekdays, yesterday, last week, two days ago."""

from __future__ import annotations

from datetime import timedelta

from counterclaim.core.edtf import LEAP_YEAR, day_bounds, format_day
from counterclaim.core.patterns import Match
from counterclaim.dates.amounts import AMOUNT, Amount, interval, moved_back, read_amount, shifted, week_of
from counterclaim.dates.calendar_days import DAYS
from counterclaim.dates.clock import part_of_day
from counterclaim.dates.reading import (
    COUNTED_BACK,
    FROM_THE_TEXT,
    NO_DAY,
    Context,
    Reading,
    Rule,
    UnreadError,
)
from counterclaim.dates.words import WEEKDAY, ungrouped, weekday_number


def _read_weekday(match: Match, context: Context) -> Reading:
    which = (match.groupdict()["which"] or "").lower()
    if which.startswith(("the", "that")):
        return Reading(None, FROM_THE_TEXT)
    if context.told is None:
        raise UnreadError("weekday; publication day not known")
    told, wanted = context.told, weekday_number(match["weekday"])
    if (
        "next" in which
        or "coming" in which
        or (context.future and "last" not in which and "past" not in which)
    ):
        ahead = (wanted - told.weekday()) % 7
        return context.against(shifted(told, ahead or (7 if which else 0)))
    back = (told.weekday() - wanted) % 7
    return context.against(shifted(told, -(back or (7 if "last" in which or "past" in which else 0))))


def _read_weekly(_match: Match, _context: Context) -> Reading:
    return Reading(None, "a day that comes every week", "set", "P1W")


def _read_near(match: Match, context: Context) -> Reading:
    """Today, yesterday, tomorrow and their parts."""
    named = match.groupdict()
    days = (
        -2
        if named["before"]
        else 2
        if named["after"]
        else -1
        if named["yesterday"]
        else 1
        if named["tomorrow"]
        else 0
    )
    part = part_of_day(match[0])
    reading = _days_on(days, context)
    return reading._replace(kind="time", part=part) if part else reading


def _days_on(days: int, context: Context) -> Reading:
    if context.told is not None:
        return context.against(shifted(context.told, days))
    published = context.published
    if published is None or not published.startswith("XXXX-") or len(published) != len("XXXX-09-17"):
        raise UnreadError(NO_DAY)
    moved = {
        (told + timedelta(days=days)).isoformat()[4:]
        for year in (LEAP_YEAR, LEAP_YEAR + 1)
        if (told := day_bounds(published, year)[0])
    }
    if len(moved) > 1:
        raise UnreadError("depends on a leap year, and the year is not stated")
    return context.against(f"XXXX{moved.pop()}")


def _read_ago(match: Match, context: Context) -> Reading:
    amount = read_amount(match["amount"])
    ahead = match["way"].lower().startswith(("from", "hence"))
    if amount.number is None:
        return Reading(None, "nobody says how long ago", "future" if ahead else "past", amount.iso)
    if amount.letter == "D":
        return _days_on(amount.number if ahead else -amount.number, context)._replace(amount=amount.iso)
    if context.told is None:
        raise UnreadError(COUNTED_BACK)
    moved = Amount(-amount.number if ahead else amount.number, amount.letter)
    return context.against(moved_back(context.told, moved))._replace(amount=amount.iso)


def _read_calendar(match: Match, context: Context) -> Reading:
    """Read "last week", "earlier this year", "at the weekend"."""
    named = match.groupdict()
    which, unit = (named["which"] or "").lower(), (named["unit"] or "").lower()
    told = context.day()
    step = 1 if "next" in which or "coming" in which else -1 if "last" in which or "past" in which else 0
    if unit == "weekend":
        saturday = -((told.weekday() - 5) % 7) + (7 if context.future or step == 1 else 0)
        if "last" in which and saturday + 1 >= 0:
            saturday -= 7
        return context.against(interval(told, saturday, saturday + 1))
    if unit == "week":
        monday = 7 * step - told.weekday()
        return context.against(interval(told, monday, 0 if named.get("earlier") and not step else monday + 6))
    if unit == "quarter":
        year, quarter = divmod(told.year * 4 + (told.month - 1) // 3 + step, 4)
        return context.against(f"{year}-{33 + quarter}")
    if unit == "decade":
        return context.against(f"{told.year // 10 + step}X")
    if unit == "century":
        return context.against(f"{told.year // 100 + step}XX")
    return context.against(moved_back(told, Amount(-step, "M" if unit == "month" else "Y")))


def _read_week_of(match: Match, context: Context) -> Reading:
    inner = context.inner(match["point"])
    first, _ = day_bounds(inner.edtf or "")
    if first is None:
        raise UnreadError("a week whose year is not stated")
    return inner._replace(edtf=week_of(first))


def _read_same_time(_match: Match, context: Context) -> Reading:
    """Read "this time last year"."""
    return context.against(format_day(context.day().year - 1, context.day().month))


_WHICH_DAY = r"(?i:last|past|this|this\ past|this\ coming|next|the\ (?:same|following|next|previous)|that)"
RULES: tuple[Rule, ...] = (
    Rule(rf"(?i:every|each)\ {WEEKDAY}s?|(?:(?i:on)\ ){WEEKDAY}s", _read_weekly),
    Rule(rf"(?:(?P<which>{_WHICH_DAY})\ )?(?P<weekday>{WEEKDAY})(?:['’]?s)?", _read_weekday, fixes=True),
    Rule(
        r"""(?i: (?:earlier\ |later\ |late\ |early\ )?(?: (?P<before>(?:the\ )?day\ before\ yesterday)
              | (?P<after>(?:the\ )?day\ after\ tomorrow)
              | (?P<yesterday>yesterday|last\ (?:night|evening))(?:['’]s)? | (?P<tomorrow>tomorrow)(?:['’]s)?
              | today(?:['’]?s)? | tonight(?:['’]s)? | this\ (?:very\ )?(?:morning|afternoon|evening) ) )""",
        _read_near,
        fixes=True,
    ),
    Rule(
        rf"(?P<amount>{AMOUNT}|(?i:days|weeks|months|years))\ (?P<way>(?i:ago|from\ now|hence))",
        _read_ago,
        fixes=True,
    ),
    Rule(
        r"""(?P<earlier>(?i:earlier|later|early|late|sometime)\ (?:(?i:in)\ )?)?
            (?: (?P<which>(?i:the\ (?:current|coming)|this\ (?:coming|past)|this|last|next))\ (?:(?i:calendar|fiscal)\ )?
                (?P<unit>(?i:week|weekend|month|year|quarter|decade|century)) )(?:['’]s)?""",
        _read_calendar,
        fixes=True,
    ),
    Rule(
        r"(?P<earlier>(?i:earlier|later|early|late)\ (?i:in)\ )(?P<which>(?i:the))\ (?P<unit>(?i:week|month|year|quarter|decade))",
        _read_calendar,
        fixes=True,
    ),
    Rule(
        r"(?:(?i:at|over|on|during)\ )?(?P<which>(?i:the))\ (?P<unit>(?i:weekend))",
        _read_calendar,
        fixes=True,
    ),
    Rule(
        rf"(?i:the\ week\ of)\ (?P<point>{'|'.join(ungrouped(rule.pattern) for rule in DAYS)})", _read_week_of
    ),
    Rule(r"(?i:this\ time\ last\ year)", _read_same_time),
)
