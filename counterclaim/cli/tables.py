"""Tables for a terminal; rich is imported when one is printed."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from counterclaim.core.claims import Casualty, claim_type
from counterclaim.core.wording import harmed_words, speaker_words

if TYPE_CHECKING:
    from counterclaim.run.local import Done

PIPE_WIDTH = 110  # columns, where there is no terminal to ask


class Summary(NamedTuple):
    """What a table shows of one input; the sheet itself is not kept."""

    name: str
    outcome: str
    articles: int
    claims: int
    types: str
    figures: tuple[str, ...]


def summarise(item: Done) -> Summary:
    """The row of one input."""
    sheet = item.sheet
    if sheet is None:
        return Summary(item.origin, item.outcome, 0, 0, "", ())
    claims = sheet.claims or ()
    types = Counter(claim_type(claim) for claim in claims)
    figures = tuple(
        f"{harmed_words(claim)}: {speaker_words(claim)}"
        for claim in claims
        if isinstance(claim, Casualty)
        and (claim.min is not None or claim.max is not None)
        and claim.scope != "part"
    )
    kinds = ", ".join(f"{number} {name}" for name, number in types.most_common())
    return Summary(sheet.document.doc, item.outcome, len(sheet.articles or ()), len(claims), kinds, figures)


def print_summaries(rows: Iterable[Summary]) -> None:
    """One row per input, with the figures it states."""
    print_table(
        ("Document", "", "Articles", "Claims", "Kinds", "Figures"),
        [
            (row.name, row.outcome, str(row.articles), str(row.claims), row.types, "\n".join(row.figures))
            for row in rows
        ],
    )


def print_lines(records: Iterable[object]) -> None:
    """The records as JSON lines."""
    for record in records:
        sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], title: str | None = None) -> None:
    """A table as wide as the terminal; text is shown as it is, never read as markup."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title) if title else None, title_justify="left", show_lines=True)
    for heading in headings:
        table.add_column(Text(heading))
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console = Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False)
    console.print(table)
