"""Ask SQL in a process of its own, which is ended where a query overruns its time."""

from __future__ import annotations

import atexit
import os
import threading
from pathlib import Path

import msgspec

from counterclaim.core.errors import QueryError, StoreError
from counterclaim.core.processes import AnsweringProcess
from counterclaim.store.lens import Sight
from counterclaim.store.query_worker import READY, Answer, Question
from counterclaim.store.rows import QueryResult

_START_SECONDS = 30  # for the process to start and import what it needs, on a busy machine
_GRACE_SECONDS = 0.5  # beyond its own limit, which the query notices by itself nearly always


def query_apart(
    path: str | Path, sql: str, *, max_rows: int = 1000, max_seconds: float = 1.0, sight: Sight = "all"
) -> QueryResult:
    """As `query`, but never longer than `max_seconds` and half a second, and never two at once.

    Raises:
        QueryError: the SQL is wrong, refused, or takes too long.
        StoreError: the store cannot be read; NotFoundError where there is none.
    """
    return _asker().ask(Question(str(path), sql, max_rows, max_seconds, sight)).result()


class _Asker:
    """The process, started with the first question and after one that had to be ended."""

    def __init__(self) -> None:
        self._process = AnsweringProcess("counterclaim.store.query_worker")
        self._lock = threading.Lock()

    def ask(self, question: Question) -> Answer:
        with self._lock:
            if self._process.start() and self._process.exchange(None, _START_SECONDS).data != READY:
                self._process.close()
                raise StoreError("the process that answers SQL did not start; try again")
            asked = msgspec.msgpack.encode(question)
            data = self._process.exchange(asked, question.max_seconds + _GRACE_SECONDS).data
        if data is None:
            raise QueryError(f"the query took longer than {question.max_seconds:g} s; ask for less")
        return msgspec.msgpack.decode(data, type=Answer)

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._process.close()


_askers: dict[int, _Asker] = {}  # by our own process, which may have been forked


def _asker() -> _Asker:
    if os.getpid() not in _askers:
        _askers.clear()
        _askers[os.getpid()] = _Asker()
        atexit.register(_askers[os.getpid()].close)
    return _askers[os.getpid()]
