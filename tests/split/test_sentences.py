"""Sentences of news: ranks, initials, clock times, quotations and damaged text."""

from collections.abc import Callable

import pytest

from counterclaim.core.types import Sheet
from counterclaim.split.sentences import find_sentences, load_tokenizer

ReadText = Callable[..., Sheet]


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in find_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "whole",
    [
        "Lt. Col. John Ray met Brig. Gen. Omar Sool in St. Orsa on Jan. 5.",
        "The U.S. Army and the U.N. mission agreed.",
        "The head of the political wing, S.P. Tamilselvan, blamed Commander D.K.P. Dassanayake.",
        "J. Smith and A. B. Jones left at 5 a.m. on Monday.",
        "Sgt. Maj. Okalo of the 3rd Bn. was hit near Mt. Anta.",
        "Mr. Tello, Mrs. Tello and Sen. Reiner (R-Tex.) fled.",
        "No. 5 Div. lost 3.5 million rounds.",
        "The S.O.H.R. said four died.",
        "“We left,” he said, “at once.”",
        "He asked: “Why?” and left.",
        "Orsa Ltd. paid Rs. 500 to Capt. Deen.",
    ],
)
def test_what_is_one_sentence_stays_whole(whole: str) -> None:
    assert sentences(f"They came. {whole} Then it ended.") == ["They came.", whole, "Then it ended."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He said no. Troops left.", ["He said no.", "Troops left."]),
        ("Was it hit? No. It was not.", ["Was it hit?", "No.", "It was not."]),
        ("They joined the P.K.K. Turkey said so.", ["They joined the P.K.K.", "Turkey said so."]),
        ("They fled to Homs. Rebels came.", ["They fled to Homs.", "Rebels came."]),
        (
            "It was a depot. It burned last month. He saw it.",
            ["It was a depot.", "It burned last month.", "He saw it."],
        ),
        ("It ended at 5 p.m. Troops left.", ["It ended at 5 p.m.", "Troops left."]),
        ("Planes hit the U.S. They left.", ["Planes hit the U.S.", "They left."]),
        ("“We ran.” She wept.", ["“We ran.”", "She wept."]),
        ('"We ran." She wept.', ['"We ran."', "She wept."]),
        ("Five people died.The army denied it.", ["Five people died.", "The army denied it."]),
        ("متى حدث ذلك؟ قالت الشرطة إنها لا تعرف.", ["متى حدث ذلك؟", "قالت الشرطة إنها لا تعرف."]),
        ("دو افراد ہلاک ہوئے۔ فوج نے تردید کی۔", ["دو افراد ہلاک ہوئے۔", "فوج نے تردید کی۔"]),
        ("one line without a stop\nAnother one", ["one line without a stop", "Another one"]),
        (" \n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_a_web_address_is_no_end(read_text: ReadText) -> None:
    assert sentences("He wrote on www.Orsa.example that all had left.") == [
        "He wrote on www.Orsa.example that all had left."
    ]


def test_a_passage_has_its_words_and_what_stands_around_them(read_text: ReadText) -> None:
    text = "Two ships sank near the pier.\nThe navy said it had sent a tug from the port of Sarum.\n"
    sheet = read_text(text)
    assert sheet.passages is not None
    first, second = sheet.passages
    assert (first.prefix, first.exact, first.suffix) == ("", text[:29], text[29:61])
    assert (second.span.start, second.article, second.segment) == (30, 0, 1)


def test_what_only_repeats_is_not_read_twice(read_text: ReadText) -> None:
    lead = "Jets have destroyed two fuel depots near the port of Sarum and damaged a third."
    sheet = read_text(f"{lead}\nThe navy said the depots had been empty for a month.\n{lead}\n")
    assert sheet.passages is not None
    assert [passage.exact for passage in sheet.passages].count(lead) == 1


def test_the_tokenizer_is_loaded_once() -> None:
    assert load_tokenizer() is load_tokenizer()


@pytest.mark.parametrize(
    "text",
    [
        "Lt. Col. Ray said “no” at 5 a.m. on Jan. 5. " * 2_300,
        "“" * 100_000,
        "." * 100_000,
        "a.b." * 25_000,
        "no. " * 25_000,
        "ab.Cd " * 16_000,
    ],
)
def test_a_hundred_kilobytes_of_odd_text_are_split_without_losing_a_letter(text: str) -> None:
    found = "".join(span.of(text) for span in find_sentences(text, 0, len(text)))
    assert "".join(found.split()) == "".join(text.split())


def test_a_text_without_full_stops_is_read_in_pieces_and_the_reader_is_told(read_text: ReadText) -> None:
    text = "shells fell on the town and " * 300
    sheet = read_text(text)
    assert len(sheet.passages or ()) > 1
    assert [issue.code for issue in sheet.issues if issue.code == "passage.long"] == ["passage.long"]
    assert "".join((passage.exact + " ") for passage in sheet.passages or ()).split() == text.split()
