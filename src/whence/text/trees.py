"""A reader's parse -> a view of its trees that rules can walk: heads, children, clauses.

Relations are those of Universal Dependencies, https://universaldependencies.org/u/dep/, without
subtypes. Built once for an article; nothing here looks at all tokens again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from whence.ledger.marking import Parse

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
VERBAL = frozenset({"VERB", "AUX"})

_LINKING = frozenset({"nsubj", "csubj", "expl", "cop", "aux"})


class Tree:
    """The trees of one text; tokens are numbers, ascending with the text."""

    __slots__ = ("_children", "_parse")

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        children: dict[int, list[int]] = {}
        for token, head in enumerate(parse.heads):
            if head >= 0:
                children.setdefault(head, []).append(token)
        self._children = children

    def __len__(self) -> int:
        return len(self._parse.heads)

    def at(self, character: int) -> int | None:
        """The token that holds a character; None between tokens."""
        token = bisect_right(self._parse.starts, character) - 1
        return token if token >= 0 and character < self._parse.ends[token] else None

    def all_at(self, characters: Iterable[int]) -> list[int | None]:
        """The token that holds each of some characters; None between tokens."""
        starts, ends = self._parse.starts, self._parse.ends
        found = ((bisect_right(starts, each) - 1, each) for each in characters)
        return [
            token if token >= 0 and character < ends[token] else None for token, character in found
        ]

    def between(self, start: int, end: int) -> range:
        """The tokens that begin in [start, end)."""
        starts = self._parse.starts
        return range(bisect_left(starts, start), bisect_left(starts, end))

    def start(self, token: int) -> int:
        """Its first character."""
        return self._parse.starts[token]

    def end(self, token: int) -> int:
        """One past its last character."""
        return self._parse.ends[token]

    def part(self, token: int) -> str:
        """Its universal part of speech."""
        return self._parse.parts[token]

    def relation(self, token: int) -> str:
        """To its head."""
        return self._parse.relations[token]

    def parent(self, token: int) -> int | None:
        """Its head; None for a root."""
        head = self._parse.heads[token]
        return head if head >= 0 else None

    def children(self, token: int, relations: Container[str] | None = None) -> list[int]:
        """What depends on it, of some relations or of any, ascending."""
        found = self._children.get(token, [])
        if relations is None:
            return found
        return [each for each in found if self._parse.relations[each] in relations]

    def path(self, token: int) -> Iterator[int]:
        """The token, its head, and so on to the root."""
        at: int | None = token
        while at is not None:
            yield at
            at = self.parent(at)

    def heads(self, tokens: Sequence[int]) -> Iterator[int]:
        """Those of some tokens in a row, ascending, that depend on none of them."""
        if tokens:
            first, last = tokens[0], tokens[-1]
            for token in tokens:
                if not first <= self._parse.heads[token] <= last:
                    yield token

    def below(self, token: int, is_left_out: Callable[[int], bool]) -> list[int]:
        """The token and all that depends on it, ascending, but for what hangs on those left out."""
        found, todo = [token], self.children(token).copy()
        while todo:
            each = todo.pop()
            if not is_left_out(each):
                found.append(each)
                todo += self.children(each)
        return sorted(found)

    def is_predicate(self, token: int) -> bool:
        """Whether it is a verb, or has a subject, a copula or an auxiliary."""
        return self.part(token) in VERBAL or any(
            self.relation(each) in _LINKING for each in self.children(token)
        )
