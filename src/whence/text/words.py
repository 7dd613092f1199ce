"""Text -> words as a search knows them: without case, without accents on Latin letters.

The same that SQLite's `unicode61 remove_diacritics 2` makes of it, for nearly every text.
"""

from __future__ import annotations

import re
import unicodedata

LETTER = r"[^\W_]"
"""What words are made of, as a pattern: letters and digits."""
MARKS = "[\u0300-\u036f]*"
"""Accents that stand after their letter, as a pattern."""

_WORD = re.compile(f"(?:{LETTER}{MARKS})+")
_MARK = re.compile("[\u0300-\u036f]+")


def folded_words(text: str) -> list[str]:
    """The words of a text in its order, folded."""
    return [_MARK.sub("", word) for word in _WORD.findall(fold(text))]


def fold(text: str) -> str:
    """The text without case and accents, character for character; marks of their own stay."""
    return text.lower() if text.isascii() else text.translate(_LETTERS)


class _Letters(dict[int, str]):
    """Each character's plain small letter, found when it is first asked for."""

    def __missing__(self, code: int) -> str:
        small = chr(code).lower()
        plain = unicodedata.normalize("NFD", small)[0]
        is_latin = unicodedata.name(plain, "").startswith("LATIN ")
        self[code] = plain if is_latin else small if len(small) == 1 else chr(code)
        return self[code]


_LETTERS = _Letters()
