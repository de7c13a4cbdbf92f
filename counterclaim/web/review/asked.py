"""What the address of the desk asks for: an order, filters, and whether one sits there to rule or to code."""

from __future__ import annotations

from typing import Annotated, NamedTuple
from urllib.parse import urlencode

import msgspec
from fastapi import Depends, Query

from counterclaim.incidents.profiles import DEFAULT_PROFILE
from counterclaim.store.queue import Desk, Filters, Order
from counterclaim.web.viewer import Viewer, at_least

_LENGTH = 300  # characters of a filter
_Words = Annotated[str, Query(max_length=_LENGTH)]


class Asked(NamedTuple):
    """The desk as its address describes it, and who sits there."""

    viewer: Viewer
    order: Order
    profile: str
    seed: int
    coding: bool
    filters: Filters

    @property
    def who(self) -> str:
        return self.viewer.name or ""

    @property
    def blind(self) -> bool:
        """Whether others' decisions are hidden: always for a coder, for a reviewer who codes."""
        return self.coding or not self.viewer.may("reviewer")

    def desk(self, share: float) -> Desk:
        """The desk, with the share of claims that two people code."""
        return Desk(
            who=self.who,
            coding=self.blind,
            share=share,
            order=self.order,
            profile=self.profile,
            seed=self.seed,
            filters=self.filters,
        )

    def query(self, **more: object) -> str:
        """ "?order=random&seed=7&at=…", without what is the default."""
        chosen = {**self.pairs(), **{name: value for name, value in more.items() if value is not None}}
        return f"?{urlencode(chosen)}" if chosen else ""

    def pairs(self) -> dict[str, object]:
        """The same by name, for a form."""
        given = {
            "order": "" if self.order == "effect" else self.order,
            "profile": "" if self.profile == DEFAULT_PROFILE else self.profile,
            "seed": self.seed if self.order == "random" else "",
            "coding": "1" if self.coding else "",
            **{name: value or "" for name, value in msgspec.to_builtins(self.filters).items()},
            "decided": "1" if self.filters.decided else "",
        }
        return {name: value for name, value in given.items() if value != ""}


def _ask(
    viewer: Annotated[Viewer, Depends(at_least("coder"))],
    order: Annotated[Order, Query()] = "effect",
    profile: Annotated[str, Query(max_length=40)] = DEFAULT_PROFILE,
    seed: Annotated[int, Query(ge=0, le=10**9)] = 1,
    coding: Annotated[bool, Query()] = False,
    type: _Words = "",  # noqa: A002  its name in the address
    harm: _Words = "",
    speaker: _Words = "",
    incident: _Words = "",
    outlet: _Words = "",
    decided: Annotated[bool, Query()] = False,
) -> Asked:
    filters = Filters(
        type=type or None,
        harm=harm or None,
        speaker=speaker or None,
        incident=incident or None,
        outlet=outlet or None,
        decided=decided,
    )
    return Asked(viewer, order, profile, seed, coding, filters)


Asking = Annotated[Asked, Depends(_ask)]
