"""Runs of capitalised words -> persons, learned from what stands around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from whence.entities.gazetteer import Profile, Sort, listed_persons
from whence.entities.names import surname_of
from whence.entities.roles import (
    Role,
    Surroundings,
    employer_after,
    joined,
    role_after,
    role_before,
)
from whence.entities.runs import Run, find_runs
from whence.entities.seen import Named, Seen
from whence.entities.told import Told, is_seat
from whence.ledger.entity import EntityKind
from whence.lexicon.given_names import family_first_names, given_names
from whence.lexicon.name_heads import head_kinds
from whence.lexicon.nearby import nearby
from whence.lexicon.titles import female_honorifics, male_honorifics

FULL = 2
TELLING = frozenset({"told", "tells", "asked", "asks", "suggests"})
"""Verbs of saying that are followed by who hears."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a person is named by more than an alias.

    Attributes:
        profile: From the word lists; None for a name learned here.
        is_full: Whether more than a surname is printed.
    """

    start: int
    end: int
    name: str
    role: Role | None
    profile: Profile | None
    is_full: bool


def find_persons(
    seen: Seen, around: Surroundings, told: Mapping[int, Told], taken: bytearray
) -> list[Named]:
    """Persons by full names, by title and surname, and those of the word lists; words are taken."""
    runs = find_runs(seen, taken)
    sightings = _merged([each for run in runs if (each := _sighting(seen, around, run, told))])
    profiles = _profiles(sightings)
    found = []
    for each in sightings:
        taken[each.start : each.end] = b"\x01" * (each.end - each.start)
        found.append(Named(each.start, each.end, profiles[each.name]))
    return found


def _merged(sightings: Sequence[Sighting]) -> list[Sighting]:
    """A bare surname is the person of that surname whom the article names in full, if any.

    So "General Doe" is Jane Doe, and a listed surname is not the famous one where the article
    names only another of that surname.
    """
    full: dict[str, Sighting] = {}
    for each in sightings:
        if each.is_full:
            full.setdefault(surname_of(each.name)[-1], each)
    in_full = {each.name for each in sightings if each.is_full}
    merged = []
    for each in sightings:
        known = None if each.is_full else full.get(surname_of(each.name)[-1])
        if known is None or (each.profile and each.name in in_full):
            merged.append(each)
        else:
            merged.append(replace(each, name=known.name, profile=known.profile))
    return merged


def honorific_before(seen: Seen, index: int) -> str | None:
    """Say "he" or "she" as Mr. or Mrs. before this word tells; None without either."""
    key = seen.words.keys[index - 1] if index > 0 and not seen.words.opens[index] else ""
    if key in male_honorifics():
        return "he"
    return "she" if key in female_honorifics() else None


def _sighting(
    seen: Seen, around: Surroundings, run: Run, told: Mapping[int, Told]
) -> Sighting | None:
    words = seen.words
    start, end = _trimmed(seen, run)
    hit = seen.hits.get(start)
    before, after = role_before(around, start), role_after(around, end)
    role = joined(before, after)
    if before:
        role = joined(role, employer_after(around, end))
    if hit and hit.sort is Sort.PERSON and hit.end == end:
        return Sighting(start, end, hit.profile.name, role, hit.profile, is_full=end - start > 1)
    if not words.teaches[start] or words.keys[end - 1] in head_kinds():
        return None
    is_full = sum(words.capital[start:end]) >= FULL
    if is_full and role is None:
        start, is_person = _told_person(seen, told, start, end)
    elif is_full:
        is_person = True
    else:
        has_title = before is not None and before.title is not None
        is_person = end - start == 1 and _is_single_name(seen, start, has_title=has_title)
    name = _plain_name(seen, start, end)
    known = listed_persons().get(name)  # "Jane Q. Public" is the listed Jane Public
    return Sighting(start, end, name, role, known, is_full=is_full) if is_person else None


def _told_person(seen: Seen, told: Mapping[int, Told], start: int, end: int) -> tuple[int, bool]:
    """The first word of a name without a role, and whether it is a person's.

    A rule decides unless the reader takes just these words for something else; what only the
    reader takes for a person has its first word where it says so, and more than one.
    """
    last = told.get(end - 1)
    is_same = last is not None and (last.start, last.end) == (start, end)
    is_person = last is not None and last.kind is EntityKind.PERSON
    if (is_person or not is_same) and _is_name(seen, start, end):
        return start, True
    if last is None or not is_person or is_seat(seen, start):
        return start, False
    first = max(start, last.start)
    return first, sum(seen.words.capital[first:end]) >= FULL


def _trimmed(seen: Seen, run: Run) -> tuple[int, int]:
    """Without a listed name of one person at the end of another's words, or the reverse."""
    hit = seen.hits.get(run.start)
    if hit and hit.sort is Sort.PERSON and hit.end - hit.start > 1:
        is_longer = run.end > hit.end and seen.words.keys[hit.end] in {"Jr", "Sr", "III"}
        return run.start, run.end if is_longer else hit.end
    return run.start, run.end


