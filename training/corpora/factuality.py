"""Sentences with judged predicates, as njjiang/factuality_bert prints them -> records.

Source: https://github.com/njjiang/factuality_bert
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

from training.corpora.records import Document


@dataclass(frozen=True)
class Judged:
    """A sentence with the factuality of some of its predicates.

    Attributes:
        tokens: As printed.
        values: Predicate's token (its last where it has several) to its value, -3 to 3.
    """

    tokens: tuple[str, ...]
    values: dict[int, float]

    def document(self, name: str) -> Document:
        """The sentence as a document of one paragraph."""
        return Document(name, (self.tokens,), sentences=(0,), factuality=self.values)


def load_judged(path: Path) -> list[Judged]:
    """The sentences of a file of JSON lines, plain or gzipped, in its order."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [_judged(json.loads(line)) for line in lines if line.strip()]


def _judged(row: dict[str, object]) -> Judged:
    targets = row["targets"]
    assert isinstance(targets, list)  # noqa: S101
    values = {each["span1"][1] - 1: float(each["label"]) for each in targets}
    return Judged(tuple(str(row["text"]).split(" ")), values)
