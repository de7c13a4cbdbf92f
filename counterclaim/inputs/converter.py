"""Asks the worker process to convert files, and ends it when one takes too long."""

from __future__ import annotations

import atexit
import os

import msgspec

from counterclaim.core.processes import AnsweringProcess
from counterclaim.inputs.convert.pages import ConvertError, Page
from counterclaim.inputs.convert.worker import Answer, Request
from counterclaim.inputs.given import Given
from counterclaim.inputs.limits import Limits, how_to_raise

_START_SECONDS = 30  # for the worker to start and import what it needs, on a busy machine


def convert_file(kind: str, data: bytes, given: Given) -> tuple[Page, ...]:
    """The pages of a file, made in a process of their own under `convert_seconds` and `convert_mib`.

    Raises:
        ConvertError: there are none; the message says why and what to do next.
    """
    limits = given.limits
    request = Request(kind, data, limits, given.charset, given.address)
    answer = _worker(limits).ask(request)
    if answer.code is not None:
        raise ConvertError(answer.code, answer.message)
    return answer.pages


class _Worker:
    """The process, started with the first file and after one that ended it."""

    def __init__(self, memory_mib: int) -> None:
        self._process = AnsweringProcess("counterclaim.inputs.convert.worker", str(memory_mib))
        self._warm: set[str] = set()  # kinds whose libraries it has loaded

    def ask(self, request: Request) -> Answer:
        if self._process.start():
            self._warm.clear()
        seconds = request.limits.convert_seconds
        data, late = self._process.exchange(
            msgspec.msgpack.encode(request),
            seconds + (0 if request.kind in self._warm else _START_SECONDS),
        )
        if data is not None:
            self._warm.add(request.kind)
            return msgspec.msgpack.decode(data, type=Answer)
        if late:
            hint = how_to_raise("convert_seconds", 5 * seconds)
            return Answer(code="input.slow", message=f"took longer than {seconds} seconds to convert; {hint}")
        hint = how_to_raise("convert_mib", 4 * request.limits.convert_mib)
        told = f"ended its converter, most likely for needing over {request.limits.convert_mib} MiB"
        return Answer(code="input.memory", message=f"{told}; {hint}")

    def close(self) -> None:
        self._process.close()


_workers: dict[tuple[int, int], _Worker] = {}  # by our own process, which may have been forked, and memory


def _worker(limits: Limits) -> _Worker:
    key = (os.getpid(), limits.convert_mib)
    if key not in _workers:
        _workers.clear()
        _workers[key] = _Worker(limits.convert_mib)
        atexit.register(_workers[key].close)
    return _workers[key]
