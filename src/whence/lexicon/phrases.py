"""Text -> its words in lower case, with their places; word lists -> a look-up by longest phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice
from tomllib import loads
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from whence.ledger.span import Spans

T = TypeVar("T")

_WORD = re.compile(
    r"""
      (?P<negated> can(?=not\b) | \w+?(?=n['’]t\b) )      # cannot, didn't: two words
    | (?P<not> (?<=can)not\b | n['’]t\b )
    | (?P<clitic> ['’](?:s|re|ve|d|ll|m)\b )              # he's, they've
    | (?:[a-z]\.){2,}                                      # U.S.
    | \d+(?:[.,-]\d+)*                                    # 10,000, 50-50
    | \w+(?:[-‑]\w+)*
    | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)

_STEMS = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}

_SIBILANT = ("s", "x", "z", "ch", "sh")

MOST_WORDS = 120
"""Words of one role that are looked at; longer content is read by its beginning."""


class Word(NamedTuple):
    """One word or mark.

    Attributes:
        low: In lower case; "n't" is "not", a curly apostrophe is straight.
        start: Its first character in the article.
        end: The character after its last.
        is_capital: Whether it is printed with a capital first.
    """

    low: str
    start: int
    end: int
    is_capital: bool


class Match(NamedTuple, Generic[T]):
    """A phrase found: words `[start, end)` of a sequence, and what it stands for."""

    start: int
    end: int
    value: T


@lru_cache(maxsize=64)
def words_between(
    text: str,
    start: int,
    end: int,
    most: int = MOST_WORDS,
) -> tuple[Word, ...]:
    """The words and marks of `text[start:end]`, at most so many.

    Remembered for a moment, because each question about an attribution reads its words.
    """
    found: list[Word] = []
    matches = _WORD.finditer(text, max(start, 0), min(max(end, 0), len(text)))
    for match in islice(matches, most):
        printed = match[0]
        low = printed.lower()
        kind = match.lastgroup
        if kind is not None:
            low = _spelled_out(kind, low)
        found.append(Word(low, match.start(), match.end(), printed[0].isupper()))
    return tuple(found)


def _spelled_out(kind: str, low: str) -> str:
    """Parts of a contraction as words: "n't" is "not", "ca" is "can", "’s" is "'s"."""
    if kind == "not":
        return "not"
    return _STEMS.get(low, low) if kind == "negated" else "'" + low[1:]


def words_in(text: str, spans: Spans, most: int = MOST_WORDS) -> list[Word]:
    """The words and marks of some spans, one after the other."""
    found: list[Word] = []
    for span in spans:
        if len(found) >= most:
            break
        found.extend(words_between(text, span.start, span.end, most - len(found)))
    return found


class Phrases(Generic[T]):
    """Phrases of one or more words, each with a value; the longest one wins."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            parts = tuple(word.low for word in words_between(phrase, 0, len(phrase)))
            self._by_first.setdefault(parts[0], []).append((parts, value))
        for group in self._by_first.values():
            group.sort(key=lambda entry: -len(entry[0]))

    def at(self, lows: Sequence[str], index: int) -> Match[T] | None:
        """The longest phrase that starts at this word."""
        for parts, value in self._by_first.get(lows[index], ()):
            end = index + len(parts)
            if len(parts) == 1 or tuple(lows[index:end]) == parts:
                return Match(index, end, value)
        return None

    def find(self, lows: Sequence[str]) -> list[Match[T]]:
        """All phrases from left to right; they do not overlap."""
        found: list[Match[T]] = []
        index = 0
        by_first = self._by_first
        while index < len(lows):
            match = self.at(lows, index) if lows[index] in by_first else None
            if match:
                found.append(match)
            index = match.end if match else index + 1
        return found

    def first(self, lows: Sequence[str]) -> Match[T] | None:
        """The first phrase from the left."""
        by_first = self._by_first
        for index, low in enumerate(lows):
            match = self.at(lows, index) if low in by_first else None
            if match:
                return match
        return None


def verb_forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> list[str]:
    """A verb, or a phrase that starts with one, in all its forms ("call for", "called for").

    Args:
        verb: Its first word is inflected, the others stay.
        irregular: For a verb its other forms; without them the rules of spelling hold.
    """
    stem, space, rest = verb.partition(" ")
    forms = [stem, *(irregular.get(stem) or _regular(stem))]
    return [form + space + rest for form in forms]


def _regular(stem: str) -> tuple[str, ...]:
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return (stem[:-1] + "ies", stem[:-1] + "ied", stem + "ing")
    plural = stem + ("es" if stem.endswith(_SIBILANT) else "s")
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        return (plural, stem + "d", stem[:-1] + "ing")
    if stem.endswith("e"):
        return (plural, stem + "d", stem + "ing")
    return (plural, stem + "ed", stem + "ing")


Tables = Mapping[str, Mapping[str, object]]


@cache
def tables_of(name: str) -> Tables:
    """The tables of a packaged word list, by their names."""
    packaged = files("whence.lexicon").joinpath("data", f"{name}.toml")
    return loads(packaged.read_text(encoding="utf-8"))


def words_of_table(name: str, *path: str) -> tuple[str, ...]:
    """The `words` of one table of a packaged word list; the path leads to nested tables."""
    table: object = tables_of(name)
    for part in path:
        table = table[part] if isinstance(table, Mapping) else {}
    words = table["words"] if isinstance(table, Mapping) else ()
    return tuple(str(word) for word in words)
