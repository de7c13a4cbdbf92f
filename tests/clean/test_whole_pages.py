"""On a page that was copied whole only the article is running text; nothing is cut away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.core.types import Segment
from counterclaim.lexicons.notices import PAGE_END

LabelText = Callable[[str], tuple[Segment, ...]]

MENU = "\n".join(
    f"    * {name}"
    for name in "Home|World|Politics|Business|Sport|Culture|Weather|Maps|Podcasts|Radio schedule|Contact us|About".split(
        "|"
    )
)
TITLE = "      Shells hit a crowded market in the eastern town of Hadira"
STORY = [
    "Shells struck a crowded market in the town of Hadira on Tuesday, killing 31 people, the health ministry said.",
    "A monitor said that 40 people had been killed, among them nine children, and that more lay under the rubble.",
    "The army, which holds the hills above the town, denied that it had fired on the market or on any street near it.",
    "What the doctors saw",
    "Doctors at the only hospital said that they had run out of blood by noon and had sent the wounded to the coast.",
    "- 31 people were killed, the ministry said",
    "The council of the town has asked for three days of mourning and for a convoy of medicine from the capital.",
]
FOOT = """
    Most read
    * Ferry runs aground off Port Sarum
    * Ten things to know about the vote
    * Minister resigns over letters
    * Cup final moved to Sunday

    Follow us
    * Mail
    * Radio app
    Privacy policy
    Terms of use
    (c) 2024 Coastal News. All rights reserved.
"""


def page(indent: str = "        ", story: list[str] = STORY) -> str:
    body = "\n\n".join(indent + line for line in story)
    return f"{MENU}\n\n{TITLE}\n\n      12 March 2024\n\n{body}\n{FOOT}"


def article_of(text: str, segments: tuple[Segment, ...]) -> list[str]:
    return [segment.span.of(text).strip() for segment in segments if segment.kind == "article"]


@pytest.mark.parametrize("indent", ["        ", "", "\t"])
def test_the_article_is_running_text_and_menu_teasers_and_foot_are_not(
    label_text: LabelText, indent: str
) -> None:
    text = page(indent)
    found = article_of(text, label_text(text))
    assert [line for line in STORY if len(line.split()) > 8] == [
        line for line in found if len(line.split()) > 8
    ]
    assert not any("Ferry" in line or "Podcasts" in line or "Minister" in line for line in found)


def test_nothing_is_cut(label_text: LabelText) -> None:
    text = page()
    assert "".join(segment.span.of(text) for segment in label_text(text)) == text


def test_the_title_above_the_article_is_its_headline(label_text: LabelText) -> None:
    text = page()
    titles = [segment.span.of(text).strip() for segment in label_text(text) if segment.kind == "headline"]
    assert TITLE.strip() in titles


def test_a_bulletin_of_short_lines_without_a_menu_is_read_to_its_end(label_text: LabelText) -> None:
    text = "\n".join(f"Orsa district: {number} killed" for number in range(2, 40))
    assert len(article_of(text, label_text(text))) == 38


def test_a_list_of_names_is_no_page(label_text: LabelText) -> None:
    text = "\n".join(
        ["The council named the dead:", *[f"Amina Sool {'abcdefghij'[n % 10]}" for n in range(60)]]
    )
    assert len(article_of(text, label_text(text))) == 61


def test_two_whole_pages_below_each_other_keep_both_articles(label_text: LabelText) -> None:
    other = [line.replace("Hadira", "Dorel").replace("Shells", "Rockets") for line in STORY]
    text = page() + MENU + "\n" + page(story=other)
    found = article_of(text, label_text(text))
    assert STORY[0] in found
    assert other[0] in found
    assert not any("Ferry" in line for line in found)


def test_a_short_story_laid_out_otherwise_below_a_long_page_keeps_its_lines(label_text: LabelText) -> None:
    """Each page is measured by itself from the line at a page's foot that says whose it is."""
    short = [
        "A ferry ran aground off Port Sarum on Monday, and all 212 people on board were taken off, the coast guard said.",
        "It was the third such accident this year, and the second on the reef that no lamp has marked since the storm.",
        "The captain told the radio that the engines had failed within sight of the harbour.",
    ]
    sentences = [line for line in STORY if len(line.split()) > 8]
    text = page("", [f"{line} It was the {number}th report." for number in range(8) for line in sentences]) + page(" " * 24, short)  # fmt: skip
    found = article_of(text, label_text(text))
    assert found[-3:] == short


OTHER_SITE = "\n".join(
    f"    * {name}"
    for name in "Skip to content|Log in|Search|Harbours|Tides|Ships|Crew lists|Letters|Shop".split("|")
)
LINKS_ONLY = """
    Most read
    * Ferry runs aground off Port Sarum
    * Minister resigns over letters
    Contact us
    Careers
    Privacy policy
    Terms of use
"""
FERRY = [
    "A ferry ran aground off Port Sarum on Monday, and all 212 people on board were taken off, the coast guard said.",
    "It was the third such accident this year, and the second on the reef that no lamp has marked since the storm.",
    "The captain told the radio that the engines had failed within sight of the harbour.",
]


def laid_out(menu: str, story: list[str], foot: str) -> str:
    return f"{menu}\n\n" + "\n\n".join(f"        {line}" for line in story) + f"\n{foot}"


def ends_of_pages(text: str, segments: tuple[Segment, ...]) -> list[int]:
    return [text.count("\n", 0, one.span.end) for one in segments if (one.why or "").endswith(PAGE_END)]


def test_a_page_ends_where_the_head_of_another_sites_page_opens_even_without_a_line_of_rights(
    label_text: LabelText,
) -> None:
    first = laid_out(MENU, STORY, LINKS_ONLY)
    text = first + laid_out(OTHER_SITE, FERRY, LINKS_ONLY)
    assert ends_of_pages(text, label_text(text)) == [first.count("\n")]


def test_a_page_ends_where_the_menu_of_its_site_starts_again(label_text: LabelText) -> None:
    first = laid_out(MENU, STORY, "\n    Most read\n    * Cup final moved to Sunday\n")
    text = first + laid_out(MENU, FERRY, LINKS_ONLY)
    assert ends_of_pages(text, label_text(text)) == [first.count("\n")]


def test_a_menu_repeated_below_the_story_ends_no_page(label_text: LabelText) -> None:
    text = laid_out(MENU, STORY, "\n".join(MENU.splitlines()[2:])) + "\n" + "\n".join(FERRY) + LINKS_ONLY
    assert ends_of_pages(text, label_text(text)) == []


def test_a_rule_against_copying_in_the_middle_of_a_story_ends_no_page(label_text: LabelText) -> None:
    story = [*STORY, "Photos: (c) 2024 Coastal News", *FERRY]
    text = page(story=story)
    assert ends_of_pages(text, label_text(text)) == []


def test_teasers_that_break_off_are_no_running_text(label_text: LabelText) -> None:
    teasers = "\n".join(
        f"        Storm number {n} closes the harbour\n\n        The harbour master said that no ship may leave before the storm has passed and that all who…\n"
        for n in range(8)
    )
    text = page() + teasers
    assert not any("harbour master" in line for line in article_of(text, label_text(text)))


def test_a_title_may_give_a_place_and_a_count(label_text: LabelText) -> None:
    title = "Hadira: market shelling kills 31"
    text = page().replace(TITLE.strip(), title).replace("12 March 2024", "By admin - 2024-03-12")
    titles = [segment.span.of(text).strip() for segment in label_text(text) if segment.kind == "headline"]
    assert title in titles
