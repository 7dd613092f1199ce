"""CrossNER's political sentences -> documents with names.

Source: https://github.com/zliucr/CrossNER
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from training.corpora.records import Document, Run
from whence.reader.heads import KIND_OF


def load(folder: Path, part: str) -> list[Document]:
    """One document for each sentence of a part, "train" or "dev"; names have CrossNER's kinds.

    Args:
        folder: The one that holds `names`.
        part: "train" or "dev".
    """
    path = folder / "names" / f"crossner_politics_{part}.conll"
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    blocks = [block for block in text.split("\n\n") if block.strip()]
    return [_document(f"crossner-{part}-{n}", block) for n, block in enumerate(blocks)]


def spans_of(tags: list[str]) -> list[tuple[Run, str]]:
    """BIO tags -> spans with their kinds; an I that continues nothing starts a span."""
    spans: list[tuple[Run, str]] = []
    for number, tag in enumerate(tags):
        mark, _, kind = tag.partition("-")
        if mark == "O":
            continue
        (first, last), before = spans[-1] if spans else ((-2, -2), "")
        if mark == "I" and last == number - 1 and before == kind:
            spans[-1] = ((first, number), kind)
        else:
            spans.append(((number, number), kind))
    return spans


def _document(name: str, block: str) -> Document:
    rows = [line.split("\t") for line in block.split("\n") if line.strip()]
    tokens = tuple(row[0] for row in rows)
    names = tuple(spans_of([row[-1] for row in rows]))
    return Document(name, (tokens,), sentences=(0,), names=names)


def as_names(document: Document) -> Document:
    """A sentence with its names of the program's own kinds."""
    names = tuple((run, KIND_OF[kind]) for run, kind in document.names or ())
    return replace(document, names=names)
