"""Patterns over text of any script: where they match, and what their groups hold."""

import pytest

from counterclaim.core.patterns import Patterns, group_span, pattern

KILLED = pattern(r"(?P<number>\d+)\ (?:(?P<group>soldiers|nurses)\ )? killed")


@pytest.mark.parametrize(
    "before",
    ["", "In Aden ", "Près de Tombouctou, ", "قرب حلب ", "У Харкові ", "在喀布尔 ", "🕯 "],
)
def test_spans_are_code_points_whatever_stands_before(before: str) -> None:
    text = f"{before}12 nurses killed"
    (match,) = KILLED.finditer(text)
    assert text[match.start() : match.end()] == match.group() == "12 nurses killed"
    assert (match["number"], match["group"]) == ("12", "nurses")
    assert group_span(KILLED, match, "group") == (len(before) + 3, len(before) + 9)


def test_a_group_that_took_no_part_is_nowhere() -> None:
    match = KILLED.search("Überfall: 12 killed")
    assert match is not None
    assert match.groupdict() == {"number": "12", "group": None}
    assert group_span(KILLED, match, "group") is None
    assert (match.start(2), match.end(2)) == (-1, -1)


def test_a_match_may_be_asked_for_at_the_start_or_of_the_whole() -> None:
    day = pattern(r"\d\d\ May")
    assert day.match("03 May, Goma") is not None
    assert day.match("on 03 May") is None
    assert day.fullmatch("03 May") is not None
    assert day.fullmatch("03 May, Goma") is None


def test_empty_matches_go_on_by_whole_code_points() -> None:
    found = [(match.start(), match.end()) for match in pattern(r"x*").finditer("éx“")]
    assert found == [(0, 0), (1, 2), (2, 2), (3, 3)]


def test_several_patterns_are_told_apart_in_one_pass() -> None:
    arms = Patterns([r"\bjets?\b", r"\bshell\w*", r"\btanks?\b"], ignore_case=True)
    assert arms.found_in("Tanks rolled in as JETS circled over Jalalābād.") == [0, 2]
    assert arms.found_in("A calm day.") == []
