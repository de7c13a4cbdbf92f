"""Accounts of people, sessions and tokens; what is restricted and which names are withheld."""

from __future__ import annotations

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables."""
