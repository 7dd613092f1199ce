"""Spans with a role and a score, and the grammar of their sentences, as one reader gave them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.ledger.span import Span, Spans


class Role(StrEnum):
    """The three parts of an attribution (PARC 3.0)."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Marking:
    """One piece of text and its role.

    Attributes:
        is_more: A content that goes on after an interruption ("…," he said, "…").
        score: 0 to 1, orders only; not calibrated.
        onto: Index, among the markings of its level, of the one it hangs on: a content on
            its source, a cue and a further piece on the content. None for none.
        within: For an inner marking the index of the outer content around it, else None.
    """

    role: Role
    span: Span
    is_more: bool
    score: float
    onto: int | None = None
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of a text and their trees (Universal Dependencies); all tuples of one length.

    Attributes:
        starts: First character of each token, ascending.
        ends: One past its last.
        parts: Universal part of speech.
        heads: Number of the token it depends on, -1 for a root.
        relations: To the head, without subtypes.
        happened: Whether readers would say that a predicate happened, about -3 to 3;
            0 where a token is no predicate. Evidence, not the source's commitment.
        antecedents: Number of the earlier token that a pronoun or noun refers back to, -1
            for none.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    parts: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    happened: tuple[float, ...]
    antecedents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text; `kind` is person, organisation, place or other."""

    span: Span
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that a reader finds in one text.

    Attributes:
        outer: Markings of outermost attributions, in reading order, apart.
        inner: Markings inside the contents of `outer`, in reading order, apart.
        sentences: Ascending.
        names: Ascending, apart.
    """

    outer: tuple[Marking, ...]
    inner: tuple[Marking, ...]
    sentences: Spans
    names: tuple[Name, ...]
    parse: Parse
