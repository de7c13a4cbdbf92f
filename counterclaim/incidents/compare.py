"""What speaks for and against two happenings being one, each reason in words.

`FEATURES` are the names of the reasons; a pair has a reason or has it not, and `score.py` weighs them.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.incidents.kinds import RARE, may_be_one
from counterclaim.incidents.points import nearest_km_beyond
from counterclaim.incidents.signs import same_place
from counterclaim.incidents.told import MARKS, Told
from counterclaim.incidents.windows import days_apart

FEATURES = (
    "one place",
    "places near each other",
    "one province",
    "one country",
    "places told as not the same",
    "one day",
    "days that can be one",
    "a day of the month told",
    "a day before the other's publication",
    "published within days of each other",
    "no day told",
    "one kind",
    "one kind that is rare",
    "kinds that can be one",
    "no kind told",
    "the same figure",
    "two figures the same",
    "other figures",
    "figures far apart",
    "one party did it",
    "other parties did it",
    "one target",
    "other targets",
    "one weapon",
    "other weapons",
    "the same people harmed",
    "other people harmed",
    "a telling word in common",
    "three telling words in common",
    "six telling words in common",
    "nearly the same sentences",
)
APART_KM = 120.0  # beyond what is known of two places of one name: two towns called alike; set by hand
_ALIKE = 0.6  # share of MinHash values from which sentences are nearly the same


def keeps_apart(one: Told, other: Told) -> str | None:
    """Why the two can never be one, in words; None where nothing keeps them apart.

    A document that tells two happenings apart is believed, and so is a list of events.
    """
    if one.document_id == other.document_id:
        return "one document tells them apart"
    if one.listed is not None and one.listed == other.listed:
        return "one list of events tells them apart"
    if not may_be_one(one.kinds, other.kinds):
        return "kinds that cannot be one"
    if _apart_in_days(one, other):
        return "other days"
    if not _may_be_one_place(one, other):
        return "other places"
    return None


def reasons(one: Told, other: Told) -> list[str]:
    """The names in FEATURES that hold of the pair, in their order."""
    found = {
        *_of_place(one, other),
        *_of_time(one, other),
        *_of_kind(one, other),
        *_of_figures(one, other),
        *_of_people(one, other),
        *_of_words(one, other),
    }
    return [name for name in FEATURES if name in found]


def _apart_in_days(one: Told, other: Told) -> bool:
    mine, theirs = one.window, other.window
    if mine is None or theirs is None:
        return False
    if mine.told and theirs.told:
        return days_apart(mine, theirs) > 0
    if mine.told or theirs.told:  # told after it happened, and not for the first time long after
        told, reported = (mine, theirs) if mine.told else (theirs, mine)
        return not told.any_year and told.first > reported.last + 1
    return False


def _may_be_one_place(one: Told, other: Told) -> bool:
    same = same_place(one.spot, other.spot)
    if same is False and _lies_in(one, other):
        return not _other_countries(one, other)
    km = _beyond_km(one, other)
    if km is None:
        return same is not False
    if same is False:
        return km <= 0 and not _other_countries(one, other)
    return km <= APART_KM


def _lies_in(one: Told, other: Told) -> bool:
    """Whether the place of one lies in a province called as that of the other: "Idlib" is a city and a province."""
    return bool(one.keys & other.lies_in or other.keys & one.lies_in)


def _other_countries(one: Told, other: Told) -> bool:
    return bool(one.countries and other.countries and not one.countries & other.countries)


def _beyond_km(one: Told, other: Told) -> float | None:
    return nearest_km_beyond(one.points, other.points)


def _of_place(one: Told, other: Told) -> Iterator[str]:
    if one.keys & other.keys:
        yield "one place"
    elif _lies_in(one, other):
        yield "one province"
    elif one.keys and other.keys:
        km = _beyond_km(one, other)
        yield "places near each other" if km is not None and km <= 0 else "places told as not the same"
    elif (one.keys | one.wide) & (other.keys | other.wide):
        yield "one province"
    elif one.countries & other.countries:
        yield "one country"


def _of_time(one: Told, other: Told) -> Iterator[str]:
    mine, theirs = one.window, other.window
    if mine is None or theirs is None:
        yield "no day told"
    elif mine.told and theirs.told and (mine.is_long or theirs.is_long):
        yield "a day of the month told"
    elif mine.told and theirs.told:
        short = mine.first == mine.last and theirs.first == theirs.last
        yield "one day" if short and not mine.any_year and not theirs.any_year else "days that can be one"
    elif days_apart(mine, theirs) == 0:
        yield (
            "a day before the other's publication"
            if mine.told or theirs.told
            else "published within days of each other"
        )


def _of_kind(one: Told, other: Told) -> Iterator[str]:
    if one.kinds & other.kinds:
        yield "one kind"
        if one.kinds & other.kinds & RARE:
            yield "one kind that is rare"
    elif one.kinds and other.kinds:
        yield "kinds that can be one"
    else:
        yield "no kind told"


def _of_figures(one: Told, other: Told) -> Iterator[str]:
    same = [figure for figure in one.figures & other.figures if (figure[1] or figure[2] or 0) > 1]
    if same:
        yield "two figures the same" if len(same) > 1 else "the same figure"
        return
    mine = [low for harm, low, _ in one.figures if harm == "killed" and low is not None]
    theirs = [low for harm, low, _ in other.figures if harm == "killed" and low is not None]
    if mine and theirs:
        far = min(mine) > 3 * max(theirs) + 3 or min(theirs) > 3 * max(mine) + 3
        yield "figures far apart" if far else "other figures"


def _of_people(one: Told, other: Told) -> Iterator[str]:
    if one.sides and other.sides:
        yield "one party did it" if one.sides & other.sides else "other parties did it"
    if one.targets and other.targets:
        yield "one target" if one.targets & other.targets else "other targets"
    if one.weapons and other.weapons:
        yield "one weapon" if one.weapons & other.weapons else "other weapons"
    if one.statuses and other.statuses:
        yield "the same people harmed" if one.statuses & other.statuses else "other people harmed"


def _of_words(one: Told, other: Told) -> Iterator[str]:
    shared = len(one.words & other.words)
    if shared:
        yield "a telling word in common"
    if shared >= 3:
        yield "three telling words in common"
    if shared >= 6:
        yield "six telling words in common"
    if one.marks and other.marks:
        alike = sum(a == b for a, b in zip(one.marks, other.marks, strict=True))
        if alike >= _ALIKE * MARKS:
            yield "nearly the same sentences"
