"""Who speaks in a story, and where each stands."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response

from whence.desk.frame import AsOf, html, named, place, source_of
from whence.ledger.position import Change, Position, Silence
from whence.ledger.span import hull
from whence.render.phrases import day_words, name_words, stance_words, value_words
from whence.render.positions import firmness_of
from whence.render.visible import one_line

router = APIRouter(include_in_schema=False)


@router.get("/stories/{story}/actors")
def actors(request: Request, story: str, as_of: AsOf = None) -> Response:
    """Those who take positions, who says most first."""
    told = source_of(request).story(source_of(request).view(as_of), story)
    rows = [
        {
            "href": f"/stories/{told.id}/actors/{quote(each.actor.name, safe='')}",
            "name": one_line(each.actor.name),
            "for": ", ".join(map(one_line, each.actor.speaks_for)),
            "counts": (each.position_count, each.silence_count, each.change_count),
        }
        for each in told.stances.counts
    ]
    return html(
        "actors.html",
        request,
        as_of,
        told.id,
        title="Who speaks",
        story=named(told),
        rows=rows,
    )


@router.get("/stories/{story}/actors/{name:path}")
def actor(request: Request, story: str, name: str, as_of: AsOf = None) -> Response:
    """What one asserts, denies, wants and fears by day, where silent, and where it turned."""
    told = source_of(request).story(source_of(request).view(as_of), story)
    own = next((each for each in told.stances.actors if each.actor.name == name), None)
    own = own or told.stands.of(name)
    said = [each for each in own.positions if not each.copied_from]
    return html(
        "actor.html",
        request,
        as_of,
        told.id,
        title=one_line(own.actor.name),
        entity=own.actor.id,
        story=named(told),
        about=", ".join(one_line(each) for each in own.actor.speaks_for),
        changes=[_change(each) for each in own.changes],
        positions=[_position(each) for each in said],
        silences=[_silence(each) for each in own.silences if not each.copied_from],
    )


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
