"""Capitalised words with a telling head ("... Ministry", "... Treaty") -> named bodies."""

from __future__ import annotations

from itertools import compress

from whence.entities.gazetteer import Hit, Profile, Sort
from whence.entities.seen import STATE_SECTORS, Named, Seen
from whence.ledger.entity import EntityKind
from whence.lexicon.name_heads import head_kinds, head_sectors
from whence.lexicon.plain_words import plain_words

AFTER_HEAD = frozenset({"of", "for", "on"})
NEVER_FIRST = frozenset({"the", "a", "an", "in", "at", "former"})
JOINTS = frozenset({"-", "‑", "&"})
OF_PERSONS = frozenset({"Administration", "Campaign", "Government", "Cabinet"})
LANDS = frozenset({Sort.COUNTRY, Sort.ADJECTIVE, Sort.PLACE})
LONGEST = 9


def find_organisations(seen: Seen, taken: bytearray) -> list[Named]:
    """Bodies, treaties and streets by the last word of their name; words found are taken."""
    found: list[Named] = []
    heads, words = head_kinds(), seen.words
    for index in compress(range(len(words)), map(heads.__contains__, words.keys)):
        if not words.capital[index] or taken[index]:
            continue
        hit = seen.hit_at(index)
        if (hit and hit.sort is Sort.PERSON) or _is_before_head(seen, index):
            continue
        start, end = _start_of(seen, index, taken), _end_of(seen, index, taken)
        if _is_name(seen, start, index, end):
            found.append(Named(start, end, _profile(seen, start, index, end)))
            taken[start:end] = b"\x01" * (end - start)
    return found


def _is_before_head(seen: Seen, index: int) -> bool:
    """Whether the next word is a head too: "Armed Forces Committee" is a committee."""
    words, after = seen.words, index + 1
    if after >= len(words) or words.opens[after] or not words.capital[after]:
        return False
    return words.keys[after] in head_kinds()


def _start_of(seen: Seen, head: int, taken: bytearray) -> int:
    """The first capitalised word of the name whose head this is."""
    words, start = seen.words, head
    while start > 0 and head - start < LONGEST and not words.opens[start] and not taken[start - 1]:
        if _is_name_word(seen, start - 1):
            start -= 1
        elif words.printed[start - 1] in JOINTS and _is_name_word(seen, start - 2):
            start -= 2
        else:
            break
    while start < head and _opens_plainly(seen, start):
        start += 1
    if head_kinds()[words.keys[head]] is EntityKind.PLACE:  # "South Korean President Park"
        ends = [seen.titles[index].end for index in range(start, head) if index in seen.titles]
        start = max([start, *(end for end in ends if end <= head)])
    return start


def _is_name_word(seen: Seen, index: int) -> bool:
    if index < 0:
        return False
    printed = seen.words.printed[index]
    is_ordinal = printed[0].isdigit() and printed[-1].isalpha()  # "5th Corps"
    return seen.words.capital[index] or is_ordinal


def _opens_plainly(seen: Seen, index: int) -> bool:
    """Whether a word is no part of the name: "The", "While", a title, a sentence's capital."""
    low = seen.words.lows[index]
    if seen.hit_at(index):
        return False
    if low in NEVER_FIRST or index in seen.titles:
        return True
    return seen.words.opens[index] and (low in plain_words() or low in seen.common)


def _end_of(seen: Seen, head: int, taken: bytearray) -> int:
    """The word after the name: past "of Foreign Affairs" and "of the Interior"."""
    words, end = seen.words, head + 1
    while end < len(words) and not words.opens[end] and words.lows[end] in AFTER_HEAD:
        after = end + 1
        if after < len(words) and words.lows[after] == "the":
            after += 1
        if after >= len(words) or words.opens[after] or not _is_name_word(seen, after):
            break
        hit = seen.hit_at(after)
        is_plain = hit is None and words.lows[after] in plain_words()
        if taken[after] or (hit and hit.sort is Sort.PERSON) or is_plain:
            break
        end = hit.end if hit else _end_of_words(seen, after + 1, taken)
    return end


def _end_of_words(seen: Seen, end: int, taken: bytearray) -> int:
    """Past further capitalised words and an "and" between them."""
    words = seen.words
    while end < len(words) and not words.opens[end] and not taken[end]:
        step = 2 if words.lows[end] == "and" else 1
        last = end + step - 1
        if last >= len(words) or not _is_name_word(seen, last) or seen.hit_at(last):
            break
        end += step
    return end


def _is_name(seen: Seen, start: int, head: int, end: int) -> bool:
    """Whether a head's words are a name that is not listed and not one of a person's organs."""
    words = seen.words
    hit = seen.hits.get(start)
    inner = [seen.hits[index] for index in range(start, end) if index in seen.hits]
    if end - start == 1 or (hit and hit.end > head):
        return False
    if not words.teaches[start] and not inner:
        return False
    if all(
        words.lows[index] in plain_words() for index in range(start, end) if words.capital[index]
    ):
        return False
    owned = start > 1 and words.lows[start - 1] == "'s" and (start - 1) in seen.hit_ends
    if owned and start in seen.groups and seen.groups[start].end == end:
        return False  # "China's Foreign Ministry" is kept as "Chinese Foreign Ministry"
    return not (inner and inner[0].sort is Sort.PERSON and words.keys[head] in OF_PERSONS)


def _profile(seen: Seen, start: int, head: int, end: int) -> Profile:
    words = seen.words
    kind = head_kinds()[words.keys[head]]
    inner = [seen.hits[index] for index in range(start, end) if index in seen.hits]
    sector = None
    if kind is EntityKind.ORGANISATION:
        is_of_war = any(words.lows[index] in {"defence", "defense"} for index in range(start, end))
        is_office = words.keys[head] in {"Ministry", "Department"}
        sector = "MIL" if is_of_war and is_office else head_sectors().get(words.keys[head])
    country = _country(inner, any_body=sector in STATE_SECTORS)
    return Profile(words.phrase(start, end), kind, country, sector=sector)


def _country(inner: list[Hit], *, any_body: bool) -> str | None:
    """The state that a part of the name tells; for bodies of state a body's state too."""
    for hit in inner:
        if hit.profile.country and (any_body or hit.sort in LANDS):
            return hit.profile.country
    return None
