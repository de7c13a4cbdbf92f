"""Numbers in digits and in words."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.counts import SCALES, TENS, UNITS, VAGUE_FLOORS, parse_number
from counterclaim.core.errors import DataError

whole = st.integers(0, 999_999_999)


def in_words(number: int) -> str:
    """British English: 1,204 is "one thousand two hundred and four"."""
    names = {value: word for word, value in (UNITS | TENS).items()}
    if number < 20:
        return names[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return names[10 * tens] + (f"-{names[units]}" if units else "")
    if number < 1_000:
        hundreds, rest = divmod(number, 100)
        return f"{names[hundreds]} hundred" + (f" and {in_words(rest)}" if rest else "")
    scale = 1_000_000 if number >= 1_000_000 else 1_000
    many, rest = divmod(number, scale)
    name = next(word for word, value in SCALES.items() if value == scale)
    link = " and " if 0 < rest < 100 else " "
    return f"{in_words(many)} {name}" + (f"{link}{in_words(rest)}" if rest else "")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("0", 0),
        ("62", 62),
        ("1,250", 1250),
        ("140,000", 140_000),
        ("zero", 0),
        ("nineteen", 19),
        ("Seventy-six", 76),
        ("seventy six", 76),
        ("a hundred", 100),
        ("one hundred and four", 104),
        ("three hundred twelve", 312),
        ("two thousand", 2_000),
        ("one hundred thousand", 100_000),
        ("two thousand three hundred and five", 2_305),
        ("5 thousand", 5_000),
        ("1.5 million", 1_500_000),
        ("0.25 million", 250_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("2 billion", 2_000_000_000),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("three dozen", 36),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(words: str, number: int) -> None:
    assert parse_number(words) == number


@pytest.mark.parametrize(
    "words",
    ["", "a", "and", "some", "dozens", "7.5", "12 500 guns", "3 4", "half", "million-ish", "F-16", "²", "٣"],
)
def test_words_that_are_no_whole_number_are_refused(words: str) -> None:
    with pytest.raises(DataError):
        parse_number(words)


@given(whole)
def test_digits_come_back_with_and_without_commas(number: int) -> None:
    assert parse_number(str(number)) == parse_number(f"{number:,}") == number


@given(whole)
def test_a_number_written_out_comes_back(number: int) -> None:
    assert parse_number(in_words(number)) == number
    assert parse_number(in_words(number).upper()) == number


@given(st.text(max_size=40))
def test_any_words_give_a_number_or_a_data_error(words: str) -> None:
    with suppress(DataError):
        assert parse_number(words) >= 0


@pytest.mark.parametrize(
    ("lesser", "greater"),
    [
        ("several", "tens"),
        ("tens", "dozens"),
        ("dozens", "several dozen"),
        ("several dozen", "scores"),
        ("scores", "hundreds"),
        ("hundreds", "several hundred"),
        ("several hundred", "thousands"),
        ("several thousand", "tens of thousands"),
        ("tens of thousands", "hundreds of thousands"),
        ("hundreds of thousands", "millions"),
    ],
)
def test_vague_words_are_ordered_by_the_least_they_allow(lesser: str, greater: str) -> None:
    below, above = VAGUE_FLOORS[lesser], VAGUE_FLOORS[greater]
    assert below is not None
    assert above is not None
    assert below < above


@pytest.mark.parametrize("word", ["some", "many", "a few", "numerous", "a number of"])
def test_words_that_name_no_size_have_no_least(word: str) -> None:
    assert VAGUE_FLOORS[word] is None
