"""Judged predicates -> how near the reader comes to whether readers say that it happened.

The tokens are the corpus' own; the reader's value is computed at every judged token,
whatever part of speech it gives it, and is not cut to the scale (-3 to 3).

* Pearson r: of the values and the labels of all judged predicates together;
* mean absolute error: of the same, in points of the scale.

UDS-IH2's sentences are read within their EWT document; those that stand in none, and
MegaVeridicality's, are read alone.

    python -m gates.factuality --data DIR
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gates.command import print_figures
from gates.gold_tokens import rows_of
from gates.rates import correlation, mean_error
from training.corpora import ewt, megaveridicality
from training.corpora.records import Document
from whence.reader.read import TrainedReader
from whence.reader.rows import Rows
from whence.reader.weights import HeadWeights

FILES = (
    f"data/ud/ewt/{ewt.FILES['dev']}",
    f"data/factuality/{ewt.JUDGED['dev']}",
    "data/factuality/megaveridicality_dev.jsonl",
)

Floats = npt.NDArray[np.float64]


def measure(data: Path, reader: TrainedReader) -> dict[str, float]:
    """The figures of UDS-IH2 dev and of MegaVeridicality dev; `data` is the shared folder."""
    found = {}
    for name, documents in judged(data).items():
        given, gold = pairs(documents, reader)
        found[f"{name}, Pearson r"] = correlation(given, gold)
        found[f"{name}, mean absolute error"] = mean_error(given, gold)
    return found


def judged(data: Path) -> dict[str, list[Document]]:
    """The development parts of both corpora, by their names; `data` is the shared folder."""
    return {
        "UDS-IH2 dev": ewt.load(data / "data", "dev"),
        "MegaVeridicality dev": megaveridicality.load(data / "data", "dev"),
    }


def pairs(documents: Iterable[Document], reader: TrainedReader) -> tuple[Floats, Floats]:
    """The reader's value and the label of each judged predicate."""
    given: list[float] = []
    gold: list[float] = []
    for document in documents:
        if document.factuality:
            values = values_of(rows_of(reader, document), reader.weights)
            given += [float(values[token]) for token in document.factuality]
            gold += document.factuality.values()
    return np.array(given), np.array(gold)


def values_of(rows: Rows, weights: HeadWeights) -> npt.NDArray[np.float32]:
    """The head's value of every token. (T,)."""
    hidden = np.maximum(rows.head("happened"), 0)
    values: npt.NDArray[np.float32] = hidden @ weights.happened + weights.happened_bias
    return values


if __name__ == "__main__":
    print_figures(__doc__, measure)
