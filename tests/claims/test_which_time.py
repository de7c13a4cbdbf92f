"""Which of a sentence's times a claim is about."""

from collections.abc import Callable

import pytest

from counterclaim.core.claims import Casualty
from counterclaim.core.types import Sheet


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Shells killed nine miners in Orlova on Tuesday.", "Tuesday"),
        ("Shells killed nine miners in Orlova, a doctor said on Tuesday.", None),
        ("A doctor said Tuesday’s shelling killed nine miners.", "Tuesday’s"),
        ("Orlova Post Sunday 25 May 2014 Shells killed nine miners.", None),
        ("On 25 May 2014 shells killed nine miners.", "25 May 2014"),
        ("Shells killed nine miners before the army took the pit in December.", None),
        ("Shells now kill nine miners daily in Orlova.", None),
        ("Shells killed nine miners in Orlova for two days.", "for two days"),
        ("A day later shells killed nine miners.", "A day later"),
    ],
)
def test_the_time_of_speaking_and_the_page_s_own_date_are_not_the_claims(
    read: Callable[..., Sheet], sentence: str, date: str | None
) -> None:
    figures = [claim for claim in read(sentence).claims or () if isinstance(claim, Casualty)]
    assert [figure.date for figure in figures] == [date]


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        (
            "A soldier died on Friday, bringing to 10 the number killed in the attack on Orlova on 29 March.",
            {1: "Friday", 10: "29 March"},
        ),
        (
            "Two wounded miners died on Monday, raising to 31 the number killed in the shelling of 2 May.",
            {2: "Monday", 31: "2 May"},
        ),
        ("Two miners died on Monday, taking the death toll to 31.", {2: "Monday", 31: "Monday"}),
    ],
)
def test_a_toll_to_which_a_death_is_added_is_of_the_attack_s_day(
    read: Callable[..., Sheet], sentence: str, dates: dict[int, str]
) -> None:
    figures = [claim for claim in read(sentence).claims or () if isinstance(claim, Casualty)]
    assert {figure.min or 1: figure.date for figure in figures} == dates
