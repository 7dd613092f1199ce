"""The first page: what changed in the stories since a day or the last visit; and all stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Cookie, Query, Request
from fastapi.responses import Response

from whence.desk.changes import changes_since
from whence.desk.days import MOMENT, Since
from whence.desk.frame import AsOf, html, source_of, suffix
from whence.desk.source import Source, View
from whence.ledger.claim import Claim, Status
from whence.ledger.story import Story
from whence.render.phrases import period_words, value_words
from whence.render.visible import one_line
from whence.store.claims import status_counts
from whence.store.stories import Listed, load_stories
from whence.text.counting import counted

Visits = Annotated[str, Cookie(alias="visits", pattern=f"^{MOMENT} ?{MOMENT}$")]
STANDING = (Status.WITHDRAWN, Status.DISPUTED, Status.CONFLICTING, Status.CORROBORATED)
LEADS = 3
"""Lines told of a story on the first page."""
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
            source.once(("row", view, each.story), partial(_glanced_row, source, view, each))
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
    asked = f"{suffix(as_of) or '?'}{'&' if as_of else ''}" + (f"since={since}&" if since else "")
    return html(
        "stories.html",
        request,
        as_of,
        title="All stories" if not since else f"Stories with news since {_moment_words(since)}",
        rows=_plain_rows(source, view, found),
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
        **_head(told.head),
        "is_new": listed.new_count == len(told.articles),
        "statuses": ", ".join([new, *news.counts]),
        "leads": news.leads,
    }


def _plain_rows(source: Source, view: View, listed: Sequence[Listed]) -> list[dict[str, object]]:
    """Stories with how their claims stand; those of now are looked up together, and kept."""
    ids = [each.story for each in listed]
    if view.as_of is None:
        return source.once(("rows", view, *ids), partial(_rows_of_now, source, ids))
    every = [source.story(view, each) for each in ids]
    return [_plain_row(each.story, _counts(each.claims)) for each in every]


def _rows_of_now(source: Source, ids: Sequence[str]) -> list[dict[str, object]]:
    with source.store.reading() as connection:
        found = load_stories(connection, ids, with_entities=False)
        stories = {each.id: each for each in found}
        counts = status_counts(connection, ids)
    return [_plain_row(stories[each], counts[each]) for each in ids]


def _counts(claims: Sequence[Claim]) -> dict[Status, int]:
    return {status: sum(each.status is status for each in claims) for status in Status}


def _plain_row(story: Story, counts: Mapping[Status, int]) -> dict[str, object]:
    told = [f"{counts[each]} {value_words(each)}" for each in STANDING if counts.get(each)]
    return {**_head(story), "is_new": False, "statuses": ", ".join(told), "leads": []}


def _glanced_row(source: Source, view: View, listed: Listed) -> dict[str, object]:
    """A story with what its brief tells first."""
    (row,) = _plain_rows(source, view, [listed])
    brief = source.story(view, listed.story).brief
    lines = [line for part in brief.stories for line in part.sections[0].lines if line.claims]
    leads = [("", each.claims[0], one_line(each.text)) for each in lines[:LEADS]]
    return {**row, "leads": leads}


def _head(story: Story) -> dict[str, object]:
    return {
        "id": story.id,
        "title": one_line(story.title or "Without a title"),
        "counts": f"{counted(len(story.articles), 'article')} · "
        f"{counted(story.claim_count, 'claim')} · "
        f"{period_words(story.first_seen_at, story.last_seen_at)}",
    }
