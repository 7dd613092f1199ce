"""Sentences with their parts marked -> text and spans; any text and spans for Hypothesis."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hypothesis import strategies as st

from whence.ledger.span import Span, Spans

_MARK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<role>source|cue|content)\)")


@dataclass
class Parts:
    """An attribution's text and the spans of its parts."""

    text: str = ""
    spans: dict[str, list[Span]] = field(
        default_factory=lambda: {"source": [], "cue": [], "content": []},
    )

    @property
    def source(self) -> Spans:
        return tuple(self.spans["source"])

    @property
    def cue(self) -> Spans:
        return tuple(self.spans["cue"])

    @property
    def content(self) -> Spans:
        return tuple(self.spans["content"])

    @property
    def sentence(self) -> Span:
        return Span(0, len(self.text))


def parts(marked: str) -> Parts:
    """Take the marks out of a sentence and remember where they were."""
    result, done = Parts(), 0
    for mark in _MARK.finditer(marked):
        result.text += marked[done : mark.start()]
        start = len(result.text)
        result.text += mark["words"]
        result.spans[mark["role"]].append(Span(start, len(result.text)))
        done = mark.end()
    result.text += marked[done:]
    return result


_PIECES = st.sampled_from(
    re.findall(
        r"\S+|\n",
        "said denied not no never could may likely unlikely highly if whether that who fears , . ? "
        "“ ” \" ' ‘ ’ \n ( ) reportedly The troops Seoul n't was will to told reporters in a "
        "statement X images show 10,000 U.S. refused confirm or deny",
    ),
)


@st.composite
def any_parts(draw: st.DrawFn) -> Parts:
    """Any words in any order, with spans anywhere; source and cue may be empty."""
    words = draw(st.lists(_PIECES | st.text(max_size=6), min_size=1, max_size=25))
    result = Parts(" ".join(words) + ".")
    ends = st.integers(0, len(result.text))
    for role in ("source", "cue", "content"):
        at_least = 1 if role == "content" else 0
        for _ in range(draw(st.integers(at_least, 2))):
            one, other = sorted((draw(ends), draw(ends)))
            start = min(one, len(result.text) - 1)
            result.spans[role].append(Span(start, max(other, start + 1)))
        result.spans[role].sort()
    return result
