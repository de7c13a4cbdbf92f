"""A process of our own that is asked by messages, and ended where an answer takes too long."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import BinaryIO, NamedTuple, cast

from counterclaim.core.messages import read_message, write_message


class Answered(NamedTuple):
    """What came back: None where the process ended before it answered, `late` where it was ended for its time."""

    data: bytes | None
    late: bool


class AnsweringProcess:
    """`python -m module arguments`, which answers each message on its standard input by one on its output.

    It runs from `start` until it is closed, ends by itself, or takes too long.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        self._command = [sys.executable, "-m", module, *arguments]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> bool:
        """Have it running; whether it had to be started for that."""
        if self._process is not None and self._process.poll() is None:
            return False
        self.close()
        self._process = subprocess.Popen(  # noqa: S603  our own module
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
                "PYTHONWARNINGS": "",
            },
        )
        return True

    def exchange(self, message: bytes | None, seconds: float) -> Answered:
        """Send the message, if there is one, to the running process, and read what comes back within so long."""
        process = cast("subprocess.Popen[bytes]", self._process)
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, end)
        timer.start()
        try:
            if message is not None:
                write_message(cast(BinaryIO, process.stdin), message)
            data = read_message(cast(BinaryIO, process.stdout))
        except BrokenPipeError:
            data = None
        finally:
            timer.cancel()
        if data is None:
            self.close()
        return Answered(data, late.is_set())

    def close(self) -> None:
        """End the process, if it runs."""
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
