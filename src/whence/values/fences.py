"""Text -> the places whose figures tell no number and no time: addresses, tags, codes."""

from __future__ import annotations

import re

ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|[@#]\w+"
    r"|\b[\w-]+\.(?:com|org|net|gov|edu|co|uk|info)\b(?:/\S*)?",
)
"""Web and mail addresses, names with an at sign, tags."""

CODE = re.compile(
    r"\+?\b\d{1,4}[\s.-]\(?\d{3}\)?[\s.-]\d{3,4}(?:[\s.-]\d{2,4})+\b|\+\d[\d\s().-]{6,}\d"
    r"|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{4}\b|\b\d+\.\d+\.\d[\d.]*|\b\d+[/:]\d[\d/:]*"
    r"|\b[A-Z]+\d[\w-]*|[§№]\s?\d[\d.]*|(?<![\d,.])\d{8,}(?!,\d)",
)
"""Telephone numbers, versions, ratios, codes and the numbers of files."""


def addresses_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open pairs, ascending."""
    return [found.span() for found in ADDRESS.finditer(text, start, end)]


def fences_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Addresses and codes, as half-open pairs."""
    codes = [found.span() for found in CODE.finditer(text, start, end)]
    return addresses_in(text, start, end) + codes
