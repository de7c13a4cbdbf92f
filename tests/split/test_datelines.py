"""Datelines: place, day and agency at the start of a story."""

from collections.abc import Callable

import pytest

from counterclaim.core.types import Article, Sheet
from counterclaim.split.datelines import find_dateline, resolve_year

ReadText = Callable[..., Sheet]


def only_article(sheet: Sheet) -> Article:
    assert sheet.articles is not None
    (article,) = sheet.articles
    return article


@pytest.mark.parametrize(
    ("line", "dateline", "agency", "day"),
    [
        ("ADEN, Nov 3 (Reuters) - Two ships sank.", "ADEN, Nov 3 (Reuters) -", "Reuters", "XXXX-11-03"),
        ("BEIRUT (AP) — Rebels left.", "BEIRUT (AP) —", "AP", None),
        (
            "GOMA, 12 March 2024 /RadioLac/ - The army left.",
            "GOMA, 12 March 2024 /RadioLac/ -",
            "RadioLac",
            "2024-03-12",
        ),
        ("Gaza City (AFP) - A boat sank.", "Gaza City (AFP) -", "AFP", None),
        ("SANAA, Aug. 9 (Xinhua) -- At least two died.", "SANAA, Aug. 9 (Xinhua) --", "Xinhua", "XXXX-08-09"),
        (
            "PARIS/LONDON, Sept 18 (Reuters) - Envoys met.",
            "PARIS/LONDON, Sept 18 (Reuters) -",
            "Reuters",
            "XXXX-09-18",
        ),
        ("EL FASHER (Darfur24) - Shells fell.", "EL FASHER (Darfur24) -", "Darfur24", None),
        ("KYIV, Ukraine — “We held,” he said.", "KYIV, Ukraine —", None, None),
        ("(Reuters) - A blast shook the port.", "(Reuters) -", "Reuters", None),
        ("Published: 4 May 2021 The army left.", "Published: 4 May 2021", None, "2021-05-04"),
        ("15 Apr 2017 The attack took place at noon.", "15 Apr 2017", None, "2017-04-15"),
        ("18.10.2014 Raids killed ten.", "18.10.2014", None, "2014-10-18"),
        ("SARAJEVO, Bosnia (AP) _ A shell fell.", "SARAJEVO, Bosnia (AP) _", "AP", None),
        ("Jos/Abuja, May 8: Gunmen fled.", "Jos/Abuja, May 8:", None, "XXXX-05-08"),
        ("Bogotá, 11 Nov. — A bomb went off.", "Bogotá, 11 Nov. —", None, "XXXX-11-11"),
        ("YEREVAN, October 4. /TASS/. Two men died.", "YEREVAN, October 4. /TASS/.", "TASS", "XXXX-10-04"),
        ("MOSCOW. Oct 4 (Interfax) - Two men died.", "MOSCOW. Oct 4 (Interfax) -", "Interfax", "XXXX-10-04"),
        ("Apr 18 (Reuters) - Two men died.", "Apr 18 (Reuters) -", "Reuters", "XXXX-04-18"),
        ("Damascus, SANA- The army left.", "Damascus, SANA-", "SANA", None),
        ("Colombo, April 20 (PTI): A bomb went off.", "Colombo, April 20 (PTI):", "PTI", "XXXX-04-20"),
    ],
)
def test_a_dateline_gives_its_agency_and_day(
    line: str, dateline: str, agency: str | None, day: str | None
) -> None:
    found = find_dateline(line, 0, len(line))
    assert found is not None
    assert (found.span.of(line), found.agency, found.day) == (dateline, agency, day)


@pytest.mark.parametrize(
    "line",
    [
        "NATO - The alliance said it had no planes there.",
        "On Tuesday, May 8: The army took the hill.",
        "Correction, Nov. 15, 2019: An earlier version misnamed the town.",
        "UNICEF — the children's agency of the UN — said so.",
        "SDF (Syrian Democratic Forces) Fighters took the hill.",
        "The army (SAF) - which holds the town - left.",
        "On May 4, 2021 The Hague court met.",
        "May 14 attack kills three.",
        "In September 2016 the town fell.",
        "BREAKING - Rebels take the dam.",
        "This site follows EU GDPR 2016/679. Read it.",
        "QUESTIONABLE CLAIMS OF VICTORY — For years the army has said so.",
    ],
)
def test_a_line_that_only_looks_like_one_has_no_dateline(line: str) -> None:
    assert find_dateline(line, 0, len(line)) is None


