"""What a person said of claims and actors, beside what was said of stories."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say of each ruling what it is about, who decided it and why; add what it names."""
    subject = sa.Column("subject", sa.Text(), nullable=False, server_default="story")
    decided_by = sa.Column("decided_by", sa.Text(), nullable=False, server_default="local")
    for column in (subject, decided_by, sa.Column("reason", sa.Text(), nullable=True)):
        op.add_column("rulings", column)
    op.create_table(
        "ruling_places",
        _ruling(),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.Column("attribution", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("ruling", "side", "position"),
    )
    op.create_table(
        "ruling_actors",
        _ruling(),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("ruling", "position"),
    )
    op.create_table(
        "ruling_corrections",
        _ruling(),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("ruling", "position"),
    )


def _ruling() -> sa.Column[int]:
    target = sa.ForeignKey("rulings.number", ondelete="CASCADE")
    return sa.Column("ruling", sa.Integer(), target, nullable=False)
