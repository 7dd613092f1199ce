"""Which stories have news of which days is told by indexes alone."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make each in the place of one that holds its first column alone."""
    op.drop_index("ix_articles_learned_at", "articles", if_exists=True)
    op.create_index("ix_articles_learned", "articles", ["learned_at", "id", "published_at"])
    op.drop_index("ix_story_articles_article", "story_articles", if_exists=True)
    op.create_index("ix_story_articles_of_article", "story_articles", ["article", "story"])
