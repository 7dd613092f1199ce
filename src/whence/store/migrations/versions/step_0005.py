"""What is told of a story is kept: a mark of each story, and its digests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the column, the table and the indexes; the marks come with the next ledger."""
    op.add_column("stories", sa.Column("mark", sa.Text(), nullable=True))
    op.create_table(
        "digests",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("story", "kind"),
    )
    op.drop_index("ix_claims_story", "claims")
    op.create_index(
        "ix_claims_of_story",
        "claims",
        [
            "story",
            "status",
            "origin_count_high",
            "outlet_count",
            "first_seen_at",
            "last_seen_at",
            "id",
        ],
    )
    op.create_index("ix_claims_status", "claims", ["status", "id"])
    op.create_index("ix_assertions_outlet", "assertions", ["outlet"])
    op.create_index("ix_assertions_origin", "assertions", ["origin"])
    op.execute("UPDATE meta SET value = '' WHERE name = 'built'")
