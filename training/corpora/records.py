"""One record for the documents of all corpora: tokens by paragraph, and what people marked.

Labels point at tokens by their number in the document, counted through all paragraphs.
`None` says that a corpus does not annotate a thing; an empty list that nothing was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Run = tuple[int, int]
"""First and last token of a piece, both included."""


@dataclass(frozen=True)
class Said:
    """One annotated attribution.

    Attributes:
        source: Ascending pieces; empty where the text names nobody.
        cue: Ascending pieces; may be empty.
        content: Ascending pieces, at least one.
        outer: Index of the attribution whose content holds it, None for an outermost one.
    """

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]
    outer: int | None = None


class Mention(NamedTuple):
    """A noun phrase that refers to something.

    Attributes:
        first: Its first token.
        last: Its last token.
        head: Its syntactic head.
        chain: All mentions of one thing in a document share it.
        kind: As the corpus has it ("person", "organization", "place", …).
    """

    first: int
    last: int
    head: int
    chain: str
    kind: str


@dataclass(frozen=True)
class Document:
    """A document with the labels that its corpus has.

    Attributes:
        name: Unique within the corpus.
        paragraphs: The tokens of each paragraph, as printed.
        sentences: First token of each sentence, ascending.
        parts: Universal part of speech of each token.
        heads: Number of each token's head, -1 for a root.
        relations: Universal relation of each token to its head, without a subtype.
        attributions: Outer ones before those inside them.
        mentions: All mentions, by first token, the longer first.
        names: Spans of names with their kind, apart and ascending; the kinds are the
            corpus' own.
        factuality: Predicate's token to its value, -3 to 3.
    """

    name: str
    paragraphs: tuple[tuple[str, ...], ...]
    sentences: tuple[int, ...] | None = None
    parts: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    relations: tuple[str, ...] | None = None
    attributions: tuple[Said, ...] | None = None
    mentions: tuple[Mention, ...] | None = None
    names: tuple[tuple[Run, str], ...] | None = None
    factuality: dict[int, float] | None = None
