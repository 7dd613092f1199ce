"""PolNeAR dev and an annotated article -> how far the program finds who says what.

The readings are judged by the scorers in `../shared/score`, which say how they count.

    python -m gates.attributions --data DIR
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gates.command import print_figures
from gates.readings import read_paths
from whence.attributions.port import Reader
from whence.render.contract import reading_json

FILES = ("data/polnear/dev/**/*", "gold/*.json", "seeds/**/*", "score/*.py")


def measure(data: Path, reader: Reader) -> dict[str, float]:
    """The figures of PolNeAR dev and of seed 000; `data` is the shared folder."""
    polnear = data / "data/polnear/dev"
    dev = score(data, polnear / "text", ["--brat", polnear], reader)
    seed = score(data, data / "seeds", ["--gold", data / "gold/seed-000.json"], reader)
    return {
        "PolNeAR dev, attribution F1": dev["attribution"]["f1"],
        "PolNeAR dev, attribution precision": dev["attribution"]["precision"],
        "PolNeAR dev, attribution recall": dev["attribution"]["recall"],
        "PolNeAR dev, strict F1": dev["attribution_strict"]["f1"],
        "PolNeAR dev, linked accuracy": dev["linked"]["accuracy"],
        **{f"PolNeAR dev, exact {role} F1": dev["exact"][role]["f1"] for role in dev["exact"]},
        "seed 000, attribution recall": seed["attribution"]["recall"],
        "seed 000, attribution precision": seed["attribution"]["precision"],
        "seed 000, fields_macro": seed["fields_macro"],
    }


def score(data: Path, texts: Path, gold: Sequence[str | Path], reader: Reader) -> Any:  # noqa: ANN401 - JSON
    """What the scorer says of the articles of a folder."""
    with TemporaryDirectory() as folder:
        readings = Path(folder) / "readings.jsonl"
        with readings.open("w", encoding="utf-8") as out:
            out.writelines(f"{reading_json(each)}\n" for each in read_paths([texts], reader))
        judge = [sys.executable, data / "score/attributions.py", readings, *gold]
        result = subprocess.run(judge, capture_output=True, check=True)  # noqa: S603 - the scorer
    return json.loads(result.stdout)["scores"]


if __name__ == "__main__":
    print_figures(__doc__, measure)
