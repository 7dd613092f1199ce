"""Words, listed names, titles and group nouns of one article, ready for look-up by place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from whence.entities.gazetteer import Hit, Profile, Sort, find_listed
from whence.entities.offices import Office, find_group_nouns, find_titles
from whence.entities.shared_names import told_apart
from whence.entities.words import Words
from whence.lexicon.given_names import given_names
from whence.lexicon.plain_words import plain_words

STATE_SECTORS = frozenset({"GOV", "MIL", "SPY", "COP", "LEG", "JUD"})
"""Sectors of those who act for a state."""


MISTAKEN = frozenset({Sort.PLACE, Sort.BODY, Sort.PERSON})
"""Sorts of names that are also plain words."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity found at the words `[start, end)`."""

    start: int
    end: int
    profile: Profile


@dataclass(frozen=True, slots=True)
class Seen:
    """What the word lists see in an article.

    Attributes:
        hits: Listed names by their first word.
        hit_ends: The same by the word after their last.
        inside: For each word the first word of the listed name it is in, or -1.
        titles: By first word.
        title_ends: By the word after their last.
        titled: Words of titles.
        groups: Group nouns by first word.
        common: Words that this article prints in lower case.
    """

    words: Words
    hits: dict[int, Hit]
    hit_ends: dict[int, Hit]
    inside: list[int]
    titles: dict[int, Office]
    title_ends: dict[int, Office]
    titled: frozenset[int]
    groups: dict[int, Office]
    common: frozenset[str]

    def hit_at(self, index: int) -> Hit | None:
        """The listed name that this word is in."""
        if not 0 <= index < len(self.inside) or self.inside[index] < 0:
            return None
        return self.hits[self.inside[index]]


def see(words: Words) -> Seen:
    """Look up everything once."""
    listed = [hit for hit in find_listed(words) if not _is_plain_word(words, hit)]
    hits = told_apart(words, listed)
    inside = [-1] * len(words)
    for hit in hits:
        for index in range(hit.start, hit.end):
            inside[index] = hit.start
    groups = find_group_nouns(words)
    titles = {
        start: title
        for start, title in find_titles(words).items()
        if start not in groups or groups[start].end <= title.end  # "General Staff" is no general
    }
    common = {low for low, capital in zip(words.lows, words.capital, strict=True) if not capital}
    return Seen(
        words=words,
        hits={hit.start: hit for hit in hits},
        hit_ends={hit.end: hit for hit in hits},
        inside=inside,
        titles=titles,
        title_ends={title.end: title for title in titles.values()},
        titled=frozenset(
            index for title in titles.values() for index in range(title.start, title.end)
        ),
        groups=groups,
        common=frozenset(common),
    )


def _is_plain_word(words: Words, hit: Hit) -> bool:
    """Whether it is only a word with a capital: "Nice work" opens a sentence, and is no town."""
    if hit.end - hit.start > 1:
        return False
    low = words.lows[hit.start]
    if words.printed[hit.start].isupper() or hit.sort not in MISTAKEN:
        return False
    return words.opens[hit.start] and low in plain_words() and low not in _lower_given_names()


@cache
def _lower_given_names() -> frozenset[str]:
    return frozenset(name.lower() for name in given_names())
