"""What is told of a story -> its pictures, drawn ahead: to draw one takes a tenth of a second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whence.desk.story_pictures import Name, StoryPictures
from whence.pipeline.told import Told
from whence.render.pictures.drawn import picture_svg, size_of
from whence.render.pictures.picture import Picture, Shown
from whence.render.pictures.theme import Theme
from whence.store.digests import DigestKind


@dataclass(frozen=True, slots=True)
class Pictured(Shown):
    """A picture without its drawing, as its page has it.

    Attributes:
        width: Of the drawing, in pixels.
        height: The same.
    """

    width: int
    height: int


def pictures_in(told: Told) -> StoryPictures:
    """What the pictures of a story are made from, gathered in one place."""
    return StoryPictures(
        readings=tuple(told.readings),
        claims=tuple(told.claims),
        copies=frozenset(each.article for each in told.ledger.copies),
        brief=told.brief,
        positions=tuple(each.position for each in told.stands.stands),
    )


def draw_pictures(told: Told) -> Mapping[DigestKind, object]:
    """All of a story, and their drawings on light paper, by name; without those of nothing."""
    gathered = pictures_in(told)
    every = {name: found for name in Name if (found := gathered.picture(name))}
    return {
        DigestKind.PICTURES: {name.value: pictured(each) for name, each in every.items()},
        DigestKind.DRAWINGS: {
            name.value: picture_svg(each, Theme.LIGHT) for name, each in every.items()
        },
    }


def pictured(picture: Picture) -> Pictured:
    """A picture without its drawing."""
    size = size_of(picture_svg(picture, Theme.LIGHT))
    return Pictured(
        title=picture.title,
        alternative=picture.alternative,
        key=picture.key,
        columns=picture.columns,
        rows=picture.rows,
        proofs=picture.proofs,
        width=size.width,
        height=size.height,
    )
