"""Words -> towns of the world's list that stand where only a place stands.

A town is looked for after a preposition of place ("in Kursk"), at the start of a dispatch
("DNIPRO (Reuters) -") and before a state or region ("Kursk, Russia"); not in parts of longer names
and not where a person of the article is called so. Which of several towns of one name is meant:
the one in the state or region beside it; else one in the states that the article names, if it
dominates its namesakes there; else one of a hundred thousand people that dominates all. To
dominate is to have ten times the people of the next. What stays unsure has no point.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whence.entities.gazetteer import Hit, Profile, Sort
from whence.entities.points import DOMINANT, dominant, point_of_town
from whence.entities.seen import Named, Seen
from whence.ledger.entity import EntityKind
from whence.lexicon.nearby import nearby
from whence.lexicon.plain_words import plain_words
from whence.lexicon.towns import Town, towns_called

LONGEST_NAME = 5
"""Words of a town's name that are looked at ("Stratford-upon-Avon" has five)."""

FEWEST_PEOPLE = 100_000
"""Of a town whose country the article does not name: smaller ones have too many namesakes."""

AFTER_DATELINE = frozenset({"(", "—", "–", "-"})
LONG_WORD = 4
STATES = frozenset({Sort.COUNTRY, Sort.ADJECTIVE, Sort.PEOPLE, Sort.CAPITAL, Sort.PLACE})


def find_towns(seen: Seen, found: Sequence[Named], taken: bytearray) -> list[Named]:
    """Towns outside taken words, which are taken then; each name is one town in an article."""
    persons = {
        part
        for each in found
        if each.profile.kind is EntityKind.PERSON
        for part in each.profile.name.split()
    }
    spots: dict[str, list[tuple[int, int]]] = {}
    beside: dict[str, Hit] = {}
    for start, end in _spots(seen, taken):
        name, state = _name(seen, start, end), _state_after(seen, end)
        if persons.isdisjoint(name.split()) or state:
            spots.setdefault(name, []).append((start, end))
            if state:
                beside.setdefault(name, state)
    named = {hit.profile.country for hit in seen.hits.values() if hit.sort in STATES}
    towns = []
    for name, places in spots.items():
        profile = _profile(name, beside.get(name), named)
        for start, end in places:
            taken[start:end] = b"\x01" * (end - start)
            towns.append(Named(start, end, profile))
    return towns


def _spots(seen: Seen, taken: bytearray) -> Iterator[tuple[int, int]]:
    """Where a town's name stands alone in the place of a place; apart, from left to right."""
    done = 0
    for start, is_capital in enumerate(seen.words.capital):
        if not is_capital or start < done or taken[start] or not _may_be(seen, start):
            continue
        end = _end_of_name(seen, start, taken)
        if end and _is_place(seen, start, end):
            yield start, end
            done = end


def _may_be(seen: Seen, start: int) -> bool:
    """Whether anything near a word can make it a town, before its name is looked up."""
    if _is_at(seen, start) or seen.words.opens[start]:
        return True
    return any(index in seen.hits for index in range(start + 2, start + LONGEST_NAME + 2))


def _is_place(seen: Seen, start: int, end: int) -> bool:
    """Whether a town's name stands where a place stands."""
    if _is_at(seen, start) or _opens_dispatch(seen, start, end):
        return True
    state = _state_after(seen, end)
    return state is not None and bool(_near(towns_called(_name(seen, start, end)), state))


def _end_of_name(seen: Seen, start: int, taken: bytearray) -> int | None:
    """The end of the longest town's name that starts here and is no part of a longer name."""
    words = seen.words
    if _goes_on(seen, start - 1) and not words.opens[start]:
        return None
    for end in range(min(start + LONGEST_NAME, len(words)), start, -1):
        is_free = not any(taken[start:end]) and not any(words.opens[start + 1 : end])
        if not is_free or not words.capital[end - 1] or not towns_called(_name(seen, start, end)):
            continue
        is_cut = end < len(words) and not words.opens[end] and _goes_on(seen, end)
        is_word = end - start == 1 and (
            words.lows[start] in plain_words() or words.lows[start] in seen.common
        )
        return None if is_cut or is_word or seen.hit_at(start) else end
    return None


def _goes_on(seen: Seen, index: int) -> bool:
    """Whether a name goes on with this word: a capital, a hyphen, a possessive."""
    if not 0 <= index < len(seen.words):
        return False
    low = seen.words.lows[index]
    return seen.words.capital[index] or low == "'s" or (low == "-" and seen.words.tight[index])


def _name(seen: Seen, start: int, end: int) -> str:
    phrase = seen.words.phrase(start, end)
    is_shouted = phrase.isupper() and seen.words.keys[start] != seen.words.printed[start]
    return phrase.title() if is_shouted else phrase


def _is_at(seen: Seen, start: int) -> bool:
    """Whether a preposition of place stands before."""
    lows = seen.words.lows
    if start == 0 or seen.words.opens[start]:
        return False
    if lows[start - 1] == "of":
        return start > 1 and lows[start - 2] in nearby("towns_of")
    return lows[start - 1] in nearby("at_place")


def _opens_dispatch(seen: Seen, start: int, end: int) -> bool:
    words = seen.words
    is_first = words.opens[start] and words.printed[start].isupper()
    is_long = len(words.printed[start]) >= LONG_WORD
    return is_first and is_long and end < len(words) and words.printed[end] in AFTER_DATELINE


def _state_after(seen: Seen, end: int) -> Hit | None:
    """The state or region after a comma: "Kursk, Russia"."""
    words = seen.words
    if end + 1 >= len(words) or words.lows[end] != "," or words.opens[end + 1]:
        return None
    hit = seen.hits.get(end + 1)
    return hit if hit and hit.sort in {Sort.COUNTRY, Sort.PLACE} else None


def _near(towns: Sequence[Town], state: Hit) -> list[Town]:
    """Those in the state or region that stands beside them."""
    own = [town for town in towns if town.country == state.profile.country]
    if state.sort is Sort.COUNTRY:
        return own
    return [town for town in own if town.region == state.profile.name]


def _profile(name: str, beside: Hit | None, named: set[str | None]) -> Profile:
    """What a name means in an article that names these countries."""
    towns = towns_called(name)
    pool = _near(towns, beside) if beside else []
    if not pool:
        pool = [town for town in towns if town.country in named] or list(towns)
        largest = towns[0].population  # where it lies elsewhere, or is small, nothing is sure
        is_far_larger = largest >= DOMINANT * pool[0].population
        if (is_far_larger and pool[0] != towns[0]) or _is_obscure(pool[0], named):
            return Profile(name, EntityKind.PLACE)
    meant = dominant(pool)
    states = {town.country for town in pool}
    country = meant.country if meant else (states.pop() if len(states) == 1 else None)
    return Profile(name, EntityKind.PLACE, country, point=point_of_town(meant))


def _is_obscure(largest: Town, named: set[str | None]) -> bool:
    return largest.country not in named and largest.population < FEWEST_PEOPLE
