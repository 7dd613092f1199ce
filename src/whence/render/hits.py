"""Hits of a search -> text for a terminal, or the fields of their JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from whence.ledger.hit import MOST_COUNTED, Hit, Kind
from whence.ledger.span import Span
from whence.render.phrases import day_words, outlet_words, stance_words, value_words
from whence.render.terminal import hanging, printed, words
from whence.render.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType


def hit_fields(hit: Hit) -> dict[str, object]:
    """A hit as the API and the command line give it; `marks` are of `text`."""
    return {
        "schema": "whence.hit/1",
        "kind": hit.kind.one,
        "id": hit.id,
        "text": words_of_hit(hit),
        "marks": [list(span) for span in _marks(hit)],
        "article": hit.article,
        "span": list(hit.span) if hit.span else None,
        "claim": hit.claim,
        "story": hit.story,
        "title": hit.title,
        "outlet": hit.outlet,
        "published_at": hit.published_at,
        "who": hit.who,
        "stance": hit.stance,
        "status": hit.status,
        "score": round(hit.score, 4),
    }


def hit_json(hit: Hit) -> str:
    """One hit in one line."""
    return json.dumps(hit_fields(hit), ensure_ascii=True)


def hits_json(counts: Mapping[Kind, int], hits: Sequence[Hit]) -> str:
    """The whole of `whence search`, indented for people."""
    value = {
        "schema": "whence.search/1",
        "counts": {kind.value: count for kind, count in counts.items()},
        "items": [hit_fields(hit) for hit in hits],
    }
    return (
        json.dumps(value, indent=2, ensure_ascii=False).encode("utf-8", "replace").decode() + "\n"
    )


def hits_text(
    counts: Mapping[Kind, int], pages: Mapping[Kind, Sequence[Hit]], *, width: int, colour: bool
) -> str:
    """Each kind with its count and its hits; the words that were searched for in brackets."""
    return printed(_lines(counts, pages, width), width=width, colour=colour)


def _lines(
    counts: Mapping[Kind, int], pages: Mapping[Kind, Sequence[Hit]], width: int
) -> Iterator[RenderableType]:
    for kind, hits in pages.items():
        yield words((count_words(kind, counts[kind]), "heading"))
        for hit in hits:
            marked = [
                (f"[{visible(piece.words)}]", "cue") if piece.is_marked else visible(piece.words)
                for piece in hit.excerpt
            ]
            yield hanging(words(*marked), width, first="  ", rest="  ")
            yield hanging(words((_about(hit), "aside")), width, first="    ", rest="    ")
        yield ""


def _about(hit: Hit) -> str:
    """Who, where, when, and its id."""
    stance = f" {stance_words(hit.stance)}" if hit.stance else ""
    parts = [
        f"{one_line(hit.who)}{stance}" if hit.who else "",
        f"{outlet_words(hit.outlet)}, {day_words(hit.published_at)}",
        value_words(hit.status) if hit.status else "",
        f"{'claim' if hit.claim else 'article'} {hit.claim or hit.article}",
    ]
    return " · ".join(part for part in parts if part)


def words_of_hit(hit: Hit) -> str:
    """The words of its excerpt."""
    return "".join(piece.words for piece in hit.excerpt)


def _marks(hit: Hit) -> list[Span]:
    """Where the words that were searched for stand in the excerpt."""
    spans, at = [], 0
    for piece in hit.excerpt:
        if piece.is_marked:
            spans.append(Span(at, at + len(piece.words)))
        at += len(piece.words)
    return spans


def count_words(kind: Kind, count: int) -> str:
    """A count in words ("1 claim", "over 1,000 claims"); exact up to MOST_COUNTED."""
    if count > MOST_COUNTED:
        return f"over {MOST_COUNTED:,} {kind.value}"
    return f"{count:,} {kind.one if count == 1 else kind.value}"
