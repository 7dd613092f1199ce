"""What every table is registered in, the newest shape of them all, and columns that many have."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, MetaData, Table, Text

REVISION = "0010"
"""The newest migration; four digits that count up."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


def of_article(*, is_key: bool = False, index: bool = False) -> Column[str]:
    """The article that a row belongs to; the row goes when the article goes."""
    target = ForeignKey("articles.id", ondelete="CASCADE")
    return Column("article", Text, target, nullable=False, primary_key=is_key, index=index)


META = Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text))
