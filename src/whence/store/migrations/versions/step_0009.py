"""Whose words an outlet prints is told by an index."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index in the place of one that holds the outlet alone."""
    op.drop_index("ix_assertions_outlet", "assertions", if_exists=True)
    op.create_index(
        "ix_assertions_of_outlet",
        "assertions",
        ["outlet", "origin_entity", "claim", "attribution", "is_named", "origin"],
    )
