"""What a line of a scraped page is, in running company."""

from collections.abc import Callable

import pytest

from counterclaim.core.types import Segment

LabelText = Callable[[str], tuple[Segment, ...]]

BEFORE = "Rebels took the village of Orsa on Sunday after a night of shelling, the mayor said."
AFTER = "The army said it had left Orsa the day before and had lost no one on the road."


def kind_of(label_text: LabelText, line: str) -> str:
    """The label of a line that stands between two sentences of a story."""
    before, between, after = label_text(f"{BEFORE}\n{line}\n{AFTER}\n")
    assert (before.kind, after.kind) == ("article", "article")
    return between.kind


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to give you the best experience on our site.",
        "By continuing to use this website, you agree to our terms.",
        "Privacy & Cookies Policy",
        "Sign up for our daily newsletter and never miss a story.",
        "© 2019 The Orsa Herald. All rights reserved.",
        "Copyright 2004 Associated Press. This material may not be published, broadcast, rewritten or sold.",
        "Subscribe to our newsletter",
        "Your email address will not be published. Required fields are marked *",
        "This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.",
        "Follow us on Telegram and join our WhatsApp channel for alerts.",
        "We and our 712 partners store and access information on your device.",
        "For further information, please contact: Head of Communications, Tel. +249 911 000000",
        "Please contact us for subscription options.",
        "The writer is a security analyst based in Nairobi.",
        "Our Standards: The Thomson Reuters Trust Principles.",
    ],
)
def test_a_notice_is_a_notice(label_text: LabelText, line: str) -> None:
    assert kind_of(label_text, line) == "notice"


@pytest.mark.parametrize(
    "line",
    [
        "The minister said this website uses cookies to find out who reads banned poems.",
        "Police told residents to subscribe to the newsletter of the civil defence for warnings.",
        "Soldiers handed out cookies and water to the children who had reached the camp.",
        "The group's privacy policy did not stop its members from posting the video of the killing.",
        "The website of the ministry was down after an attack that leaked personal data of 3,000 officers.",
        "He accused the government of rejecting all offers and of closing the newspaper without notice.",
        "Residents were told to contact the office for further information on those killed in the raid.",
        "The author of the letter is a colonel who was wounded in March and has not been seen since.",
        "The court fined the company for the cookies it had set without the consent of visitors.",
        "Read more than one way, the order let the guards open fire on anybody near the fence.",
        "Home to 40,000 people, the town has been shelled every night since the bridge was blown up.",
        "By Monday the guards had gone.",
        "Photo shops near the front line have closed because their owners fled last week.",
        "News of the killings spread at once.",
        "On 4 May 2021 the bridge was reopened.",
        "Reporting by state television of the losses was banned in March by the military council.",
        "Embedded with the 5th Brigade, our reporter saw three tanks burn on the road to Orsa.",
    ],
)
def test_a_sentence_that_reports_is_never_taken_for_furniture(label_text: LabelText, line: str) -> None:
    assert kind_of(label_text, line) == "article"


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "Related articles",
        "Read more: Orsa falls to rebels after a night of shelling",
        "Home | World | Politics | Sport",
        "Share on Facebook",
        "Advertisement",
        "* * *",
        "ENDS",
        "Editor’s Picks",
    ],
)
def test_a_link_or_separator_is_part_of_a_menu(label_text: LabelText, line: str) -> None:
    assert kind_of(label_text, line) == "menu"


@pytest.mark.parametrize(
    "line",
    [
        "[youtube Qx_1abcDEF 650]",
        '[gallery ids="4,5,6"]',
        "[embed]https://video.example/1[/embed]",
        "[my-player id=7]",
        "https://example.org/a/long/path?x=1",
        "Embed from Getty Images",
        "pic.twitter.com/a1B2c3",
    ],
)
def test_a_player_or_bare_link_is_an_embed(label_text: LabelText, line: str) -> None:
    assert kind_of(label_text, line) == "embed"


