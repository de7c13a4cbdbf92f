"""How often somebody may try to sign in. Nothing of it is written down: it is forgotten with the process."""

from __future__ import annotations

import math
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

WITHIN = 15 * 60  # seconds
PER_NAME = 10
PER_CLIENT = 40  # an editorial office behind one address
_REMEMBERED = 10_000  # names and clients, those not heard of longest going first


class Attempts:
    """Failed tries by name and by client. A name that nobody has counts like one that somebody has."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._failed: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()

    def wait(self, name: str, client: str) -> int:
        """Seconds until this client may try this name again; 0 is now."""
        with self._lock:
            return max(
                self._wait_for(("name", _key(name)), PER_NAME),
                self._wait_for(("client", client), PER_CLIENT),
            )

    def note_failure(self, name: str, client: str) -> None:
        """Count a try that failed."""
        with self._lock:
            for key in (("name", _key(name)), ("client", client)):
                self._failed.setdefault(key, deque(maxlen=PER_CLIENT)).append(self._clock())
                self._failed.move_to_end(key)
            while len(self._failed) > _REMEMBERED:
                self._failed.popitem(last=False)

    def forget(self, name: str) -> None:
        """Start anew for a name that signed in."""
        with self._lock:
            self._failed.pop(("name", _key(name)), None)

    def _wait_for(self, key: tuple[str, str], most: int) -> int:
        failed = self._failed.get(key, ())
        recent = [at for at in failed if at > self._clock() - WITHIN]
        if len(recent) < most:
            return 0
        return math.ceil(recent[-most] + WITHIN - self._clock())


def _key(name: str) -> str:
    return name.strip().casefold()
