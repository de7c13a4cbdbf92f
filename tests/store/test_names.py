from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.errors import DataError
from counterclaim.store.names import Names, Spelling, check_spelling

HADDAD = Names(
    [Spelling(1, "Karím Haddad"), Spelling(1, "كريم حداد"), Spelling(2, "Ana Ruiz"), Spelling(12, "Ali")]
)
WRITTEN = [
    "Karim Haddad",
    "KARIM HADDAD",
    "karím  haddád",
    "Karim\nHaddad",
    "Karim-Haddad",
    unicodedata.normalize("NFD", "Karím Haddád"),
    "Ka\u200brim Haddad",
    "Ka\u00adrim Haddad",
    "كريم حداد",
    "كَرِيم حَدّاد",
    "كـريم حداد",
]


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("So ", " said"), ("(", "’s son)"), ("« ", "»")])
def test_a_name_is_covered_however_it_is_written(written: str, before: str, after: str) -> None:
    text = f"{before}{written}{after}"
    covered = HADDAD.cover(text)
    assert len(covered) == len(text)
    assert covered.startswith(f"{before}[")
    assert covered.endswith(after)
    assert not set("hHحdD") & set(covered[len(before) : len(covered) - len(after)])
    assert HADDAD.hide(text) == f"{before}[person 1]{after}"


@pytest.mark.parametrize(
    "text",
    [
        "Karim Haddadi",
        "Makarim Haddad",
        "Haddad Karim",
        "Karim. The Haddad house",
        "Alia",
        "valid",
        "كريمة حداد",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert HADDAD.cover(text) == HADDAD.hide(text) == text


@pytest.mark.parametrize("text", ["وكريم حداد", "لكريم حداد", "فبكريم حداد"])
def test_what_arabic_writes_onto_a_name_hides_nothing(text: str) -> None:
    assert HADDAD.hide(text) == "[person 1]"


def test_a_name_is_found_as_it_was_given_however_far_apart_its_words_stand() -> None:
    names = Names([Spelling(1, "Ana ---- Ruiz")])
    assert names.hide("then Ana ---- Ruiz, Ana Ruiz") == "then [person 1], [person 1]"


def test_names_are_found_where_words_are_not_parted() -> None:
    names = Names([Spelling(3, "张伟")])
    assert names.hide("昨天张伟说") == "昨天[person 3]说"
    assert names.cover("昨天张伟说") == "昨天P3说"


def test_names_that_overlap_are_covered_as_one() -> None:
    names = Names([Spelling(1, "Sara Nur"), Spelling(2, "Nur Salem Aziz")])
    assert names.hide("Sara Nur Salem Aziz came") == "[person 2] came"


def test_a_short_name_still_has_a_pseudonym_of_its_length() -> None:
    assert HADDAD.cover("Ali, Ana Ruiz") == "P12, [P2]\u2060\u2060\u2060\u2060"
    assert Names([Spelling(123, "Ali")]).cover("Ali") == "███"


@pytest.mark.parametrize("spelling", ["", "A", "4", "··", "A 1"])
def test_a_spelling_has_letters_enough_to_be_told_from_other_words(spelling: str) -> None:
    with pytest.raises(DataError, match="too short"):
        check_spelling(spelling)


def test_a_whole_passage_is_no_name() -> None:
    with pytest.raises(DataError, match="too long for a name: 1003 signs; give 200 at most"):
        check_spelling("Ana" + "-" * 996 + "Ruiz")


NAME = st.text("abzéßİıçåÅØكريمд-’ ", min_size=2, max_size=12).filter(
    lambda words: sum(letter.isalpha() for letter in words) > 1
)


@given(st.text(), st.lists(NAME, min_size=1, max_size=3), st.text(), st.booleans())
def test_covering_keeps_every_place_in_a_text(
    before: str, spelled: list[str], after: str, upper: bool
) -> None:
    names = Names(Spelling(number, words) for number, words in enumerate(spelled, 1))
    text = f"{before} {spelled[0].upper() if upper else spelled[0]} {after}"
    covered = names.cover(text)
    assert len(covered) == len(text)
    assert names.find(covered) == []
    at = 0
    for found in names.find(text):
        assert covered[at : found.span.start] == text[at : found.span.start]
        at = found.span.end
    assert covered[at:] == text[at:]


@given(NAME, st.text("xyz .,\n", max_size=20), st.text("xyz .,\n", max_size=20))
def test_a_name_between_other_words_is_always_found(name: str, before: str, after: str) -> None:
    names = Names([Spelling(1, name)])
    for written in (name, name.upper(), name.lower(), unicodedata.normalize("NFD", name)):
        assert "[person 1]" in names.hide(f"{before} {written} {after}"), written
