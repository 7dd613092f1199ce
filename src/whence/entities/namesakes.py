"""Listed bodies whose name several states use -> the body of the state that is meant."""

from __future__ import annotations

from dataclasses import replace

from whence.entities.gazetteer import Hit, Profile, Sort
from whence.entities.seen import Named, Seen
from whence.lexicon.bodies import contested_names, national_names

STATES = frozenset({Sort.COUNTRY, Sort.ADJECTIVE})


def find_namesakes(seen: Seen, taken: bytearray) -> list[Named]:
    """Bodies of other states than the list has; words found are taken.

    "India's Supreme Court" is India's; "the Supreme Court" is the listed one only where the
    article names its state; "the Joint Chiefs of Staff" are nobody's until the rest is read.
    """
    found: list[Named] = []
    states = {hit.profile.country for hit in seen.hits.values() if hit.sort is not Sort.BODY}
    for hit in seen.hits.values():
        is_free = hit.sort is Sort.BODY and not any(taken[hit.start : hit.end])
        printed = seen.words.phrase(hit.start, hit.end)
        if not is_free or printed not in national_names():
            continue
        owner = _owner(seen, hit)
        if owner and owner.profile.country != hit.profile.country:
            start, profile = owner.start, _owned(seen, hit, owner)
        elif not owner and (printed in contested_names() or hit.profile.country not in states):
            start, profile = hit.start, replace(hit.profile, name=printed, country=None)
        else:
            continue
        found.append(Named(start, hit.end, profile))
        taken[start : hit.end] = b"\x01" * (hit.end - start)
    return found


def _owner(seen: Seen, hit: Hit) -> Hit | None:
    """The state right before a body, in the possessive or as an adjective."""
    words = seen.words
    end = hit.start - (words.lows[hit.start - 1] == "'s") if hit.start else 0
    owner = seen.hit_ends.get(end)
    return owner if owner and owner.sort in STATES and not words.opens[hit.start] else None


def _owned(seen: Seen, hit: Hit, owner: Hit) -> Profile:
    first = seen.words.phrase(owner.start, owner.end)
    name = f"{first} {seen.words.phrase(hit.start, hit.end)}"
    return replace(hit.profile, name=name, country=owner.profile.country)
