"""Names that only the reader knows -> entities, wherever the article has the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress

from whence.entities.gazetteer import Profile
from whence.entities.seen import Named, Seen
from whence.entities.told import Told, is_seat
from whence.ledger.entity import EntityKind
from whence.lexicon.name_heads import head_kinds
from whence.lexicon.nearby import nearby
from whence.lexicon.plain_words import plain_words

Keys = tuple[str, ...]


def find_unlisted(
    seen: Seen, told: Mapping[int, Told], known: Sequence[Named], taken: bytearray
) -> list[Named]:
    """Mentions of names that no rule found; words found are taken."""
    profiles = _profiles(seen, told.values(), known, taken)
    if not profiles:
        return []
    sizes: dict[str, list[int]] = {}
    for keys in sorted(profiles, key=len, reverse=True):
        sizes.setdefault(keys[0], []).append(len(keys))
    words, found = seen.words, []
    for index in compress(range(len(words)), map(sizes.__contains__, words.keys)):
        for size in sizes[words.keys[index]]:
            end = index + size
            profile = profiles.get(tuple(words.keys[index:end]))
            if profile and _is_free(seen, index, end, taken, told):
                taken[index:end] = b"\x01" * size
                found.append(Named(index, end, profile))
                break
    return found


def _profiles(
    seen: Seen, told: Iterable[Told], known: Sequence[Named], taken: bytearray
) -> dict[Keys, Profile]:
    """The words of each name to what it is: of several kinds the one told most often."""
    votes: dict[Keys, Counter[EntityKind]] = {}
    printed: dict[Keys, str] = {}
    for each in dict.fromkeys(told):
        if _teaches(seen, each, taken):
            keys = tuple(seen.words.keys[each.start : each.end])
            votes.setdefault(keys, Counter())[each.kind] += 1
            printed.setdefault(keys, seen.words.phrase(each.start, each.end))
    bodies = _by_first_word(known) if votes else {}
    profiles = {}
    for keys, kinds in votes.items():
        kind = kinds.most_common(1)[0][0]
        body = None if kind is EntityKind.PLACE else bodies.get(printed[keys])
        profiles[keys] = body or Profile(printed[keys], kind)
    return profiles


def _by_first_word(known: Sequence[Named]) -> dict[str, Profile]:
    """The first word of each longer name of a body that is the only one to start so."""
    bodies = {each.profile for each in known if each.profile.kind is EntityKind.ORGANISATION}
    firsts = Counter(body.name.split()[0] for body in bodies)
    return {
        first: body
        for body in bodies
        if firsts[first := body.name.split()[0]] == 1 and first != body.name
    }


def _teaches(seen: Seen, told: Told, taken: bytearray) -> bool:
    """Whether a name is new and whole: no capital goes on with it, no plain word is all of it."""
    words, places = seen.words, range(told.start, told.end)
    if any(taken[told.start : told.end]) or not words.teaches[told.start]:
        return False
    if any(seen.inside[at] >= 0 for at in places):
        return False
    if all(words.lows[at] in plain_words() for at in places) or _is_no_name(seen, told):
        return False
    is_person = told.kind is EntityKind.PERSON
    after, before = told.end, told.start - 1
    is_longer = after < len(words) and not words.opens[after] and _is_capital(seen, after)
    is_cut = before >= 0 and not words.opens[told.start] and _is_capital(seen, before)
    return not is_longer and not (is_cut and not (is_person and before in seen.titled))


def _is_no_name(seen: Seen, told: Told) -> bool:
    """Whether one word is only the noun of a name ("Council"), or short for another name."""
    words, at = seen.words, told.start
    if told.end - told.start > 1:
        return is_seat(seen, at)
    is_short = words.printed[at].isupper() and not words.shouts[at]
    is_short = is_short or words.lows[at] in nearby("short_places")
    is_body = told.kind is EntityKind.ORGANISATION
    return words.keys[at] in head_kinds() if is_body else is_short


def _is_capital(seen: Seen, index: int) -> bool:
    return seen.words.capital[index] and seen.words.printed[index][0].isalpha()


def _is_free(seen: Seen, start: int, end: int, taken: bytearray, told: Mapping[int, Told]) -> bool:
    """Whether these words are a name here and nobody else's."""
    words = seen.words
    if not words.capital[start] or any(taken[start:end]) or any(words.opens[start + 1 : end]):
        return False
    if any(seen.inside[at] >= 0 for at in range(start, end)):
        return False
    is_plain = words.opens[start] and words.lows[start] in plain_words() | seen.common
    return start in told or not is_plain
