"""Text -> the places whose figures tell no number and no time: addresses, tags, codes."""

from __future__ import annotations

import re

ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|[@#]\w+"
    r"|\b[\w-]+\.(?:com|org|net|gov|edu|co|uk|info)\b(?:/\S*)?",
)
"""Web and mail addresses, names with an at sign, tags."""

_SIGNS = ("http", "www.", "@", "#", ".com", ".org", ".net", ".gov", ".edu", ".co", ".uk", ".info")

CODE = re.compile(
    r"\+?\b\d{1,4}[\s.-]\(?\d{3}\)?[\s.-]\d{3,4}(?:[\s.-]\d{2,4})+\b|\+\d[\d\s().-]{6,}\d"
    r"|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{4}\b|\b\d+\.\d+\.\d[\d.]*|\b(?!(?:1/2|1/4|3/4)\b)\d+[/:]\d[\d/:]*"
    r"|\b[A-Z]+\d[\w-]*|[§№]\s?\d[\d.]*|(?<![\d,.])\d{8,}(?!,\d)",
)
"""Telephone numbers, versions, ratios, codes and the numbers of files."""


_LISTED = re.compile(r"\b\d{1,2}\)")


def addresses_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open pairs, ascending."""
    words = text[start:end]
    if not any(sign in words for sign in _SIGNS):
        return []
    return [found.span() for found in ADDRESS.finditer(text, start, end)]


def fences_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Addresses, codes and numbers of lists, as half-open pairs."""
    codes = [found.span() for found in CODE.finditer(text, start, end)]
    for found in _LISTED.finditer(text, start, end):
        before = text[start : found.start()]
        if before.count("(") <= before.count(")"):
            codes.append(found.span())
    return addresses_in(text, start, end) + codes
