"""Who speaks in a story, and where each stands."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response

from whence.desk.frame import LONGEST, AsOf, html, named, place, source_of
from whence.ledger.attribution import Quotation, Stance
from whence.ledger.position import Change, Position, Silence
from whence.ledger.span import hull
from whence.pipeline.heard_of import Matter, Mention, matters_of
from whence.render.phrases import day_words, outlet_words, stance_words, value_words
from whence.render.positions import firmness_of
from whence.render.visible import one_line, shortened
from whence.store.passages import quotations_of

Ways = Mapping[str, Quotation]
"""How attributions give their content, by their ids."""

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
    """What one asserts, denies, wants and fears by matter and day, and what others say of it."""
    source = source_of(request)
    told = source.story(source.view(as_of), story)
    own = next((each for each in told.stances.actors if each.actor.name == name), None)
    own = own or told.stands.of(name)
    said = [each for each in own.positions if not each.copied_from]
    with source.store.reading() as connection:
        ways = quotations_of(connection, [each.attribution for each in said])
    matters = matters_of(said, told.some_claims({each.claim for each in said}))
    return html(
        "actor.html",
        request,
        as_of,
        told.id,
        title=one_line(own.actor.name),
        entity=own.actor.id if own.actor.id in told.story.entities else None,
        story=named(told),
        about=", ".join(one_line(each) for each in own.actor.speaks_for),
        changes=[_change(each) for each in own.changes],
        matters=[_matter(each, ways) for each in matters if len(each.positions) > 1],
        positions=[_position(each, ways) for m in matters if len(m.positions) == 1
                   for each in m.positions],
        quotations=[_position(each, ways) for each in said if _is_quoted(each, ways)],
        mentions=[_mention(each) for each in told.mentions_of(own)],
        silences=[_silence(each) for each in own.silences if not each.copied_from],
    )  # fmt: skip


def _matter(matter: Matter, ways: Ways) -> dict[str, object]:
    return {
        "about": shortened(matter.about, LONGEST),
        "positions": [_position(each, ways) for each in matter.positions],
    }


def _mention(said: Mention) -> dict[str, object]:
    return {
        "who": one_line(said.who),
        "stance": stance_words(Stance(said.stance)),
        "words": shortened(said.words, 2 * LONGEST),
        "day": day_words(said.printed_at),
        "through": outlet_words(said.outlet),
        "claim": said.claim,
        "href": place(said.article, said.span),
    }


def _is_quoted(said: Position, ways: Ways) -> bool:
    return ways.get(said.attribution) in {Quotation.DIRECT, Quotation.MIXED}


def _position(said: Position, ways: Ways) -> dict[str, object]:
    return {
        "is_quoted": _is_quoted(said, ways),
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
    names = [*said.through, outlet_words(said.outlet)]
    return {
        "href": place(said.article, hull(said.span)),
        "through": ", through ".join(map(one_line, reversed(names))),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "why": one_line(change.why),
        "sides": [_position(each, {}) for each in (change.earlier, change.later)],
    }
