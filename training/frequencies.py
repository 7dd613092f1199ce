"""Articles of PolNeAR train -> in how many of them each stem stands.

    python -m training.frequencies --data DIR

Writes `src/whence/lexicon/data/frequencies.txt`: the number of articles, then a stem and its
count in a line. It tells rare words from common ones where a store is too small to tell.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from whence.text.stems import stems_of

OUT = Path("src/whence/lexicon/data/frequencies.txt")
FEWEST = 3  # articles; rarer stems are as rare as unknown ones


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of all corpora")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    paths = sorted((options.data / "polnear/train/text").glob("*.txt"))
    counts: Counter[str] = Counter()
    for path in paths:
        counts.update(set(stems_of(path.read_text(encoding="utf-8-sig"))))
    kept = sorted((stem, count) for stem, count in counts.items() if count >= FEWEST)
    lines = [str(len(paths)), *(f"{stem} {count}" for stem, count in kept)]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(kept)} stems of {len(paths)} articles")


if __name__ == "__main__":
    main()
