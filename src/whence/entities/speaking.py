"""Persons who are somebody's spokesman -> the body that they speak for, from the words around."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from whence.entities.gazetteer import Profile
from whence.entities.offices import Office
from whence.entities.seen import STATE_SECTORS, Named, Seen
from whence.ledger.entity import EntityKind
from whence.lexicon.unnamed import unnamed

SPEAKERS = ("spokesman", "spokeswoman", "spokesperson", "official representative", "press officer")
MEMBERS = (*SPEAKERS, "counsellor", "counselor", "attaché", "attache", "first secretary")
LINKS = frozenset({"for", "of", "at", "with"})
LONGEST_APPOSITION = 14
FEW = 4


def find_speakers(seen: Seen, found: Sequence[Named]) -> Iterator[tuple[Named, Profile]]:
    """Each person who is printed as a spokesman, with the body; nobody where it is not clear."""
    bodies = sorted(
        (
            named
            for named in found
            if named.profile.kind is EntityKind.ORGANISATION or _is_state(named.profile)
        ),
        key=lambda named: named.start,
    )
    for person in found:
        if person.profile.kind is not EntityKind.PERSON:
            continue
        office = _office_before(seen, person.start) or _office_after(seen, person.end)
        body = _body_of(seen, bodies, office) if office else None
        if body:
            yield person, body


def _is_state(profile: Profile) -> bool:
    return profile.kind is EntityKind.PLACE and profile.sector == "GOV"


def _office_before(seen: Seen, start: int) -> Office | None:
    """The spokesman before a name, past a rank and a comma."""
    words = seen.words
    title = seen.title_ends.get(start)
    if title and not title.words.endswith(MEMBERS):
        start, title = title.start, None
    if title is None and start > 1 and words.printed[start - 1] == ",":
        title = seen.title_ends.get(start - 1) or _before_complement(seen, start - 1)
    return title if title and title.words.endswith(MEMBERS) else None


def _before_complement(seen: Seen, end: int) -> Office | None:
    """The office that "of the ministry" before a comma belongs to."""
    for index in range(end - 1, max(0, end - FEW - 1), -1):
        if seen.words.opens[index]:
            return None
        if seen.words.lows[index] in LINKS:
            return seen.title_ends.get(index)
    return None


def _office_after(seen: Seen, end: int) -> Office | None:
    """The spokesman in the apposition after a name: ", a spokesman for"."""
    words = seen.words
    if end >= len(words) or words.printed[end] != ",":
        return None
    for index in range(end + 1, min(len(words), end + LONGEST_APPOSITION)):
        title = seen.titles.get(index)
        if title and title.words.endswith(MEMBERS):
            return title
        if words.opens[index] or words.printed[index] in {",", ".", ";"}:
            return None
    return None


def _body_of(seen: Seen, bodies: Sequence[Named], office: Office) -> Profile | None:
    words, end = seen.words, office.end
    if end + 1 < len(words) and words.lows[end] in LINKS and not words.opens[end]:
        index = end + 1 + (words.lows[end + 1] in {"the", "its"})
        named = _starting(bodies, index)
        if named:
            return named.profile
        is_called = index < len(words) and words.lows[index] in unnamed("bodies")
        return _named_again(seen, bodies, index) if is_called else None
    before = words.lows[office.start - 1] if office.start and not words.opens[office.start] else ""
    is_bare = words.opens[office.start] or before in {",", "", "”", '"'}
    if before == "its" or (is_bare and office.words in SPEAKERS):
        return _subject_before(seen, bodies, office.start)
    return None


def _starting(bodies: Sequence[Named], index: int) -> Named | None:
    at = bisect_left(bodies, index, key=lambda named: named.start)
    return bodies[at] if at < len(bodies) and bodies[at].start == index else None


def _named_again(seen: Seen, bodies: Sequence[Named], index: int) -> Profile | None:
    """The last body of a state before that is such a body: "the ministry"."""
    low = seen.words.lows[index]
    fitting = [
        each
        for each in bodies
        if each.end <= index
        and each.profile.kind is EntityKind.ORGANISATION
        and low in seen.words.lows[each.start : each.end]
    ]
    return fitting[-1].profile if fitting else None


def _subject_before(seen: Seen, bodies: Sequence[Named], index: int) -> Profile | None:
    """The body that acts in the nearest sentence before which has one, in the same paragraph."""
    words = seen.words
    paragraph = words.text.rfind("\n", 0, words.starts[index])
    last = bisect_left(bodies, index, key=lambda named: named.start)
    near = [
        each for each in bodies[max(0, last - FEW) : last] if words.starts[each.start] > paragraph
    ]
    organs = [each for each in near if each.profile.kind is EntityKind.ORGANISATION]
    near = organs or [each for each in near if each.profile.country]
    if not near:
        return None
    sentence = [each for each in near if not any(words.opens[each.end : near[-1].start + 1])]
    acting = [each for each in sentence if words.lows[max(0, each.start - 2)] == "by"]
    acting += [each for each in sentence if words.lows[max(0, each.start - 1)] == "by"]
    free = [each for each in sentence if words.lows[each.end : each.end + 1] != ["'s"]]
    chosen = (acting or free or sentence)[0].profile
    is_sure = chosen.sector in STATE_SECTORS or len({each.profile.name for each in sentence}) == 1
    return chosen if is_sure else None
