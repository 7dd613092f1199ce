"""The first shape -> entities with the point where a place lies; none for those already read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two columns."""
    for name in ("latitude", "longitude"):
        op.add_column("entities", sa.Column(name, sa.Float(), nullable=True))
