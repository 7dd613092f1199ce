"""Weights and ranges -> the network as ONNX, int8 where it multiplies.

Every product takes int8 weights with a scale for each output, and uint8 inputs with one scale
that was measured once and is fixed (`Ranges`): no input's company changes what it becomes.
Inputs that are a norm's output are first divided by a factor for each channel, which the
weights take back (SmoothQuant, Xiao et al. 2023, https://arxiv.org/abs/2211.10438). Sums,
norms, GELU and attention stay float32. `QGemm`, `MultiHeadAttention` and `Gelu` are
onnxruntime's own operators.

Letters: P pieces, W tokens, D = 384.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.encoder import HEADS, LAYERS, WIDTH

OURS = "com.microsoft"
Array = np.ndarray


@dataclass(frozen=True)
class Range:
    """What a product's input was seen to be.

    Attributes:
        low: Least value after the division by `smooth`.
        high: Greatest.
        smooth: Divisor of each channel, None for none.
    """

    low: float
    high: float
    smooth: Array | None = None

    def scale(self) -> tuple[np.float32, np.uint8]:
        """Scale and zero point of uint8."""
        low, high = min(self.low, 0.0), max(self.high, 0.0)
        scale = (high - low) / 255 or 1.0
        return np.float32(scale), np.uint8(np.clip(round(-low / scale), 0, 255))


def to_int8(weight: Array) -> tuple[Array, Array]:
    """int8 with a scale for each row. (N, D) -> (N, D), (N,)."""
    scale = np.abs(weight).max(axis=1) / 127
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    return np.round(weight / scale[:, None]).astype(np.int8), scale


@dataclass
class Graph:
    """A graph in the making."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def keep(self, name: str, value: Array) -> str:
        """A constant."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(
        self, kind: str, inputs: list[str], name: str, domain: str = "", **options: object
    ) -> str:
        """A node; its output has its name."""
        node = helper.make_node(kind, inputs, [name], name=name, domain=domain, **options)
        self.nodes.append(node)
        return name

    def serialise(
        self, inputs: Sequence[tuple[str, int, list[str | int]]], shape: list[str | int]
    ) -> bytes:
        """The graph as a model with these inputs; its output is called y."""
        given = [helper.make_tensor_value_info(*each) for each in inputs]
        out = helper.make_tensor_value_info("y", TensorProto.FLOAT, shape)
        made = helper.make_graph(self.nodes, "whence", given, [out], self.constants)
        versions = [helper.make_opsetid("", 17), helper.make_opsetid(OURS, 1)]
        return helper.make_model(made, opset_imports=versions, ir_version=8).SerializeToString()

    def norm(self, x: str, weights: Mapping[str, Array], of: str, name: str) -> str:
        """Layer norm; apart from the sum before it, which onnxruntime is slow to do at once."""
        scale = self.keep(f"{name}.scale", weights[f"{of}.weight"])
        bias = self.keep(f"{name}.bias", weights[f"{of}.bias"])
        return self.add("LayerNormalization", [x, scale, bias], name, axis=-1, epsilon=1e-12)

    def round_off(self, x: str, range_: Range | None, name: str) -> tuple[str, str, str]:
        """uint8 of a float input, its scale and zero point, without a range those of the call."""
        if range_ is None:
            found = (f"{name}.q", f"{name}.s", f"{name}.z")
            self.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], found, name=name))
            return found
        scale, zero = range_.scale()
        if range_.smooth is not None:
            factor = self.keep(f"{name}.smooth", (1 / range_.smooth).astype(np.float32))
            x = self.add("Mul", [x, factor], f"{name}.smoothed")
        scale_name, zero_name = self.keep(f"{name}.s", scale), self.keep(f"{name}.z", zero)
        out = self.add("QuantizeLinear", [x, scale_name, zero_name], f"{name}.q")
        return out, scale_name, zero_name

    def product(
        self, x: tuple[str, str, str], range_: Range | None, weight: Array, bias: Array, name: str
    ) -> str:
        """X · weightᵀ + bias as float. `weight` has shape (out, in)."""
        if range_ is None:
            return self.dynamic_product(x, weight, bias, name)
        if range_.smooth is not None:
            weight = weight * range_.smooth[None]
        whole, scale = to_int8(weight)
        offset = np.round(bias / (scale * range_.scale()[0])).astype(np.int32)
        inputs = [
            *x,
            self.keep(f"{name}.w", whole.T),
            self.keep(f"{name}.ws", scale),
            self.keep(f"{name}.wz", np.zeros(len(scale), np.int8)),
            self.keep(f"{name}.b", offset),
        ]
        return self.add("QGemm", inputs, name, OURS, transA=0, transB=0, alpha=1.0)

    def dynamic_product(
        self, x: tuple[str, str, str], weight: Array, bias: Array, name: str
    ) -> str:
        """The same with the scale that the call's own input gave."""
        whole, own_scale = to_int8(weight)
        rounded, scale, zero = x
        kept = self.keep(f"{name}.w", whole.T)
        sums = self.add("MatMulInteger", [rounded, kept, zero], f"{name}.sums")
        sums = self.add("Cast", [sums], f"{name}.float", to=TensorProto.FLOAT)
        both = self.add("Mul", [self.keep(f"{name}.ws", own_scale), scale], f"{name}.scale")
        scaled = self.add("Mul", [sums, both], f"{name}.scaled")
        return self.add("Add", [scaled, self.keep(f"{name}.b", bias.astype(np.float32))], name)


