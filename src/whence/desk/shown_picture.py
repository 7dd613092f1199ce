"""A picture and where it is -> what the template `picture.html` shows of it."""

from __future__ import annotations

from urllib.parse import urlencode

from whence.desk.frame import place
from whence.desk.pictured import Pictured
from whence.ledger.brief import Evidence
from whence.ledger.span import hull
from whence.render.pictures.theme import Theme

MOST_ROWS = 300
"""Of the table on a page; the CSV has all."""


def shown(picture: Pictured, story: str, name: str, as_of: str | None) -> dict[str, object]:
    """The values that the macro `figure` takes.

    Args:
        picture: It.
        story: The story's id.
        name: The picture's, in addresses.
        as_of: The day that is asked for; None for now.
    """
    start = f"/stories/{story}/pictures/{name}"
    day = {"as-of": as_of} if as_of else {}
    asked = {theme.value: urlencode({**day, "theme": theme.value}) for theme in Theme}
    rows = [
        (["" if cell is None else str(cell) for cell in row], _href(proof))
        for row, proof in zip(picture.rows, picture.proofs, strict=True)
    ]
    return {
        "id": f"picture-{name}",
        "title": picture.title,
        "alternative": picture.alternative,
        "key": picture.key,
        "width": picture.width,
        "height": picture.height,
        "svg": {theme: f"{start}.svg?{query}" for theme, query in asked.items()},
        "spec": {theme: f"{start}.json?{query}" for theme, query in asked.items()},
        "csv": f"{start}.csv" + (f"?{urlencode(day)}" if day else ""),
        "columns": picture.columns,
        "rows": rows[:MOST_ROWS],
        "count": len(rows),
    }


def _href(proof: Evidence | None) -> str | None:
    """Where the words are that a row rests on; the article where it rests on all of it."""
    if proof is None:
        return None
    return place(proof.article, hull(proof.span)) if proof.span else f"/articles/{proof.article}"
