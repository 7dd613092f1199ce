"""An entity -> the page on which a person merges, splits and corrects whom it stands for."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from whence.desk.asked import Filled, decided, field, just_done, keep, seen
from whence.desk.frame import html, one, source_of
from whence.errors import RulingError
from whence.ledger.entity import EntityKind
from whence.ledger.ruling import Ruling
from whence.pipeline.decisions import correct_actor, merge_actors, split_actor
from whence.pipeline.settle import actor_in, actors_beside, becomes
from whence.render.visible import one_line
from whence.store.articles import titles

MOST_CANDIDATES = 15
"""Actors that may be the same; words of the name lead to the others."""

MOST_ARTICLES = 200

Words = Annotated[str, Query(max_length=200)]
Done = Annotated[int | None, Query(ge=1)]

router = APIRouter(include_in_schema=False)


@router.get("/entities/{entity}/correct")
def correct_page(request: Request, entity: str, words: Words = "", done: Done = None) -> Response:
    """What can be decided of an actor."""
    source = source_of(request)
    found, articles = actor_in(source.store, entity)
    near = actors_beside(source.store, found, articles, words=words.strip(), most=MOST_CANDIDATES)
    with source.store.reading() as connection:
        named = titles(connection, articles[:MOST_ARTICLES])
    return html(
        "correct_actor.html",
        request,
        None,
        days=(),
        title="Correct an actor",
        entity=found.id,
        name=one_line(found.name),
        kind=found.kind.value,
        role=one_line(found.role or ""),
        words=words,
        done=just_done(source.store, done),
        kinds=[each.value for each in EntityKind],
        candidates=[(each.id, one_line(each.name), each.kind, each.article_count) for each in near],
        articles=[(each, one_line(named.get(each) or each)) for each in articles[:MOST_ARTICLES]],
        count=len(articles),
    )


@router.post("/entities/{entity}/merge")
def merge(request: Request, entity: str, fields: Filled) -> Response:
    """Say that two names are those of one actor."""
    store = source_of(request).store
    found, _ = actor_in(store, entity)
    other, _ = actor_in(store, field(fields, "other"))
    return _decided(request, entity, merge_actors(found, other, decided(request, fields)))


@router.post("/entities/{entity}/split")
def split(request: Request, entity: str, fields: Filled) -> Response:
    """Say that the ticked articles mean somebody else."""
    found, articles = actor_in(source_of(request).store, entity)
    own = {each: each for each in articles}
    ticked = [one(own, "article", each) for each in fields.get("article", ())]
    name, kind = field(fields, "name"), _kind(field(fields, "kind"))
    ruling = split_actor(found, ticked, name, kind, decided(request, fields))
    return _decided(request, entity, ruling)


@router.post("/entities/{entity}/values")
def values(request: Request, entity: str, fields: Filled) -> Response:
    """Correct an actor's name, kind and role."""
    found, _ = actor_in(source_of(request).store, entity)
    name, kind = field(fields, "name"), _kind(field(fields, "kind"))
    role = field(fields, "role")
    ruling = correct_actor(found, name, kind, role, decided(request, fields))
    return _decided(request, entity, ruling)


def _kind(words: str) -> EntityKind:
    """The kind with a name.

    Raises:
        RulingError: There is none.
    """
    if words not in set(EntityKind):
        raise RulingError(f"{words!r} is no kind; one of {', '.join(EntityKind)}")
    return EntityKind(words)


def _decided(request: Request, entity: str, ruling: Ruling) -> Response:
    """Keep it, and go to whom the actor has become."""
    number = keep(request, ruling)
    return seen(f"/entities/{becomes(ruling) or entity}/correct", number)
