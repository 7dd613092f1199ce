"""One story as JSON: itself, its brief, its numbers, what changed, and where each stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from whence.desk.api import examples, gather, shapes
from whence.desk.api.answers import Id, listed, plain, told
from whence.desk.api.examples import answer_of
from whence.desk.days import ChangedSince, KnownAt
from whence.desk.frame import source_of
from whence.ledger.figure import History
from whence.ledger.position import Change, Position, Silence
from whence.render.contract import (
    actor_json,
    brief_json,
    difference_json,
    figure_json,
    position_json,
    story_json,
)

router = APIRouter(prefix="/api/v1/stories/{story}", tags=["stories"])

_HISTORY = History("d06a9f3c5e81b742", examples.STORY.id, "cables had rusted", (examples.FIGURE,))


@router.get(
    "",
    operation_id="read_story",
    response_model=shapes.STORY,
    responses=told(json.loads(story_json(examples.STORY)), 404),
)
def story(request: Request, story: Id, as_of: KnownAt = None) -> Response:
    """One story: its title, its articles, its entities."""
    return plain(story_json(gather.told_of(source_of(request), story, as_of).story))


@router.get(
    "/brief",
    operation_id="read_brief",
    response_model=shapes.BriefShape,
    responses=told(json.loads(brief_json(examples.BRIEF)), 404),
)
def brief(request: Request, story: Id, as_of: KnownAt = None) -> Response:
    """The brief of one story, each line with its evidence."""
    return plain(brief_json(gather.told_of(source_of(request), story, as_of).brief))


@router.get(
    "/numbers",
    operation_id="list_numbers",
    response_model=shapes.all_of(shapes.FIGURE),
    responses=told(answer_of(figure_json(_HISTORY, examples.FIGURE)), 404),
)
def numbers(request: Request, story: Id, as_of: KnownAt = None) -> Response:
    """What was said of how many, history by history, day by day."""
    told_story = gather.told_of(source_of(request), story, as_of)
    histories = told_story.histories
    return listed(figure_json(each, figure) for each in histories for figure in each.figures)


@router.get(
    "/changes",
    operation_id="list_changes",
    response_model=shapes.all_of(shapes.DIFFERENCE),
    responses=told(answer_of(difference_json(examples.DIFFERENCE)), 404),
)
def changes(
    request: Request,
    story: Id,
    since: ChangedSince,
    as_of: KnownAt = None,
) -> Response:
    """What changed in a story since the end of a day, the news first."""
    found = gather.changes_in(source_of(request), story, since, as_of)
    return listed(map(difference_json, found))


@router.get(
    "/positions",
    operation_id="list_actors",
    response_model=shapes.all_of(shapes.ACTOR),
    responses=told(answer_of(actor_json(examples.ACTOR)), 404),
)
def actors(request: Request, story: Id, as_of: KnownAt = None) -> Response:
    """Those who take positions in a story, who says most first."""
    return listed(map(actor_json, gather.told_of(source_of(request), story, as_of).stances.counts))


@router.get(
    "/positions/{name}",
    operation_id="list_positions",
    response_model=shapes.POSITIONS,
    responses=told(answer_of(position_json(examples.POSITION)), 404),
)
def positions(
    request: Request,
    story: Id,
    name: Annotated[
        str, Path(max_length=200, description="Of an actor; a state's or its capital's.")
    ],
    as_of: KnownAt = None,
) -> Response:
    """Where one actor stands by day, where it kept silent, and where it turned."""
    own = gather.told_of(source_of(request), story, as_of).stands.of(name)
    lists: tuple[Sequence[Position | Silence | Change], ...]
    lists = (own.positions, own.silences, own.changes)
    return listed(position_json(each) for records in lists for each in records)
