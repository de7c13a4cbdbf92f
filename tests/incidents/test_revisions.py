"""One speaker's figures over time: which replaces which, and how that is known."""

from __future__ import annotations

import pytest

from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.relations import relate
from counterclaim.incidents.revisions import revision_lines
from tests.method.telling import ends, figure, tally


def numbers(*told: FiledClaim) -> list[int | None]:
    (line,) = revision_lines(told)
    return [getattr(one.claim, "min", None) for one in line.claims]


def test_43_70_112_and_126_over_two_days_are_one_line_and_126_is_current() -> None:
    told = [
        figure(43, None, "Coast Monitor", document="a", published="2017-04-15"),
        figure(70, None, "Coast Monitor", document="b", published="2017-04-15"),
        figure(112, None, "Coast Monitor", document="c", published="2017-04-16"),
        figure(126, 126, "Coast Monitor", document="d", published="2017-04-16"),
    ]
    assert numbers(*told) == [43, 70, 112, 126]
    assert ends(tally("accounts", *told)) == (126, 126)
    assert [one.kind for one in relate(told)] == ["revises"] * 3


def test_an_old_figure_quoted_again_later_does_not_come_back() -> None:
    told = [
        figure(43, 43, "Coast Monitor", document="a", published="2017-04-15"),
        figure(126, 126, "Coast Monitor", document="b", published="2017-04-16"),
        figure(43, 43, "Coast Monitor", document="c", published="2017-04-18"),
    ]
    assert numbers(*told) == [43, 126]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry raised its toll from 62 to 80.",
        "Eighty people died, the ministry said, updating an earlier toll of 62, and 80 is now the count.",
        "The ministry, which had earlier put the number at 62, now speaks of 80.",
        "The number of dead, 80, is up from 62.",
        "The previous toll was 62; now the ministry has 80.",
    ],
)
def test_the_text_itself_can_say_which_figure_is_the_newer(sentence: str) -> None:
    told = [
        figure(62, 62, "ministry", at=0, sentence=sentence),
        figure(80, 80, "ministry", at=20, sentence=sentence),
    ]
    assert numbers(*told) == [62, 80]


def test_a_figure_corrected_downwards_is_replaced_by_the_lower_one() -> None:
    sentence = "The army corrected its count from 83 to 62."
    told = [figure(83, 83, "army", at=0, sentence=sentence), figure(62, 62, "army", at=20, sentence=sentence)]
    assert numbers(*told) == [83, 62]


def test_a_previous_toll_told_by_the_paper_gives_way_to_what_others_say_now() -> None:
    told = [
        figure(20, 20, at=0, sentence="The previous death toll was 20."),
        figure(100, None, "Civil Defence", at=20),
    ]
    assert ends(tally("accounts", *told)) == (100, 100)
    assert not relate(told)


def test_two_figures_of_one_speaker_in_one_document_contradict_each_other() -> None:
    told = [figure(62, 62, "army", at=0), figure(83, 83, "army", at=20)]
    (relation,) = relate(told)
    assert relation.kind == "contradicts"
    assert "one document has the same speaker" in relation.basis
    assert "order_unknown" in tally("accounts", *told).flags


def test_a_figure_that_was_replaced_contradicts_nobody_any_more() -> None:
    told = [
        figure(43, 43, "Coast Monitor", document="a", published="2017-04-15"),
        figure(126, 126, "Coast Monitor", document="b", published="2017-04-16"),
        figure(126, 126, "Health Ministry", document="c", published="2017-04-16"),
    ]
    assert {one.kind for one in relate(told)} == {"revises", "corroborates"}


def test_the_count_of_the_missing_may_fall_so_one_day_alone_tells_no_order() -> None:
    told = [
        figure(30, 30, "ministry", document="a", published="2017-04-15", harm="missing"),
        figure(40, 40, "ministry", document="b", published="2017-04-15", harm="missing"),
    ]
    assert revision_lines(told) == ()


def test_an_agencys_sentence_in_two_papers_that_name_nobody_is_a_copy() -> None:
    sentence = "Nine people were killed when a shell hit a queue outside the old bakery on Monday."
    told = [
        figure(9, 9, document="a", outlet="Daily", sentence=sentence),
        figure(9, 9, document="b", outlet="Weekly", sentence=sentence),
    ]
    assert [one.kind for one in relate(told)] == ["repeats"]
    other = figure(9, 9, document="b", outlet="Weekly", sentence="Nine died.")
    assert [one.kind for one in relate([told[0], other])] == ["corroborates"]


def test_dead_in_two_towns_are_not_held_against_each_other() -> None:
    told = [figure(9, 9, "medics", at=0, place="Quetta"), figure(12, 12, "police", at=20, place="Kano")]
    assert relate(told) == ()
