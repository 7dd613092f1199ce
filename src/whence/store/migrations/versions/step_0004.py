"""What a person said, as a history: of stories, of outlets; who read an article before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and take over what they replace."""
    op.add_column("readings", sa.Column("earlier", sa.Text(), nullable=True))
    _make_rulings()
    _make_outlets()


def _make_rulings() -> None:
    """A decision of two articles becomes a ruling of its own."""
    op.create_table(
        "rulings",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
    )
    op.create_table(
        "ruling_articles",
        sa.Column(
            "ruling",
            sa.Integer(),
            sa.ForeignKey("rulings.number", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("ruling", "side", "position"),
    )
    op.execute(
        "INSERT INTO rulings (number, kind, decided_at) SELECT position,"
        " CASE WHEN is_together THEN 'merge' ELSE 'split' END, decided_at FROM decisions"
    )
    op.execute(
        "INSERT INTO ruling_articles (ruling, side, position, article)"
        " SELECT position, 'articles', 0, article FROM decisions"
    )
    op.execute(
        "INSERT INTO ruling_articles (ruling, side, position, article)"
        " SELECT position, 'others', 0, other FROM decisions"
    )
    if _is_postgresql():  # which counts on from numbers that it gave itself
        op.execute(
            "SELECT setval(pg_get_serial_sequence('rulings', 'number'), max(number)) FROM rulings"
        )
    op.drop_table("decisions")


def _make_outlets() -> None:
    """What was said of an outlet becomes the first entry of its history."""
    op.rename_table("outlets", "outlets_0003")
    if _is_postgresql():  # where the key keeps its name, which has to be free
        op.execute("ALTER TABLE outlets_0003 RENAME CONSTRAINT pk_outlets TO pk_outlets_0003")
    op.create_table(
        "outlets",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.Column("domains", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("ownership", sa.Text(), nullable=True),
        sa.Column("reliability", sa.Text(), nullable=True),
        sa.Column("is_removed", sa.Boolean(), nullable=False),
        sa.Column("set_at", sa.Text(), nullable=False),
    )
    columns = "name, aliases, domains, country, ownership, reliability, set_at"
    op.execute(
        f"INSERT INTO outlets ({columns}, is_removed)"  # noqa: S608 - our words
        f" SELECT {columns}, false FROM outlets_0003 ORDER BY set_at, name"
    )
    op.drop_table("outlets_0003")


def _is_postgresql() -> bool:
    return op.get_context().dialect.name == "postgresql"
