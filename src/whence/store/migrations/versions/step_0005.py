"""Claims are found by how they stand, by who prints them and by who is the first to say them."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Index the columns."""
    op.create_index("ix_claims_status", "claims", ["status", "id"])
    op.create_index("ix_assertions_outlet", "assertions", ["outlet"])
    op.create_index("ix_assertions_origin", "assertions", ["origin"])
