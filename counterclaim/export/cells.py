"""Cells of tables: text that no spreadsheet takes for a formula, and bytes that are the same each time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

Cell = str | int | float | None

# What makes a spreadsheet evaluate a cell (OWASP, CSV Injection), its full-width forms among them.
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")


def guard(words: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula.

    >>> guard("=HYPERLINK(1)"), guard("  @SUM"), guard("62-83")
    ("'=HYPERLINK(1)", "'  @SUM", '62-83')
    """
    if words.startswith(_FORMULA) or words.lstrip().startswith(_FORMULA):
        return f"'{words}"
    return words


def joined(parts: Iterable[str | None]) -> str:
    """Distinct parts in their order, joined by "; ". A semicolon within a part becomes a comma."""
    return "; ".join(dict.fromkeys(part.replace(";", ",") for part in parts if part))


def comma_separated(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """A table as RFC 4180 has it, in UTF-8: text guarded, numbers as they are, None empty.

    >>> comma_separated(["words", "low"], [{"words": "Aden, Taiz", "low": -1}, {"words": "-1"}]).decode().splitlines()
    ['words,low', '"Aden, Taiz",-1', "'-1,"]
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(columns)
    writer.writerows([_shown(row.get(name)) for name in columns] for row in rows)
    return lines.getvalue().encode("utf-8")


def tab_separated(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """A table with tabs and without quoting: tabs and line ends within a cell become blanks."""
    lines = ["\t".join(columns)]
    lines += ["\t".join(_on_one_line(row.get(name)) for name in columns) for row in rows]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _shown(cell: Cell) -> Cell:
    return guard(cell.replace("\x00", "")) if isinstance(cell, str) else cell


def _on_one_line(cell: Cell) -> str:
    shown = _shown(cell)
    return "" if shown is None else " ".join(str(shown).split())
