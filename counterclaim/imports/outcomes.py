"""What became of each row: the report of an import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

import msgspec

Outcome = Literal["added", "updated", "unchanged", "refused", "absent"]


class RowOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """One row. `absent` are those that the store has from an earlier import and the file has not."""

    row: int | None  # as a spreadsheet numbers them; None where the file has it not
    id: str  # the list's own number of it, or a claim's id; "" where it has none
    outcome: Outcome
    why: str = ""  # of a refusal, with the next step
    issues: tuple[str, ...] = ()  # what was odd, in words


def count(outcomes: Iterable[RowOutcome]) -> Counter[str]:
    """How many rows had which outcome."""
    return Counter(one.outcome for one in outcomes)
