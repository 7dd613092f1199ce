"""Our own articles with bracketed attributions -> documents, nested ones marked by hand.

The articles are in `training/corpora/ours`, about invented events, under this repository's
licence. Articles are apart by a line `=== name`, paragraphs by an empty line. A piece is
`[s1 …]` source, `[k1 …]` cue or `[c1 …]` content of attribution 1; brackets nest, and a tag
that comes twice is one discontinuous piece. Every fifth article is held back to measure with.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from training.corpora.polnear import Pairs
from training.corpora.polnear_documents import PARAGRAPH, said_of
from training.corpora.records import Document, Said
from whence.text.tokens import split_tokens

FOLDER = Path(__file__).with_name("ours")
HELD = 5  # every so-manieth article of a file is for development
ROLES = {"s": "source", "k": "cue", "c": "content"}

_MARK = re.compile(r"\[(?P<role>[skc])(?P<number>\d+) |\]")
_TITLE = re.compile(r"^=== (?P<name>\S+)\n", re.MULTILINE)

Roles = dict[str, Pairs]
"""Role to its pieces by characters."""


class MarkError(ValueError):
    """A bracket that opens or closes nothing, or an attribution without a content."""


def load(part: str) -> list[Document]:
    """The documents of a part, "train" or "dev"."""
    return [to_document(name, marked) for name, marked in articles(part)]


def articles(part: str) -> Iterator[tuple[str, str]]:
    """Name and marked text of each article of a part, file by file."""
    for path in sorted(FOLDER.glob("*.txt")):
        parts = _TITLE.split(path.read_text(encoding="utf-8"))[1:]
        for number, (name, marked) in enumerate(zip(parts[::2], parts[1::2], strict=True)):
            if (number % HELD == HELD - 1) == (part == "dev"):
                yield name, marked.strip() + "\n"


def to_document(name: str, marked: str) -> Document:
    """One article by tokens, outer attributions before those inside them."""
    text, found = unmark(name, marked)
    outer = {number: holder_of(found, number) for number in found}
    order = sorted(found, key=lambda number: (_depth(outer, number), number))
    spans = [split_tokens(text, *match.span()) for match in PARAGRAPH.finditer(text)]
    starts = [start for paragraph in spans for start, _ in paragraph]
    said: list[Said] = []
    for number in order:
        holder = outer[number]
        one = said_of(starts, found[number], None if holder is None else order.index(holder))
        if one is None:
            raise MarkError(f"{name}: attribution {number} has no word of content")
        said.append(one)
    tokens = tuple(tuple(text[start:end] for start, end in each) for each in spans)
    return Document(name, tokens, attributions=tuple(said))


def unmark(name: str, marked: str) -> tuple[str, dict[int, Roles]]:
    """The text without brackets, and for each number the characters of its roles.

    Raises:
        MarkError: A bracket has no partner, or a number has no content.
    """
    found: dict[int, Roles] = defaultdict(lambda: {role: [] for role in ROLES.values()})
    opened: list[tuple[str, int, int]] = []
    text, at = "", 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match["role"]:
            opened.append((ROLES[match["role"]], int(match["number"]), len(text)))
        elif opened:
            role, number, start = opened.pop()
            found[number][role].append((start, len(text)))
        else:
            raise MarkError(f"{name}: a bracket closes nothing after {text[-40:]!r}")
    if opened:
        raise MarkError(f"{name}: a bracket is not closed: {opened[-1]}")
    for number, roles in found.items():
        if not roles["content"]:
            raise MarkError(f"{name}: attribution {number} has no content")
    return text + marked[at:], dict(found)


def holder_of(found: Mapping[int, Roles], number: int) -> int | None:
    """The attribution with the least content that holds all pieces of another."""
    pieces = [piece for each in found[number].values() for piece in each]
    holders = [
        (sum(end - start for start, end in roles["content"]), other)
        for other, roles in found.items()
        if other != number and all(_is_in(piece, roles["content"]) for piece in pieces)
    ]
    return min(holders)[1] if holders else None


def _is_in(piece: tuple[int, int], among: Pairs) -> bool:
    return any(start <= piece[0] and piece[1] <= end for start, end in among)


def _depth(outer: Mapping[int, int | None], number: int) -> int:
    holder = outer[number]
    return 0 if holder is None else 1 + _depth(outer, holder)
