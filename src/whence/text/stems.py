"""Words -> their stems: lower case, without endings, without the words that all texts have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset(
    {
        "about", "above", "after", "again", "against", "all", "also", "and", "any", "are",
        "been", "before", "being", "below", "between", "both", "but", "can", "could", "did",
        "does", "doing", "down", "during", "each", "few", "for", "from", "further", "had",
        "has", "have", "having", "her", "here", "hers", "him", "his", "how", "into", "its",
        "itself", "just", "may", "might", "more", "most", "must", "not", "now", "off",
        "once", "only", "other", "our", "out", "over", "own", "same", "shall", "she",
        "should", "some", "such", "than", "that", "the", "their", "them", "then", "there",
        "these", "they", "this", "those", "through", "too", "under", "until", "very", "was",
        "were", "what", "when", "where", "which", "while", "who", "whom", "why", "will",
        "with", "would", "you", "your", "say", "says", "said", "saying", "told", "according"
    }
)  # fmt: skip
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "e", "y")
_SHORTEST_STEM = 4


def stems_of(words: str) -> Iterable[str]:
    """The content words of a text, in lower case, without endings."""
    lowered = (match[0].casefold() for match in _WORD.finditer(words))
    return [stem_of(word) for word in lowered if word not in _STOP]


@cache
def stem_of(word: str) -> str:
    """A word in lower case without its ending, of `_SHORTEST_STEM` letters at least."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
