"""Arrays -> arrays, by the networks: the only import of onnxruntime.

Each window is one call with one thread and without padding, and every scale in the network
is fixed, so that nothing but the article decides its reading. Speed comes from reading
several articles at once, in processes of their own.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]


def load_session(data: bytes) -> onnxruntime.InferenceSession:
    """A network ready to run in the calling thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # sums and norms stay apart: joined they are eight times slower on a CPU
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])


def load_tokenizer(data: bytes) -> Tokenizer:
    """A tokenizer that cuts nothing off and fills nothing up."""
    tokenizer = Tokenizer.from_buffer(data)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def run(session: onnxruntime.InferenceSession, **inputs: Floats | npt.NDArray[np.int64]) -> Floats:
    """The network's output for named inputs."""
    result: Floats = session.run(None, inputs)[0]
    return result
