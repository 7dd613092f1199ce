"""The packaged list of page furniture -> sets of folded phrases, and patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from tomllib import loads

_QUOTES = {"’": "'", "‘": "'", "“": '"', "”": '"'}
_OUTER = " \t\r\n.,:;!?>»›…-–—|•*#_()[]\"'"
_ANY_WORDS = r"(?:\S+\s+){0,8}?"  # for "* " in a phrase


@lru_cache(maxsize=16)
def fold(words: str) -> str:
    """Words as the lists write them: lower case, straight quotes, single spaces."""
    for curly, straight in _QUOTES.items():
        words = words.replace(curly, straight)
    return " ".join(words.lower().split())


def bare(words: str) -> str:
    """Folded words without punctuation around them."""
    return fold(words).strip(_OUTER)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Page furniture; every phrase and pattern is for folded words.

    Attributes:
        whole: Lines that are furniture when nothing else stands in them (`bare`).
        heads_a_list: Lines after which links to other articles follow (`bare`).
        list_heading: Headings of a list of key points (`bare`).
        credit: Picture agencies (`bare`).
        opening: Matches at the start of a line of furniture.
        closing: Matches at the start of a furniture sentence at the end of a paragraph.
        anywhere: Searches for words that only furniture has.
        caption: Matches at the start of a caption.
        bylines: Matches the words at the end of a byline for what its writer is.
    """

    whole: frozenset[str]
    heads_a_list: frozenset[str]
    list_heading: frozenset[str]
    credit: frozenset[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    anywhere: re.Pattern[str]
    caption: re.Pattern[str]
    bylines: re.Pattern[str]


@cache
def furniture() -> Furniture:
    """The lists, read once."""
    path = resources.files("whence.lexicon") / "data" / "furniture.toml"
    lists = {
        name: tuple(table["words"])
        for name, table in loads(path.read_text(encoding="utf-8")).items()
    }
    return Furniture(
        whole=frozenset(map(bare, lists["whole"])),
        heads_a_list=frozenset(map(bare, lists["heads_a_list"])),
        list_heading=frozenset(map(bare, lists["list_heading"])),
        credit=frozenset(map(bare, lists["credit"])),
        opening=_pattern(lists["opening"]),
        closing=_pattern(lists["closing"]),
        anywhere=_pattern(lists["anywhere"]),
        caption=_pattern(lists["caption"]),
        bylines=re.compile(rf"(?:^|\s)({_alternatives(lists['bylines'])})$"),
    )


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives(words)})(?:(?<=[^a-z])|(?![a-z]))")


def _alternatives(words: tuple[str, ...]) -> str:
    return _tree({fold(each).replace("* ", "*") for each in words})


def _tree(words: Collection[str]) -> str:
    """A pattern for any of some words that looks at each shared beginning once."""
    rests: dict[str, set[str]] = {}
    for each in sorted(words):
        rests.setdefault(each[:1], set()).add(each[1:])
    is_end = rests.pop("", None) is not None
    branches = [
        (_ANY_WORDS if first == "*" else re.escape(first)) + _tree(after)
        for first, after in rests.items()
    ]
    if len(branches) == 1 and not is_end:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' * is_end}" if branches else ""
