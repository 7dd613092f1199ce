"""A picture and a theme -> SVG: the same bytes for the same picture, kept for the last ones."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from whence.render.pictures.theme import Theme, recoloured, themed

if TYPE_CHECKING:
    from whence.render.pictures.picture import Picture

KEPT_DRAWINGS = 32
"""Of some tens of kilobytes each, a map of up to two hundred."""

_ID = re.compile(r'\bid="([^"]+)"')
_SIZE = re.compile(r'\bwidth="([\d.]+)" height="([\d.]+)"')


class Size(NamedTuple):
    """Pixels of a drawing's own size."""

    width: int
    height: int


def picture_svg(picture: Picture, theme: Theme) -> str:
    """The drawing, with the sentences that say what it shows as its text alternative."""
    spec = json.dumps(themed(picture.spec, Theme.LIGHT), ensure_ascii=False, sort_keys=True)
    return recoloured(_drawn(spec, picture.alternative), theme)


@lru_cache(KEPT_DRAWINGS)
def _drawn(spec: str, alternative: str) -> str:
    """The ids count from one, because the maker's go on from call to call."""
    import vl_convert

    drawing: str = vl_convert.vegalite_to_svg(spec)
    for number, name in enumerate(dict.fromkeys(_ID.findall(drawing)), start=1):
        place = re.compile(rf'(id="|url\(#|href="#){re.escape(name)}(?=[")])')
        drawing = place.sub(rf"\g<1>p{number}", drawing)
    said = escape(alternative)
    return drawing.replace("<svg ", f'<svg role="img" aria-label="{said}" ', 1)


def size_of(drawing: str) -> Size:
    """The size that a drawing says it has; nothing by nothing where it says none."""
    found = _SIZE.search(drawing)
    return Size(round(float(found[1])), round(float(found[2]))) if found else Size(0, 0)
