"""Two assertions of one claim -> whether one speaks for it and the other against it."""

from __future__ import annotations

from whence.claims.compare import Said
from whence.claims.status import is_against

NEGATIONS = frozenset(
    {"not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"}
)
REPEATED = 0.8  # share of the shorter side's words in a row: one quotation, printed twice


def speak_against_each_other(one: Said, other: Said) -> bool:
    """Whether one denies what the other says.

    Two prints of one quotation do not, however their negations were read.
    """
    if is_against(one.assertion) == is_against(other.assertion):
        return False
    first, second = NEGATIONS & set(one.words), NEGATIONS & set(other.words)
    is_repeated = bool(first) and first == second
    return not is_repeated