@pytest.mark.parametrize(
    "line",
    [
        "File photo: soldiers at a checkpoint near Orsa, 3 May.",
        "Smoke rises over the cement works of Orsa (photo EPA)",
        "Women wait for bread in the old town of Orsa [Omar Haj/AFP]",
        "A boy carries a mattress across the river. Lena Brandt/Reuters",
        "Image: the bridge after the blast",
        "In this photo released by the council, men dig through rubble in Orsa.",
        "Photo: Orsa Media Centre",
        "A woman walks past the ruined school of Orsa on 2 February. EPA",
    ],
)
def test_a_line_with_a_photo_credit_is_a_caption(label_text: LabelText, line: str) -> None:
    assert kind_of(label_text, line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "By Lena Brandt",
        "By Lena Brandt and Omar al-Haj in Orsa",
        "Reporting by Lena Brandt; Editing by Sue Lim",
        "(Additional reporting by Omar Haj in Port Sarum; writing by Sue Lim)",
        "Lena Brandt contributed to this report.",
        "Reuters",
        "AFP and Reuters",
        "By admin - 2018-09-16",
        "By Jane Roe and Omar Haj on Monday, 18 November 2019 at 11:08 a.m.",
        "Posted by newsdesk | May 3, 2016",
        "By Lena Brandt and agencies",
        "Written By: Omar Haj",
        "From our own correspondent in Orsa",
        "With a report from Omar Haj",
    ],
)
def test_who_wrote_is_a_byline(label_text: LabelText, line: str) -> None:
    assert kind_of(label_text, line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "18 September 2016",
        "Published 12:30 GMT, 18 September 2016",
        "Last updated: Sunday, 18 September 2016 at 10:32 GMT",
        "Posted on May 4, 2021",
        "2021-05-04",
        "Updated 3 hours ago",
        "PORT SARUM, Nov 3 (Reuters) -",
        "Port Sarum, May 3",
        "OrsaNet, Tuesday, 21 April 2009, 02:40 GMT",
        "Published on Thu, 26/11/2015 - 10:31 | Modified on Fri, 27/11/2015 - 08:02",
        "Situation Report No. 14 (as of 8 July 2021)",
        "As of 8 July 2021",
    ],
)
def test_a_date_by_itself_is_a_dateline(label_text: LabelText, line: str) -> None:
    assert kind_of(label_text, line) == "dateline"


def test_a_dateline_that_opens_a_sentence_leaves_it_in_the_article(label_text: LabelText) -> None:
    assert kind_of(label_text, "PORT SARUM, Nov 3 (Reuters) - Two ships sank off the pier.") == "article"


@pytest.mark.parametrize(
    "line", ["300 people killed as of 8 July 2021", "Orsa, May 3: two killed", "Figures (as of 8 July 2021)"]
)
def test_a_line_that_tells_more_than_its_date_is_no_dateline(label_text: LabelText, line: str) -> None:
    assert kind_of(label_text, line) != "dateline"


def test_the_list_under_a_heading_of_links_is_a_menu(label_text: LabelText) -> None:
    text = (
        f"{BEFORE}\n{AFTER}\nRead also:\n• Orsa: 30 killed in raid\n• Talks resume in the capital\n{AFTER}\n"
    )
    assert [segment.kind for segment in label_text(text)] == ["article"] * 2 + ["menu"] * 3 + ["article"]


def test_the_list_under_a_heading_of_a_report_is_none(label_text: LabelText) -> None:
    text = f"{BEFORE}\n{AFTER}\nHighlights\n• Orsa: 30 killed in raid\n• 12 trucks stranded\n{AFTER}\n"
    assert all(segment.kind != "menu" for segment in label_text(text))


def test_titles_at_the_top_and_between_stories_are_headlines(label_text: LabelText) -> None:
    text = f"Rebels take Orsa\nMayor flees as shells fall\n{BEFORE}\n{AFTER}\nCalm returns to the coast\n{AFTER}\n"
    kinds = [segment.kind for segment in label_text(text)]
    assert kinds == ["headline", "headline", "article", "article", "headline", "article"]


@pytest.mark.parametrize(
    "line", ["- Orsa: 3 killed, 5 wounded", "Orsa district: 12 houses burned", "“We ran”"]
)
def test_items_of_a_bulletin_are_no_headlines(label_text: LabelText, line: str) -> None:
    assert kind_of(label_text, line) == "article"


def test_a_page_of_one_title_stays_an_article(label_text: LabelText) -> None:
    (only,) = label_text("Air strike kills 12 in Orsa")
    assert only.kind == "article"


def test_short_words_below_a_notice_belong_to_it(label_text: LabelText) -> None:
    text = f"{BEFORE}\nThis website uses cookies.\nNecessary\nAlways Enabled\nOthers\n"
    assert [segment.kind for segment in label_text(text)] == ["article", *["notice"] * 4]


def test_the_same_short_words_in_a_story_are_no_notice(label_text: LabelText) -> None:
    assert kind_of(label_text, "Others") != "notice"


def test_a_column_of_links_is_a_menu_and_a_column_of_names_is_not(label_text: LabelText) -> None:
    links = label_text(f"Home\nWorld\nArts & Books\nMaps\n{BEFORE}\n{AFTER}\n")
    assert [segment.kind for segment in links[:4]] == ["menu"] * 4
    names = label_text(f"{BEFORE}\nAmina Sool\nPeter Okalo\nHalima Oro\nMusa Tello\n{AFTER}\n")
    assert not any(segment.kind == "menu" for segment in names)


def test_a_page_in_one_line_is_one_article_even_with_a_plug_at_its_end(label_text: LabelText) -> None:
    story = " ".join([BEFORE, AFTER] * 20)
    (only,) = label_text(f"{story} Subscribe to our newsletter. We use cookies.")
    assert only.kind == "article"
