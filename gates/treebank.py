"""CoNLL-U files -> documents with their text, sentences and words by character."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from whence.ledger.span import Span


class Token(NamedTuple):
    """A word of a treebank with its characters in the text."""

    span: Span
    form: str
    upos: str
    xpos: str
    features: str
    head: int
    relation: str
    misc: str


class Document(NamedTuple):
    """A text of a treebank; sentences hold their tokens by their number, from 1."""

    name: str
    created: str | None
    text: str
    sentences: list[Span]
    tokens: list[dict[int, Token]]

    @property
    def half(self) -> int:
        """0 or 1."""
        return half_of(self.name)


def half_of(name: str) -> int:
    """0 or 1 by the name's hash."""
    return hashlib.sha256(name.encode()).digest()[0] % 2


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of a CoNLL-U file, their sentences joined by blanks."""
    packed = path.read_bytes()
    whole = gzip.decompress(packed) if path.suffix == ".gz" else packed
    blocks = whole.decode("utf-8").split("\n\n")
    document: Document | None = None
    for block in blocks:
        name = re.search(r"^# newdoc id = (\S+)", block, re.MULTILINE)
        if name:
            if document:
                yield document
            created = re.search(r"^# meta::dateCreated = (\d{4}-\d\d-\d\d)", block, re.MULTILINE)
            document = Document(name[1], created[1] if created else None, "", [], [])
        if document and block.strip():
            document = _with_sentence(document, block)
    if document:
        yield document


def _with_sentence(document: Document, block: str) -> Document:
    start = len(document.text)
    words, tokens, inside, whole = "", {}, 0, None
    for line in block.split("\n"):
        fields = line.split("\t")
        if len(fields) < 10 or "." in fields[0]:  # noqa: PLR2004 - the columns of CoNLL-U
            continue
        first, _, last = fields[0].partition("-")
        if last or int(first) > inside:
            place = Span(start + len(words), start + len(words) + len(fields[1]))
            words += fields[1] + ("" if "SpaceAfter=No" in fields[9] else " ")
            whole, inside = place, int(last) if last else inside
        if not last:
            assert whole is not None  # noqa: S101 - the first token has its place
            tokens[int(first)] = Token(
                whole,
                fields[1],
                fields[3],
                fields[4],
                fields[5],
                int(fields[6]),
                fields[7],
                fields[9],
            )
    end = start + len(words.rstrip())
    return document._replace(
        text=document.text + words.rstrip() + " ",
        sentences=[*document.sentences, Span(start, end)],
        tokens=[*document.tokens, tokens],
    )
