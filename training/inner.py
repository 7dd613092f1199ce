"""PolNeAR's contents, read again by the network of the first stage -> attributions inside them.

PolNeAR annotates no nested attribution. Read as if it were an article, a content shows who
speaks in there; that is what the second stage learns to see at once.
"""

from __future__ import annotations

from training.corpora.polnear import Annotated, Pairs
from whence.attributions.link import Linked, link
from whence.attributions.nested import is_inside, may_hold_another
from whence.ledger.span import Span, Spans
from whence.reader.read import TrainedReader

LEAST_SCORE = 0.15  # of an attribution that is learned from; ours, 2026-11


def read_again(article: Annotated, reader: TrainedReader) -> list[list[dict[str, Pairs]]]:
    """For each annotated attribution those found inside its content, by characters."""
    return [
        [
            {
                "source": _pairs(each.source),
                "cue": _pairs(each.cue),
                "content": _pairs(each.content),
            }
            for each in _inside(article.text, roles["content"], reader)
        ]
        for roles in article.attributions
    ]


def _inside(text: str, pairs: Pairs, reader: TrainedReader) -> list[Linked]:
    content = tuple(Span(start, end) for start, end in pairs if start < end)
    if not content or not may_hold_another(text, content):
        return []
    outer = Linked((), (), content, 1.0)
    return [
        each
        for each in link(text, reader.read(text, list(content)).outer)
        if each.score >= LEAST_SCORE and is_inside(text, each, outer)
    ]


def _pairs(spans: Spans) -> Pairs:
    return [(span.start, span.end) for span in spans]
