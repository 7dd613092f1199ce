"""How fast this machine multiplies int8: plain products of the encoder's shapes.

The same runtime and operator family as the reader's, nothing between the products. One
thread, best of some rounds: the ceiling that reading is compared with.
"""

from __future__ import annotations

import time

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from whence.reader.heads import WIDTH as ROW

WIDTH, INNER, LAYERS = 384, 1536, 6
SHAPES = {(WIDTH, WIDTH): 4, (WIDTH, INNER): 1, (INNER, WIDTH): 1}
"""(in, out) of a layer's products, and how many it has."""

PER_LAYER = 2 * sum(one * other * count for (one, other), count in SHAPES.items())
"""Operations of a layer's products for one word piece; attention's own are not counted."""

_OF_FIRSTS = PER_LAYER - 2 * (2 * WIDTH * WIDTH)
PER_PIECE = LAYERS * PER_LAYER - _OF_FIRSTS
"""The same of all layers, but what the last does for tokens' first pieces alone: all of it
except keys and values."""

PER_TOKEN = _OF_FIRSTS + 2 * WIDTH * ROW
"""The same for a token: that, and the row of numbers its heads are."""

ROWS, ROUNDS, SECONDS = 200, 5, 0.2


def measure_peak() -> float:
    """Operations a second of one thread, all products of a layer in their proportion."""
    spent_s = sum(count * product_s(*shape) for shape, count in SHAPES.items())
    return ROWS * PER_LAYER / spent_s


def product_s(inner: int, outer: int) -> float:
    """Seconds of one product (ROWS, inner) · (inner, outer), the best of some rounds."""
    chance = np.random.default_rng(7)
    session = plain_session(chance.integers(-127, 128, (inner, outer)).astype(np.int8))
    rows = chance.integers(0, 256, (ROWS, inner)).astype(np.uint8)
    best = float("inf")
    for _ in range(ROUNDS):
        began, count = time.perf_counter(), 0
        while time.perf_counter() - began < SECONDS:
            session.run(None, {"x": rows})
            count += 1
        best = min(best, (time.perf_counter() - began) / count)
    return best


def plain_session(weight: np.ndarray) -> onnxruntime.InferenceSession:
    """A network of one product."""
    constants = [
        numpy_helper.from_array(weight, "w"),
        numpy_helper.from_array(np.array(128, np.uint8), "z"),
    ]
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["x", "w", "z"], ["y"])],
        "product",
        [helper.make_tensor_value_info("x", TensorProto.UINT8, [ROWS, weight.shape[0]])],
        [helper.make_tensor_value_info("y", TensorProto.INT32, [ROWS, weight.shape[1]])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
