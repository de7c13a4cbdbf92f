"""A JSON-lines table gives a reading per row, and a bad row does not stop the next."""

import json
from collections.abc import Callable

import pytest

from counterclaim.inputs.limits import Limits
from counterclaim.inputs.readings import Reading

ReadFile = Callable[..., list[Reading]]


def row(**columns: object) -> bytes:
    return json.dumps(columns, ensure_ascii=False).encode() + b"\n"


def test_the_known_columns_are_honoured_and_others_left_alone(read_file: ReadFile) -> None:
    line = row(doc=17, title="Raid", outlet="Radio Orsa", published="2016-09", text="Two died.", mood="grim")
    (reading,) = read_file(line, "raids.jsonl", outlet="Somebody", published="1999")
    document = reading.document
    assert document is not None
    assert (document.doc, document.title, document.outlet) == ("17", "Raid", "Radio Orsa")
    assert (document.published, document.text) == ("2016-09", "Two died.")
    assert reading.issues == ()


def test_what_a_row_leaves_open_comes_from_the_user_or_the_file_name(read_file: ReadFile) -> None:
    first, second = read_file(
        row(text="One died.") + b"\n" + row(text="Two died.", published="", outlet=None),
        "raids.ndjson",
        outlet="Radio Orsa",
        published="2016",
    )
    assert first.document is not None
    assert second.document is not None
    assert (first.document.doc, second.document.doc) == ("raids#1", "raids#3")
    assert second.origin.endswith("raids.ndjson#3")
    assert (second.document.outlet, second.document.published) == ("Radio Orsa", "2016")


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (b'{"text": "cut off\n', "input.bad_row"),
        (b'["a", "list"]\n', "input.bad_row"),
        (b'{"body": "no text"}\n', "input.bad_row"),
        (b'{"text": null}\n', "input.bad_row"),
        (b'{"text": "\xff"}\n', "input.bad_row"),
        (b'{"text": "\\ud800"}\n', "input.bad_row"),
        (b"[" * 100_000 + b"\n", "input.bad_row"),
        (b'{"text": "  "}\n', "input.empty"),
        (b'{"text": "<html><p>x"}\n', "input.html"),
        (b'{"text": "\\u0000"}\n', "input.binary"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(read_file: ReadFile, bad: bytes, code: str) -> None:
    readings = read_file(row(text="One died.") + bad + row(text="Two died."), "raids.jsonl")
    assert [reading.document is None for reading in readings] == [False, True, False]
    (issue,) = readings[1].issues
    assert (issue.code, issue.severity) == (code, "error")
    assert "raids.jsonl#2: " in issue.message


def test_a_huge_row_is_refused_and_passed_over(read_file: ReadFile) -> None:
    rows = row(text="a " * (1 << 20)) + row(text="Two died.")
    readings = read_file(rows, "raids.jsonl", limits=Limits(file_mib=1))
    assert [reading.issues[0].code if reading.issues else "" for reading in readings] == [
        "input.too_large",
        "",
    ]
    assert readings[1].origin.endswith("#2")


def test_a_table_without_rows_is_empty(read_file: ReadFile) -> None:
    (reading,) = read_file(b"\n\n", "raids.jsonl")
    assert [issue.code for issue in reading.issues] == ["input.empty"]


def test_a_byte_order_mark_before_the_first_row_does_no_harm(read_file: ReadFile) -> None:
    (reading,) = read_file(b"\xef\xbb\xbf" + row(text="Two died."), "raids.jsonl")
    assert reading.document is not None
    assert reading.document.text == "Two died."


def test_a_row_keeps_its_id_wherever_it_stands(read_file: ReadFile) -> None:
    one, two = row(text="One died.", outlet="A"), row(text="Two died.", outlet="A")
    there = {r.document.id for r in read_file(one + two, "x.jsonl") if r.document}
    back = {r.document.id for r in read_file(two + one, "y.jsonl", outlet="B") if r.document}
    assert there == back
    assert len(there) == 2


def test_a_cell_that_holds_no_words_is_noted(read_file: ReadFile) -> None:
    (reading,) = read_file(row(text="Two died.", outlet=["A", "B"], published="soon"), "raids.jsonl")
    assert reading.document is not None
    assert reading.document.outlet is None
    assert [issue.code for issue in reading.issues] == ["input.column", "input.published"]
