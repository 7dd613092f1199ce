"""What is told of a story is kept: a mark of each story, and its digests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the column and the table; the marks come with the next ledger."""
    op.add_column("stories", sa.Column("mark", sa.Text(), nullable=True))
    op.create_table(
        "digests",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("story", "kind"),
    )
    op.execute("UPDATE meta SET value = '' WHERE name = 'built'")
