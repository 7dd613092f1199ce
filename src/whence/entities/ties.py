"""Offices and ministries printed with a state -> the state of those printed without one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from whence.entities.gazetteer import Sort
from whence.entities.offices import Office
from whence.entities.ranks import MINISTERIAL, Rank, rank_of
from whence.entities.seen import STATE_SECTORS, Named, Seen
from whence.ledger.entity import EntityKind
from whence.lexicon.titles import words_before_titles

BESIDE = frozenset({Sort.COUNTRY, Sort.ADJECTIVE, Sort.CAPITAL})
DATELINE_MARKS = frozenset({"(", "—", "–", "-", "/", ","})
LONGEST_DATELINE = 12
NOT_MINISTERS = frozenset({"USA", "CHE"})
"""States without ministers of that name; they are never inferred for one."""

ELSEWHERE = frozenset({"mission", "embassy", "consulate"})
"""Bodies of one state that stand in another."""


class Tie(NamedTuple):
    """An office or ministry with its state, at its first word."""

    start: int
    rank: Rank
    country: str


@dataclass(frozen=True, slots=True)
class Ties:
    """What an article says of states and offices.

    Attributes:
        offices: Those printed with their state, and ministries.
        organs: Named bodies of states, in reading order.
        home: The state that a dispatch was sent from; None where it is not printed.
        named: All states named.
    """

    offices: tuple[Tie, ...]
    organs: tuple[Named, ...]
    home: str | None
    named: frozenset[str]

    def state_of(self, rank: Rank) -> tuple[str | None, bool]:
        """The one state that the article ties to an office; whether it ties any to it."""
        if not rank.is_of_state and not (rank.office in MINISTERIAL and rank.fields):
            return None, False
        # a bare office in a dispatch may be the home state's as well
        at_home: set[str | None] = {self.home} - {None, *NOT_MINISTERS}
        same: set[str | None] = {tie.country for tie in self.offices if _is_same(tie.rank, rank)}
        if same:
            return _only(same | at_home), True
        near: set[str | None] = {
            tie.country for tie in self.offices if _is_of_one_branch(tie.rank, rank)
        }
        if near:
            others = {organ.profile.country for organ in self.organs if _is_at_home(organ)}
            return _only(near | others | at_home), True
        return None, False

    def states_with_offices(self) -> frozenset[str]:
        """States whose offices, not only bodies, the article speaks of."""
        return frozenset(tie.country for tie in self.offices if tie.rank.office != "ministry")


def _only(states: set[str | None]) -> str | None:
    """The one state among them; None where several compete."""
    return next(iter(states)) if len(states) == 1 else None


def _is_at_home(organ: Named) -> bool:
    """Whether a body is no embassy or mission."""
    return ELSEWHERE.isdisjoint(organ.profile.name.lower().split())


def find_ties(seen: Seen, found: Iterable[Named]) -> Ties:
    """Look at every title and every body of a state in an article."""
    organs = sorted(
        (
            named
            for named in found
            if named.profile.kind is EntityKind.ORGANISATION
            and named.profile.country
            and named.profile.sector in STATE_SECTORS
        ),
        key=lambda named: named.start,
    )
    ties = [tie for title in seen.titles.values() if (tie := _of_title(seen, title))]
    ties += [tie for organ in organs if (tie := _of_ministry(seen, organ))]
    named = {hit.profile.country for hit in seen.hits.values() if hit.sort in BESIDE}
    return Ties(tuple(ties), tuple(organs), _home(seen), frozenset(filter(None, named)))


def _is_same(tied: Rank, asked: Rank) -> bool:
    """Whether two titles are one office, of which one may be printed shorter."""
    is_like = tied.office == asked.office and tied.is_deputy == asked.is_deputy
    is_near = tied.fields <= asked.fields or asked.fields <= tied.fields
    return is_like and is_near and bool(tied.fields) == bool(asked.fields)


def _is_of_one_branch(tied: Rank, asked: Rank) -> bool:
    """Whether both are of one ministry: a deputy minister, the minister, the ministry."""
    is_like = tied.office in MINISTERIAL and asked.office in MINISTERIAL
    return is_like and not tied.fields.isdisjoint(asked.fields - {"prime"})


def _of_title(seen: Seen, title: Office) -> Tie | None:
    rank = rank_of(title.words)
    country = rank.is_of_state and (_state_left(seen, title.start) or _state_right(seen, title.end))
    return Tie(title.start, rank, country) if country else None


def _of_ministry(seen: Seen, organ: Named) -> Tie | None:
    """A ministry's field, by the words of its name ("Russian defence ministry")."""
    words = seen.words.lows[organ.start : organ.end]
    country = organ.profile.country
    noun = next((at for at, low in enumerate(words) if low in {"ministry", "department"}), None)
    if noun is None or country is None:
        return None
    if words[noun + 1 : noun + 2] in (["of"], ["for"]) and noun == 0:
        rank = rank_of(" ".join(words))
    else:
        start = seen.hits[organ.start].end - organ.start if organ.start in seen.hits else 0
        kept = [low for low in words[start : noun + 1] if low != "'s"]
        rank = rank_of(" ".join(kept))
    return Tie(
        organ.start, Rank("ministry", rank.fields, is_deputy=False, is_former=False), country
    )


def _state_left(seen: Seen, start: int) -> str | None:
    """The state right before a title, past "'s", "former", "top"."""
    words = seen.words
    while start > 0 and not words.opens[start]:
        hit = seen.hit_ends.get(start)
        if hit:
            return hit.profile.country if hit.sort in BESIDE else None
        if words.lows[start - 1] not in words_before_titles() | {"'s", "'", "’"}:
            return None
        start -= 1
    return None


def _state_right(seen: Seen, end: int) -> str | None:
    """The state after a title and "of": "foreign minister of Ukraine"."""
    words = seen.words
    if end + 1 >= len(words) or words.opens[end] or words.lows[end] != "of":
        return None
    hit = seen.hits.get(end + 1 + (words.lows[end + 1] == "the"))
    return hit.profile.country if hit and hit.sort is Sort.COUNTRY else None


def _home(seen: Seen) -> str | None:
    """The state whose capital opens the first paragraph of a dispatch: "SEOUL, March 4 (X) -"."""
    words = seen.words
    for start, hit in sorted(seen.hits.items()):
        if not words.opens[start] or not words.printed[start].isupper() or words.shouts[start]:
            continue
        after = words.printed[hit.end : hit.end + 1]
        is_marked = bool(after) and after[0] in DATELINE_MARKS and not words.opens[hit.end]
        if is_marked and any(
            mark in {"-", "—", "–", "/"}
            for mark in words.printed[hit.end : hit.end + LONGEST_DATELINE]
        ):
            is_state = hit.sort in {Sort.CAPITAL, Sort.PLACE}
            return hit.profile.country if is_state else None
    return None


def nearest_organ(ties: Ties, start: int, sectors: Sequence[str | None]) -> str | None:
    """The one state whose bodies of these sectors are named before a place; None for several."""
    states = {
        organ.profile.country
        for organ in ties.organs
        if organ.end <= start and organ.profile.sector in sectors and _is_at_home(organ)
    }
    return _only(states)