def build_reader(weights: Mapping[str, Array], ranges: Mapping[str, Range], row: str) -> bytes:
    """The serialised reader: ids (P,), shapes (P,), firsts (W,) -> y (W, N).

    Args:
        weights: The encoder's by PyTorch's names, and the row's.
        ranges: Of each product's input, as `measure_ranges` names them.
        row: Prefix of the linear layer over tokens.
    """
    graph = Graph()
    x = layers(graph, weights, ranges, embed(graph, weights), only=True)
    weight, bias = weights[f"{row}.weight"], weights[f"{row}.bias"]
    graph.product(graph.round_off(x, ranges["row"], "row"), ranges["row"], weight, bias, "y")
    return graph.serialise(
        [("ids", TensorProto.INT64, ["P"]), ("shapes", TensorProto.INT64, ["P"]),
         ("firsts", TensorProto.INT64, ["W"])],
        ["W", len(bias)],
    )  # fmt: skip


def build_vectors(weights: Mapping[str, Array]) -> bytes:
    """The serialised encoder of a text: words (P, D) -> y (D,) of length 1.

    Words are rows of the table that `word_table` writes; scales are found by each call anew.
    """
    graph = Graph()
    mean = graph.add("ReduceMean", [_of_words(graph, weights)], "mean", axes=[0], keepdims=0)
    length = graph.add("ReduceL2", [mean], "length", axes=[0], keepdims=1)
    graph.add("Div", [mean, length], "y")
    return graph.serialise([("words", TensorProto.FLOAT, ["P", WIDTH])], [WIDTH])


def build_pairs(weights: Mapping[str, Array], head: str) -> bytes:
    """The serialised comparer of two texts: words (P, D), kinds (P,) -> y (N,), probabilities.

    Args:
        weights: The encoder's, and the head's.
        head: Prefix of the linear layer over the mean of the pieces.
    """
    graph = Graph()
    mean = graph.add(
        "ReduceMean", [_of_words(graph, weights, has_kinds=True)], "mean", axes=[0], keepdims=1
    )
    weight = graph.keep("head", weights[f"{head}.weight"].T)
    bias = graph.keep("head.b", weights[f"{head}.bias"])
    scores = graph.add("Gemm", [mean, weight, bias], "scores")
    shares = graph.add("Softmax", [scores], "shares", axis=1)
    graph.add("Reshape", [shares, graph.keep("flat", np.array([-1], np.int64))], "y")
    inputs = [("words", TensorProto.FLOAT, ["P", WIDTH]), ("kinds", TensorProto.INT64, ["P"])]
    return graph.serialise(inputs, [len(weights[f"{head}.bias"])])


def word_table(weights: Mapping[str, Array]) -> tuple[Array, Array]:
    """The word table as int8 with a scale for each row. (V, D) -> (V, D), (V, 1)."""
    table = weights["words.weight"]
    scale = np.abs(table).max(axis=1, keepdims=True) / 127
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    return np.round(table / scale).astype(np.int8), scale


