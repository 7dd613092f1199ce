"""heads.npz -> what the heads need beside the network's rows."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np

from whence.errors import ReaderError
from whence.reader.chains import Tables
from whence.reader.links import LinkWeights
from whence.reader.references import ReferenceWeights
from whence.reader.trees import TreeWeights

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class HeadWeights:
    """The heads' own weights.

    Attributes:
        chains: Tables of the outer and of the inner attributions.
        happened: Of the last layer of factuality. (H,).
        happened_bias: Shape (1,).
    """

    chains: tuple[Tables, Tables]
    links: LinkWeights
    trees: TreeWeights
    references: ReferenceWeights
    happened: Floats
    happened_bias: Floats


def read_weights(data: bytes) -> HeadWeights:
    """The weights of a file.

    Raises:
        ReaderError: One is missing.
    """
    with np.load(io.BytesIO(data)) as file:
        try:
            return HeadWeights(
                chains=(
                    Tables(*(file[f"{name}"][0] for name in ("steps", "start", "stop"))),
                    Tables(*(file[f"{name}"][1] for name in ("steps", "start", "stop"))),
                ),
                links=LinkWeights(file["link_none"], file["link_bias"]),
                trees=TreeWeights(*(file[name] for name in TreeWeights._fields)),
                references=ReferenceWeights(file["refers_none"], file["refers_bias"]),
                happened=file["happened"],
                happened_bias=file["happened_bias"],
            )
        except KeyError as error:
            raise ReaderError(f"heads.npz: {error} is missing; install whence again") from error
