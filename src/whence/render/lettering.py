"""Words -> lines that fit a width in a drawing, where no font can be measured."""

from __future__ import annotations

import unicodedata

from whence.render.visible import one_line

# Advance widths in em of DejaVu Sans, the broadest of the usual sans-serif fonts, so that
# words fit in whatever the viewer has.
_NARROW, _USUAL, _BROAD, _FULL = 0.39, 0.63, 0.78, 1.02
_NARROW_LETTERS = frozenset("iIjlfrt.,;:'’‘|!()[] -")
_BROAD_LETTERS = frozenset("wABCDEGHKNOPQRSUVXYZ&“”")
_FULL_LETTERS = frozenset("mMW%@—…")

BOLD = 1.12
"""How much broader bold letters are."""


def _em(letter: str) -> float:
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _BROAD_LETTERS:
        return _BROAD
    if unicodedata.combining(letter):
        return 0.0
    is_full = letter in _FULL_LETTERS or letter >= "\u0600"
    return _FULL if is_full else _USUAL


def breadth(text: str, size: float) -> float:
    """About how wide a text is at this font size, in the unit of the size."""
    return sum(map(_em, text)) * size


def fitted(text: str, size: float, width: float, line_count: int) -> list[str]:
    """At most `line_count` lines no wider than `width`; what is cut off leaves a "…".

    A word too long for a line is cut in it.
    """
    longest = int(width / (_NARROW * size) + 1) * (line_count + 1)
    whole = one_line(text[: longest * 4])
    waiting = whole.split(" ")
    lines: list[str] = []
    while waiting and waiting != [""] and len(lines) < line_count:
        line, waiting = _filled(waiting, size, width)
        lines.append(line)
    if waiting and waiting != [""]:
        lines[-1] = _cut(lines[-1] + "…", size, width)
    return lines


def _filled(waiting: list[str], size: float, width: float) -> tuple[str, list[str]]:
    """One line and the words left over."""
    used = 0
    line = ""
    for word in waiting:
        longer = f"{line} {word}" if line else word
        if breadth(longer, size) > width:
            break
        line, used = longer, used + 1
    if line:
        return line, waiting[used:]
    head = _cut(waiting[0], size, width, end="")
    return head, [waiting[0][len(head) :], *waiting[1:]]


def _cut(text: str, size: float, width: float, end: str = "…") -> str:
    room = width - breadth(end, size)
    kept = 0.0
    for at, letter in enumerate(text.removesuffix(end) if end else text):
        kept += _em(letter) * size
        if kept > room and at:
            return text[:at].rstrip() + end
    return text
