"""Contents that quote somebody -> what that one says: "quoted [an aide] [as saying] [that …]".

The outlet's attribution has all of it as its content; the speaker inside is often missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whence.attributions.link import Linked
from whence.attributions.nested import Nested
from whence.ledger.span import Span

RULE = "quoted-as-saying"
SCORE = 0.5

_QUOTING = re.compile(r"\b(?:quot(?:e[sd]?|ing)|cit(?:e[sd]?|ing))\b", re.IGNORECASE)
_SPEAKER = re.compile(
    r"(?P<source>[^“”\"]{2,120}?)\s+"
    r"(?P<cue>as\s+(?:saying|adding|warning|writing|claiming|asking|telling\s+\w+))\s+"
    r"(?P<content>\S.*)",
    re.DOTALL,
)


def find_quoted(text: str, tree: Sequence[Nested]) -> Iterator[Linked]:
    """The speakers that a tree lacks inside contents of "quoted" and "citing"."""
    cues = [piece for each in tree for piece in each.linked.cue]
    for each in tree:
        if not any(_QUOTING.search(piece.words(text)) for piece in each.linked.cue):
            continue
        for piece in each.linked.content:
            match = _SPEAKER.fullmatch(text, *piece)
            if match is not None:
                cue = Span(*match.span("cue"))
                if not any(cue.overlaps(other) for other in cues):
                    source, content = Span(*match.span("source")), Span(*match.span("content"))
                    yield Linked((source,), (cue,), (content,), SCORE)
