"""Stories with their thread; what a person said: of stories, of outlets, what is forgotten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column and three tables."""
    op.add_column("stories", sa.Column("thread", sa.Text(), nullable=True))
    op.create_table(
        "decisions",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("is_together", sa.Boolean(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=False),
    )
    op.create_table(
        "outlets",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.Column("domains", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("ownership", sa.Text(), nullable=True),
        sa.Column("reliability", sa.Text(), nullable=True),
        sa.Column("set_at", sa.Text(), nullable=False),
    )
    op.create_table(
        "tombstones",
        sa.Column("article", sa.Text(), primary_key=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("forgotten_at", sa.Text(), nullable=False),
    )
