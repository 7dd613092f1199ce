"""The first page: what changed in the stories since a day or the last visit; and all stories."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Cookie, Query, Request
from fastapi.responses import Response

from whence.desk.days import MOMENT, Since
from whence.desk.frame import AsOf, html, source_of, suffix
from whence.desk.source import Source, View
from whence.desk.story_row import Head, changes_since, glance_of, head_of, kept_row, make_head
from whence.pipeline.told import Told
from whence.store.claims import status_counts
from whence.store.stories import Listed, load_stories
from whence.text.counting import counted

Visits = Annotated[str, Cookie(alias="visits", pattern=f"^{MOMENT} ?{MOMENT}$")]
CHANGED, OTHERS = 15, 15
"""Stories of the first page."""
LISTED = 40
"""Stories of a page of the list of all."""
OFFERED = 60
"""Days that brought articles, to choose from."""
VISIT = timedelta(minutes=30)
"""Who comes back after so long comes for another visit."""
REMEMBERED = timedelta(days=400)

router = APIRouter(include_in_schema=False)


@router.get("/")
def today(
    request: Request, as_of: AsOf = None, since: Since = None, visits: Visits = ""
) -> Response:
    """What changed since a day, the last visit or the last day that brought news; other stories."""
    source = source_of(request)
    view = source.view(as_of)
    last, this = _visits(visits)
    days = [day for day in source.days() if not as_of or day <= as_of]
    earlier = since or (last if last and not as_of else None) or (days[-2] if days[1:] else None)
    changed, count = source.stories(view, earlier, limit=CHANGED) if earlier else ((), 0)
    found, every = source.stories(view, None, limit=OTHERS + len(changed))
    told = {each.story for each in changed}
    others = [each for each in found if each.story not in told][:OTHERS]
    answer = html(
        "today.html",
        request,
        as_of,
        title=f"As known on {as_of}" if as_of else "Today",
        since=_moment_words(earlier),
        asked=since or "",
        last_visit=(last, _moment_words(last)) if last and not as_of else None,
        learned=_offered(days, since),
        changed=[
            source.once(
                ("changes", view, each.story, earlier),
                partial(_changed_row, source, view, each, earlier),
            )
            for each in changed
        ]
        if earlier
        else [],
        more=f"/stories?since={earlier}{suffix(as_of).replace('?', '&')}"
        if count > CHANGED
        else None,
        count=count,
        others=[
            source.once(("row", view, each.story), partial(_glanced_row, source, view, each.story))
            for each in others
        ],
        every=every,
    )
    answer.set_cookie(
        "visits",
        f"{last or ''} {this}".strip(),
        max_age=int(REMEMBERED.total_seconds()),
        httponly=True,
        samesite="strict",
    )
    return answer


@router.get("/stories")
def stories(
    request: Request,
    as_of: AsOf = None,
    since: Since = None,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """All stories, those with the last news first; with `since`, those with newer articles."""
    source = source_of(request)
    view = source.view(as_of)
    found, count = source.stories(view, since or None, limit=LISTED, offset=(page - 1) * LISTED)
    ids = [each.story for each in found]
    asked = f"{suffix(as_of) or '?'}{'&' if as_of else ''}" + (f"since={since}&" if since else "")
    return html(
        "stories.html",
        request,
        as_of,
        title="All stories" if not since else f"Stories with news since {_moment_words(since)}",
        rows=list(map(_row, ids, _heads(source, view, ids))),
        count=counted(count, "story"),
        before=f"{asked}page={page - 1}" if page > 1 else None,
        after=f"{asked}page={page + 1}" if page * LISTED < count else None,
    )


def _offered(days: Sequence[str], since: str | None) -> list[str]:
    """Days since which changes are offered, the last first, with the one that was asked for."""
    asked = {since} if since and "T" not in since else set()
    return sorted({*days[-OFFERED - 1 : -1], *asked}, reverse=True)


def _visits(cookie: str) -> tuple[str | None, str]:
    """The moment of the visit before this one, and that of this one."""
    now = datetime.now(UTC)
    known = cookie.split()
    this = known[-1] if known else None
    if this is None:
        return None, f"{now:%Y-%m-%dT%H:%M:%SZ}"
    is_same = now - datetime.fromisoformat(this).replace(tzinfo=UTC) < VISIT
    if is_same:
        return (known[0] if known[1:] else None), this
    return this, f"{now:%Y-%m-%dT%H:%M:%SZ}"


def _moment_words(moment: str | None) -> str | None:
    """`2024-10-21`, or `2024-10-21, 14:05 UTC`."""
    if moment is None or "T" not in moment:
        return moment
    day, time = moment.rstrip("Z").split("T")
    return f"{day}, {time[:5]} UTC"


def _changed_row(source: Source, view: View, listed: Listed, since: str) -> dict[str, object]:
    """A story with what changed in it."""
    told = source.story(view, listed.story)
    news = changes_since(told, since, listed.new_count)
    new = f"{listed.new_count} new article{'s' * (listed.new_count > 1)}"
    return {
        **_row(told.id, _head(told)),
        "is_new": listed.new_count == len(told.articles),
        "statuses": ", ".join([new, *news.counts]),
        "leads": news.leads,
    }


def _head(told: Told) -> Head:
    row = kept_row(told)
    return row.head if row else head_of(told)


def _heads(source: Source, view: View, ids: Sequence[str]) -> list[Head]:
    """How stories stand; those of now are looked up together, and kept."""
    if view.as_of is None:
        return source.once(("heads", view, *ids), partial(_heads_of_now, source, ids))
    return [_head(source.story(view, each)) for each in ids]


def _heads_of_now(source: Source, ids: Sequence[str]) -> list[Head]:
    with source.store.reading() as connection:
        found = load_stories(connection, ids, with_entities=False)
        stories = {each.id: each for each in found}
        counts = status_counts(connection, ids)
    return [make_head(stories[each], counts[each]) for each in ids]


def _row(story: str, head: Head) -> dict[str, object]:
    return {
        "id": story,
        "title": head.title,
        "counts": head.counts,
        "is_new": False,
        "statuses": head.standing,
        "leads": (),
    }


def _glanced_row(source: Source, view: View, story: str) -> dict[str, object]:
    """A story with what its brief tells first."""
    told = source.story(view, story)
    row = kept_row(told)
    head, glance = (row.head, row.glance) if row else (head_of(told), glance_of(told))
    return {**_row(story, head), "leads": glance}
