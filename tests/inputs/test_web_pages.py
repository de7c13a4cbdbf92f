"""A saved web page gives its article with title, outlet and days, whatever stands around or against it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from counterclaim.inputs.limits import Limits
from counterclaim.inputs.readings import Reading

ReadFile = Callable[..., list[Reading]]

STORY = (
    "<p>Shells struck a crowded market in the eastern town of Hadira on Tuesday, killing at least 31 people, "
    "the health ministry said.</p><p>A monitor said that 40 people were killed, among them nine children, and that "
    "the shells had come from the hills held by the army.</p><p>The army denied that it had fired on the town.</p>"
)
MENU = "<nav><ul><li><a href='/'>Home</a><li><a href='/w'>World</a><li><a href='/s'>Sport</a></ul></nav>"
FOOT = "<footer><p>We use cookies to improve your experience. Subscribe to our newsletter.</p></footer>"


def page(body: str = STORY, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{MENU}<article>{body}</article>{FOOT}</body></html>".encode()


def the_document(readings: list[Reading]):  # type: ignore[no-untyped-def]
    (reading,) = readings
    assert reading.document is not None, reading.issues
    return reading.document


def codes(reading: Reading) -> list[tuple[str, str]]:
    return [(issue.code, issue.severity) for issue in reading.issues]


def test_the_article_is_read_and_menu_and_cookie_notice_are_not(read_file: ReadFile) -> None:
    text = the_document(read_file(page(), "page.html")).text
    assert text.startswith("Shells struck a crowded market")
    assert text.endswith("fired on the town.")
    assert "cookies" not in text
    assert "Sport" not in text


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page", "page.pdf"])
def test_a_page_is_known_by_its_content_not_its_name(read_file: ReadFile, name: str) -> None:
    assert "31 people" in the_document(read_file(page(), name)).text


def test_title_outlet_and_both_days_come_from_the_pages_metadata(read_file: ReadFile) -> None:
    told = {
        "@type": "NewsArticle",
        "headline": "Shells hit market",
        "datePublished": "2024-03-12T21:40:00+02:00",
        "dateModified": "2024-03-14T08:00:00+02:00",
        "publisher": {"@type": "Organization", "name": "Coastal News"},
    }
    head = f"<title>Shells hit market in Hadira</title><script type='application/ld+json'>{json.dumps(told)}</script>"
    (reading,) = read_file(page(head=head), "page.html", published="1999", outlet="Somebody")
    document = reading.document
    assert document is not None
    assert document.title is not None
    assert document.title.startswith("Shells hit market")
    assert (document.outlet, document.published) == ("Coastal News", "2024-03-12")
    assert codes(reading) == [("date.modified", "info")]
    assert "2024-03-14" in reading.issues[0].message


def test_meta_tags_give_the_day_where_there_is_no_json_ld(read_file: ReadFile) -> None:
    head = "<meta property='article:published_time' content='2024-03-12T09:00:00Z'><script type='application/ld+json'>{broken</script>"
    assert the_document(read_file(page(head=head))).published == "2024-03-12"


def test_the_givers_day_and_outlet_fill_in_where_the_page_has_none(read_file: ReadFile) -> None:
    document = the_document(read_file(page(), "page.html", published="2024-03-13", outlet="Radio Orsa"))
    assert (document.published, document.outlet) == ("2024-03-13", "Radio Orsa")


@pytest.mark.parametrize("charset", ["windows-1251", "utf-8", "koi8-r"])
def test_a_page_in_the_code_that_it_declares_is_read_in_it(read_file: ReadFile, charset: str) -> None:
    words = "Министерство обороны сообщило об ударе по городу, погибли 14 человек. " * 6
    data = f"<html><head><meta charset={charset}></head><body><p>{words}</p></body></html>".encode(charset)
    document = the_document(read_file(data))
    assert "погибли 14 человек" in document.text
    assert document.encoding == charset


def test_a_page_without_words_is_refused_and_said_to_need_its_scripts(read_file: ReadFile) -> None:
    (reading,) = read_file(b"<html><body><div id=app></div><script>start()</script></body></html>")
    assert codes(reading) == [("input.empty", "error")]
    assert "scripts" in reading.issues[0].message


def test_a_page_with_no_one_article_is_read_whole_and_says_so(read_file: ReadFile) -> None:
    (reading,) = read_file(b"<html><body><ul><li>Orsa: 3 killed<li>Dorel: 5 wounded</ul></body></html>")
    assert reading.document is not None
    assert "Orsa: 3 killed" in reading.document.text
    assert codes(reading) == [("input.html_whole", "warning")]


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("10,000 boxes inside each other", "<div>" * 10_000),
        ("fonts that never close", "<font size=2>" * 10_000),
        ("lists inside each other", "<ul><li>" * 5_000),
        ("a tag with 100,000 attributes", "<p " + "a=1 " * 100_000 + ">"),
        ("comments that never close", "<!--" * 20_000),
        ("quotes that never close", "<p a='>" + '<i b=">" ' * 10_000 + ">"),
        ("a million stray angles", "<" * 100_000),
        ("scripts that never close", "<svg>" * 10_000),
    ],
)
def test_a_hostile_page_keeps_its_words(read_file: ReadFile, name: str, before: str) -> None:
    document = the_document(read_file(f"<html><body>{before}{STORY}".encode()))
    assert "killing at least 31 people" in document.text


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p>" + "word " * 300_000, "input.long_line"),
        ("<i>a</i>" * 40_000, "input.html_tags"),
        ("<p " * 100_000, "input.empty"),
        ("<script>" * 100_000, "input.empty"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(read_file: ReadFile, body: str, code: str) -> None:
    (reading,) = read_file(b"<html><body>" + body.encode())
    assert codes(reading) == [(code, "error")]
    assert reading.issues[0].message.startswith(reading.origin)


def test_a_page_that_takes_too_long_is_refused_and_the_next_is_read(read_file: ReadFile) -> None:
    assert the_document(read_file(page())).text  # the converter is at hand
    slow = b"<html><body><p>" + b"<b>x y z.</b> <i>w</i>\n" * 90_000
    (reading,) = read_file(slow, limits=Limits(html_tags=1_000_000, convert_seconds=1))
    assert codes(reading) == [("input.slow", "error")]
    assert "--limit convert_seconds=5" in reading.issues[0].message
    assert the_document(read_file(page())).text


def test_the_same_bytes_give_the_same_document_under_any_name(read_file: ReadFile) -> None:
    one, other = the_document(read_file(page(), "a.html")), the_document(read_file(page(), "b.htm"))
    assert (one.id, one.text, one.sha256) == (other.id, other.text, other.sha256)
