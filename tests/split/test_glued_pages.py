"""Stories glued on one page come apart at their borders, and single stories stay whole.

The texts are invented. In the glued ones a line of %%% stands at each border and is taken out first.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from counterclaim.core.types import Sheet

ReadText = Callable[..., Sheet]

STORIES = Path(__file__).parent / "stories"
EXAMPLE = Path(__file__).parents[2] / "examples" / "deir-ez-zor.txt"
MARK = "%%%\n"


def names(kind: str) -> list[str]:
    return sorted(path.name for path in STORIES.glob(f"{kind}-*.txt"))


def borders(sheet: Sheet) -> set[int]:
    assert sheet.articles is not None
    return {article.span.start for article in sheet.articles[1:]}


@pytest.mark.parametrize("name", names("single"))
def test_a_single_story_stays_one_article(read_text: ReadText, name: str) -> None:
    sheet = read_text((STORIES / name).read_text("utf-8"))
    assert borders(sheet) == set()
    assert sheet.articles is not None
    assert len(sheet.articles) == 1


@pytest.mark.parametrize("name", names("glued"))
def test_glued_stories_come_apart_where_they_were_glued(read_text: ReadText, name: str) -> None:
    stories = (STORIES / name).read_text("utf-8").split(MARK)
    planted = {len("".join(stories[:count])) for count in range(1, len(stories))}
    assert borders(read_text("".join(stories))) == planted


def test_there_are_enough_stories_to_tell_something() -> None:
    assert len(names("single")) >= 12
    assert len(names("glued")) >= 8


def test_the_example_page_holds_three_articles(read_text: ReadText) -> None:
    sheet = read_text(EXAMPLE.read_text("utf-8"))
    assert sheet.articles is not None
    assert sheet.segments is not None
    spans = [(article.span.start, article.span.end) for article in sheet.articles]
    assert spans == [(0, 3180), (3181, 4390), (4391, 6948)]
    outside = {segment.kind for segment in sheet.segments if segment.article is None}
    assert outside == {"embed", "notice"}
    assert [segment.article for segment in sheet.segments if segment.kind == "caption"] == [2]


def test_nothing_of_the_example_pages_small_print_becomes_a_passage_or_a_date(read_text: ReadText) -> None:
    sheet = read_text(EXAMPLE.read_text("utf-8"))
    assert sheet.passages is not None
    assert sheet.articles is not None
    assert max(passage.span.end for passage in sheet.passages) == 6948
    assert not any("photo EPA" in passage.exact for passage in sheet.passages)
    assert [article.published for article in sheet.articles] == [None, None, None]
    assert [issue.code for issue in sheet.issues] == ["date.no_year"] * 3


def test_a_standfirst_above_the_dateline_belongs_to_its_story(read_text: ReadText) -> None:
    text = (
        "The mayor of a small port wants the navy to leave, and he is not alone.\n"
        "PORT SARUM, Nov 3 (Reuters) - Mayor Ines Lopo stood on the pier on Tuesday and pointed at a frigate.\n"
        "The ship has blocked the view and the fishing since March, he said.\n"
    )
    assert borders(read_text(text)) == set()


def test_a_subheading_does_not_cut_a_story(read_text: ReadText) -> None:
    story = (STORIES / "single-background-heavy.txt").read_text("utf-8").splitlines()
    text = "\n".join([*story[:5], "A town on the road", *story[5:]])
    sheet = read_text(text)
    assert sheet.segments is not None
    assert sheet.segments[5].kind == "headline"
    assert borders(sheet) == set()


def test_a_page_without_running_text_has_no_article(read_text: ReadText) -> None:
    sheet = read_text("Home\nWorld\nSport\nThis website uses cookies.\n")
    assert sheet.articles == ()
    assert sheet.passages == ()


def test_a_page_in_one_line_is_one_article(read_text: ReadText) -> None:
    story = (STORIES / "single-wire-bomb.txt").read_text("utf-8").replace("\n", " ")
    sheet = read_text(story * 40)
    assert sheet.articles is not None
    assert len(sheet.articles) == 1


COMMENTS = "\n".join(
    f"{number}. reader{number} says:\nMarch 12, 2024 at {number}:05 am\n{words}"
    for number, words in enumerate(
        [
            "The council of Hadira should have moved the market years ago",
            "My uncle sold lamps there. He says that nobody warned them of anything that morning.",
            "Who will now pay for the new roof of the hospital in the town",
            "The ministry counts only those who died in the street. What of those who died later on?",
            "Nobody in the capital of this province reads what we write down here",
            "The monitor has better numbers. Why does the paper not print them beside the others?",
        ],
        start=1,
    )
)


def test_readers_comments_below_a_story_are_no_stories(read_text: ReadText) -> None:
    story = (STORIES / names("single")[0]).read_text("utf-8").rstrip("\n")
    assert borders(read_text(f"{story}\n{COMMENTS}\n")) == set()


def test_two_pages_of_one_site_on_one_subject_are_two_articles(read_text: ReadText) -> None:
    """However many words they share, as reports of one shelling do."""
    menu = "\n".join(
        "Skip to content|Log in|Coast|Valley|Capital|Harbours|Letters|Weather|Shop|Search".split("|")
    )
    story = (
        "Shells struck a crowded market in the town of Hadira on Tuesday, killing 31 people, the ministry said.\n"
        "The army, which holds the hills above the town, denied that it had fired on the market in Hadira.\n"
        "Doctors at the only hospital in Hadira said that they had run out of blood before noon on Tuesday.\n"
    )
    foot = "Most read\nCup final moved to Sunday\nContact us\nPrivacy policy\nTerms of use\n"
    first = f"{menu}\n{story}{foot}"
    sheet = read_text(first + f"{menu}\n{story.replace('31', '34')}{foot}")
    assert len(borders(sheet)) == 1
    assert min(borders(sheet)) >= len(first)