def embed(graph: Graph, weights: Mapping[str, Array]) -> str:
    """Ids and shapes -> normed vectors."""
    words, scale = word_table(weights)
    graph.keep("words", words)
    graph.keep("words.s", scale)
    graph.keep("positions", weights["positions.weight"] + weights["kinds.weight"][:1])
    graph.keep("zero", np.array([0], np.int64))
    rows = graph.add("Gather", ["words", "ids"], "rows_int8", axis=0)
    rows = graph.add("Cast", [rows], "rows", to=TensorProto.FLOAT)
    scales = graph.add("Gather", ["words.s", "ids"], "row_scales", axis=0)
    vectors = graph.add("Mul", [rows, scales], "word_vectors")
    count = graph.add("Shape", ["ids"], "count")
    here = graph.add("Slice", ["positions", "zero", count, "zero"], "places")
    x = graph.add("Add", [vectors, here], "embedded")
    graph.keep("shape_table", weights["shapes.weight"])
    shape = graph.add("Gather", ["shape_table", "shapes"], "shape_vectors", axis=0)
    x = graph.add("Add", [x, shape], "shaped")
    return graph.norm(x, weights, "norm", "start")


def _of_words(graph: Graph, weights: Mapping[str, Array], *, has_kinds: bool = False) -> str:
    """Rows of the word table, and with them the kind of each -> the last layer's vectors."""
    kinds = weights["kinds.weight"]
    positions = weights["positions.weight"]
    graph.keep("positions", positions if has_kinds else positions + kinds[:1])
    graph.keep("zero", np.array([0], np.int64))
    graph.keep("one", np.array([1], np.int64))
    shape = graph.add("Shape", ["words"], "shape")
    count = graph.add("Slice", [shape, "zero", "one", "zero"], "count")
    here = graph.add("Slice", ["positions", "zero", count, "zero"], "places")
    x = graph.add("Add", ["words", here], "embedded")
    if has_kinds:
        graph.keep("kind_table", kinds)
        kind = graph.add("Gather", ["kind_table", "kinds"], "kind_vectors", axis=0)
        x = graph.add("Add", [x, kind], "kinded")
    return layers(graph, weights, None, graph.norm(x, weights, "norm", "start"), only=False)


def layers(
    graph: Graph,
    weights: Mapping[str, Array],
    ranges: Mapping[str, Range] | None,
    x: str,
    *,
    only: bool,
) -> str:
    """All layers. (P, D) -> (P, D), with `only` of tokens' first pieces: (W, D)."""
    graph.keep("two", np.array([-1, WIDTH], np.int64))
    graph.keep("three", np.array([1, -1, WIDTH], np.int64))
    for number in range(LAYERS):
        is_last = number == LAYERS - 1
        x = layer(graph, weights, ranges, number, x, only=is_last and only)
    return x


def layer(
    graph: Graph,
    weights: Mapping[str, Array],
    ranges: Mapping[str, Range] | None,
    number: int,
    x: str,
    *,
    only: bool,
) -> str:
    """One transformer layer. (P, D) -> (P, D), with `only` of tokens' first pieces: (W, D)."""
    own = f"layers.{number}"

    def rounded_off(x: str, place: str) -> tuple[str, str, str]:
        return graph.round_off(x, ranges[f"{own}.{place}"] if ranges else None, f"{own}.{place}_")

    def linear(rounded: tuple[str, str, str], place: str, part: str) -> str:
        weight, bias = weights[f"{own}.{part}.weight"], weights[f"{own}.{part}.bias"]
        range_ = ranges[f"{own}.{place}"] if ranges else None
        return graph.product(rounded, range_, weight, bias, f"{own}.{part}")

    rounded = rounded_off(x, "in")
    asking = rounded
    if only:  # only they ask the others, and nothing after attention mixes pieces
        own_rows = graph.add("Gather", [rounded[0], "firsts"], f"{own}.asking", axis=0)
        asking = (own_rows, *rounded[1:])
        x = graph.add("Gather", [x, "firsts"], f"{own}.firsts", axis=0)
    three = [
        graph.add("Reshape", [linear(rows, "in", part), "three"], f"{own}.{part}.3")
        for part, rows in (("query", asking), ("key", rounded), ("value", rounded))
    ]
    mixed = graph.add("MultiHeadAttention", three, f"{own}.heads", OURS, num_heads=HEADS)
    mixed = graph.add("Reshape", [mixed, "two"], f"{own}.mixed")
    out = linear(rounded_off(mixed, "mid"), "mid", "out")
    x = graph.norm(graph.add("Add", [out, x], f"{own}.sum1"), weights, f"{own}.norm1", f"{own}.n1")
    up = linear(rounded_off(x, "up"), "up", "up")
    up = graph.add("Gelu", [up], f"{own}.gelu", OURS)
    down = linear(rounded_off(up, "down"), "down", "down")
    return graph.norm(
        graph.add("Add", [down, x], f"{own}.sum2"), weights, f"{own}.norm2", f"{own}.n2"
    )
