"""Ask SQL in a process of its own, which is ended where a query overruns its time."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from counterclaim.core.errors import QueryError, StoreError
from counterclaim.core.messages import read_message, write_message
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
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ask(self, question: Question) -> Answer:
        with self._lock:
            process = self._ready()
            data = _exchange(process, msgspec.msgpack.encode(question), question.max_seconds + _GRACE_SECONDS)
            if data is None:
                self._end()
                raise QueryError(f"the query took longer than {question.max_seconds:g} s; ask for less")
        return msgspec.msgpack.decode(data, type=Answer)

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "counterclaim.store.query_worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
            if _exchange(self._process, None, _START_SECONDS) != READY:
                self._end()
                raise StoreError("the process that answers SQL did not start; try again")
        return self._process

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:  # bytes it did not take any more
                    continue
        process.wait()


def _exchange(process: subprocess.Popen[bytes], message: bytes | None, seconds: float) -> bytes | None:
    """Send the message, if there is one, and read what comes back; None where the process was ended for it."""
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    try:
        if message is not None:
            write_message(cast(BinaryIO, process.stdin), message)
        return read_message(cast(BinaryIO, process.stdout))
    except BrokenPipeError:
        return None
    finally:
        timer.cancel()


_askers: dict[int, _Asker] = {}  # by our own process, which may have been forked


def _asker() -> _Asker:
    if os.getpid() not in _askers:
        _askers.clear()
        _askers[os.getpid()] = _Asker()
        atexit.register(_askers[os.getpid()].close)
    return _askers[os.getpid()]
