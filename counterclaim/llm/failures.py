"""What can go wrong between us and an endpoint, and whether asking again helps."""

from __future__ import annotations

from counterclaim.core.errors import CounterclaimError


class EndpointError(CounterclaimError):
    """An endpoint gave no usable answer; the document is then read without it.

    Args:
        code: of the issue that tells of it, "llm.timeout".
        message: what happened and the next step; holds neither the key nor an unbounded text.
        tries: how often a request that fails so is made in all.
        wait_s: seconds that the endpoint asks to wait; None where it does not say.
        hopeless: whether every other request will fail in the same way, as with a wrong key.
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        tries: int = 1,
        wait_s: float | None = None,
        hopeless: bool = False,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.tries = tries
        self.wait_s = wait_s
        self.hopeless = hopeless
