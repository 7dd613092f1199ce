"""Treebanks' tokens and sentences -> how much of their trees the reader finds.

The tokens and sentences are the treebank's own. Counted is every token, punctuation too:

* UAS: its head is the right one (the root's head is the root of the sentence);
* LAS: that, and the relation is the right one; relations are compared without subtypes
  (`nmod:poss` is `nmod`);
* part of speech: its universal tag is the right one.

    python -m gates.trees --data DIR
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from gates.command import print_figures
from gates.gold_tokens import rows_of, sentence_numbers
from gates.rates import share
from training.corpora import ewt, gum
from training.corpora.records import Document
from whence.ledger.marking import Parse
from whence.reader.analyse import parse_sentences
from whence.reader.read import TrainedReader

FILES = (f"data/ud/ewt/{ewt.FILES['dev']}", f"data/ud/gum/{gum.FILES['dev']}")


def measure(data: Path, reader: TrainedReader) -> dict[str, float]:
    """The figures of EWT dev and of GUM dev without its genre conversation.

    Args:
        data: The shared folder.
        reader: As shipped.
    """
    parts = {"EWT dev": ewt.load(data / "data", "dev"), "GUM dev": gum.load(data / "data", "dev")}
    return {
        f"{name}, {figure}": value
        for name, documents in parts.items()
        for figure, value in figures(count(documents, reader)).items()
    }


def count(documents: Iterable[Document], reader: TrainedReader) -> Counter[str]:
    """What is right in the documents that have trees, added up."""
    counts: Counter[str] = Counter()
    for document in documents:
        if document.heads is not None:
            rows = rows_of(reader, document)
            found = parse_sentences(rows, sentence_numbers(document), reader.weights)
            counts += compare(document, found)
    return counts


def compare(document: Document, found: Parse) -> Counter[str]:
    """What is right in one document that has a tree."""
    gold_heads, gold_relations = document.heads or (), document.relations or ()
    arcs = zip(gold_heads, gold_relations, found.heads, found.relations, strict=True)
    counts: Counter[str] = Counter(tokens=len(gold_heads))
    for gold_head, gold_relation, head, relation in arcs:
        counts["heads"] += gold_head == head
        counts["arcs"] += gold_head == head and gold_relation == relation
    parts = zip(document.parts or (), found.parts, strict=True)
    counts["parts"] = sum(gold == part for gold, part in parts)
    return counts


def figures(counts: Counter[str]) -> dict[str, float]:
    """Shares of all tokens."""
    return {
        "UAS": share(counts["heads"], counts["tokens"]),
        "LAS": share(counts["arcs"], counts["tokens"]),
        "part of speech": share(counts["parts"], counts["tokens"]),
    }


if __name__ == "__main__":
    print_figures(__doc__, measure)
