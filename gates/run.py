"""Measures quality on development data and fails below the floors.

    python -m gates.run [--data DIR] [--update] [--allow-regression]

Reads the development articles with the installed `whence read`, judges them by the
scorers in `../shared/score`, prints a table and compares each figure with the floor in
`gates/baseline.json`. The data's hash is pinned there too: other data needs new floors.
`--update` writes the figures measured as floors, less `MARGIN`; it refuses to lower one
without `--allow-regression`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

BASELINE = Path(__file__).parent / "baseline.json"
MARGIN = 0.002  # int8 products differ between processors in the last digit of a score


def main() -> int:
    """Run the command line; 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the shared folder")
    parser.add_argument("--update", action="store_true", help="write the figures as floors")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower one")
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"{options.data} is not here: nothing to measure on")
        return 0
    digest = hash_data(options.data)
    figures = measure(options.data)
    floors = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    if options.update:
        return update(figures, floors.get("floors", {}), digest, force=options.allow_regression)
    if digest != floors["data"]:
        print("the data is not that of the floors: measure and --update")
        return 1
    failed = 0
    for name, floor in floors["floors"].items():
        found = figures.get(name, 0.0)
        failed += found < floor
        print(f"{'below' if found < floor else 'ok':6}{name:44}{found:8.4f}  floor {floor:.4f}")
    return 1 if failed else 0


def hash_data(shared: Path) -> str:
    """One digest of all that is measured on."""
    digest = hashlib.sha256()
    for path in sorted(
        [*(shared / "data/polnear/dev").rglob("*"), *(shared / "gold").glob("*.json")]
    ):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def measure(shared: Path) -> dict[str, float]:
    """Every figure by name, 0 to 1."""
    with tempfile.TemporaryDirectory() as folder:
        dev = score(shared, ["data/polnear/dev/text"], ["--brat", "data/polnear/dev"], folder)
        seed = score(shared, ["seeds"], ["--gold", "gold/seed-000.json"], folder)
    return {
        "PolNeAR dev, attribution F1": dev["attribution"]["f1"],
        "PolNeAR dev, strict F1": dev["attribution_strict"]["f1"],
        "PolNeAR dev, linked accuracy": dev["linked"]["accuracy"],
        **{f"PolNeAR dev, exact {role} F1": dev["exact"][role]["f1"] for role in dev["exact"]},
        "seed 000, attribution recall": seed["attribution"]["recall"],
        "seed 000, attribution precision": seed["attribution"]["precision"],
        "seed 000, fields_macro": seed["fields_macro"],
    }


def score(shared: Path, inputs: list[str], gold: list[str], folder: str) -> Any:  # noqa: ANN401 - JSON
    """What the scorer says of some inputs."""
    readings = Path(folder) / "readings.jsonl"
    whence = [str(Path(sys.executable).parent / "whence"), "read", "--format", "jsonl", "--quiet"]
    with readings.open("wb") as out:
        subprocess.run([*whence, *(str(shared / each) for each in inputs)], stdout=out, check=True)  # noqa: S603 - our own program
    gold = [gold[0], *(str(shared / each) for each in gold[1:])]
    judge = [sys.executable, str(shared / "score/attributions.py"), str(readings), *gold]
    result = subprocess.run(judge, capture_output=True, check=True)  # noqa: S603 - the scorer
    return json.loads(result.stdout)["scores"]


def update(figures: dict[str, float], floors: dict[str, float], digest: str, *, force: bool) -> int:
    """Write new floors."""
    new = {name: round(value - MARGIN, 4) for name, value in figures.items()}
    lower = [name for name, value in new.items() if value < floors.get(name, 0.0)]
    if lower and not force:
        print(f"would lower {', '.join(lower)}: say --allow-regression")
        return 1
    BASELINE.write_text(
        json.dumps({"data": digest, "floors": new}, indent=1) + "\n", encoding="utf-8"
    )
    print(*(f"{name}: {value:.4f}" for name, value in figures.items()), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
