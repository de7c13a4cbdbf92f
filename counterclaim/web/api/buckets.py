"""How many requests one client or one token may make: a bucket each that fills again over time."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from counterclaim.web import viewer
from counterclaim.web.api.problems import problem

DEFAULT_RATE = 600  # requests a minute; 100,000 claims are a hundred pages of 1,000
EXPORT_COST = 20  # requests: an export reads the whole store
MOST_CLIENTS = 10_000  # buckets in memory; whoever has not asked for longest is forgotten


class Buckets:
    """A bucket for each client: full at first, holding a minute's worth. Kept in memory only."""

    def __init__(self, rate: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate  # a minute
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str, cost: int = 1) -> float:
        """Take from the client's bucket; 0, or the seconds until there is enough.

        >>> now = iter([0.0, 0.0, 0.0, 30.0])
        >>> buckets = Buckets(2, lambda: next(now))
        >>> [buckets.take("a") for _ in range(4)]
        [0.0, 0.0, 30.0, 0.0]
        """
        now = self._clock()
        left, since = self._left.get(client, (float(self._rate), now))
        left = min(float(self._rate), left + (now - since) * self._rate / 60)
        cost = min(cost, self._rate)
        waits = 0.0 if left >= cost else (cost - left) * 60 / self._rate
        self._left[client] = (left - cost if not waits else left, now)
        self._left.move_to_end(client)
        if len(self._left) > MOST_CLIENTS:
            self._left.popitem(last=False)
        return waits


class RateLimit:
    """Answers 429 with Retry-After to whoever asks faster than `rate` requests a minute."""

    def __init__(self, app: ASGIApp, rate: int) -> None:
        self.app = app
        self._buckets = Buckets(rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            name, address = viewer.current().name, (scope.get("client") or ("",))[0]
            client = f"name {name}" if name is not None else f"address {address}"
            waits = self._buckets.take(client, EXPORT_COST if "/exports/" in scope["path"] else 1)
            if waits:
                seconds = math.ceil(waits)
                detail = f"too many requests; ask again in {seconds} seconds"
                refused = problem(429, detail, headers={"Retry-After": str(seconds)})
                await refused(scope, receive, send)
                return
        await self.app(scope, receive, send)
