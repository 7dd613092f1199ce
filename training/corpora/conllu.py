"""CoNLL-U files -> parsed documents.

Source of the format: https://universaldependencies.org/format.html. Lines of multiword
tokens ("3-4") and of empty nodes ("5.1") give no token.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from training.corpora.records import Document


@dataclass(frozen=True)
class Parsed:
    """A document as a CoNLL-U file has it; tokens are numbered through the document.

    Attributes:
        name: What `# newdoc id` says, else the file's name without endings.
        meta: `# key = value` comments of the document, and of its first sentence.
        tokens: FORM.
        parts: UPOS.
        tags: XPOS.
        heads: Number of each token's head in the document, -1 for a root.
        relations: DEPREL with its subtype.
        misc: MISC by key.
        is_blank_after: Whether white space follows a token in the text.
        sentences: First token of each sentence, ascending.
        paragraphs: First token of each paragraph, ascending; the first is 0.
        types: `# s_type` of each sentence, "" where absent.
    """

    name: str
    meta: dict[str, str] = field(default_factory=dict)
    tokens: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    misc: list[dict[str, str]] = field(default_factory=list)
    is_blank_after: list[bool] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    types: list[str] = field(default_factory=list)

    def sentence_ends(self) -> list[int]:
        """The token after each sentence's last."""
        return [*self.sentences[1:], len(self.tokens)]


def load(path: Path) -> list[Document]:
    """The documents of a CoNLL-U file, plain or gzipped, with their trees alone."""
    return [document(parsed) for parsed in read(path)]


def read(path: Path) -> list[Parsed]:
    """The documents of a CoNLL-U file, plain or gzipped, in its order."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return _documents(_blocks(lines), path.name.partition(".")[0])


def document(parsed: Parsed, **labels: Any) -> Document:  # noqa: ANN401
    """The record of a parsed document; `labels` are further fields of `Document`."""
    bounds = [*parsed.paragraphs, len(parsed.tokens)]
    return Document(
        name=parsed.name,
        paragraphs=tuple(tuple(parsed.tokens[start:end]) for start, end in pairwise(bounds)),
        sentences=tuple(parsed.sentences),
        parts=tuple(parsed.parts),
        heads=tuple(parsed.heads),
        relations=tuple(each.partition(":")[0] for each in parsed.relations),
        **labels,
    )


def _blocks(lines: Iterable[str]) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Comments and rows of ten columns of each sentence."""
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in lines:
        stripped = line.rstrip("\r\n")
        if stripped.startswith("#"):
            comments.append(stripped[1:].strip())
        elif stripped:
            rows.append(stripped.split("\t"))
        elif rows:
            yield comments, rows
            comments, rows = [], []
    if rows:
        yield comments, rows


def _documents(blocks: Iterable[tuple[list[str], list[list[str]]]], default: str) -> list[Parsed]:
    found: list[Parsed] = []
    for comments, rows in blocks:
        meta = dict(_pair(comment) for comment in comments)
        if "newdoc" in meta or "newdoc id" in meta or not found:
            found.append(Parsed(meta.get("newdoc id", default), meta))
        is_new = any(key == "newpar" or key.startswith("newpar ") for key in meta)
        _append(found[-1], rows, is_paragraph=is_new, kind=meta.get("s_type", ""))
    return found


def _pair(comment: str) -> tuple[str, str]:
    key, _, value = comment.partition("=")
    return key.strip(), value.strip()


def _append(parsed: Parsed, rows: list[list[str]], *, is_paragraph: bool, kind: str) -> None:
    start = len(parsed.tokens)
    words = [row for row in rows if row[0].isdigit()]
    if words and (is_paragraph or not parsed.paragraphs):
        parsed.paragraphs.append(start)
    if words:
        parsed.sentences.append(start)
        parsed.types.append(kind)
    for number, row in enumerate(words, start):
        misc = _misc(row[9])
        if misc.get("NewPar") == "Yes" and number > parsed.paragraphs[-1]:
            parsed.paragraphs.append(number)
        head = int(row[6]) if row[6].isdigit() else 0
        parsed.tokens.append(row[1])
        parsed.parts.append(row[3])
        parsed.tags.append(row[4])
        parsed.heads.append(start + head - 1 if head else -1)
        parsed.relations.append(row[7])
        parsed.misc.append(misc)
        parsed.is_blank_after.append(misc.get("SpaceAfter") != "No")
    for first, last, misc in _ranges(rows):
        for number in range(first, last + 1):
            is_last = number == last
            parsed.is_blank_after[start + number - 1] = is_last and misc.get("SpaceAfter") != "No"


def _ranges(rows: list[list[str]]) -> Iterator[tuple[int, int, dict[str, str]]]:
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            yield int(first), int(last), _misc(row[9])


def _misc(column: str) -> dict[str, str]:
    if column == "_":
        return {}
    return dict(_pair(item) for item in column.split("|"))