def _is_single_name(seen: Seen, index: int, *, has_title: bool) -> bool:
    """Whether it is a surname after a title or Mr., and no "General Assembly"."""
    words = seen.words
    if seen.hit_at(index) is not None or words.printed[index].isupper():
        return False
    if honorific_before(seen, index):
        return True
    return has_title and words.printed[index - 1] != "," and words.capital[index - 1]


def _is_name(seen: Seen, start: int, end: int) -> bool:
    """Whether given name, honorific, family name first, or a verb of saying tells a person."""
    words = seen.words
    first = words.keys[start]
    if first in given_names() or honorific_before(seen, start):
        return True
    is_initial = len(first) == 1 and words.printed[start].endswith(".")
    if is_initial or (first in family_first_names() and end - start > FULL):
        return True
    return not _has_acronym(seen, start, end) and _speaks(seen, start, end)


def _has_acronym(seen: Seen, start: int, end: int) -> bool:
    words = seen.words
    return any(words.printed[at].isupper() and len(words.keys[at]) > 1 for at in range(start, end))


def _speaks(seen: Seen, start: int, end: int) -> bool:
    """Whether a verb of saying, an age or "who" stands beside a name."""
    words = seen.words
    after = words.lows[end] if end < len(words) and not words.opens[end] else ""
    before = words.lows[start - 1] if start > 0 and not words.opens[start] else ""
    if after in nearby("saying"):
        return True
    if before in nearby("saying") and before not in TELLING:
        return not words.capital[start - 1]
    return after == "," and end + 1 < len(words) and _is_age_or_who(words.lows[end + 1])


def _is_age_or_who(low: str) -> bool:
    return low == "who" or (low.isdigit() and len(low) == FULL)


def _plain_name(seen: Seen, start: int, end: int) -> str:
    """The name without middle initials."""
    words = seen.words
    kept = [
        index
        for index in range(start, end)
        if not (len(words.keys[index]) == 1 and words.capital[index] and start < index < end - 1)
    ]
    name, last = "", None
    for index in kept:
        blank = "" if last is None or words.tight[index] else " "
        name += blank + words.printed[index]
        last = index
    return name


def _profiles(sightings: Sequence[Sighting]) -> dict[str, Profile]:
    """Name to what all sightings of it together say; the first word on a matter stands."""
    profiles: dict[str, Profile] = {}
    for each in sightings:
        profile = profiles.get(each.name) or each.profile or Profile(each.name, EntityKind.PERSON)
        role = each.role
        if role:
            is_own = profile.role is None
            profile = replace(
                profile,
                role=profile.role or role.title,
                sector=(role.sector or profile.sector) if is_own else profile.sector,
                country=profile.country or role.country,
                affiliation=profile.affiliation or role.affiliation,
            )
        profiles[each.name] = profile
    return profiles
