"""Text -> the language it is in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 2000
"""Characters that the language is told from; more change nothing in news text."""

_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)
"""Scripts of one language, or nearly (Japanese before Chinese, whose characters it shares)."""

_OF_SCRIPTS = re.compile("|".join(script.pattern for _, script in _SCRIPTS))
_LETTERS = re.compile(r"[^\W\d_]+")
_LINK = re.compile(r"(?:https?://|www\.|pic\.|@|#)\S+")
_SURE = 0.9
_SHORT = 60
"""Fewer letters than this are too few for the identifier (headlines come out as any language)."""

_WORD = re.compile(r"\w+")
_FUNCTION_WORDS = frozenset({
    "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "by",
    "at", "from", "has", "have", "had", "said", "will", "are", "were", "be", "an", "it",
    "its", "his", "her", "after", "over", "not",
})  # fmt: skip
_ENGLISH_SHARE = 0.2
"""Function words in English news: 25 to 45 % of words; in other languages below 8 %."""


def language_of(text: str) -> str | None:
    """ISO 639-1 code; None where the text is too short to tell or the languages are mixed."""
    sample = _LINK.sub(" ", text[: 2 * _SAMPLE])[:_SAMPLE]
    letter_count = sum(map(len, _LETTERS.findall(sample)))
    if not letter_count:
        return None
    if _OF_SCRIPTS.search(sample):
        for code, script in _SCRIPTS:
            share = len(script.findall(sample)) / letter_count
            if share > (0.1 if code == "ja" else 0.4):
                return code
    if letter_count < _SHORT:
        return None
    function_words = sum(word in _FUNCTION_WORDS for word in _WORD.findall(sample.lower()))
    if function_words >= _ENGLISH_SHARE * len(sample.split()):
        return "en"
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _SURE and len(str(code)) == len("en") else None


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
