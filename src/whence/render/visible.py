"""Any text -> text of the same length that can steer neither a terminal nor a page.

Control characters become their pictures (␛), those that turn the reading direction or stand
for nothing become �, odd line ends become spaces; line feeds and tabs stay. The words of an
article are data from strangers: an escape sequence would recolour or rewrite the screen, an
override of direction would show a line backwards (Boucher and Anderson 2021, CVE-2021-42574).
"""

from __future__ import annotations

import functools

_STEERING = (
    *range(0x80, 0xA0),  # C1 controls; U+009B starts an escape sequence
    *range(0x202A, 0x202F),  # embeddings and overrides of direction
    *range(0x2066, 0x206A),  # isolates
    *range(0xD800, 0xE000),  # halves of surrogate pairs: no encoding takes them
    0xFFFE,
    0xFFFF,
)
_LINE_ENDS = (0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029)
_KEPT = (0x09, 0x0A)


@functools.cache
def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table[0x7F] = "␡"
    table |= dict.fromkeys(_STEERING, "�")
    table |= dict.fromkeys(_LINE_ENDS, " ")
    for code in _KEPT:
        del table[code]
    return table


def visible(text: str) -> str:
    """The text with nothing left in it that steers; one character for one character."""
    if text.isprintable():  # what steers is not, and most text is
        return text
    return text.translate(_table())


def one_line(text: str) -> str:
    """The same, white space folded: for titles, cells and labels."""
    return " ".join(visible(text).split())


def shortened(text: str, length: int) -> str:
    """One line of at most `length` characters, cut at a word where one ends near, with "…"."""
    line = one_line(text)
    if len(line) <= length:
        return line
    head = line[: length - 1]
    at_word = head.rpartition(" ")[0]
    return (at_word if len(at_word) * 2 > length else head).rstrip(" ,;:.") + "…"
