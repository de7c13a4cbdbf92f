"""CSV, JSON and Parquet tables give a reading per row, whatever their columns are called."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet
import pytest

from counterclaim.inputs.inputs import read_inputs
from counterclaim.inputs.readings import Reading

ReadFile = Callable[..., list[Reading]]


def texts(readings: list[Reading]) -> list[str | None]:
    return [reading.document.text if reading.document else None for reading in readings]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_file_is_read_as_spreadsheets_write_it(read_file: ReadFile, mark: str, encoding: str) -> None:
    rows = [
        ["id", "headline", "text", "date"],
        ["7", "Raid", '"Two ""men"" died,\r\nhe said."', "2024-03-12"],
    ]
    data = "\r\n".join(mark.join(row) for row in rows).encode(encoding)
    (reading,) = read_file(data, "raids.txt", outlet="Radio Orsa")
    document = reading.document
    assert document is not None
    assert document.text == 'Two "men" died,\r\nhe said.'
    assert (document.doc, document.title, document.published) == ("7", "Raid", "2024-03-12")
    assert document.outlet == "Radio Orsa"
    assert document.origin.endswith("raids.txt#2")


def test_the_user_says_which_column_is_the_text(read_file: ReadFile) -> None:
    data = b"code,remark,when\nA1,Two men died.,2024-03-12\nA2,One man died.,2024-03-13\n"
    (refused,) = read_file(data, "raids.csv")
    assert refused.issues[0].code == "input.no_text_column"
    assert "--column text=NAME" in refused.issues[0].message
    assert "remark" in refused.issues[0].message
    readings = read_file(data, "raids.csv", columns={"text": "remark", "published": "when", "doc": "code"})
    assert texts(readings) == ["Two men died.", "One man died."]
    assert [reading.document and reading.document.published for reading in readings] == [
        "2024-03-12",
        "2024-03-13",
    ]


def test_a_row_in_old_windows_letters_is_mended_and_an_empty_one_named(read_file: ReadFile) -> None:
    data = b"id,text\n1,The caf\xe9 in Dorel was hit.\n2,\n3,One man died.\n"
    readings = read_file(data, "raids.csv")
    assert texts(readings) == ["The café in Dorel was hit.", None, "One man died."]
    assert readings[1].issues[0].code == "input.empty"


def test_prose_with_commas_is_no_table(read_file: ReadFile) -> None:
    words = b"Orsa, Dorel, Hadira\nTwo men died, he said.\nOne fled, she said, and came back, they said.\n"
    assert texts(read_file(words, "note.txt")) == [words.decode()]


def test_a_json_list_and_a_single_object_are_tables_too(read_file: ReadFile) -> None:
    rows = [
        {"url": "https://radio.example/1", "body": "Two men died."},
        {"url": "u2", "body": "One man died."},
    ]
    assert texts(read_file(json.dumps(rows, indent=1).encode(), "x.json")) == [
        "Two men died.",
        "One man died.",
    ]
    assert texts(read_file(json.dumps(rows[0], indent=1).encode(), "x.json")) == ["Two men died."]
    (cut,) = read_file(json.dumps(rows, indent=1).encode()[:-9], "x.json")
    assert cut.issues[0].code == "input.bad_row"


def test_a_parquet_file_is_read_row_by_row_also_from_a_pipe(read_file: ReadFile) -> None:
    table = pa.table(
        {"text": ["Two men died.", None], "outlet": ["Radio Orsa", "B"], "date": ["2024-03-12", None]}
    )
    packed = BytesIO()
    pyarrow.parquet.write_table(table, packed)
    readings = read_file(packed.getvalue(), "raids.parquet")
    piped = list(read_inputs(["-"], stdin=BytesIO(packed.getvalue())))
    for found in (readings, piped):
        assert texts(found) == ["Two men died.", None]
        assert found[0].document is not None
        assert (found[0].document.outlet, found[0].document.published) == ("Radio Orsa", "2024-03-12")
        assert found[1].issues[0].code == "input.bad_row"


def test_a_damaged_parquet_file_is_refused(read_file: ReadFile) -> None:
    (reading,) = read_file(b"PAR1 and no more", "x.parquet")
    assert reading.issues[0].code == "input.parquet"


def test_a_row_has_the_same_id_in_any_kind_of_table(read_file: ReadFile) -> None:
    row = {"doc": "a", "outlet": "Radio Orsa", "text": "Two men died."}
    packed = BytesIO()
    pyarrow.parquet.write_table(pa.Table.from_pylist([row]), packed)
    inputs = {
        "x.csv": b"doc,outlet,text\na,Radio Orsa,Two men died.\n",
        "x.jsonl": json.dumps(row).encode() + b"\n",
        "x.parquet": packed.getvalue(),
    }
    ids = {read_file(data, name)[0].document.id for name, data in inputs.items()}  # type: ignore[union-attr]
    assert len(ids) == 1
