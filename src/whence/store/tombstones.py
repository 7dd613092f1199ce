"""Articles that were taken out <-> rows of `tombstones`: their ids, and no word of them."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from whence.store.codec import column_text
from whence.store.tables import ARTICLES, DERIVED, RULING_ARTICLES, TOMBSTONES, VECTORS


class Tombstone(NamedTuple):
    """That an article was here.

    Attributes:
        reason: In the words of whoever took it out; None where none were given.
        forgotten_at: A moment in UTC.
    """

    article: str
    reason: str | None
    forgotten_at: str


def forget_article(connection: Connection, tombstone: Tombstone) -> None:
    """Take an article out with all that was read in it, and leave the tombstone.

    What was made from all articles together (claims, stories) is emptied too: it holds words
    of the article, and is made anew when it is next asked for. Vectors stay; see
    `keep_only_vectors`.
    """
    article = tombstone.article
    for table in DERIVED:
        connection.execute(delete(table))
    before = connection.scalar(select(ARTICLES.c.supersedes).where(ARTICLES.c.id == article))
    later = update(ARTICLES).where(ARTICLES.c.supersedes == article)
    connection.execute(later.values(supersedes=before))
    connection.execute(delete(RULING_ARTICLES).where(RULING_ARTICLES.c.article == article))
    connection.execute(delete(ARTICLES).where(ARTICLES.c.id == article))
    connection.execute(delete(TOMBSTONES).where(TOMBSTONES.c.article == article))
    row = {
        "article": article,
        "reason": column_text(tombstone.reason),
        "forgotten_at": tombstone.forgotten_at,
    }
    connection.execute(insert(TOMBSTONES), [row])


def keep_only_vectors(connection: Connection, hashes: set[str]) -> int:
    """Take out the vectors of all texts but those with these hashes; how many went."""
    found = set(connection.scalars(select(VECTORS.c.text_hash)))
    gone = sorted(found - hashes)
    for text_hash in gone:
        connection.execute(delete(VECTORS).where(VECTORS.c.text_hash == text_hash))
    return len(gone)


def load_tombstone(connection: Connection, article: str) -> Tombstone | None:
    """That of one article; None where it was never taken out."""
    row = connection.execute(select(TOMBSTONES).where(TOMBSTONES.c.article == article)).first()
    return Tombstone(row.article, row.reason, row.forgotten_at) if row else None


def load_tombstones(connection: Connection) -> dict[str, Tombstone]:
    """All of them, by article."""
    rows = connection.execute(select(TOMBSTONES).order_by(TOMBSTONES.c.article))
    return {row.article: Tombstone(row.article, row.reason, row.forgotten_at) for row in rows}


def drop_tombstone(connection: Connection, article: str) -> None:
    """Let an article be added again."""
    connection.execute(delete(TOMBSTONES).where(TOMBSTONES.c.article == article))
