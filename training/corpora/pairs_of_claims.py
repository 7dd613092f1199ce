"""Labelled pairs of claims of `data/news` -> what is compared of each, with the label.

A file has a pair in a line: ids of the two articles, spans in their text, a label ("same",
"a_more_specific", "b_more_specific", "conflict", "different"), and for a conflict its detail.
No text is in it; the rules stand in `gates/pairs/README.md`.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from whence.articles.files import Given, load
from whence.attributions.port import Reader
from whence.claims.compare import Said, describe
from whence.claims.port import Compared
from whence.claims.propositions import amount_of, claim_words, main_quantity, make_assertions
from whence.ledger.claim import Assertion
from whence.ledger.reading import Reading
from whence.ledger.span import Span, Spans
from whence.pipeline.assemble import SentenceEncoder
from whence.pipeline.read import read_article


class LabelledPair(NamedTuple):
    """Two claims as people compared them.

    Attributes:
        likeness: Product of the vectors of their words.
        compared: What the network that is shipped reads in the two; None where not asked for.
        detail: Of a conflict: "polarity", "quantity", "actor", "place" or "time".
    """

    one: Said
    other: Said
    likeness: float
    label: str
    detail: str | None
    compared: Compared | None = None


def load_pairs(
    file: Path, news: Path, reader: Reader, *, is_compared: bool = False
) -> list[LabelledPair]:
    """The pairs of a file, read by the whole program.

    Args:
        file: JSON lines.
        news: `articles.jsonl.gz`.
        reader: Any.
        is_compared: Whether to ask the network that compares two texts.
    """
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    wanted = {row[side] for row in rows for side in ("a", "b")}
    readings = dict(_read(news, wanted, reader))
    sides = [
        tuple(_said(readings[row[side]], row[f"{side}_span"]) for side in ("a", "b"))
        for row in rows
    ]
    texts = sorted({each.assertion.text for pair in sides for each in pair})
    encoder = SentenceEncoder()
    vectors = dict(zip(texts, encoder.vectors(texts), strict=True))
    both = [(one.assertion.text, other.assertion.text) for one, other in sides]
    compared = encoder.compare(both) if is_compared else [None] * len(both)
    return [
        LabelledPair(
            one,
            other,
            _product(vectors[one.assertion.text], vectors[other.assertion.text]),
            row["label"],
            row["detail"],
            shares,
        )
        for row, (one, other), shares in zip(rows, sides, compared, strict=True)
    ]


def _read(news: Path, wanted: set[str], reader: Reader) -> Iterator[tuple[str, Reading]]:
    with gzip.open(news, "rt", encoding="utf-8") as file:
        chosen = [(row["id"], line) for line in file if (row := json.loads(line))["id"] in wanted]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(line for _, line in chosen), encoding="utf-8")
        loaded = load([str(path)], Given(), lambda: b"")
        for (name, _), each in zip(chosen, loaded, strict=True):
            if each.article is not None:
                yield name, read_article(each.article, reader)


def _said(reading: Reading, pairs: Sequence[Sequence[int]]) -> Said:
    """The claim at a span, told as the assertion that has most of it."""
    text = reading.article.text if reading.article else ""
    span: Spans = tuple(Span(*pair) for pair in pairs)
    best = max(make_assertions(reading), key=lambda each: _shared(each.span, span))
    quantities = [
        each for each in reading.quantities if any(piece.covers(each.span) for piece in span)
    ]
    quantity = main_quantity(quantities)
    found: Assertion = replace(
        best,
        span=span,
        text=claim_words(span, text),
        quantity=amount_of(quantity),
        quantity_is_approximate=quantity.is_approximate if quantity else False,
    )
    return describe(found, reading)


def _shared(one: Spans, other: Spans) -> int:
    """Characters in both, less a little for those in the first alone."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return 10 * both - sum(each.end - each.start for each in one)


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
