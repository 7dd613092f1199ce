"""Titles and nouns after "the" -> mentions of the one person or body that fits."""

from __future__ import annotations

from collections.abc import Sequence

from whence.entities.gazetteer import Profile, Sort
from whence.entities.offices import Office
from whence.entities.ranks import OF_STATE, has_role, rank_of
from whence.entities.seen import Named, Seen
from whence.ledger.entity import EntityKind

LONGEST_LEFT = 4
STATES = frozenset({Sort.COUNTRY, Sort.ADJECTIVE})


def find_descriptions(seen: Seen, found: Sequence[Named], taken: bytearray) -> list[Named]:
    """Titles after "the" or a state that only one person of the article has; words are taken.

    A title that fits nobody else also means a person who is named only later, as in headlines.
    """
    persons = [named for named in found if named.profile.kind is EntityKind.PERSON]
    first: dict[str, int] = {}
    begins: dict[str, set[int]] = {}
    profiles: dict[str, Profile] = {}
    for named in sorted(persons, key=lambda each: each.start):
        first.setdefault(named.profile.name, named.start)
        begins.setdefault(named.profile.name, set()).add(named.start)
        profiles.setdefault(named.profile.name, named.profile)
    mentions = _by_heads(seen, found, taken)
    for title in seen.titles.values():
        if any(taken[title.start : title.end]) or not _stands_alone(seen, title):
            continue
        start, country = _left(seen, title.start)
        if start is None:
            continue
        fitting = [
            profile
            for profile in profiles.values()
            if has_role(profile.role, title.words) and country in {None, profile.country}
        ]
        fitting = [each for each in fitting if first[each.name] < start] or (
            fitting if _may_come_first(seen, title, country, fitting) else []
        )
        is_one = len(fitting) == 1 and not _is_explained(seen, title, begins.get(fitting[0].name))
        if is_one and _agrees(seen, title, fitting[0], found):
            taken[title.start : title.end] = b"\x01" * (title.end - title.start)
            mentions.append(Named(title.start, title.end, fitting[0]))
    return mentions


def _may_come_first(
    seen: Seen, title: Office, country: str | None, fitting: Sequence[Profile]
) -> bool:
    """Whether a description is close enough to stand before the name: an office of a state."""
    rank = rank_of(title.words)
    if not rank.is_of_state or rank.is_former or len(fitting) != 1:
        return False
    if country is None and not rank.fields:
        return False
    return country is not None or _states_beside(seen, title.start) <= {fitting[0].country, None}


def _states_beside(seen: Seen, start: int) -> set[str | None]:
    """The states named before a word in its sentence."""
    states: set[str | None] = set()
    while start > 0 and not seen.words.opens[start]:
        start -= 1
        hit = seen.hits.get(start)
        if hit:
            states.add(hit.profile.country)
    return states


def _is_explained(seen: Seen, title: Office, begins: set[int] | None) -> bool:
    """Whether the name follows after a comma: "the minister, Jane Roe"."""
    after = title.end + 1
    return (
        after < len(seen.words) and seen.words.printed[title.end] == "," and after in (begins or ())
    )


def _agrees(seen: Seen, title: Office, person: Profile, found: Sequence[Named]) -> bool:
    """Whether "the president" may be of the state whose bodies its paragraph speaks of."""
    rank = rank_of(title.words)
    if not (rank.office in OF_STATE and rank.fields <= {"prime"}):
        return True
    words = seen.words
    paragraph = words.text.rfind("\n", 0, words.starts[title.start])
    near = [
        each.profile
        for each in found
        if each.end <= title.start and words.starts[each.start] > paragraph
    ]
    states = {each.country for each in near if is_government(each.kind, each.sector)} - {None}
    is_near = any(each.name == person.name for each in near)
    return is_near or not states or person.country in states


def _by_heads(seen: Seen, found: Sequence[Named], taken: bytearray) -> list[Named]:
    """Mentions as "the Times", "the Ministry" of the one body whose name ends so."""
    bodies: dict[str, dict[str, Named]] = {}
    for named in found:
        parts = named.profile.name.split()
        if named.profile.kind is EntityKind.ORGANISATION and len(parts) > 1:
            bodies.setdefault(parts[-1], {}).setdefault(named.profile.name, named)
    words, mentions = seen.words, []
    for index, key in enumerate(words.keys):
        if key not in bodies or not index or taken[index] or words.lows[index - 1] != "the":
            continue
        fitting = bodies[key]
        if len(fitting) > 1:
            continue
        is_longer = (
            index + 1 < len(words) and words.capital[index + 1] and not words.opens[index + 1]
        )
        named = next(iter(fitting.values()))
        if named.start < index and not is_longer:
            taken[index] = 1
            mentions.append(Named(index, index + 1, named.profile))
    return mentions


def is_government(kind: EntityKind, sector: str | None) -> bool:
    """Whether it is a body of the executive."""
    return kind is EntityKind.ORGANISATION and sector == "GOV"


def _stands_alone(seen: Seen, title: Office) -> bool:
    """No name, no "of the United States", no plural after it."""
    words = seen.words
    if title.end >= len(words) or words.opens[title.end]:
        return True
    after = words.lows[title.end]
    return not words.capital[title.end] and after not in {"of", "for", "and", "-", "or"}


def _left(seen: Seen, start: int) -> tuple[int | None, str | None]:
    """Where a description starts, and the state that it names; None where it is none."""
    words, country = seen.words, None
    index = start
    while index > 0 and start - index < LONGEST_LEFT:
        hit = seen.hit_ends.get(index)
        if words.opens[index] and index < start:
            break
        if hit and hit.sort in STATES and not words.opens[index]:
            country = hit.profile.country
            index = hit.start
            continue
        low = words.lows[index - 1]
        if low == "the" and not words.opens[index]:
            return index - 1, country
        if low == "'s" and country is None and not words.opens[index]:
            index -= 1
            continue
        break
    is_owned = country and index < start and words.lows[start - 1] == "'s"
    is_headline = country and index < start and not words.teaches[start] and words.opens[index]
    return (index, country) if is_owned or is_headline else (None, None)
