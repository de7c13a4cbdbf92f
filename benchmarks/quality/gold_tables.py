"""How much the published corpus holds, and how far its two annotations agree: the tables of its datasheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from benchmarks.quality.command import Result
from benchmarks.quality.gold_corpus import FILES, Corpus, Record
from counterclaim.core.claims import Claim, Explicitness, Modality, Polarity

OWN_SOURCE = "own writing"
TYPES = tuple(kind.__struct_config__.tag for kind in get_args(Claim))
COUNTED: tuple[tuple[str, Sequence[str]], ...] = (
    ("type", TYPES),
    ("explicitness", get_args(Explicitness)),
    ("modality", get_args(Modality)),
    ("polarity", get_args(Polarity)),
)

Table = list[list[str]]  # rows of cells, the head first


def size_tables(corpus: Corpus) -> dict[str, Table]:
    """By title: the files' sizes, their claims by the fields in COUNTED, and the first annotation's sources."""
    columns = [corpus[name] for name in FILES]
    tables = {
        "Size": [
            ["", *FILES],
            ["documents", *(f"{len(records):,}" for records in columns)],
            ["words", *(f"{_words(records):,}" for records in columns)],
            ["claims", *(f"{len(_claims(records)):,}" for records in columns)],
            ["of them optional", *(_count(records, "optional", True) for records in columns)],
        ]
    }
    for field, values in COUNTED:
        rows = [[value, *(_count(records, field, value) for records in columns)] for value in values]
        tables[f"Claims by {field}"] = [[field, *FILES], *rows]
    tables["Sources"] = _sources([*corpus["open"], *corpus["own"]])
    return tables


def agreement_table(result: Result) -> Table:
    """Rows of F1 where spans were matched, of shares where matched claims were compared."""
    rows = [
        [name, *(f"{row[part]:.1f}" for part in ("p", "r", "f1")), str(row["gold"]), str(row["pred"])]
        for name, row in result.items()
        if "f1" in row
    ]
    return [["measure", "P", "R", "F1", "first", "second"], *rows]


def share_table(result: Result) -> Table:
    """Values that are equal among the claims that match, in percent."""
    rows = [
        [name, f"{row['percent']:.1f}", str(row["n"])] for name, row in result.items() if "percent" in row
    ]
    return [["field", "equal", "of"], *rows]


def as_markdown(table: Table) -> str:
    """The table as Markdown.

    >>> print(as_markdown([["type", "open"], ["plan", "7"]]))
    | type | open |
    |---|---|
    | plan | 7 |
    """
    head, *rows = ["| " + " | ".join(cells) + " |" for cells in table]
    return "\n".join([head, "|" + "---|" * len(table[0]), *rows])


def _sources(records: Sequence[Record]) -> Table:
    groups: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        by = OWN_SOURCE if record["source"] == OWN_SOURCE else record["outlet"]
        groups.setdefault((by, record["licence"]), []).append(record)
    rows = [
        [*key, f"{len(group):,}", f"{_words(group):,}", f"{len(_claims(group)):,}"]
        for key, group in sorted(groups.items(), key=lambda entry: (entry[0][0] == OWN_SOURCE, entry[0]))
    ]
    return [["source", "licence", "documents", "words", "claims"], *rows]


def _claims(records: Iterable[Record]) -> list[Record]:
    return [claim for record in records for claim in record["claims"]]


def _count(records: Iterable[Record], field: str, value: Any) -> str:
    return f"{sum(claim.get(field) == value for claim in _claims(records)):,}"


def _words(records: Iterable[Record]) -> int:
    return sum(len(record["text"].split()) for record in records)
