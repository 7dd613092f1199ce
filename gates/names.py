"""CrossNER's political sentences -> how many of their names the reader finds.

The tokens are CrossNER's, each sentence is read alone. A name counts where its first
token, its last token and its kind are right. Three figures:

* exact name F1: the nine kinds of CrossNER, by both heads (`reader.names.political_names`);
* mapped, by both heads and by the names head alone: person (politician, person), organisation
  (politicalparty, organisation) and place (country, location); names of other kinds
  (event, election, misc, other) are dropped on both sides.

    python -m gates.names --data DIR
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from gates.command import print_figures
from gates.gold_tokens import rows_of
from gates.rates import Found, compare
from training.corpora import crossner
from training.corpora.records import Document
from whence.reader.heads import KIND_OF, NAME_KINDS, POLITICS_KINDS
from whence.reader.names import NamePiece, names_of, political_names
from whence.reader.read import TrainedReader

FILES = ("data/names/crossner_politics_dev.conll",)

WHOLE = {kind: kind for kind in POLITICS_KINDS}
COARSE = {kind: own for kind, own in KIND_OF.items() if own != "other"}
OWN = {kind: kind for kind in NAME_KINDS if kind != "other"}

Span = tuple[int, int, str]
"""First token, last token, kind."""


def measure(data: Path, reader: TrainedReader) -> dict[str, float]:
    """The figures of CrossNER politics dev; `data` is the shared folder."""
    found = count(crossner.load(data / "data", "dev"), reader)
    return {f"CrossNER dev, {name}": each.f1 for name, each in found.items()}


def count(documents: Iterable[Document], reader: TrainedReader) -> dict[str, Found]:
    """The names of some documents by figure, added up."""
    counts = dict.fromkeys(("exact name F1", "mapped F1", "mapped F1, names head"), Found())
    for document in documents:
        rows = rows_of(reader, document)
        politics = political_names(rows.head("politics"), rows.head("names"), rows.opens)
        names = names_of(rows.head("names"), rows.opens)
        pairs = (
            (gold_of(document, WHOLE), given_of(politics, WHOLE)),
            (gold_of(document, COARSE), given_of(politics, COARSE)),
            (gold_of(document, COARSE), given_of(names, OWN)),
        )
        for figure, (gold, given) in zip(counts, pairs, strict=True):
            counts[figure] = counts[figure].plus(compare(gold, given))
    return counts


def gold_of(document: Document, kinds: Mapping[str, str]) -> list[Span]:
    """The names of a document whose kind is one of some, under that kind's new name."""
    return [
        (first, last, kinds[kind]) for (first, last), kind in document.names or () if kind in kinds
    ]


def given_of(pieces: Iterable[NamePiece], kinds: Mapping[str, str]) -> list[Span]:
    """The same of names that the reader found."""
    return [(each.first, each.last, kinds[each.kind]) for each in pieces if each.kind in kinds]


if __name__ == "__main__":
    print_figures(__doc__, measure)
