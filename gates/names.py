"""CrossNER's political sentences -> how many of their names the reader finds.

The tokens are CrossNER's, each sentence is read alone. A name counts where its first
token, its last token and its kind are right. Three figures:

* exact name F1: the nine kinds of CrossNER, by both heads (`political_names`);
* mapped, by both heads and by the names head alone: person (politician, person), organisation
  (politicalparty, organisation) and place (country, location); names of other kinds
  (event, election, misc, other) are dropped on both sides.

    python -m gates.names --data DIR
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gates.command import print_figures
from gates.gold_tokens import rows_of
from gates.rates import Found, compare
from training.corpora import crossner
from training.corpora.records import Document
from whence.reader.heads import KIND_OF, NAME_KINDS, NAMES, POLITICS, POLITICS_KINDS
from whence.reader.names import Floats, NamePiece, names_of
from whence.reader.read import TrainedReader

FILES = ("data/names/crossner_politics_dev.conll",)

WHOLE = {kind: kind for kind in POLITICS_KINDS}
COARSE = {kind: own for kind, own in KIND_OF.items() if own != "other"}
OWN = {kind: kind for kind in NAME_KINDS if kind != "other"}

AS_NAMES = ("O", *(f"{each[:2]}{KIND_OF[each[2:]]}" for each in POLITICS[1:]))
"""For each label of `POLITICS` the one of `NAMES` that it amounts to."""
NAMES_SHARE = 0.3  # how much the head of names counts beside that of politics; CrossNER's and
# GUM's dev parts, 2026-11

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


def political_names(
    politics: Floats, names: Floats, opens: npt.NDArray[np.bool_]
) -> list[NamePiece]:
    """Names with CrossNER's nine kinds, by both heads that know names.

    Args:
        politics: Raw scores of that head. Shape (T, L).
        names: The same of the head of names.
        opens: As `names_of` takes it.
    """
    if not len(politics):
        return []
    columns = [NAMES.index(each) for each in AS_NAMES]
    both = _log_shares(politics) + NAMES_SHARE * _log_shares(names)[:, columns]
    return names_of(both, opens, POLITICS)


def _log_shares(scores: Floats) -> Floats:
    logs: Floats = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    return logs


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
