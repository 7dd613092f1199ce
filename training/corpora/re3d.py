"""re3d's documents on Syria and Iraq -> documents with names.

Source: https://github.com/dstl/re3d
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from pathlib import Path

from training.corpora.records import Document, Run
from training.corpora.tokens_of import tokens_of

KINDS = {
    "Organisation": "organisation",
    "Person": "person",
    "Location": "place",
    "Nationality": "other",
    "Vehicle": "other",
    "Weapon": "other",
    "MilitaryPlatform": "other",
}
"""What counts as a name; dates, amounts, documents and the like do not."""

Pairs = list[tuple[int, int]]
_PARAGRAPH = re.compile(r"\S[^\n]*")
_ARTICLE = re.compile(r"[Tt]he\s+")


def load(folder: Path) -> list[Document]:
    """All documents, by their number; of names that overlap the outermost stays.

    A name begins after its article "the". A name whose letters no token covers is left out.
    """
    marked: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in _rows(folder / "names" / "re3d" / "entities.jsonl"):
        if row["type"] in KINDS:
            marked[row["documentId"]].append((row["begin"], row["end"], KINDS[row["type"]]))
    documents = _rows(folder / "names" / "re3d" / "documents.jsonl")
    return [_document(row["_id"], row["text"], marked[row["_id"]]) for row in documents]


def outermost(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Of (first, end, kind) spans that overlap the longer ones, the earlier of equals."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda each: (each[0] - each[1], each[0])):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return sorted(kept)


def _rows(path: Path) -> list[dict]:  # type: ignore[type-arg]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _document(name: str, text: str, marked: list[tuple[int, int, str]]) -> Document:
    pairs: Pairs = []
    paragraphs = []
    for match in _PARAGRAPH.finditer(text):
        found = [(match.start() + a, match.start() + b) for a, b in tokens_of(match.group())]
        if found:
            paragraphs.append(tuple(text[a:b] for a, b in found))
            pairs.extend(found)
    names: list[tuple[Run, str]] = []
    for start, end, kind in outermost(marked):
        article = _ARTICLE.match(text, start, end)
        run = _run(pairs, article.end() if article else start, end)
        if run and (not names or names[-1][0][1] < run[0]):
            names.append((run, kind))
    return Document(name, tuple(paragraphs), names=tuple(names))


def _run(pairs: Pairs, start: int, end: int) -> Run | None:
    """First and last token that share a character with [start, end)."""
    first = bisect_right(pairs, start, key=lambda pair: pair[1])
    last = bisect_left(pairs, end, key=lambda pair: pair[0]) - 1
    return (first, last) if first <= last else None
