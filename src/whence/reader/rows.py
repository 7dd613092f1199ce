"""The network's rows for one text, with its tokens and windows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from whence.ledger.span import Span
from whence.reader.heads import PLACES
from whence.reader.windows import Window

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]


class Rows:
    """One row of numbers for each token. T tokens, N numbers.

    Attributes:
        printed: The tokens themselves. Length T.
        tokens: [start, end) characters of each. Length T.
        windows: Together they hold each token once, in order.
        parts: The rows of each window. Shapes (W, N).
        opens: Whether a token is the first of its paragraph. Shape (T,).
        chains: Number of the paragraph's part in a window that holds it. Shape (T,).
    """

    def __init__(
        self,
        paragraphs: Sequence[Sequence[str]],
        tokens: Sequence[tuple[int, int]],
        windows: Sequence[Window],
        parts: Sequence[Floats],
    ) -> None:
        """Put the windows side by side."""
        self.printed = [token for paragraph in paragraphs for token in paragraph]
        self.tokens, self.windows, self.parts = tokens, windows, parts
        counts = [*map(len, paragraphs)]
        firsts = np.cumsum([0, *counts])[:-1]
        self.opens = np.zeros(len(tokens), dtype=np.bool_)
        self.opens[firsts[np.array(counts, dtype=np.int64) > 0]] = True
        begins = [window.opens for window in windows]
        self.chains: Numbers = np.cumsum(np.concatenate(begins)) - 1 if begins else np.zeros(0, int)

    def head(self, name: str) -> Floats:
        """A head's part of all rows. Shape (T, its width)."""
        if not self.parts:
            return np.zeros((0, PLACES[name].stop - PLACES[name].start), dtype=np.float32)
        return np.concatenate([part[:, PLACES[name]] for part in self.parts])

    def span(self, first: int, last: int) -> Span:
        """The characters from a token to another, both included."""
        return Span(self.tokens[first][0], self.tokens[last][1])
