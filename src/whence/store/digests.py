"""What is told of a story <-> rows of `digests`, good for as long as the story stays as it is."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from sqlalchemy import Connection, delete, exists, insert, not_, select

from whence.ledger.claim import Claim
from whence.ledger.outlet import Outlet
from whence.ledger.story import Story
from whence.store.codec import encode
from whence.store.tables import DIGESTS, STORIES


class DigestKind(StrEnum):
    """What is kept."""

    BRIEF = "brief"
    POSITIONS = "positions"
    PAGE = "page"
    ROW = "row"
    PICTURES = "pictures"
    DRAWINGS = "drawings"
    DAYS = "days"  # says that the parts of all days are there


def story_marks(
    stories: Iterable[Story], claims: Iterable[Claim], outlets: Sequence[Outlet], version: str
) -> dict[str, str]:
    """A hash of each story, its claims, what was said of outlets, and the program's version."""
    marks = {each.id: hashlib.sha256(version.encode()) for each in stories}
    for story in stories:
        marks[story.id].update(encode((story, outlets)))
    for claim in claims:
        if claim.story in marks:
            marks[claim.story].update(encode(claim))
    return {story: mark.hexdigest()[:32] for story, mark in marks.items()}


def keep_digest(
    connection: Connection,
    story: str,
    kind: DigestKind,
    mark: str,
    record: object,
    known: int | None = None,
) -> None:
    """Keep one in the place of the one that is there.

    Args:
        connection: Of a transaction that writes.
        story: Its id.
        kind: What it is.
        mark: Of the story when it was told.
        record: What is told.
        known: Of a day when only so many of the story's articles were known; None for all.
    """
    name = _name(kind, known)
    own = (DIGESTS.c.story == story) & (DIGESTS.c.kind == name)
    connection.execute(delete(DIGESTS).where(own))
    data = zlib.compress(encode(record))
    row = {"story": story, "kind": name, "mark": mark, "record": data}
    connection.execute(insert(DIGESTS), [row])


def load_digest(
    connection: Connection, story: str, kind: DigestKind, known: int | None = None
) -> bytes | None:
    """The encoded record; None where the story has changed since, or never had one."""
    return load_digests(connection, kind, {story: known}).get(story)


def load_digests(
    connection: Connection, kind: DigestKind, known: Mapping[str, int | None]
) -> dict[str, bytes]:
    """The encoded records of some stories that have one.

    Args:
        connection: Any.
        kind: Of all.
        known: By story, as `keep_digest` takes it.
    """
    wanted = {story: _name(kind, each) for story, each in known.items()}
    query = (
        select(DIGESTS.c.story, DIGESTS.c.kind, DIGESTS.c.record)
        .join(STORIES, STORIES.c.id == DIGESTS.c.story)
        .where(
            DIGESTS.c.story.in_(wanted),
            DIGESTS.c.kind.in_(set(wanted.values())),
            DIGESTS.c.mark == STORIES.c.mark,
        )
    )
    return {
        row.story: zlib.decompress(row.record)
        for row in connection.execute(query)
        if wanted[row.story] == row.kind
    }


def _name(kind: DigestKind, known: int | None) -> str:
    return kind.value if known is None else f"{kind.value} {known}"


def stories_without(connection: Connection, kind: DigestKind) -> list[tuple[str, str]]:
    """Id and mark of the stories that have no digest of a kind, those with the last news first."""
    has_one = exists().where(
        DIGESTS.c.story == STORIES.c.id,
        DIGESTS.c.kind == kind.value,
        DIGESTS.c.mark == STORIES.c.mark,
    )
    query = (
        select(STORIES.c.id, STORIES.c.mark)
        .where(not_(has_one), STORIES.c.mark.is_not(None))
        .order_by(STORIES.c.last_seen_at.desc().nulls_last(), STORIES.c.id)
    )
    return [(row.id, row.mark) for row in connection.execute(query)]


def drop_stale_digests(connection: Connection) -> None:
    """Let go of what was told of stories that are gone or have changed."""
    is_good = exists().where(STORIES.c.id == DIGESTS.c.story, STORIES.c.mark == DIGESTS.c.mark)
    connection.execute(delete(DIGESTS).where(not_(is_good)))
