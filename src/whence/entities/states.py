"""Persons and bodies without a state -> the same with the state that the article gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whence.entities.gazetteer import Profile, Sort
from whence.entities.ranks import MINISTERIAL, Rank, rank_of
from whence.entities.seen import STATE_SECTORS, Named, Seen
from whence.entities.speaking import find_speakers
from whence.entities.ties import NOT_MINISTERS, Ties, find_ties, nearest_organ
from whence.ledger.entity import EntityKind
from whence.lexicon.bodies import contested_names, national_names
from whence.lexicon.titles import states_by_title

LONGEST_SENTENCE = 40  # words; ours, 2026-11
MINISTERS = frozenset({"minister", "premier", "chancellor", "secretary"})
"""Offices printed without a state at home."""


_Key = tuple[EntityKind, str]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """One article's words, ties and names."""

    seen: Seen
    ties: Ties
    persons: Sequence[Named]


def with_states(seen: Seen, found: Sequence[Named]) -> list[Named]:
    """All that was found; an office or body that could be of two states stays without one."""
    ties = find_ties(seen, found)
    bodies = _bodies(ties, seen, found)
    found = [_with(named, bodies.get(_key(named))) for named in found]
    persons = _speakers(seen, found)
    evidence = _Evidence(seen, ties, [each for each in found if _is_person(each)])
    for named in evidence.persons:
        profile = persons.get(named.profile.name, named.profile)
        if profile.country is None and profile.role:
            country = _of_office(evidence, named, profile.role)
            persons[profile.name] = replace(profile, country=country) if country else profile
    return [
        _with(named, persons.get(named.profile.name)) if _is_person(named) else named
        for named in found
    ]


def _with(named: Named, profile: Profile | None) -> Named:
    return replace(named, profile=profile) if profile else named


def _is_person(named: Named) -> bool:
    return named.profile.kind is EntityKind.PERSON


def _key(named: Named) -> _Key:
    return named.profile.kind, named.profile.name


def _speakers(seen: Seen, found: Sequence[Named]) -> dict[str, Profile]:
    """Name to the profile of a person who speaks for a body beside the name."""
    profiles: dict[str, Profile] = {}
    for person, body in find_speakers(seen, found):
        profile = profiles.get(person.profile.name, person.profile)
        is_of_state = body.kind is EntityKind.PLACE or body.sector in STATE_SECTORS
        is_body = body.kind is EntityKind.ORGANISATION
        if profile.country and is_of_state and profile.country != body.country:
            continue
        profiles[profile.name] = replace(
            profile,
            country=profile.country or (body.country if is_of_state else None),
            sector=profile.sector or body.sector,
            affiliation=profile.affiliation or (body.name if is_body else None),
        )
    return profiles


def _bodies(ties: Ties, seen: Seen, found: Sequence[Named]) -> dict[_Key, Profile]:
    """Ministries and the like without a state to themselves with one."""
    profiles: dict[_Key, Profile] = {}
    for named in found:
        profile = named.profile
        is_bare = profile.country is None and profile.sector in STATE_SECTORS
        if profile.kind is not EntityKind.ORGANISATION or not is_bare or _key(named) in profiles:
            continue
        words = seen.words.lows[named.start : named.end]
        if profile.name in contested_names():
            country = _of_contested(ties, named, found)
        elif not MINISTERIAL.isdisjoint(words):
            country = _of_ministry(ties, named, " ".join(words))
        else:
            country = ties.home if profile.name in national_names() else None
        if country:
            profiles[_key(named)] = replace(profile, country=country)
    return profiles


def _of_ministry(ties: Ties, named: Named, name: str) -> str | None:
    fields = Rank("ministry", rank_of(name).fields, is_deputy=False, is_former=False)
    country, is_tied = ties.state_of(fields)
    if is_tied:
        return country
    country = ties.home or nearest_organ(ties, named.start, sorted(STATE_SECTORS))
    return None if country in NOT_MINISTERS else country


