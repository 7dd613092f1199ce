"""Scores of sentence ends, with the marks and capitals around them -> sentences.

The network reads small letters only. What it cannot see is added here: on the raw text of EWT
dev that is worth 5 points of F1 (2026-11).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from whence.reader.rows import Rows

CLOSING = frozenset("\"'”’)]»") | {"''"}
"""Marks that belong to the sentence before them."""

ELLIPSES = frozenset({"…", "..."})
SMALL = 1.0  # taken from the score of an end before a small letter; chosen on EWT dev


def sentence_numbers(rows: Rows) -> npt.NDArray[np.int64]:
    """The number of each token's sentence, ascending from 0; a paragraph's end ends one.

    Dots before a capital end a sentence. None ends inside a run of characters without a
    blank, but after a closing mark.
    """
    if not len(rows.tokens):
        return np.zeros(0, dtype=np.int64)
    scores, printed = rows.head("ends")[:, 0], rows.printed
    is_last = scores > 0
    for at in np.flatnonzero(is_last & (scores <= SMALL)).tolist():
        is_last[at] = not _following(printed, at).islower()
    for at in [at for at, token in enumerate(printed) if token in ELLIPSES]:
        is_last[at] |= _following(printed, at).isupper()
    _move_behind_marks(is_last, rows)
    begins = rows.opens | np.append(np.zeros(1, np.bool_), is_last[:-1])
    numbers: npt.NDArray[np.int64] = np.cumsum(begins) - begins[0]
    return numbers


def _following(printed: Sequence[str], at: int) -> str:
    """The first letter of the next token; "" behind the last."""
    return printed[at + 1][0] if at + 1 < len(printed) else ""


def _move_behind_marks(is_last: npt.NDArray[np.bool_], rows: Rows) -> None:
    """Move ends that have no blank after them behind closing marks, or take them away."""
    for at in np.flatnonzero(is_last).tolist():
        if not _is_glued(rows.tokens, at):
            continue
        is_last[at] = False
        end = at
        while _is_glued(rows.tokens, end) and rows.printed[end + 1] in CLOSING:
            end += 1
        is_last[end] |= not _is_glued(rows.tokens, end)


def _is_glued(tokens: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether the next token follows without a blank."""
    return at + 1 < len(tokens) and tokens[at][1] == tokens[at + 1][0]
