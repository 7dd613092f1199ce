"""Lists of stories, claims, articles and outlets, and one of each, as the contract prints them."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from whence.desk.api import examples, gather, shapes
from whence.desk.api.answers import After, Id, Limit, Name, OfStory, a_page, paged, plain, told
from whence.desk.api.cursor import batch, place_of
from whence.desk.days import KnownAt, LearnedSince
from whence.desk.frame import source_of
from whence.ledger.attribution import Stance
from whence.ledger.claim import Status
from whence.render.contract import (
    claim_json,
    listing_json,
    outlet_json,
    reading_json,
    story_json,
)
from whence.store.listed import WantedArticles, WantedClaims

router = APIRouter(prefix="/api/v1")

_STORY = story_json(examples.STORY)
_CLAIM = claim_json(examples.CLAIM)
_ARTICLE = listing_json(examples.LISTING)
_OUTLET = outlet_json(examples.OUTLET, 12)


@router.get(
    "/stories",
    tags=["stories"],
    operation_id="list_stories",
    response_model=shapes.page_of(shapes.STORY),
    responses=told(a_page(_STORY), 404),
)
def stories(
    request: Request,
    as_of: KnownAt = None,
    since: LearnedSince = None,
    limit: Limit = 50,
    after: After = None,
) -> Response:
    """Stories by id, so that a walk over the pages meets each once while others are added."""
    start = place_of(after, 1)[0] if after else None
    found = gather.stories_of(source_of(request), as_of, since, start, limit + 1)
    return paged(batch(found, limit, lambda each: (each.id,), story_json))


@router.get(
    "/claims",
    tags=["claims"],
    operation_id="list_claims",
    response_model=shapes.page_of(shapes.CLAIM),
    responses=told(a_page(_CLAIM), 404),
)
def claims(  # noqa: PLR0913, PLR0917 - each filter is a parameter of the address
    request: Request,
    story: OfStory = None,
    status: Annotated[Status | None, Query(description="How it stands.")] = None,
    outlet: Annotated[Name, Query(description="The name of an outlet that prints it.")] = None,
    speaker: Annotated[Name, Query(description="The name of a first speaker of it.")] = None,
    stance: Annotated[Stance | None, Query(description="Of one who speaks of it.")] = None,
    since: LearnedSince = None,
    as_of: KnownAt = None,
    limit: Limit = 50,
    after: After = None,
) -> Response:
    """Claims by id, those of a day by story and id; all filters at once apply to each."""
    wanted = WantedClaims(
        story=story,
        status=status.value if status else None,
        outlet=outlet,
        speaker=speaker,
        stance=stance.value if stance else None,
        since=since,
    )
    source = source_of(request)
    if as_of is not None:
        story_and_claim = place_of(after, 2) if after else None
        then = gather.claims_then(source, as_of, wanted, story_and_claim, limit + 1)
        return paged(batch(then, limit, lambda each: (each.story or "", each.id), claim_json))
    start = place_of(after, 1)[0] if after else None
    found = gather.claims_of(source, wanted, start, limit + 1)
    return paged(batch(found, limit, lambda each: (each.id,), claim_json))


@router.get(
    "/claims/{claim}",
    tags=["claims"],
    operation_id="read_claim",
    response_model=shapes.CLAIM,
    responses=told(json.loads(_CLAIM), 404),
)
def claim(request: Request, claim: Id, as_of: KnownAt = None) -> Response:
    """One claim with its assertions, origins, conflicts, drifts and relations."""
    return plain(claim_json(gather.claim_of(source_of(request), claim, as_of)))


@router.get(
    "/articles",
    tags=["articles"],
    operation_id="list_articles",
    response_model=shapes.page_of(shapes.LISTING),
    responses=told(a_page(_ARTICLE), 404),
)
def articles(
    request: Request,
    story: OfStory = None,
    outlet: Annotated[Name, Query(description="As the article prints its name.")] = None,
    language: Annotated[
        str | None, Query(pattern="^[a-z]{2,3}$", description="ISO 639-1, as detected.")
    ] = None,
    since: LearnedSince = None,
    as_of: KnownAt = None,
    limit: Limit = 50,
    after: After = None,
) -> Response:
    """Articles without their text, in the order in which the store learned of them."""
    wanted = WantedArticles(story, outlet, language, since, as_of)
    start = place_of(after, 2) if after else None
    place = (start[0], start[1]) if start else None
    found = gather.articles_of(source_of(request), wanted, place, limit + 1)
    return paged(batch(found, limit, lambda each: (each.learned_at, each.id), listing_json))


@router.get(
    "/articles/{article}",
    tags=["articles"],
    operation_id="read_article",
    response_model=shapes.READING,
    responses=told(json.loads(reading_json(examples.READING)), 404),
)
def article(request: Request, article: Id) -> Response:
    """The reading of one article: its text, and all that was found in it by characters."""
    return plain(reading_json(source_of(request).reading(article)))


@router.get(
    "/outlets",
    tags=["outlets"],
    operation_id="list_outlets",
    response_model=shapes.page_of(shapes.OUTLET),
    responses=told(a_page(_OUTLET), 404),
)
def outlets(request: Request, limit: Limit = 50, after: After = None) -> Response:
    """Outlets by name, those that articles print and those that a person described."""
    start = place_of(after, 1)[0] if after else None
    found = gather.outlets_of(source_of(request), start, limit + 1)
    return paged(batch(found, limit, lambda each: (each[0].name,), lambda each: outlet_json(*each)))
