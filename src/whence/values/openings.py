"""A sentence -> the places where a number may begin, told by one word or figure each."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from whence.lexicon.quantities import count_words
from whence.values.numerals import FEW
from whence.values.printed import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+")


@cache
def _currency_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(count_words().currencies)})\s?$")


@cache
def _openers() -> frozenset[str]:
    """First words of numbers in words, in lower case; those after an article too."""
    words = count_words()
    names = {*words.ones, *words.teens, *words.tens, *words.collectives, *words.handful}
    names |= {*words.groups, *words.scales, "hundred", "zero", "half", "tens", *FEW}
    return frozenset(re.split(r"[\s-]", name)[0] for name in names) - {"a"} | {"a", "an"}


@cache
def _after_article() -> frozenset[str]:
    words = count_words()
    names = {*words.scales, *words.fractions, *words.groups, *words.handful}
    last = {re.split(r"[\s-]", name)[-1] for name in names}
    return frozenset(last | {"hundred", "dozen", "few", "couple", "half"})


def openings(text: str, start: int, end: int) -> Iterator[int]:
    """Where a number may begin."""
    words = [(found.start(), found[0]) for found in _WORD.finditer(text, start, end)]
    openers, following = _openers(), _after_article()
    for (at, word), (_, next_word) in zip(words, [*words[1:], (end, "")], strict=False):
        if word[0].isdigit() or word[0] in "½¼¾":
            at -= at > start and text[at - 1] == "." and not text[max(at - 2, 0)].isalnum()  # noqa: PLW2901
            currency = _currency_before().search(text, max(start, at - 7), at)
            at = currency.start() if currency else at  # noqa: PLW2901
        else:
            low = word.lower()
            if low not in openers or (low in {"a", "an"} and next_word.lower() not in following):
                continue
        if at == start or not (text[at - 1].isalnum() or text[at - 1] in "_.,/:#@&+’'-"):
            yield at
