"""Number words and what a number phrase allows: the grammar of counts, without context.

Bounds follow the annotation guidelines: "dozens" is at least 24, "scores" 40, "hundreds" 200; an
upper bound for such words is a policy of reconciling, not of reading.
"""

from __future__ import annotations

from counterclaim.core.errors import DataError

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
# The least that a vague word allows (guidelines, casualty); "some" and "many" allow anything.
VAGUE_FLOORS: dict[str, int | None] = {
    "several": 3,
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
    "several dozen": 36,
    "several hundred": 300,
    "several thousand": 3_000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "tens of millions": 20_000_000,
    "a few": None,
    "few": None,
    "some": None,
    "many": None,
    "a number of": None,
    "a large number of": None,
    "numerous": None,
    "countless": None,
    "a handful": None,
}


def parse_number(words: str) -> int:
    """The whole number that digits or English number words name.

    >>> parse_number("140,000"), parse_number("seventy-six"), parse_number("two dozen")
    (140000, 76, 24)
    >>> parse_number("1.5 million"), parse_number("half a million"), parse_number("5 thousand")
    (1500000, 500000, 5000)

    Raises:
        DataError: the words name no whole number.
    """
    lowered = words.lower().replace("quarter of a", "0.25")
    parts = lowered.replace("-", " ").replace(" and ", " ").split()
    total, current, seen = 0.0, 0.0, False
    for part in parts:
        value = _small(part)
        if value is not None:
            if seen and part[0].isdigit() and current:
                raise DataError(f"two numbers beside each other in {words!r}")
            current, seen = current + value, True
        elif part in SCALES or part == "dozen":
            scale = SCALES.get(part, 12)
            current = (current if seen and current else 1) * scale
            seen = True
            if scale >= 1_000:
                total, current = total + current, 0.0
        elif part == "half":
            current, seen = current + 0.5, True
        elif part in ("a", "an"):
            continue
        else:
            raise DataError(f"no whole number in {words!r}")
    number = total + current
    if not seen or number != int(number):
        raise DataError(f"no whole number in {words!r}")
    return int(number)


def _small(part: str) -> float | None:
    if part in UNITS:
        return float(UNITS[part])
    if part in TENS:
        return float(TENS[part])
    digits = part.replace(",", "")
    if digits.isascii() and digits.replace(".", "", 1).isdigit():
        return float(digits)
    return None
