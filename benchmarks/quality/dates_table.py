"""The project's own table of time phrases in sentences, with what they mean on a given day."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from counterclaim.annotate.times import times_in
from counterclaim.core.spans import Span
from counterclaim.core.types import Time

TABLE = Path(__file__).resolve().parents[1] / "gold" / "dates.tsv"


@dataclass(frozen=True)
class Row:
    """A sentence with its phrase, and the reading held right. `amount` is compared where one is given."""

    published: str | None
    text: str
    span: Span
    kind: str
    edtf: str | None
    amount: str | None


def read_table(path: Path = TABLE) -> list[Row]:
    """The rows; the phrase stands in square brackets in the file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [_row(fields) for fields in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _row(fields: dict[str, str]) -> Row:
    marked = fields["text"]
    start, end = marked.index("["), marked.index("]") - 1
    return Row(
        fields["published"] or None,
        marked.replace("[", "").replace("]", ""),
        Span(start, end),
        fields["kind"],
        fields["edtf"] or None,
        fields["amount"] or None,
    )


def is_right(row: Row) -> bool:
    """Whether a time is found in the phrase and read as the table has it."""
    return any(
        _agrees(row, time) for time in times_in(row.text, row.published) if time.span.overlaps(row.span)
    )


def _agrees(row: Row, time: Time) -> bool:
    return (time.kind, time.edtf) == (row.kind, row.edtf) and row.amount in (None, time.amount)
