"""What the giver of inputs says of them, handed to every reader."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from counterclaim.inputs.limits import DEFAULTS, Limits


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """Metadata and limits for inputs; what an input says of itself goes before `published` and `outlet`."""

    published: str | None = None  # EDTF
    outlet: str | None = None
    columns: Mapping[str, str] = {}  # what a table's column means: {"text": "body"}
    limits: Limits = DEFAULTS
    charset: str | None = None  # that came with the bytes, as in a server's answer
    address: str | None = None  # of the page on the web
    depth: int = 0  # archives around the input

    def inside(self) -> Given:
        """The same for what is packed in the input."""
        return replace(self, depth=self.depth + 1, charset=None, address=None)
