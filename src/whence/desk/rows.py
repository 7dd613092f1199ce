"""Stories of a list -> their rows: what was made ahead of all is asked for together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from whence.desk.changes import changes_of
from whence.desk.source import Source, View
from whence.desk.story_row import Head, StoryRow, glance_of, head_of, make_head, row_from
from whence.store.claims import status_counts
from whence.store.digests import DigestKind, load_digests
from whence.store.stories import Extent, Listed, extents_of, load_stories

Row = dict[str, object]
"""As the template `row.html` takes it."""


class _Ahead(NamedTuple):
    """A story of a list, and its row, where that was made ahead."""

    extent: Extent
    row: StoryRow | None


def changed_rows(source: Source, view: View, listed: Sequence[Listed], since: str) -> list[Row]:
    """Stories with what changed in them since a day or a moment."""
    ids = [each.story for each in listed]
    return source.once(
        ("changed", view, since, *ids), partial(_changed, source, view, listed, since)
    )


def glanced_rows(source: Source, view: View, ids: Sequence[str]) -> list[Row]:
    """Stories with what their briefs tell first."""
    return source.once(("glanced", view, *ids), partial(_glanced, source, view, ids))


def plain_rows(source: Source, view: View, ids: Sequence[str]) -> list[Row]:
    """Stories with how their claims stand."""
    heads = source.once(("heads", view, *ids), partial(_heads, source, view, ids))
    return [_row(story, head) for story, head in zip(ids, heads, strict=True)]


def _changed(source: Source, view: View, listed: Sequence[Listed], since: str) -> list[Row]:
    found = _ahead(source, view, [each.story for each in listed])
    return [_changed_row(source, view, each, since, found[each.story]) for each in listed]


def _changed_row(source: Source, view: View, listed: Listed, since: str, found: _Ahead) -> Row:
    before = found.extent.known - listed.new_count
    row = found.row
    if row is not None and before in row.changes:
        head, news = row.head, row.changes[before]
    else:
        told = source.story(view, listed.story)
        head, news = row.head if row else head_of(told), changes_of(told, told.on(since))
    new = f"{listed.new_count} new article{'s' * (listed.new_count > 1)}"
    return {
        **_row(listed.story, head),
        "is_new": before == 0,
        "statuses": ", ".join([new, *news.counts]),
        "leads": news.leads,
    }


def _glanced(source: Source, view: View, ids: Sequence[str]) -> list[Row]:
    rows = []
    for story, found in _ahead(source, view, ids).items():
        if found.row is not None:
            head, glance = found.row.head, found.row.glance
        else:
            told = source.story(view, story)
            head, glance = head_of(told), glance_of(told)
        rows.append({**_row(story, head), "leads": glance})
    return rows


def _heads(source: Source, view: View, ids: Sequence[str]) -> list[Head]:
    """How stories stand; now, the store counts it."""
    if view.as_of is not None:
        found = _ahead(source, view, ids)
        rows = [(each, found[each].row) for each in ids]
        return [row.head if row else head_of(source.story(view, each)) for each, row in rows]
    with source.store.reading() as connection:
        stories = {each.id: each for each in load_stories(connection, ids, with_entities=False)}
        counts = status_counts(connection, ids)
    return [make_head(stories[each], counts[each]) for each in ids]


def _ahead(source: Source, view: View, ids: Sequence[str]) -> dict[str, _Ahead]:
    """In the order of the ids."""
    with source.store.reading() as connection:
        extents = extents_of(connection, ids, view.as_of)
        known = {story: None if each.is_whole else each.known for story, each in extents.items()}
        rows = load_digests(connection, DigestKind.ROW, known)
    return {
        story: _Ahead(extents[story], row_from(rows[story]) if story in rows else None)
        for story in ids
    }


def _row(story: str, head: Head) -> Row:
    return {
        "id": story,
        "title": head.title,
        "counts": head.counts,
        "is_new": False,
        "statuses": head.standing,
        "leads": (),
    }
