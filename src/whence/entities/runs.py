"""Words -> runs of capitalised words that may be one name."""

from __future__ import annotations

from itertools import compress
from typing import NamedTuple

from whence.entities.gazetteer import Sort
from whence.entities.seen import Seen
from whence.lexicon.given_names import family_first_names, given_names
from whence.lexicon.nearby import nearby
from whence.lexicon.plain_words import plain_words

NO_PART = frozenset({"dame", "sir", "mrs", "ms", "mr", "herr", "frau", "madame", "monsieur"})
"""Forms of address that stand before a name and are no part of it."""

SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
NAME_SORTS = frozenset({Sort.PLACE, Sort.COUNTRY, Sort.CAPITAL, Sort.BODY, Sort.PERSON})
LONGEST_RUN = 7


class Run(NamedTuple):
    """Capitalised words `[start, end)` that may be a name."""

    start: int
    end: int


def find_runs(seen: Seen, taken: bytearray) -> list[Run]:
    """All runs outside taken words, apart from each other."""
    runs: list[Run] = []
    end = 0
    for index in compress(range(len(seen.words)), seen.words.capital):
        if index >= end and not taken[index] and starts_name(seen, index):
            end = _end_of_run(seen, index, taken)
            runs.append(Run(index, end))
    return runs


def starts_name(seen: Seen, index: int) -> bool:
    """Whether a name may start with this word."""
    words = seen.words
    if not words.capital[index] or not words.printed[index][0].isalpha():
        return False
    low = words.lows[index]
    if words.lows[index] in NO_PART and _goes_on(seen, index):
        return False
    hit = seen.hit_at(index)
    if hit:
        is_whole = hit.end - hit.start == 1 and words.keys[index] in given_names()
        return (hit.sort in NAME_SORTS and is_whole and _goes_on(seen, index)) or (
            hit.sort is Sort.PERSON and hit.start == index
        )
    if low in plain_words() and words.keys[index] not in given_names():
        return _is_family_first(seen, index)
    if words.opens[index] and low in seen.common and words.keys[index] not in given_names():
        return False
    return index not in seen.titled or _is_given(seen, index)


def _is_family_first(seen: Seen, index: int) -> bool:
    """Whether a family name that is also a plain word starts a name: "Park Ok-ja"."""
    words, last = seen.words, index + 3
    if words.keys[index] not in family_first_names() or last >= len(words):
        return False
    is_pair = (
        words.capital[index + 1]
        and len(words.keys[index + 1]) > 1
        and words.printed[index + 2] in {"-", "‑"}
    )
    is_tight = words.tight[index + 2] and words.tight[last] and not words.capital[last]
    return is_pair and is_tight and not any(words.opens[index + 1 : last + 1])


def _is_given(seen: Seen, index: int) -> bool:
    return seen.words.keys[index] in given_names() and _goes_on(seen, index)


def _goes_on(seen: Seen, index: int) -> bool:
    """Whether the next word is capitalised and no listed name of its own."""
    after = index + 1
    words = seen.words
    if after >= len(words) or words.opens[after] or not words.capital[after]:
        return False
    hit = seen.hit_at(after)
    return (hit is None or hit.sort is Sort.PERSON) and words.lows[after] not in plain_words()


def _end_of_run(seen: Seen, start: int, taken: bytearray) -> int:
    words = seen.words
    hit = seen.hits.get(start)
    end = hit.end if hit and hit.sort is Sort.PERSON else start + 1
    while end < min(len(words), start + LONGEST_RUN) and not taken[end] and not words.opens[end]:
        after = _next_part(seen, start, end)
        if after is None or any(taken[end:after]):
            break
        end = after
    return end


def _next_part(seen: Seen, start: int, index: int) -> int | None:
    """The word after the next part of the name, None where it ends at `index`."""
    words = seen.words
    word, low = words.printed[index], words.lows[index]
    if word in {"-", "‑"} and words.tight[index]:
        return index + 2 if _is_joined(seen, start, index) else None
    if low in nearby("particles") and not words.capital[index]:
        return _particle(seen, index)
    if words.keys[index] in SUFFIXES:
        return index + 1
    if not words.capital[index] or not word[0].isalpha():
        return None
    return index + 1 if _continues(seen, start, index) else None


def _is_joined(seen: Seen, start: int, hyphen: int) -> bool:
    """Whether a hyphen stands inside one name ("Ki-moon"), not between two listed ones."""
    words, after = seen.words, hyphen + 1
    if after >= len(words) or not words.tight[after] or not words.printed[after][0].isalpha():
        return False
    is_apart = seen.inside[after] >= 0 and seen.inside[after] != seen.inside[start]
    return words.capital[hyphen - 1] and not is_apart


def _particle(seen: Seen, index: int) -> int | None:
    """The word after particles ("bin", "al-", "van der") and the capital that ends them."""
    words = seen.words
    after = index
    while after < min(len(words), index + 4):
        if words.capital[after]:
            return after + 1
        if words.lows[after] not in nearby("particles") and words.printed[after] not in {"-", "‑"}:
            return None
        after += 1
    return None


def _continues(seen: Seen, start: int, index: int) -> bool:
    words = seen.words
    low, key = words.lows[index], words.keys[index]
    after_given = words.keys[index - 1] in given_names() or len(words.keys[index - 1]) == 1
    hit = seen.hit_at(index)
    if hit:
        if hit.sort is Sort.PERSON:
            is_single = hit.start == index and hit.end == index + 1
            return is_single or hit.start == seen.inside[start]
        is_surname = hit.end - hit.start == 1 and hit.sort in NAME_SORTS and not key.isupper()
        return is_surname and after_given and index - start == 1 and not _goes_on(seen, index)
    is_hyphened = words.printed[index + 1 : index + 2] in (["-"], ["‑"]) and words.tight[index + 1]
    if is_hyphened and index not in seen.titled:  # "Hwang Ok-ja"
        is_given = (
            index + 2 < len(words) and words.tight[index + 2] and not words.capital[index + 2]
        )
        return is_given or low not in plain_words()
    if index in seen.titled or low in plain_words():
        return after_given and low in nearby("surnames") and not _goes_on(seen, index)
    return not (key.isupper() and len(key) > 1 and not words.shouts[index])
