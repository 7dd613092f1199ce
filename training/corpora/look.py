"""The corpora -> a table of what is in them.

python -m training.corpora.look --data DIR
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from training.corpora import crossner, ewt, gum, megaveridicality, re3d
from training.corpora.records import Document

COLUMNS = (
    "documents",
    "tokens",
    "sentences",
    "trees",
    "attributions",
    "inner",
    "no source",
    "mentions",
    "names",
    "predicates",
)


def main() -> None:
    """Print a row of counts for each part of each corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud/, names/, …")
    options = parser.parse_args()
    print("".join(f"{column:>13}" for column in ("", *COLUMNS)))
    for name, load in parts(options.data):
        documents = load()
        counts = count(documents)
        cells = [f"{counts[column]:,}" for column in COLUMNS]
        print(f"{name:13}" + "".join(f"{cell:>13}" for cell in cells))
        print("".ljust(13) + f"   attributions by depth: {depths(documents)}")


def parts(folder: Path) -> list[tuple[str, Callable[[], list[Document]]]]:
    """A name and a loader for each part of each corpus; GUM with all its genres too."""
    found: list[tuple[str, Callable[[], list[Document]]]] = []
    for part in ("train", "dev"):
        found += [
            (f"ewt {part}", partial(ewt.load, folder, part)),
            (f"gum {part}", partial(gum.load, folder, part)),
            (f"gum all {part}", partial(gum.load, folder, part, leave_out=())),
            (f"crossner {part}", partial(crossner.load, folder, part)),
            (f"megav. {part}", partial(megaveridicality.load, folder, part)),
        ]
    return [*found, ("re3d", partial(re3d.load, folder))]


def count(documents: Iterable[Document]) -> Counter[str]:
    """How much of each column stands in some documents; a tree is counted by its root."""
    counts: Counter[str] = Counter()
    for each in documents:
        said = each.attributions or ()
        counts["documents"] += 1
        counts["tokens"] += sum(map(len, each.paragraphs))
        counts["sentences"] += len(each.sentences or ())
        counts["trees"] += (each.heads or ()).count(-1)
        counts["attributions"] += len(said)
        counts["inner"] += sum(one.outer is not None for one in said)
        counts["no source"] += sum(not one.source for one in said)
        counts["mentions"] += len(each.mentions or ())
        counts["names"] += len(each.names or ())
        counts["predicates"] += len(each.factuality or ())
    return counts


def depths(documents: Iterable[Document]) -> dict[int, int]:
    """Number of attributions inside 0, 1, … others."""
    found: Counter[int] = Counter()
    for each in documents:
        own: list[int] = []
        for said in each.attributions or ():
            own.append(0 if said.outer is None else own[said.outer] + 1)
        found.update(own)
    return dict(sorted(found.items()))


if __name__ == "__main__":
    main()
