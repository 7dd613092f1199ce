"""Articles with their spans marked in place -> text, spans and the markings of a reader.

`[the mayor](source) [said](cue) that [the lake rose](content)`; further pieces of a content
are `(more)`. A docstring can be a test's input: assign `article = docstring_article`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from textwrap import dedent

import pytest

from whence.ledger.marking import Marking, Role
from whence.ledger.span import Span

_MARK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<role>[a-z]+)\)")
_ROLES = {
    "source": Role.SOURCE,
    "cue": Role.CUE,
    "content": Role.CONTENT,
    "more": Role.CONTENT,
}


@dataclass
class MarkedArticle:
    """A text without its marks.

    Attributes:
        spans: By role, in reading order.
        markings: Those with a role of a reader, in reading order.
    """

    text: str = ""
    spans: defaultdict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    markings: list[Marking] = field(default_factory=list)

    def span(self, words: str, number: int = 0) -> Span:
        """The place of some words: the first, or the one after `number` others."""
        at = -1
        for _ in range(number + 1):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words))

    @property
    def paragraphs(self) -> list[tuple[int, int]]:
        """The lines that hold something."""
        return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", self.text)]

    @property
    def sentences(self) -> list[Span]:
        """What ends in a full stop, a question mark or with its line."""
        found = re.finditer(r"\S(?:[^\n.?!]|[.?!](?=\w))*[.?!]*[”\"’]?", self.text)
        return [Span(*match.span()) for match in found]


def marked(article: str) -> MarkedArticle:
    """Take the marks out of `article` and remember where they were."""
    result, done = MarkedArticle(), 0
    for mark in _MARK.finditer(article):
        result.text += article[done : mark.start()]
        span = Span(len(result.text), len(result.text) + len(mark["words"]))
        result.text += mark["words"]
        result.spans[mark["role"]].append(span)
        if mark["role"] in _ROLES:
            is_more = mark["role"] == "more"
            result.markings.append(Marking(_ROLES[mark["role"]], span, is_more, 0.9))
        done = mark.end()
    result.text += article[done:]
    return result


@pytest.fixture
def docstring_article(request: pytest.FixtureRequest) -> MarkedArticle:
    """The test's own docstring, read as a marked article."""
    return marked(dedent(request.function.__doc__).strip())
