"""Persons named in full -> their later mentions by surname or first name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from whence.entities.gazetteer import Profile
from whence.entities.names import gender_of, surname_of
from whence.entities.persons import honorific_before
from whence.entities.seen import Named, Seen
from whence.entities.words import keys_of
from whence.lexicon.nearby import nearby
from whence.lexicon.plain_words import plain_words

SHORTEST_ALIAS = 2


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to name a person again."""

    parts: tuple[str, ...]
    profile: Profile
    is_surname: bool


def find_aliases(seen: Seen, persons: Sequence[Named], taken: bytearray) -> list[Named]:
    """Mentions of known persons by a part of their name; words found are taken."""
    words = seen.words
    aliases = _aliases(persons)
    found: list[Named] = []
    for index in compress(range(len(words)), map(aliases.__contains__, words.keys)):
        if taken[index] or not words.capital[index]:
            continue
        known = aliases[words.keys[index]]
        fitting = [alias for alias in known if _fits(seen, alias, index, taken)]
        alias = _choose(seen, fitting, index)
        if alias:
            end = index + len(alias.parts)
            taken[index:end] = b"\x01" * len(alias.parts)
            found.append(Named(index, end, alias.profile))
    return found


def _aliases(persons: Sequence[Named]) -> dict[str, list[Alias]]:
    """First key of an alias to the persons it may mean, those named most first."""
    counts = Counter(named.profile.name for named in persons)
    first = {named.profile.name: named.start for named in reversed(persons)}
    profiles = {named.profile.name: named.profile for named in persons}
    aliases: dict[str, list[Alias]] = {}
    for name in sorted(profiles, key=lambda name: (-counts[name], first[name])):
        parts = keys_of(name)
        surname = surname_of(name)
        ways = [(parts, True), (surname, True)]
        if surname[0].lower() in nearby("particles") and surname[-1] != surname[0]:
            ways.append((surname[-1:], True))
        if len(parts) > 1:
            ways.append((parts[:1], surname == parts[:1]))
        for way, is_surname in dict.fromkeys(ways):
            is_plain = way[-1].lower() in plain_words() and not (is_surname and len(way) == 1)
            if len(way[0]) >= SHORTEST_ALIAS and not is_plain:
                aliases.setdefault(way[0], []).append(Alias(way, profiles[name], is_surname))
    for group in aliases.values():
        group.sort(key=lambda alias: -len(alias.parts))
    return aliases


def _fits(seen: Seen, alias: Alias, index: int, taken: bytearray) -> bool:
    words = seen.words
    end = index + len(alias.parts)
    if tuple(words.keys[index:end]) != alias.parts or any(taken[index:end]):
        return False
    hit = seen.hit_at(index)
    if hit and (hit.end - hit.start > 1 or not alias.is_surname):
        return False
    if words.lows[index] in plain_words() and not _is_surname_here(seen, index):
        return False
    return not words.printed[index].isupper() or words.shouts[index]


def _is_surname_here(seen: Seen, index: int) -> bool:
    """Whether "King" or "May" is a person and not an office or a month."""
    words = seen.words
    after = words.lows[index + 1] if index + 1 < len(words) and not words.opens[index + 1] else ""
    if honorific_before(seen, index) or after in nearby("saying"):
        return True
    is_capital = bool(after) and words.capital[index + 1]
    return not words.opens[index] and not is_capital and not after.isdigit()


def _choose(seen: Seen, aliases: list[Alias], index: int) -> Alias | None:
    surnames = [alias for alias in aliases if alias.is_surname]
    longest = max((len(alias.parts) for alias in surnames), default=0)
    fitting = [alias for alias in surnames if len(alias.parts) == longest] or aliases
    if not surnames and len({alias.profile.name for alias in aliases}) > 1:
        return None
    gender = honorific_before(seen, index)
    if gender:
        agreeing = [each for each in fitting if gender_of(each.profile.name) in {gender, None}]
        fitting = agreeing or fitting
    return fitting[0] if fitting else None
