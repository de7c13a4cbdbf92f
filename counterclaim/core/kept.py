"""Results that are kept because news says the same words again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
LONGEST = 40  # code points; longer stretches are links or text without blanks, which do not come again


class Kept(dict[str, Value]):
    """The values of a pure function of short strings, made when first asked for.

    All are dropped when there are `most`. Looking one up takes half as long as through
    `functools.lru_cache`, whose links between entries are touched at each call.

    >>> lengths = Kept(len, most=1_000)
    >>> lengths["dam"], list(lengths)
    (3, ['dam'])
    """

    def __init__(self, make: Callable[[str], Value], *, most: int) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, words: str) -> Value:
        value = self._make(words)
        if len(words) <= LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[words] = value
        return value
