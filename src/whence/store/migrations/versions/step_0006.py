"""What can be searched: an index of words for SQLite, kept in step by triggers; saved searches.

The indexes hold no text (`content=''`), only which words stand where; deleting a row takes the
text that it was made from, which is why triggers do it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TOKENS = "content='', tokenize='unicode61 remove_diacritics 2'"

_INDEXES = (
    # index, its numbers, their key, the table's, the table, which rows, columns of both, weights
    ("article_words", "searched_articles", "article", "id", "articles", "1",
     "title, text", ("title", "text"), "4.0, 1.0"),
    ("quotation_words", "searched_quotations", "attribution", "id", "attributions",
     "{row}.quotation <> 'indirect'",
     "content, source", ("content", "source"), "1.0, 1.0"),
    ("assertion_words", "searched_assertions", "claim, position", "claim, position", "assertions",
     "1", "text, origin, via", ("text", "origin", "via"), "1.0, 0.4, 0.0"),
)  # fmt: skip


def upgrade() -> None:
    """Make the tables; with SQLite the indexes too, of all that is there."""
    op.create_table(
        "searched_articles",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("article", sa.Text(), nullable=False, unique=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "searched_quotations",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("attribution", sa.Text(), nullable=False, unique=True),
    )
    op.create_table(
        "searched_assertions",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.UniqueConstraint("claim", "position"),
    )
    op.create_table(
        "searches",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
    )
    op.create_index("ix_searches_owner", "searches", ["owner"])
    if op.get_context().dialect.name == "sqlite":
        for index in _INDEXES:
            _make_index(*index)


def _make_index(  # noqa: PLR0913, PLR0917 - a row of the table above
    index: str, numbers: str, key: str, own_key: str, table: str, condition: str,
    columns: str, own: tuple[str, ...], weights: str,
) -> None:  # fmt: skip
    """An index over a table, with the triggers that keep it in step."""
    op.execute(f"CREATE VIRTUAL TABLE {index} USING fts5({columns}, {_TOKENS})")
    op.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('rank', 'bm25({weights})')")  # noqa: S608 - our words
    pairs = list(zip(key.split(", "), own_key.split(", "), strict=True))
    same = {
        row: " AND ".join(f"{numbers}.{name} = {row}.{of}" for name, of in pairs)
        for row in ("new", "old", table)
    }
    words = {row: ", ".join(f"{row}.{each}" for each in own) for row in same}
    keys = ", ".join(f"new.{of}" for _, of in pairs)
    op.execute(
        f"CREATE TRIGGER {index}_in AFTER INSERT ON {table}"  # noqa: S608 - our words
        f" WHEN {condition.format(row='new')} BEGIN"
        f" INSERT INTO {numbers} ({key}) VALUES ({keys});"
        f" INSERT INTO {index} (rowid, {columns})"
        f" SELECT number, {words['new']} FROM {numbers} WHERE {same['new']}; END"
    )
    op.execute(
        f"CREATE TRIGGER {index}_out BEFORE DELETE ON {table}"  # noqa: S608 - our words
        f" WHEN {condition.format(row='old')} BEGIN"
        f" INSERT INTO {index} ({index}, rowid, {columns})"
        f" SELECT 'delete', number, {words['old']} FROM {numbers} WHERE {same['old']};"
        f" DELETE FROM {numbers} WHERE {same['old']}; END"
    )
    op.execute(
        f"INSERT INTO {numbers} ({key}) SELECT {own_key} FROM {table}"  # noqa: S608 - our words
        f" WHERE {condition.format(row=table)} ORDER BY rowid"
    )
    op.execute(
        f"INSERT INTO {index} (rowid, {columns}) SELECT number, {words[table]}"  # noqa: S608 - our words
        f" FROM {numbers} JOIN {table} ON {same[table]}"
    )
