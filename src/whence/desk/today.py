"""The first page: what changed in the stories since a day or the last visit; and all stories."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Cookie, Query, Request
from fastapi.responses import Response

from whence.desk.days import MOMENT, Since
from whence.desk.frame import AsOf, html, source_of, suffix
from whence.desk.rows import changed_rows, glanced_rows, plain_rows
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
    latest = source.latest(view, CHANGED + OTHERS)
    told = {each.story for each in changed}
    others = [each for each in latest if each not in told][:OTHERS]
    answer = html(
        "today.html",
        request,
        as_of,
        title=f"As known on {as_of}" if as_of else "Today",
        since=_moment_words(earlier),
        asked=since or "",
        last_visit=(last, _moment_words(last)) if last and not as_of else None,
        learned=_offered(days, since),
        changed=changed_rows(source, view, changed, earlier) if earlier else [],
        more=f"/stories?since={earlier}{suffix(as_of).replace('?', '&')}"
        if count > CHANGED
        else None,
        count=count,
        others=glanced_rows(source, view, others),
        is_empty=not latest,
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
        rows=plain_rows(source, view, [each.story for each in found]),
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
