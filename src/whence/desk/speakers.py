"""The page of one speaker over all stories: where it is heard, and its latest words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from whence.desk.frame import LONGEST, AsOf, html, place, source_of, suffix
from whence.errors import NotFoundError
from whence.ledger.attribution import Stance
from whence.ledger.span import Span
from whence.render.phrases import day_words, outlet_words, period_words, stance_words
from whence.render.visible import one_line, shortened
from whence.store.speakers import Called, Heard, Words, called, heard_in, latest_words
from whence.text.counting import counted

MOST_STORIES = 50
WORDS = 30
"""Of one page."""

Start = Annotated[int, Query(alias="from", ge=0, le=100_000, description="Words passed over.")]

router = APIRouter(include_in_schema=False)


@router.get("/actors/{entity}")
def speaker(request: Request, entity: str, as_of: AsOf = None, start: Start = 0) -> Response:
    """In which stories an entity speaks, how often, and what it said last."""
    with source_of(request).store.reading() as connection:
        own = called(connection, entity)
        if own is None:
            raise NotFoundError("actor", entity)
        stories, count = heard_in(connection, entity, as_of, limit=MOST_STORIES)
        words = latest_words(connection, entity, as_of, limit=WORDS + 1, offset=start)
    name = one_line(own.name)
    return html(
        "speaker.html",
        request,
        as_of,
        days=(),
        title=name,
        entity=entity,
        about=_about(own),
        count=counted(count, "story"),
        stories=[_story(each, as_of) for each in stories],
        most=max((each.claim_count for each in stories), default=1),
        words=[_words(each) for each in words[:WORDS]],
        before=_turn(entity, as_of, max(0, start - WORDS)) if start else None,
        after=_turn(entity, as_of, start + WORDS) if len(words) > WORDS else None,
    )


def _about(own: Called) -> str:
    parts = (own.role, own.affiliation, own.country, own.kind if not own.role else None)
    told = [one_line(each) for each in parts if each]
    return " · ".join([*told, f"named in {counted(own.article_count, 'article')}"])


def _story(heard: Heard, as_of: str | None) -> dict[str, object]:
    return {
        "href": f"/stories/{heard.story}{suffix(as_of)}",
        "speakers": f"/stories/{heard.story}/actors{suffix(as_of)}",
        "title": one_line(heard.title or "Without a title"),
        "claims": heard.claim_count,
        "tellings": heard.assertion_count,
        "days": period_words(heard.first, heard.last),
    }


def _words(words: Words) -> dict[str, object]:
    through = [outlet_words(words.outlet), *map(one_line, words.via)]
    not_so = " that not" if words.degree < 0 else ""
    return {
        "stance": stance_words(Stance(words.stance)),
        "firmness": f"{words.certainty}{not_so}",
        "words": shortened(words.text, 2 * LONGEST),
        "day": day_words(words.asserted_at),
        "through": ", through ".join(reversed(through)),
        "title": one_line(words.title or ""),
        "claim": words.claim,
        "href": place(words.article, Span(words.start, words.end)),
    }


def _turn(entity: str, as_of: str | None, start: int) -> str:
    """The address of the words from one on."""
    asked = [f"as-of={as_of}"] if as_of else []
    asked += [f"from={start}"] if start else []
    return f"/actors/{entity}" + ("?" + "&".join(asked) if asked else "") + "#words"
