"""Judged predicates -> how near the rules on firmness come to what readers say happened.

    python -m gates.firmness --data DIR

Each predicate of UDS-IH2 dev and MegaVeridicality dev (-3 to 3) is read on the reader's trees by
`gates.predicates`; its degree is compared with the label. Beside it stand, for the same predicates:

* left to right: the words of the predicate with all that depends on it, read without the tree;
* happened: the network's own value;
* both: half of the degree by the tree and half of that value.

The label is what readers think happened, the degree what the words commit to: a plan that is
told of as one has 0, an "I think" 2. Documents and tokens are those of `gates.factuality`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gates import factuality
from gates.command import print_figures
from gates.gold_tokens import rows_of, sentence_numbers
from gates.predicates import predicate_degree
from gates.rates import correlation, mean_error
from training.corpora.records import Document
from whence.attributions.commitment import commit
from whence.ledger.factuality import degree_of
from whence.ledger.marking import Parse
from whence.lexicon.phrases import words_between
from whence.reader.analyse import parse_sentences
from whence.reader.read import TrainedReader
from whence.text.trees import Tree

FILES = factuality.FILES
Floats = npt.NDArray[np.float64]


def measure(data: Path, reader: TrainedReader) -> dict[str, float]:
    """The figures of UDS-IH2 dev and MegaVeridicality dev; `data` is the shared folder."""
    figures = {}
    for part, documents in factuality.judged(data).items():
        ways = collect(documents, reader)
        gold = ways.pop("gold")
        for name, values in ways.items():
            figures[f"{part}, firmness {name}, Pearson r"] = correlation(values, gold)
            figures[f"{part}, firmness {name}, error"] = mean_error(values, gold)
    return figures


def collect(documents: Iterable[Document], reader: TrainedReader) -> dict[str, Floats]:
    """The value of each way for each judged predicate, and the labels as "gold"."""
    found: dict[str, list[float]] = defaultdict(list)
    for document in documents:
        if document.factuality:
            rows = rows_of(reader, document)
            parse = parse_sentences(rows, sentence_numbers(document), reader.weights)
            for ways in values_of(document, parse):
                for name, value in ways.items():
                    found[name].append(value)
    return {name: np.array(values) for name, values in found.items()}


def values_of(document: Document, parse: Parse) -> Iterator[dict[str, float]]:
    """What each way gives for each judged predicate of a document, and the label."""
    text = " ".join(token for each in document.paragraphs for token in each)
    tree = Tree(parse)
    for token, label in (document.factuality or {}).items():
        by_tree = predicate_degree(text, tree, token)
        happened = parse.happened[token]
        yield {
            "gold": label,
            "by tree": by_tree,
            "left to right": _left_to_right(text, tree, token),
            "happened": happened,
            "both": (by_tree + happened) / 2,
        }


def _left_to_right(text: str, tree: Tree, token: int) -> float:
    tokens = tree.below(token, lambda _: False)
    words = words_between(text, tree.start(tokens[0]), tree.end(tokens[-1]))
    said = commit(text, words, None)
    return degree_of(said.certainty, said.polarity)


if __name__ == "__main__":
    print_figures(__doc__, measure)
