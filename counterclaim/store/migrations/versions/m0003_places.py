"""Where claims lie on the map: point, radius, precision and the gazetteer's id."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# Added one by one: SQLite does it in place, so that triggers and the view stay.
COLUMNS = (
    ("lat", sa.Float),
    ("lon", sa.Float),
    ("radius_km", sa.Float),
    ("where_prec", sa.Integer),
    ("gazetteer_id", sa.Text),
)


def upgrade() -> None:
    """Add the columns, empty; a document read again fills them."""
    for name, kind in COLUMNS:
        op.add_column("claims", sa.Column(name, kind(), nullable=True))
