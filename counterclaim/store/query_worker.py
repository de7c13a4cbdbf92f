"""The process that answers SQL from outside: `python -m counterclaim.store.query_worker`.

SQLite looks at the clock between steps, and one function call on megabytes of text is one step: only a process
of its own can be ended in the middle of it.
"""

from __future__ import annotations

import sys
from typing import Any, Literal

import msgspec

from counterclaim.core.errors import NotFoundError, QueryError, StoreError
from counterclaim.core.messages import read_message, write_message
from counterclaim.store.lens import Sight
from counterclaim.store.query import query
from counterclaim.store.rows import QueryResult

READY = b"ready"
Fault = Literal["", "query", "missing", "store"]


class Question(msgspec.Struct, frozen=True):
    """What `query` takes."""

    path: str
    sql: str
    max_rows: int
    max_seconds: float
    sight: Sight


class Answer(msgspec.Struct, frozen=True):
    """Rows, or what went wrong."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()  # cells; text and bytes are told apart by MessagePack itself
    truncated: bool = False
    fault: Fault = ""
    message: str = ""

    def result(self) -> QueryResult:
        """The rows.

        Raises:
            QueryError: the SQL was refused, wrong or took too long.
            StoreError: the store cannot be read; NotFoundError where there is none.
        """
        if self.fault:
            raise {"query": QueryError, "missing": NotFoundError, "store": StoreError}[self.fault](
                self.message
            )
        return QueryResult(columns=self.columns, rows=self.rows, truncated=self.truncated)


def answer(question: Question) -> Answer:
    """The answer to one question, whatever it does to SQLite."""
    try:
        found = query(
            question.path,
            question.sql,
            max_rows=question.max_rows,
            max_seconds=question.max_seconds,
            sight=question.sight,
        )
    except QueryError as error:
        return Answer(fault="query", message=str(error))
    except NotFoundError as error:
        return Answer(fault="missing", message=str(error))
    except StoreError as error:
        return Answer(fault="store", message=str(error))
    return Answer(columns=found.columns, rows=found.rows, truncated=found.truncated)


def main() -> None:
    """Say that it is ready, then answer until nobody asks any more."""
    write_message(sys.stdout.buffer, READY)
    while (data := read_message(sys.stdin.buffer)) is not None:
        told = answer(msgspec.msgpack.decode(data, type=Question))
        write_message(sys.stdout.buffer, msgspec.msgpack.encode(told))


if __name__ == "__main__":
    main()
