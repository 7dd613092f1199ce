"""GUM's reported clauses by networks that have not seen them: five folds.

    python -m gates.folds --data DIR --out FOLDER

FOLDER is that of `training.folds`, which fits a network for each fold without a fifth of the
documents of GUM train and dev together. Each is measured on its fifth as `gates.reported`
says, and the counts are added up.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from gates.reported import figures, measure_reported
from training.corpora import gum
from training.corpora.gum_folds import FOLDS, held_of
from whence.reader.read import TrainedReader


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of all corpora")
    parser.add_argument("--out", type=Path, required=True, help="the folder of training.folds")
    options = parser.parse_args()
    parts = ("train", "dev")
    documents = [each for part in parts for each in gum.read(options.data, part, gum.UNSHIPPED)]
    relations = {
        name: found for part in parts for name, found in gum.reported(options.data, part).items()
    }
    counts: Counter[str] = Counter()
    for fold in range(FOLDS):
        held = held_of([each.name for each in documents], fold)
        own = [each for each in documents if each.name in held]
        found = measure_reported(own, relations, TrainedReader(options.out / f"fold{fold}"))
        print(json.dumps({"fold": fold, **figures(found)}), flush=True)
        counts.update(found)
    print(json.dumps({"folds": FOLDS, **figures(counts)}))


if __name__ == "__main__":
    main()