def _of_contested(ties: Ties, named: Named, found: Sequence[Named]) -> str | None:
    """The one state with such a body whose body, organs or officials the article speaks of."""
    name = named.profile.name
    owned = {each.profile.country for each in found if each.profile.name.endswith(name)} - {None}
    acting = {
        each.profile.country
        for each in found
        if each.profile.kind is not EntityKind.PLACE and each.profile.sector in STATE_SECTORS
    }
    same = {nearest_organ(ties, named.start, [named.profile.sector])}
    for states in (owned, acting & contested_names()[name], same, {ties.home}):
        if len(states) == 1 and states <= contested_names()[name]:
            return next(iter(states))
    return None


def _of_office(evidence: _Evidence, named: Named, role: str) -> str | None:
    """The state of an office without one; the surest evidence first, null where two compete."""
    rank, ties, profile = rank_of(role), evidence.ties, named.profile
    is_elsewhere = profile.affiliation or profile.sector not in STATE_SECTORS
    if rank.is_former or not rank.is_of_state or is_elsewhere:
        return None
    if rank.office == "president" and not _is_head_of_state(evidence.seen, named.start):
        return None
    country, is_tied = ties.state_of(rank)
    if is_tied:
        beside = _states_before(evidence.seen, named.start) if rank.office == "president" else set()
        return country if not beside or country in beside else None
    usual = states_by_title().get(role)
    if usual and usual in ties.named:
        return usual
    if rank.office not in MINISTERS:
        return None
    country = _of_scene(evidence.seen, named) or ties.home or _only_state(evidence, named)
    return None if rank.office != "secretary" and country in NOT_MINISTERS else country


def _is_head_of_state(seen: Seen, start: int) -> bool:
    """Whether "President" is right before a name, and no club's or company's name before it."""
    title = seen.title_ends.get(start)
    if title is None:
        return False  # "Jane Roe, president of the club"
    before, words = title.start - 1, seen.words
    if words.opens[title.start] or words.capital[title.start]:
        return words.opens[title.start] or not words.capital[before] or before + 1 in seen.hit_ends
    return not words.capital[before]


def _of_scene(seen: Seen, named: Named) -> str | None:
    """The state whose capital opens the sentence: "In Tokyo, Chief Cabinet Secretary ..."."""
    words, index = seen.words, named.start
    while index > 0 and not words.opens[index]:
        index -= 1
    hit = seen.hits.get(index + 1)
    if words.lows[index] != "in" or hit is None or hit.sort is not Sort.CAPITAL:
        return None
    return hit.profile.country if words.printed[hit.end : hit.end + 1] == [","] else None


def _only_state(evidence: _Evidence, named: Named) -> str | None:
    """The one state whose offices and officials the article speaks of, if no other is beside."""
    states = set(evidence.ties.states_with_offices())
    states |= {
        each.profile.country
        for each in evidence.persons
        if each.profile.country and each.profile.sector in STATE_SECTORS
    }
    if len(states) != 1:
        return None
    beside = {
        hit.profile.country
        for start, hit in evidence.seen.hits.items()
        if hit.sort is not Sort.BODY and _is_in_sentence(evidence.seen, start, named.start)
    }
    return states.pop() if beside <= states | {None} else None


def _states_before(seen: Seen, start: int) -> set[str | None]:
    """States named before a name in its sentence: "Russia's leader, President ..."."""
    states: set[str | None] = set()
    while start > 0 and not seen.words.opens[start]:
        start -= 1
        hit = seen.hits.get(start)
        if hit and hit.sort is not Sort.BODY:
            states.add(hit.profile.country)
    return states - {None}


def _is_in_sentence(seen: Seen, start: int, other: int) -> bool:
    first, last = sorted((start, other))
    return last - first < LONGEST_SENTENCE and not any(seen.words.opens[first + 1 : last + 1])
