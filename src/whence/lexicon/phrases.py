"""Text -> its words in lower case, with their places; word lists -> a look-up by longest phrase."""

from __future__ import annotations

import re
from bisect import bisect_left
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
      (?-i:[abd-zABD-Z][a-zA-Z]++(?=[\s.,]))               # most words, told at once
    | (?P<negated> can(?=not\b) | \w+?(?=n['’]t\b) )      # cannot, didn't: two words
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

LONGEST_LINE = 20_000
"""Characters of a line that is kept as words; parts of a longer one are read alone."""


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

    Remembered for a moment, because each question about an attribution reads its words; the
    lines around them are read once and cut. Only where an edge stands inside a word are they
    read alone.
    """
    start, end = max(start, 0), min(max(end, 0), len(text))
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    if last - first > LONGEST_LINE:
        return tuple(_read(text, start, end, most))
    words, starts = _line(text, first, last)
    low, high = bisect_left(starts, start), bisect_left(starts, end)
    is_cut = (low and words[low - 1].end > start) or (high and words[high - 1].end > end)
    if is_cut or text[end - 1 : end + 1].isalnum():  # "did|n't" are two words side by side
        return tuple(_read(text, start, end, most))
    return words[low : min(high, low + most)]


@lru_cache(maxsize=16)
def _line(text: str, start: int, end: int) -> tuple[tuple[Word, ...], list[int]]:
    """The words of some whole lines, and where each starts."""
    words = tuple(_read(text, start, end, None))
    return words, [word.start for word in words]


def _read(text: str, start: int, end: int, most: int | None) -> list[Word]:
    found: list[Word] = []
    add, make = found.append, tuple.__new__  # half the time of `Word(…)`
    for match in islice(_WORD.finditer(text, start, end), most):
        printed = match[0]
        low = printed.lower()
        kind = match.lastgroup
        if kind is not None:
            low = _spelled_out(kind, low)
        add(make(Word, (low, *match.span(), printed[0].isupper())))
    return found


def _spelled_out(kind: str, low: str) -> str:
    """Parts of a contraction as words: "n't" is "not", "ca" is "can", "’s" is "'s"."""
    if kind == "not":
        return "not"
    return _STEMS.get(low, low) if kind == "negated" else "'" + low[1:]


@lru_cache(maxsize=16)
def words_in(text: str, spans: Spans, most: int = MOST_WORDS) -> tuple[Word, ...]:
    """The words and marks of some spans, one after the other; remembered like those between."""
    if len(spans) == 1:
        return words_between(text, spans[0].start, spans[0].end, most)
    found: list[Word] = []
    for span in spans:
        if len(found) >= most:
            break
        found.extend(words_between(text, span.start, span.end, most - len(found)))
    return tuple(found)


class Phrases(Generic[T]):
    """Phrases of one or more words, each with a value; the longest one wins."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._values: dict[tuple[str, ...], T] = {}
        self._sizes: dict[str, list[int]] = {}
        for phrase, value in entries:
            if phrase.isalpha() and phrase.lower() != "cannot":
                parts: tuple[str, ...] = (phrase.lower(),)
            else:
                parts = tuple(word.low for word in _read(phrase, 0, len(phrase), None))
            self._values.setdefault(parts, value)
            sizes = self._sizes.setdefault(parts[0], [])
            if len(parts) not in sizes:
                sizes.append(len(parts))
        for sizes in self._sizes.values():
            sizes.sort(reverse=True)

    def has_start_in(self, lows: Sequence[str]) -> bool:
        """Whether any of the words starts a phrase; without one nothing is found."""
        return not self._sizes.keys().isdisjoint(lows)

    def at(self, lows: Sequence[str], index: int) -> Match[T] | None:
        """The longest phrase that starts at this word."""
        for size in self._sizes.get(lows[index], ()):
            end = index + size
            parts = tuple(lows[index:end])
            if len(parts) == size and parts in self._values:
                return Match(index, end, self._values[parts])
        return None

    def find(self, lows: Sequence[str]) -> list[Match[T]]:
        """All phrases from left to right; they do not overlap."""
        found: list[Match[T]] = []
        done, sizes = 0, self._sizes
        if sizes.keys().isdisjoint(lows):
            return found
        for index, low in enumerate(lows):
            if low in sizes and index >= done and (match := self.at(lows, index)):
                found.append(match)
                done = match.end
        return found

    def first(self, lows: Sequence[str]) -> Match[T] | None:
        """The first phrase from the left."""
        if not self.has_start_in(lows):
            return None
        sizes = self._sizes
        for index, low in enumerate(lows):
            match = self.at(lows, index) if low in sizes else None
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


@cache
def words_of_table(name: str, *path: str) -> tuple[str, ...]:
    """The `words` of one table of a packaged word list; the path leads to nested tables."""
    table: object = tables_of(name)
    for part in path:
        table = table[part] if isinstance(table, Mapping) else {}
    words = table["words"] if isinstance(table, Mapping) else ()
    return tuple(str(word) for word in words)
