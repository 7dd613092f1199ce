"""Readings of small readers that tests write: forms of attribution -> a whole analysis."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from whence.ledger.marking import Analysis, Marking, Parse, Role
from whence.ledger.span import Span
from whence.text.tokens import split_tokens

Range = tuple[int, int]
Form = dict[Role, Range]
"""One attribution: its parts that are there."""

Find = Callable[[str, int, int], Iterable[Form]]
"""The attributions of a text between two characters."""

_SENTENCE = re.compile(r"\S(?:[^.!?\n]|[.!?](?!\s|$))*[.!?”]*")


def forms(pattern: re.Pattern[str]) -> Find:
    """Attributions by a pattern whose groups are named by role, with a digit or without."""

    def find(text: str, start: int, end: int) -> Iterator[Form]:
        for match in pattern.finditer(text, start, end):
            for number in ("", "2"):
                form = {
                    role: match.span(role.value + number)
                    for role in Role
                    if match.groupdict().get(role.value + number)
                }
                if form:
                    yield form

    return find


def analyse(text: str, ranges: Sequence[Range], find: Find, score: float = 0.7) -> Analysis:
    """What a reader gives that knows some forms; contents are looked into once."""
    outer = link_forms(find, text, ranges, score, None)
    inner: list[Marking] = []
    for number, each in enumerate(outer):
        if each.role is Role.CONTENT:
            inner += link_forms(find, text, [each.span], score, number, len(inner))
    return Analysis(tuple(outer), tuple(inner), sentences_of(text, ranges), (), parse(text, ranges))


def link_forms(
    find: Find,
    text: str,
    ranges: Iterable[Range],
    score: float,
    within: int | None,
    before: int = 0,
) -> list[Marking]:
    """The markings of the forms in some ranges, in reading order, each on its own content."""
    places = []
    for number, form in enumerate(each for pair in ranges for each in find(text, *pair)):
        places += [(span, role, number) for role, span in form.items()]
    places.sort()
    at = {(role, number): before + index for index, (_, role, number) in enumerate(places)}
    onto = {Role.CONTENT: Role.SOURCE, Role.CUE: Role.CONTENT}
    return [
        Marking(
            role,
            Span(*span),
            is_more=False,
            score=score,
            onto=at.get((onto[role], number)) if role in onto else None,
            within=within,
        )
        for span, role, number in places
    ]


def sentences_of(text: str, ranges: Iterable[Range]) -> tuple[Span, ...]:
    """Sentences up to a stop."""
    return tuple(
        Span(*match.span())
        for start, end in ranges
        for match in _SENTENCE.finditer(text, start, end)
    )


def parse(text: str, ranges: Iterable[Range]) -> Parse:
    """Tokens of which nothing is known; each is a root."""
    tokens = [token for start, end in ranges for token in split_tokens(text, start, end)]
    count = len(tokens)
    return Parse(
        tuple(start for start, _ in tokens),
        tuple(end for _, end in tokens),
        ("X",) * count,
        (-1,) * count,
        ("root",) * count,
        (0.0,) * count,
        (-1,) * count,
    )
