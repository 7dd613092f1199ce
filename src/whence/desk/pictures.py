"""A story's pictures: a page for each, the drawing as SVG, its data as CSV, and Vega-Lite's words.

The drawing is made here and works without a script; one of ours makes it answer to the pointer
where the reader asks for that.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from fastapi import APIRouter, Request
from fastapi.responses import Response

from whence.desk.etags import kept
from whence.desk.frame import AsOf, html, named, source_of
from whence.desk.pictured import Pictured, pictured, pictures_in
from whence.desk.shown_picture import shown
from whence.desk.source import Source
from whence.desk.story_pictures import Name, sentence_without
from whence.errors import NotFoundError
from whence.render.pictures.drawn import picture_svg
from whence.render.pictures.picture import Picture, picture_csv
from whence.render.pictures.theme import Theme, recoloured, themed
from whence.store.digests import DigestKind

KEPT_PICTURES = 32
"""Of which the last ones asked for are not made anew."""

Found = TypeVar("Found")

router = APIRouter(include_in_schema=False)


@lru_cache(KEPT_PICTURES)
def _made(source: Source, stamp: int, as_of: str | None, story: str, name: Name) -> Picture | None:  # noqa: ARG001 - the stamp parts what was made before a change of the store from what was made after
    return pictures_in(source.story(source.view(as_of), story)).picture(name)


def picture_of(source: Source, story: str, name: Name, as_of: str | None) -> Picture | None:
    """A picture of a story as known on a day; None where there is nothing to draw.

    Raises:
        NotFoundError: The ledger of that day does not have the story.
    """
    return _made(source, source.view(as_of).stamp, as_of, story, name)


def _pictured(source: Source, story: str, name: Name, as_of: str | None) -> Pictured | None:
    """The same without its drawing; as it was made ahead, or is made now.

    Raises:
        NotFoundError: The ledger of that day does not have the story.
    """
    told = source.story(source.view(as_of), story)
    ahead = told.kept(DigestKind.PICTURES, dict[str, Pictured])
    if ahead is not None:
        return ahead.get(name.value)
    picture = picture_of(source, story, name, as_of)
    return pictured(picture) if picture else None


def _page_of(name: Name) -> Callable[[Request, str, str | None], Response]:
    """The page of one picture, as a route."""

    def picture_page(request: Request, story: str, as_of: AsOf = None) -> Response:
        source = source_of(request)
        told = source.story(source.view(as_of), story)
        picture = _pictured(source, story, name, as_of or None)
        return html(
            "pictured.html",
            request,
            as_of,
            told.id,
            title=picture.title if picture else name.label,
            story=named(told),
            others=[(each.value, each.label, each is name) for each in Name],
            picture=shown(picture, told.id, name.value, as_of) if picture else None,
            without=sentence_without(name),
        )

    return picture_page


for _name in Name:
    router.get(f"/stories/{{story}}/{_name.value}")(_page_of(_name))


@router.get("/stories/{story}/pictures/{name}.svg")
def picture_drawing(
    request: Request,
    story: str,
    name: Name,
    as_of: AsOf = None,
    theme: Theme = Theme.LIGHT,
) -> Response:
    """The drawing."""
    source = source_of(request)
    told = source.story(source.view(as_of), story)
    ahead = told.kept(DigestKind.DRAWINGS, dict[str, str]) or {}
    if name.value in ahead:
        drawing = recoloured(ahead[name.value], theme)
    else:
        drawing = picture_svg(_found(request, story, name, as_of), theme)
    return kept(request, encoded(drawing), "image/svg+xml")


@router.get("/stories/{story}/pictures/{name}.json")
def picture_spec(
    request: Request,
    story: str,
    name: Name,
    as_of: AsOf = None,
    theme: Theme = Theme.LIGHT,
) -> Response:
    """The drawing in Vega-Lite's own words."""
    spec = themed(_found(request, story, name, as_of).spec, theme)
    return kept(request, encoded(json.dumps(spec, ensure_ascii=False)), "application/json")


@router.get("/stories/{story}/pictures/{name}.csv")
def picture_table(request: Request, story: str, name: Name, as_of: AsOf = None) -> Response:
    """The data of the drawing, a row for each mark or more."""
    picture = _there(_pictured(source_of(request), story, name, as_of or None), name)
    answer = kept(request, encoded(picture_csv(picture)), "text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name.value}.csv"'
    return answer


@router.get("/scripts/vega.js")
def vega(request: Request) -> Response:
    """The library that makes a drawing answer; it comes from the package that draws."""
    return kept(request, encoded(_library()), "text/javascript")


@lru_cache(1)
def _library() -> str:
    import vl_convert

    made: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return made


def _found(request: Request, story: str, name: Name, as_of: str | None) -> Picture:
    """A picture that is there.

    Raises:
        NotFoundError: There is no story, or nothing to draw of it.
    """
    return _there(picture_of(source_of(request), story, name, as_of or None), name)


def _there(found: Found | None, name: Name) -> Found:
    """What is there to draw.

    Raises:
        NotFoundError: Nothing.
    """
    if found is None:
        raise NotFoundError("picture", name.value)
    return found


def encoded(words: str) -> bytes:
    """UTF-8; halves of surrogate pairs become question marks."""
    return words.encode("utf-8", "replace")
