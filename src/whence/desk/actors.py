"""Who speaks in a story, and where each stands."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response

from whence.desk.frame import AsOf, html, one, place, source_of
from whence.desk.source import Source
from whence.ledger.position import Change, Position, Silence
from whence.ledger.span import hull
from whence.ledger.story import Story
from whence.pipeline.positions import Stands
from whence.render.phrases import day_words, name_words, stance_words, value_words
from whence.render.positions import firmness_of
from whence.render.visible import one_line

router = APIRouter(include_in_schema=False)


@router.get("/stories/{story}/actors")
def actors(request: Request, story: str, as_of: AsOf = None) -> Response:
    """Those who take positions, who says most first."""
    source = source_of(request)
    found, stands = _stands(source, story, as_of)
    rows = [
        {
            "href": f"/stories/{found.id}/actors/{quote(each.actor.name, safe='')}",
            "name": one_line(each.actor.name),
            "for": ", ".join(map(one_line, each.actor.speaks_for)),
            "counts": (each.position_count, each.silence_count, each.change_count),
        }
        for each in stands.every()
    ]
    return html(
        "actors.html",
        request,
        as_of,
        title="Who speaks",
        story=(found.id, one_line(found.title or "Without a title")),
        rows=rows,
    )


@router.get("/stories/{story}/actors/{name:path}")
def actor(request: Request, story: str, name: str, as_of: AsOf = None) -> Response:
    """What one asserts, denies, wants and fears by day, where silent, and where it turned."""
    source = source_of(request)
    found, stands = _stands(source, story, as_of)
    own = stands.of(name)
    said = [each for each in own.positions if not each.copied_from]
    return html(
        "actor.html",
        request,
        as_of,
        title=one_line(own.actor.name),
        story=(found.id, one_line(found.title or "Without a title")),
        about=", ".join(one_line(each) for each in own.actor.speaks_for),
        changes=[_change(each) for each in own.changes],
        positions=[_position(each) for each in said],
        silences=[_silence(each) for each in own.silences if not each.copied_from],
    )


def _stands(source: Source, story: str, as_of: str | None) -> tuple[Story, Stands]:
    """A story of the day with where everybody in it stands.

    Raises:
        NotFoundError: The ledger of that day does not have it.
    """
    view = source.view(as_of)
    return one(view.stories, "story", story), source.stands(story, view)


def _position(said: Position) -> dict[str, object]:
    return {
        "day": day_words(said.said_on),
        "who": one_line(said.actor.name),
        "stance": stance_words(said.stance),
        "words": one_line(said.words),
        "about": one_line(said.about) if said.about else None,
        "firmness": one_line(firmness_of(said)),
        "claim": said.claim,
        **_where(said),
    }


def _silence(said: Silence) -> dict[str, object]:
    return {
        "day": day_words(said.said_on),
        "reply": value_words(said.reply),
        "about": one_line(said.about),
        "claim": said.claim,
        **_where(said),
    }


def _where(said: Position | Silence) -> dict[str, object]:
    names = [*said.through, name_words(said.outlet)]
    return {
        "href": place(said.article, hull(said.span)),
        "through": ", through ".join(map(one_line, reversed(names))),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "why": one_line(change.why),
        "sides": [_position(each) for each in (change.earlier, change.later)],
    }