def test_a_story_takes_day_and_agency_from_its_dateline(read_text: ReadText) -> None:
    text = "PORT SARUM, Nov 3 (Reuters) - Two ships sank. Nobody died.\nThe navy sent a tug.\n"
    sheet = read_text(text, outlet="Gulf Paper")
    article = only_article(sheet)
    assert article.dateline is not None
    assert article.dateline.of(text) == "PORT SARUM, Nov 3 (Reuters) -"
    assert (article.outlet, article.published, article.published_basis) == (
        "Reuters",
        "XXXX-11-03",
        "dateline",
    )
    assert [issue.code for issue in sheet.issues] == ["date.no_year"]
    assert sheet.passages is not None
    assert [p.exact for p in sheet.passages] == ["Two ships sank.", "Nobody died.", "The navy sent a tug."]


@pytest.mark.parametrize(
    ("published", "day"), [("2016-11-04", "2016-11-03"), ("2016", "2016-11-03"), ("2016-01-02", "2015-11-03")]
)
def test_a_dateline_without_year_takes_the_year_of_the_given_date(
    read_text: ReadText, published: str, day: str
) -> None:
    sheet = read_text("PORT SARUM, Nov 3 (Reuters) - Two ships sank.\n", published=published)
    article = only_article(sheet)
    assert (article.published, article.published_basis) == (day, "given")
    assert sheet.issues == ()


def test_the_last_day_of_february_waits_for_a_leap_year() -> None:
    assert resolve_year("XXXX-02-29", "2015-03-01") == "2012-02-29"


def test_a_full_date_on_the_page_yields_to_the_givers_and_the_difference_is_noted(
    read_text: ReadText,
) -> None:
    sheet = read_text("4 May 2021 - Two ships sank.\n", published="2021-05-06")
    assert only_article(sheet).published == "2021-05-06"
    assert [issue.code for issue in sheet.issues] == ["date.differs"]


def test_a_full_date_inside_the_given_year_is_the_finer_answer(read_text: ReadText) -> None:
    sheet = read_text("4 May 2021 - Two ships sank.\n", published="2021")
    assert (only_article(sheet).published, sheet.issues) == ("2021-05-04", ())


def test_headline_date_line_and_text_are_one_story(read_text: ReadText) -> None:
    text = "Two ships sink off Sarum\nPublished: 4 May 2021\nTwo ships sank on Tuesday near the pier of Port Sarum.\n"
    sheet = read_text(text)
    article = only_article(sheet)
    assert article.headline is not None
    assert article.headline.of(text) == "Two ships sink off Sarum"
    assert (article.span.start, article.published) == (0, "2021-05-04")
    assert sheet.issues == ()


def test_a_story_flattened_to_one_line_keeps_its_headline_apart_from_its_text(read_text: ReadText) -> None:
    text = "Raid kills 12 in port of Sarum AFP Monday 17 Oct 2016 Jets hit the port on Monday. Twelve died."
    sheet = read_text(text)
    assert (only_article(sheet).outlet, only_article(sheet).published) == ("AFP", "2016-10-17")
    assert sheet.passages is not None
    assert [passage.exact for passage in sheet.passages] == [
        "Raid kills 12 in port of Sarum",
        "Jets hit the port on Monday.",
        "Twelve died.",
    ]


def test_no_date_is_taken_from_a_notice_or_from_today(read_text: ReadText) -> None:
    text = (
        "Two ships sank near the pier of Port Sarum, the navy said.\n"
        "This website has updated its privacy policy in compliance with EU GDPR 2016/679 on 25 May 2018.\n"
    )
    sheet = read_text(text)
    assert (only_article(sheet).published, only_article(sheet).published_basis) == (None, "unknown")


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe, 4 May 2021",
        "Jane Roe | May 4, 2021 | 10:12 am",
        "By Jane Roe - Published 4 May 2021 at 18:05",
        "2021-05-04T10:00:00Z",
        "Last updated on Tuesday 4 May 2021",
    ],
)
def test_a_line_that_says_who_wrote_and_when_gives_the_day(read_text: ReadText, line: str) -> None:
    text = f"Two ships sink off Sarum\n{line}\nTwo ships sank near the pier of Port Sarum, the navy said.\n"
    article = only_article(read_text(text))
    assert (article.published, article.published_basis) == ("2021-05-04", "dateline")


def test_a_headline_that_tells_of_a_day_is_not_the_day_it_was_written(read_text: ReadText) -> None:
    text = "The raid of 4 May 2021\n\nTwo ships sank near the pier of Port Sarum, the navy said.\n"
    assert only_article(read_text(text)).published is None
