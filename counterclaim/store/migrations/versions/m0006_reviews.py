"""The review desk: decisions in a chain of hashes, second codings."""

from __future__ import annotations

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the tables."""
