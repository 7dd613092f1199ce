"""English Web Treebank with the factuality of UDS-IH2 -> documents.

Sources: https://github.com/UniversalDependencies/UD_English-EWT and, for factuality,
https://github.com/njjiang/factuality_bert (UDS-IH2: http://decomp.io).

    python -m training.corpora.ewt --data DIR     # how much of UDS-IH2 was matched
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from training.corpora import conllu
from training.corpora.factuality import Judged, load_judged
from training.corpora.records import Document

FILES = {"train": "en_ewt-ud-train.conllu.gz", "dev": "en_ewt-ud-dev.conllu"}
JUDGED = {"train": "uds_ih2_train.jsonl.gz", "dev": "uds_ih2_dev.jsonl"}


class Matched(NamedTuple):
    """What of UDS-IH2 stands in the treebank.

    Attributes:
        values: For each document, predicate's token to its value, -3 to 3.
        left: What stands nowhere in it, with its number in the file.
        sentence_count: Matched sentences.
    """

    values: list[dict[int, float]]
    left: list[tuple[int, Judged]]
    sentence_count: int


def load(folder: Path, part: str) -> list[Document]:
    """The documents of a part, "train" or "dev"; `folder` is the one that holds `ud`.

    UDS-IH2's sentences without a match follow as documents `uds-N` without a tree.
    """
    parsed = conllu.read(folder / "ud" / "ewt" / FILES[part])
    matched = match(parsed, load_judged(folder / "factuality" / JUDGED[part]))
    documents = [
        conllu.document(one, factuality=values or None)
        for one, values in zip(parsed, matched.values, strict=True)
    ]
    return [*documents, *(judged.document(f"uds-{number}") for number, judged in matched.left)]


def match(parsed: list[conllu.Parsed], judged: list[Judged]) -> Matched:
    """Each judged sentence to the first sentence of the same tokens not yet taken."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, one in enumerate(parsed):
        for start, end in zip(one.sentences, one.sentence_ends(), strict=True):
            places[" ".join(one.tokens[start:end])].append((index, start))
    values: list[dict[int, float]] = [{} for _ in parsed]
    left = []
    for number, each in enumerate(judged):
        free = places.get(" ".join(each.tokens))
        if not free:
            left.append((number, each))
            continue
        index, start = free.pop(0)
        values[index].update({start + at: value for at, value in each.values.items()})
    return Matched(values, left, len(judged) - len(left))


def main() -> None:
    """Print how much of UDS-IH2 was matched."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud/ and factuality/")
    options = parser.parse_args()
    for part, name in FILES.items():
        judged = load_judged(options.data / "factuality" / JUDGED[part])
        matched = match(conllu.read(options.data / "ud" / "ewt" / name), judged)
        predicates = sum(map(len, matched.values))
        total = sum(len(each.values) for each in judged)
        print(
            f"{part}: {matched.sentence_count:,} of {len(judged):,} sentences, "
            f"{predicates:,} of {total:,} predicates"
        )


if __name__ == "__main__":
    main()
