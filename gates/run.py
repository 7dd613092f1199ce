"""Measures quality on development data and fails below the floors.

    python -m gates.run [--data DIR] [--only GROUP] [--figures FILE] [--update] [--allow-regression]

Prints a table of all figures, each with its floor from `gates/baseline.json`; how each
is counted stands in the module of its group. A figure whose name ends in one of `COSTS`
is the better the lower it is, so what is pinned is a ceiling. The hash of all files
measured on is pinned too: other data needs new floors. `--update` writes the figures
measured as floors, less `MARGIN`; it refuses to lower one without `--allow-regression`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from gates import (
    attributions,
    factuality,
    firmness,
    names,
    nested,
    pairs_of_claims,
    quantities,
    reliability,
    reported,
    sentences,
    stories,
    times,
    trees,
)
from training.corpora import ours
from whence.reader.read import TrainedReader

BASELINE = Path(__file__).parent / "baseline.json"
MARGIN = 0.002  # int8 products differ between processors in the last digit of a score
COSTS = ("error", "without an entity", "beside any report")
GROUPS = {
    "attributions": attributions,
    "nested": nested,
    "reported": reported,
    "reliability": reliability,
    "trees": trees,
    "sentences": sentences,
    "names": names,
    "factuality": factuality,
    "firmness": firmness,
    "quantities": quantities,
    "times": times,
    "stories": stories,
    "pairs": pairs_of_claims,
}


def main() -> int:
    """Run the command line; 1 where a figure is below its floor."""
    options = options_given()
    if not options.data.is_dir():
        print(f"{options.data} is not here: nothing to measure on")
        return 0
    pinned = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    floors, digest = pinned.get("floors", {}), hash_data(options.data)
    reader = TrainedReader()
    figures: dict[str, float] = {}
    for name in [options.only] if options.only else GROUPS:
        figures |= GROUPS[name].measure(options.data, reader)
    if options.figures:
        options.figures.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    if options.update:
        return update(figures, floors, digest, force=options.allow_regression)
    if digest != pinned.get("data"):
        print("the data is not that of the floors: measure and --update")
    failed = print_table(figures, floors, is_whole=options.only is None)
    return 1 if failed or digest != pinned.get("data") else 0


def options_given() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the shared folder")
    parser.add_argument("--only", choices=GROUPS, help="measure one group")
    parser.add_argument("--update", action="store_true", help="write the figures as floors")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower one")
    parser.add_argument("--figures", type=Path, help="write them as JSON, for the manifest")
    options = parser.parse_args()
    if options.only and options.update:
        parser.error("--update needs all figures: leave --only out")
    return options


def hash_data(shared: Path) -> str:
    """One digest of all that is measured on, our own articles too."""
    patterns = {pattern for group in GROUPS.values() for pattern in group.FILES}
    paths = {path for pattern in patterns for path in shared.glob(pattern) if path.is_file()}
    digest = hashlib.sha256()
    named = {path.relative_to(shared).as_posix(): path for path in paths}
    named |= {f"ours/{path.name}": path for path in ours.FOLDER.glob("*.txt")}
    for name, path in sorted(named.items()):
        if "__pycache__" not in path.parts:
            content = hashlib.sha256(path.read_bytes()).digest()
            digest.update(name.encode() + b"\0" + content)
    return digest.hexdigest()


def print_table(
    figures: Mapping[str, float], floors: Mapping[str, float], *, is_whole: bool
) -> int:
    """Print each figure with its floor; how many fail.

    With `is_whole` a floor whose figure is not there fails.
    """
    failed = 0
    for name, found in figures.items():
        floor = floors.get(name)
        is_bad = floor is not None and is_worse(name, found, floor)
        failed += is_bad
        word = "new" if floor is None else "fails" if is_bad else "ok"
        kind = "ceiling" if is_cost(name) else "floor"
        end = "" if floor is None else f"  {kind} {floor:.4f}"
        print(f"{word:6}{name:52}{found:8.4f}{end}")
    gone = [name for name in floors if is_whole and name not in figures]
    for name in gone:
        print(f"fails {name:52} is not measured")
    return failed + len(gone)


def is_cost(name: str) -> bool:
    """Whether a figure is the better the lower it is."""
    return name.endswith(COSTS)


def is_worse(name: str, found: float, floor: float) -> bool:
    """Whether a figure is on the wrong side of another."""
    return found > floor if is_cost(name) else found < floor


def update(
    figures: Mapping[str, float], floors: Mapping[str, float], digest: str, *, force: bool
) -> int:
    """Write new floors."""
    new = {
        name: round(value + MARGIN if is_cost(name) else value - MARGIN, 4)
        for name, value in figures.items()
    }
    lower = [name for name in floors if name in new and is_worse(name, new[name], floors[name])]
    if lower and not force:
        print(f"would lower {', '.join(lower)}: say --allow-regression")
        return 1
    BASELINE.write_text(
        json.dumps({"data": digest, "floors": new}, indent=1) + "\n", encoding="utf-8"
    )
    print_table(figures, new, is_whole=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
