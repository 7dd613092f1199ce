"""The words after a number -> what is counted, and whose it is."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from whence.lexicon.quantities import count_words
from whence.values.owners import owner_after, owner_inside


class Group(NamedTuple):
    """A noun group after a number.

    Attributes:
        unit: Its head as printed; None where no noun follows.
        of: Whose, where the group or the phrase after it says.
        end: First character after the head; that of the number where there is none.
        change: "increase" or "decrease" for "more" and "fewer" at its head.
        change_end: First character after that word.
    """

    unit: str | None
    of: str | None
    end: int
    change: str | None = None
    change_end: int = 0


MAX_SINGLE = 3
"""Words of a group whose head is told by its place alone."""

MAX_WORDS = 8
"""Words of a noun group; longer ones are lists or a missed boundary."""

_WORD = re.compile(r"[\s\u00a0]*[\"“‘]?((?:[A-Z]\.){2,}|[^\W\d_][\w.’'/-]*[\w]|[^\W\d_])[\"”]?")
_OF = re.compile(
    r"[,\"”’]{0,2}\s+of\s+(?:(?:the|its|his|her|their|our|my|those|these|all|such|other|some|what)\b\s*)*"
    r"(?:[\w ]{0,20}?[’']s\s+)?",
)
_COMPASS = frozenset({"North", "South", "East", "West"})
_THEM = re.compile(r"\s+of\s+(?:them|us|whom|which|those|these)\b")
_PLURAL = re.compile(r"[\w.’'-]*[^\W_]s$")
_CALIBRE = re.compile(r"[\s\u00a0]+\d[\d.,]*[-\s]?(?:mm|cm|m|km|kg|lb|inch|foot|pound|ton|tonne)\b")
_MEN = re.compile(r"[a-z]{3,}(?<!wo)(?:men|women)$(?<!specimen)(?<!regimen)(?<!abdomen)(?<!yemen)")
_SQUARE = re.compile(r"(?:square|cubic|nautical|metric|short|long)$")
_ABBREVIATED = re.compile(r"\.\s?\w")


@cache
def _measure() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[-\s\u00a0\u2009\u202f]?({_alternatives(set(count_words().measures))})|([CF]))(?![\w/²³])"
    )


def _alternatives(names: set[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def measure_after(text: str, end: int, ceiling: int) -> tuple[str, int] | None:
    """A measure in letters ("km") right after figures, and where it ends."""
    found = _measure().match(text, end, ceiling)
    if not found or (found[1] == "m" and _ABBREVIATED.match(text, found.end(), ceiling)):
        return None
    return found[1] or found[2], found.end()


def group_after(text: str, end: int, ceiling: int, *, is_one: bool = False) -> Group:
    """The noun group that a number opens."""
    change, position = _change(text, end, ceiling)
    change_end = position
    if not is_one and not _THEM.match(text, position, ceiling):
        linked = _OF.match(text, position, ceiling)
        position = linked.end() if linked else position
    words = _group_words(text, position, ceiling)
    head = _measure_noun(words) if not is_one else None
    head = _head(words, is_one=is_one) if head is None else head
    if head is None:
        return Group(None, owner_after(text, end, ceiling), end, change, change_end)
    unit, of = words[head][1], owner_inside(text[position : words[head].start(1)])
    whole = _name_of_people(text, position, words[head])
    if whole:
        unit, of = whole
    of = of or owner_after(text, words[head].end(), ceiling)
    return Group(unit, of, words[head].end(1), change, change_end)


def last_of_group(text: str, end: int, ceiling: int) -> str | None:
    """The last word of a noun group that need not be plural ("a 10,000-strong force")."""
    words = _group_words(text, end, ceiling)
    return words[-1][1] if 0 < len(words) <= MAX_SINGLE else None


def _change(text: str, position: int, ceiling: int) -> tuple[str | None, int]:
    lists = count_words()
    first = _WORD.match(text, position, ceiling)
    if first and first[1].lower() in lists.more and not text.startswith(" than", first.end()):
        return "increase", first.end()
    if first and first[1].lower() in lists.less and not text.startswith(" than", first.end()):
        return "decrease", first.end()
    return None, position


def _group_words(text: str, position: int, ceiling: int) -> list[re.Match[str]]:
    """Words up to punctuation, a function word or a verb."""
    words: list[re.Match[str]] = []
    while len(words) < MAX_WORDS:
        calibre = _CALIBRE.match(text, position, ceiling)
        position = calibre.end() if calibre else position
        found = _WORD.match(text, position, ceiling)
        if not found or _ends_group(found[1]):
            break
        is_owned = found[1].endswith(("'s", "’s", "s'", "s’"))
        if is_owned and found[1][0].islower():
            break
        words.append(found)
        position = found.end()
    return words


def _ends_group(word: str) -> bool:
    is_name = word in _COMPASS or (len(word) > 1 and word.isupper() and word not in {"AND", "IN"})
    return word.lower() in count_words().not_nouns and not is_name


def _head(words: list[re.Match[str]], *, is_one: bool) -> int | None:
    """The place of the head noun: the first plural that no counted noun follows."""
    lists = count_words()
    texts = [word[1] for word in words]
    for index, word in enumerate(texts):
        lower = word.lower()
        if is_one:
            if lower in lists.singulars:
                return index
            continue
        if not _is_plural(word):
            continue
        while index + 1 < len(texts) and texts[index + 1].lower() in lists.nouns - lists.harm:
            index += 1  # noqa: PLW2901 - the head of "special forces soldiers"
        if (
            word[0].isupper()
            and any(_is_plural(later) for later in texts[index + 1 :])
            and not _titled(texts)
        ):
            continue
        return index
    return None


def _measure_noun(words: list[re.Match[str]]) -> int | None:
    """The unit of "a 70 metre hall" and "240,000 square metre park"."""
    place = 1 if words and _SQUARE.match(words[0][1]) else 0
    is_unit = len(words) > place and words[place][1] in count_words().measure_nouns
    return place if is_unit else None


def _titled(words: list[str]) -> bool:
    return all(word[0].isupper() for word in words)


def _is_plural(word: str) -> bool:
    lists = count_words()
    lower = word.lower()
    if lower in lists.nouns or _MEN.match(lower):
        return True
    if lower in lists.not_plural or lower.endswith(("ous", "ss", "us", "is", "'s", "’s")):
        return False
    return bool(_PLURAL.match(word))


def _name_of_people(text: str, position: int, head: re.Match[str]) -> tuple[str, str] | None:
    """Give "North Koreans" as a whole, and North Korea."""
    countries = count_words().countries
    words = text[position : head.end(1)].split()
    for size in (3, 2, 1):
        name = " ".join(words[-size:])
        if name in countries and countries[name] != name:
            return name, countries[name]
    return None
