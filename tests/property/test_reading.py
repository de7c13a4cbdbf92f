"""What holds for any input: nothing is lost, moved or changed on the way to passages."""

from io import BytesIO

from hypothesis import example, given, settings
from hypothesis import strategies as st

from counterclaim.clean.segments import label_segments
from counterclaim.core.codec import decode_sheet, encode_sheet
from counterclaim.core.stages import compose
from counterclaim.core.types import Document, Sheet
from counterclaim.inputs.inputs import read_inputs
from counterclaim.inputs.readings import Reading
from counterclaim.split.articles import split_articles
from counterclaim.split.sentences import split_sentences

# Pieces of pages, so that labels, borders and datelines come up far more often than in random letters.
PIECES = st.sampled_from(
    [
        "Rebels have taken the village of Orsa, officials say.",
        "The army said it had left at 5 p.m. on Monday.",
        "PORT SARUM, Nov 3 (Reuters) - Two ships sank.",
        "4 May 2021 - Two ships sank.",
        "Raid kills 12 AFP Monday 17 Oct 2016 Jets hit the port.",
        "Published: 31 February 2021",
        "By Lena Brandt",
        "Calm returns to the coast",
        "Smoke over Orsa (photo EPA)",
        "This website uses cookies.",
        "Necessary",
        "Read more",
        "* * *",
        "[youtube abc 650]",
        "“No.” ؟ ۔ 🙂 e\u0301 İ ﬁ",
        "\n",
        "\r\n",
        "\r",
        "\u2028",
        "\x85",
        "\x0c",
        " ",
        "\u3000",
    ]
)
PAGES = st.lists(PIECES | st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=40).map(
    "".join
)
read_page = compose([label_segments, split_articles, split_sentences])


def sheet_of(text: str, published: str | None = None) -> Sheet:
    document = Document(id="0", doc="page", text=text, sha256="", origin="page.txt", published=published)
    return read_page(Sheet(document=document))


def read_bytes(data: bytes) -> Reading:
    (reading,) = read_inputs(["-"], stdin=BytesIO(data))
    return reading


@given(PAGES)
@example("")
@example(" \n ")
@example("\n\nİ\n")
def test_segments_cover_every_text_without_gap_or_overlap(text: str) -> None:
    segments = sheet_of(text).segments
    assert segments is not None
    assert "".join(segment.span.of(text) for segment in segments) == text
    assert all(segment.span.start < segment.span.end for segment in segments)
    assert [segment.span.end for segment in segments[:-1]] == [segment.span.start for segment in segments[1:]]


@given(PAGES, st.sampled_from([None, "2016", "2016-02", "2016-02-29"]))
def test_passages_are_the_words_at_their_place_in_order_inside_their_article(
    text: str, published: str | None
) -> None:
    sheet = sheet_of(text, published)
    assert sheet.passages is not None
    assert sheet.articles is not None
    assert sheet.segments is not None
    last = 0
    for passage in sheet.passages:
        assert text[passage.span.start : passage.span.end] == passage.exact == passage.exact.strip() != ""
        assert text[: passage.span.start].endswith(passage.prefix)
        assert text[passage.span.end :].startswith(passage.suffix)
        assert last <= passage.span.start
        assert sheet.segments[passage.segment].span.covers(passage.span)
        assert sheet.segments[passage.segment].article == passage.article
        assert sheet.articles[passage.article].span.covers(passage.span)
        last = passage.span.end


@given(PAGES)
def test_running_text_is_read_to_its_last_word_but_for_datelines_and_repeats(text: str) -> None:
    sheet = sheet_of(text)
    assert sheet.passages is not None
    assert sheet.articles is not None
    for index, segment in enumerate(sheet.segments or ()):
        if segment.kind != "article" or segment.repeats is not None or segment.article is None:
            continue
        read = "".join(passage.exact for passage in sheet.passages if passage.segment == index)
        dateline = sheet.articles[segment.article].dateline
        inside = dateline is not None and segment.span.covers(dateline)
        left_out = dateline.of(text) if dateline is not None and inside else ""
        words = "".join(segment.span.of(text).split())
        assert len("".join(read.split())) + len("".join(left_out.split())) == len(words)


@given(PAGES)
def test_articles_follow_each_other_and_hold_whole_segments(text: str) -> None:
    sheet = sheet_of(text)
    assert sheet.articles is not None
    ends = [0, *(article.span.end for article in sheet.articles)]
    assert all(end <= article.span.start for end, article in zip(ends, sheet.articles, strict=False))
    owners = [segment.article for segment in sheet.segments or () if segment.article is not None]
    assert owners == sorted(owners)
    assert set(owners) == set(range(len(sheet.articles)))


@given(PAGES)
def test_a_sheet_survives_its_json_line_and_comes_out_the_same_twice(text: str) -> None:
    line = encode_sheet(sheet_of(text))
    assert encode_sheet(sheet_of(text)) == line
    assert encode_sheet(decode_sheet(line)) == line


@settings(max_examples=300)
@given(st.binary(max_size=300) | PAGES.map(str.encode) | PAGES.map(lambda page: page.encode("utf-16")))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe\x00\xd8")
@example(b"\x81\x8d")
def test_any_bytes_give_one_document_or_one_error(data: bytes) -> None:
    reading = read_bytes(data)
    errors = [issue for issue in reading.issues if issue.severity == "error"]
    assert (reading.document is None) == bool(errors)
    assert read_bytes(data) == reading


@given(st.binary(max_size=200))
def test_any_row_of_a_table_gives_one_document_or_one_error(line: bytes) -> None:
    row = b'{"text": "One died."}\n'
    bad = line.replace(b"\n", b"") + b"\n"
    readings = list(read_inputs(["-"], stdin=BytesIO(row + bad + row)))
    assert len(readings) == (3 if bad.strip() else 2)
    assert readings[0].document is not None
    assert readings[-1].document is not None


@given(PAGES)
def test_the_text_is_what_the_bytes_say_newlines_and_all(text: str) -> None:
    document = read_bytes(text.encode()).document
    if document is not None and document.encoding == "utf-8":
        assert document.text == text
