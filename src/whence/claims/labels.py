"""Figures of one thing -> what is counted, in words of the articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from whence.claims.figures import Given
from whence.ledger.reading import Reading
from whence.text.stems import stems_of

LONGEST = 7  # words of a label
BEST = 3  # words of one that reads well

_END = re.compile(r"[,;:.!?()“”\"—–\n]|\s[-•]\s|\s(?:and|but|who|which|after|when|as|if|because)\s")
_LOOSE = re.compile(
    r"an?|the|of|in|on|at|to|by|for|from|with|into|that|than|ha[ds]|have|was|were|is|are|be|been"
    r"|already|now|not|may|might|could|would|will|also|and|or|more|some|its|their|his|her|known"
    r"|which|whose|who",
    re.IGNORECASE,
)
"""What no label ends in."""


def label_of(given: Sequence[Given], readings: Mapping[str, Reading]) -> str:
    """What some figures count: the words after a number that are most like the others'.

    Args:
        given: At least one, all of one thing.
        readings: By article id.
    """
    options = {label: each for each in given if (label := _label(each, readings))}
    if not options:
        return given[0].figure.unit or given[0].text
    told = {(each.figure.origin, label) for each in given if (label := _label(each, readings))}
    every = [set(stems_of(label)) for _, label in sorted(told, key=str)]

    def clumsiness(label: str) -> tuple[object, ...]:
        own = set(stems_of(label))
        shared = sum(len(own & other) / max(len(own | other), 1) for other in every)
        figure = options[label].figure
        words = label.split()
        return (
            label.isupper(),
            figure.unit is None,
            figure.attribution is None,
            len(words) < 2,  # noqa: PLR2004 - a bare noun says too little
            -round(shared, 6),
            figure.is_heading,
            abs(len(words) - BEST),
            label,
        )

    return min(options, key=clumsiness)


def _label(given: Given, readings: Mapping[str, Reading]) -> str | None:
    """The words after a number up to where its clause ends."""
    reading = readings[given.figure.article]
    text = reading.article.text if reading.article else ""
    sentence = reading.sentences[given.place[0]]
    after = text[given.figure.span.end : sentence.end]
    end = _END.search(after)
    words = (after[: end.start()] if end else after).split()[:LONGEST]
    if not given.thing.is_part and words[:1] == ["of"]:
        del words[0]
    while words and _LOOSE.fullmatch(words[-1]):
        words.pop()
    return " ".join(words) or None
