"""The first page: the stories, and what changed in them since a day."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from whence.brief.choose import is_tellable
from whence.desk.changes import changes_of
from whence.desk.days import Since
from whence.desk.frame import LONGEST, SORTS, AsOf, html, source_of
from whence.desk.source import View
from whence.ledger.claim import Status
from whence.ledger.difference import Difference, DifferenceKind
from whence.ledger.story import Story
from whence.render.phrases import period_words, value_words
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

STANDING = (Status.WITHDRAWN, Status.DISPUTED, Status.CONFLICTING, Status.CORROBORATED)
LEADS = 3
"""Claims told of a story on the first page."""

router = APIRouter(include_in_schema=False)


@router.get("/")
def today(request: Request, as_of: AsOf = None, since: Since = None) -> Response:
    """Stories, those with the latest news first; with `since`, what changed after that day."""
    source = source_of(request)
    view = source.view(as_of)
    then = source.view(since) if since else None
    stories = sorted(
        view.stories.values(), key=lambda each: (each.last_seen_at or "", each.claim_count, each.id)
    )
    rows = [_story_row(story, view, then) for story in reversed(stories)]
    return html(
        "today.html",
        request,
        as_of,
        title=f"As known on {as_of}" if as_of else "Today",
        since=since,
        stories=[row for row in rows if row["has_news"]],
        is_empty=not rows,
    )


def _story_row(story: Story, view: View, then: View | None) -> dict[str, object]:
    claims = view.of_story.get(story.id, ())
    if then is None:
        told = [
            f"{sum(claim.status is status for claim in claims)} {value_words(status)}"
            for status in STANDING
            if any(claim.status is status for claim in claims)
        ]
        best = sorted(filter(is_tellable, claims), key=SORTS["weight"])[:LEADS]
        leads = [("", each.id, shortened(one_line(each.text), LONGEST)) for each in best]
        has_news = True
    else:
        news = changes_of(story, view, then)
        count = news.article_count
        told = [*([f"{count} new article{'s' * (count > 1)}"] if count else []), *news.counts]
        leads = [_lead(each) for each in news.leads[: 2 * LEADS]]
        has_news = bool(told)
    return {
        "id": story.id,
        "title": one_line(story.title or "Without a title"),
        "counts": f"{counted(len(story.articles), 'article')} · "
        f"{counted(story.claim_count, 'claim')} · "
        f"{period_words(story.first_seen_at, story.last_seen_at)}",
        "statuses": ", ".join(told),
        "leads": leads,
        "has_news": has_news,
    }


def _lead(change: Difference) -> tuple[str, str, str]:
    """What happened, the claim, and its words."""
    who = one_line(change.who or change.outlet or "")
    what = {
        DifferenceKind.DENIAL: f"denied by {who}",
        DifferenceKind.STATUS: f"now {one_line(change.after or '').replace('_', ' ')}",
        DifferenceKind.CLAIM: who,
    }[change.kind]
    return (
        f"{what}: " if what else "",
        change.claim or "",
        shortened(one_line(change.text), LONGEST),
    )
