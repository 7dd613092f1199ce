"""The words around a person's name -> office, state and body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whence.entities.gazetteer import Hit, Profile, Sort
from whence.entities.offices import Office
from whence.entities.seen import STATE_SECTORS, Named, Seen
from whence.ledger.entity import EntityKind
from whence.lexicon.nearby import nearby
from whence.lexicon.titles import united_states_titles, words_before_titles

STATES = frozenset({Sort.COUNTRY, Sort.ADJECTIVE, Sort.PEOPLE})
KEPT_BEFORE = frozenset({"former", "acting", "interim", "ex", "outgoing", "then"})
LONGEST_LEFT = 7
LONGEST_APPOSITION = 18
FEWEST_BEFORE = 2
GENERAL = frozenset(
    {"president", "vice president", "leader", "secretary", "commissioner", "official", "chairman"}
)
"""Titles that every kind of body has, so that the body tells the sector."""

PARTISANS = frozenset({"democrat", "republican", "tory"})
FULL_TITLES = {
    "gen.": "general", "sen.": "senator", "rep.": "representative", "gov.": "governor",
    "amb.": "ambassador", "lt. gen.": "lieutenant general", "lt gen": "lieutenant general",
    "lt. general": "lieutenant general", "maj. gen.": "major general", "maj gen": "major general",
    "brig. gen.": "brigadier general", "brig gen": "brigadier general", "col.": "colonel",
    "lt. col.": "lieutenant colonel", "lt col": "lieutenant colonel", "maj.": "major",
    "capt.": "captain", "lt.": "lieutenant", "sgt.": "sergeant", "cpl.": "corporal",
    "pvt.": "private", "adm.": "admiral", "rear adm.": "rear admiral", "vice adm.": "vice admiral",
    "cmdr.": "commander", "prof.": "professor", "rev.": "reverend", "fr.": "father",
    "dr.": "doctor", "dr": "doctor", "state sen.": "state senator",
    "state rep.": "state representative", "lt. governor": "lieutenant governor",
}  # fmt: skip
"""Abbreviated titles in full."""

ENDS = frozenset('.;:!?—–()[]"“”')
VERBS_AFTER = frozenset({"who", "which", "that", "whose", "where", "said", "says", "told", "has"})


@dataclass(frozen=True, slots=True)
class Role:
    """What the words around one mention say of a person; None where they do not."""

    title: str | None
    sector: str | None
    country: str | None
    affiliation: str | None


class Surroundings:
    """Named bodies by their places, so that a role can tell whom a person speaks for."""

    def __init__(self, seen: Seen, organisations: list[Named]) -> None:
        self.seen = seen
        self._starts: Mapping[int, Named] = {named.start: named for named in organisations}
        self._ends: Mapping[int, Named] = {named.end: named for named in organisations}

    def body_from(self, index: int) -> tuple[Profile, int, Sort] | None:
        """What is named from this word on, and the word after it."""
        named = self._starts.get(index)
        if named:
            return named.profile, named.end, Sort.BODY
        hit = self.seen.hits.get(index)
        return (hit.profile, hit.end, hit.sort) if hit else None

    def body_until(self, index: int) -> tuple[Profile, int, Sort] | None:
        """What is named up to this word, and its first word."""
        named = self._ends.get(index)
        if named:
            return named.profile, named.start, Sort.BODY
        hit = self.seen.hit_ends.get(index)
        return (hit.profile, hit.start, hit.sort) if hit else None


def role_before(around: Surroundings, start: int) -> Role | None:
    """The role given before a name: "Ukrainian President", "the minister, "."""
    seen = around.seen
    title = seen.title_ends.get(start)
    if title is None and start > 1 and seen.words.printed[start - 1] == ",":
        title = seen.title_ends.get(start - 1)
        if title and not _is_definite(seen, title.start):
            return None
    if seen.words.opens[start]:
        return None
    return _role(around, title, after=None) if title else _employer_before(around, start)


def _employer_before(around: Surroundings, start: int) -> Role | None:
    """The body in the possessive right before a name: "NBC's Jane Doe"."""
    if start < FEWEST_BEFORE or around.seen.words.lows[start - 1] not in {"'s", "'", "’"}:
        return None
    named = around.body_until(start - 1)
    if named is None or named[2] is not Sort.BODY:
        return None
    return Role(None, named[0].sector, None, named[0].name)


def role_after(around: Surroundings, end: int) -> Role | None:
    """The role of an apposition after a name: ", the FT's Seoul bureau chief,"."""
    words = around.seen.words
    start = _apposition(around.seen, end)
    index, limit = start or 0, min(len(words), end + LONGEST_APPOSITION)
    while start and index < limit and not _ends_apposition(around.seen, index, start):
        title = around.seen.titles.get(index)
        if title and _ends_description(around.seen, title):
            return _role(around, title, after=title.end)
        hit = around.seen.hits.get(index)
        if hit and _is_partisan(around.seen, hit):
            return Role(None, hit.profile.sector, hit.profile.country, hit.profile.name)
        index = hit.end if hit else index + 1
    return None


def employer_after(around: Surroundings, end: int) -> Role | None:
    """The body right after a name: "Gen. Jane Doe of the 5th Corps"."""
    words = around.seen.words
    if end >= len(words) or words.lows[end] not in {"of", "at", "from", "with"}:
        return None
    named = _body_right(around, end)
    return Role(None, None, None, named[0].name) if named and named[1] is Sort.BODY else None


def _apposition(seen: Seen, end: int) -> int | None:
    """The first word of an apposition after a name; None where none starts."""
    words = seen.words
    if end + 1 >= len(words) or words.opens[end] or words.printed[end] not in {",", "(", "–", "—"}:
        return None
    if words.lows[end + 1] in nearby("no_apposition"):
        return None
    return end + 3 if words.printed[end + 1][0].isdigit() else end + 1  # ", 42, a farmer"


def _ends_apposition(seen: Seen, index: int, start: int) -> bool:
    words = seen.words
    low = words.lows[index]
    if words.opens[index] or low in ENDS or low in VERBS_AFTER or (low == "," and index > start):
        return True
    hit = seen.hits.get(index)
    return index == start and hit is not None and hit.sort is Sort.PERSON


def _is_partisan(seen: Seen, hit: Hit) -> bool:
    """Whether it ends an apposition as its head: ", a prominent New York Democrat,"."""
    words, end = seen.words, hit.end
    if words.lows[hit.start] not in PARTISANS or end - hit.start > 1:
        return False
    is_last = end >= len(words) or words.opens[end] or not words.printed[end][0].isalpha()
    return is_last or words.lows[end] in nearby("title_links")


def _is_definite(seen: Seen, start: int) -> bool:
    """Whether "the" or a possessive stands before a title, with at most three words between."""
    words = seen.words
    for index in range(start - 1, max(-1, start - LONGEST_LEFT), -1):
        if words.lows[index] in {"the", "'s", "his", "her", "its", "their", "a", "an"}:
            return True
        if words.opens[index] or not words.printed[index][0].isalpha():
            return False
    return False


def _ends_description(seen: Seen, title: Office) -> bool:
    """Whether a title is the head of its phrase: no noun, no name, no "'s" goes on with it."""
    words = seen.words
    if title.end >= len(words) or words.opens[title.end]:
        return True
    after = words.lows[title.end]
    is_plain = words.printed[title.end][0].isalpha() and after not in nearby(
        "title_links"
    ) | nearby("after_title")
    return not is_plain and after != "'s" and (after != "-" or not words.tight[title.end])


def _role(around: Surroundings, title: Office, after: int | None) -> Role:
    seen = around.seen
    start, prefix = _before_title(seen, title.start)
    words = FULL_TITLES.get(title.words, title.words)
    left, start = _bodies_left(around, start)
    prefix = prefix or _before_title(seen, start)[1]
    right = _body_right(around, after if after is not None else title.end)
    bodies = [*left, *([right] if right else [])]
    country = _country(title, bodies, around)
    body = next((p for p, sort in bodies if sort is Sort.BODY), None)
    sector = title.sector
    if prefix in {"former", "ex"} and sector in STATE_SECTORS:
        sector = "ELI"
    if body and (sector is None or (title.words in GENERAL and body.sector not in STATE_SECTORS)):
        sector = body.sector
    if sector is None and country and "spokes" in words:
        sector = "GOV"
    return Role(
        title=f"{prefix} {words}" if prefix else words,
        sector=sector,
        country=country,
        affiliation=body.name if body else None,
    )


def _before_title(seen: Seen, start: int) -> tuple[int, str | None]:
    """Step over "then", "former", "top" before a title; the one that changes the role is kept."""
    words, prefix = seen.words, None
    while start > 0 and not words.opens[start]:
        low = words.lows[start - 1]
        if low == "-" and start > 1 and words.lows[start - 2] in KEPT_BEFORE:
            start -= 1
            continue
        if low not in words_before_titles():
            break
        prefix = low if low in KEPT_BEFORE else prefix
        start -= 1
    return start, "former" if prefix in {"ex", "then"} else prefix


def _bodies_left(around: Surroundings, start: int) -> tuple[list[tuple[Profile, Sort]], int]:
    """States and bodies before a title in its own phrase, the nearest first; its first word."""
    words = around.seen.words
    found: list[tuple[Profile, Sort]] = []
    index = first = start
    limit = max(0, start - LONGEST_LEFT)
    while index > limit and not words.opens[index]:
        named = around.body_until(index)
        if named:
            found.append((named[0], named[2]))
            index = first = named[1]
            continue
        low = words.lows[index - 1]
        is_joint = low in {"'s", "-", "and"} or low.isalpha()
        if (
            not is_joint
            or low in nearby("title_links")
            or low in {"the", "a", "an", "by", "as", "that", "said"}
        ):
            break
        index -= 1
    return found, first


def _body_right(around: Surroundings, index: int) -> tuple[Profile, Sort] | None:
    """The state or body after "of", "for", "at": "spokesman for the ministry"."""
    words = around.seen.words
    if index >= len(words) or words.opens[index] or words.lows[index] not in nearby("title_links"):
        return None
    link, index = words.lows[index], index + 1
    while index < len(words) and not words.opens[index]:
        named = around.body_from(index)
        if named:
            is_place = named[2] in {Sort.PLACE, Sort.CAPITAL} or link == "to"
            return None if is_place else (named[0], named[2])
        if words.lows[index] not in {"the", "a", "an"} and not words.capital[index]:
            return None
        index += 1
    return None


def _country(title: Office, bodies: list[tuple[Profile, Sort]], around: Surroundings) -> str | None:
    for profile, sort in bodies:
        if sort in STATES and profile.country:
            return profile.country
    for profile, sort in bodies:
        is_state_body = sort is Sort.BODY and profile.kind is EntityKind.ORGANISATION
        if is_state_body and (profile.sector in STATE_SECTORS or profile.sector == "PTY"):
            return profile.country
    first = around.seen.words.lows[title.start]
    is_american = title.words.replace(".", "") in united_states_titles()
    return "USA" if is_american and first else None


def joined(first: Role | None, second: Role | None) -> Role | None:
    """Two roles of one mention, the first before the second, gaps filled."""
    if first is None or second is None:
        return first or second
    return Role(
        title=first.title or second.title,
        sector=first.sector or second.sector,
        country=first.country or second.country,
        affiliation=first.affiliation or second.affiliation,
    )
