"""Readings and their ledger -> the positions, silences and changes of each actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from whence.claims.cast import STATE, Cast, find_cast, plain_name
from whence.claims.matter import Matters
from whence.claims.port import Vectors
from whence.claims.positions import Stand, find_stands, is_told, of_actor, silence_of
from whence.claims.turns import find_changes
from whence.errors import ActorError
from whence.ledger.position import ActorCount, Change, Positions
from whence.ledger.reading import Reading
from whence.lexicon.countries import countries
from whence.pipeline.build import Ledger

MOST_NAMES = 5
LEAST_LIKENESS = 0.5  # of letters, of a name that may have been meant


class Stands:
    """What all actors of a ledger say; made once, asked for one actor or for all."""

    def __init__(
        self,
        readings: Sequence[Reading],
        ledger: Ledger,
        vectors: Vectors,
        story: str | None = None,
    ) -> None:
        """Look at all stories, or at one.

        Args:
            readings: Of the ledger's articles.
            ledger: Built from the same readings.
            vectors: Of the same encoder family as the reader.
            story: Id of the only story wanted.
        """
        self._readings = {each.article.id: each for each in readings if each.article}
        stories = [each for each in ledger.stories if story in {None, each.id}]
        claims = [each for each in ledger.claims if story in {None, each.story}]
        last = (each.chain[-1] for claim in claims for each in claim.assertions if each.attribution)
        sources = [link.name for link in last if link.name and link.entity is None]
        self.cast: Cast = find_cast(self._readings, [each.articles for each in stories], sources)
        self.stands = find_stands(claims, self.cast)
        self._vectors = vectors

    def of(self, name: str) -> Positions:
        """Where one actor stands.

        Raises:
            ActorError: Nobody is called so, or several are.
        """
        return self._of(find_actor(name, self.cast, Counter(each.key for each in self.stands)))

    def _of(self, key: str) -> Positions:
        own = of_actor(self.stands, self.cast.members(key))
        found = [each.position for each in own]
        heard = Counter(each.key for each in own if each.key != key)
        return Positions(
            actor=self.cast.actors[key],
            voices=tuple(self.cast.actors[each] for each, _ in heard.most_common()),
            positions=tuple(each for each in found if not silence_of(each) and is_told(each)),
            silences=tuple(silence for each in found if (silence := silence_of(each))),
            changes=tuple(self._changes(own)),
        )

    def every(self) -> list[ActorCount]:
        """All who say something, those who say most first."""
        return [count for count, _ in self._every()]

    def everywhere(self) -> list[Positions]:
        """Where each of them stands, in the same order."""
        return [self._of(key) for _, key in self._every()]

    def _every(self) -> list[tuple[ActorCount, str]]:
        changes = Counter(each.actor.id for each in self._changes(self.stands))
        own: dict[str, list[Stand]] = {}
        for each in self.stands:
            own.setdefault(each.key, []).append(each)
        found = []
        for key, stands in own.items():
            silent = sum(1 for each in stands if silence_of(each.position))
            actor = self.cast.actors[key]
            count = ActorCount(actor, len(stands) - silent, silent, changes[actor.id])
            found.append((count, key))
        return sorted(found, key=lambda each: (-each[0].position_count, each[0].actor.name))

    def _changes(self, stands: Iterable[Stand]) -> list[Change]:
        by_story: dict[str | None, list[Stand]] = {}
        for each in stands:
            by_story.setdefault(each.position.story, []).append(each)
        return [
            change
            for _, own in sorted(by_story.items(), key=lambda item: item[0] or "")
            for change in find_changes(own, self.cast, self._readings, Matters(self._vectors))
        ]


def find_actor(name: str, cast: Cast, counts: Mapping[str, int]) -> str:
    """The key of the one actor who is called so.

    A state by its name, code, adjective or capital; anybody by the name, or by words that the
    articles use for nobody else, or by a part of the name that no other has.

    Args:
        name: As a person writes it.
        cast: All actors.
        counts: How many positions each has; those without any are not known.

    Raises:
        ActorError: Nobody who says something is called so, or several are.
    """
    wanted = plain_name(name)
    known = {key for key in cast.actors if any(counts.get(each) for each in cast.members(key))}
    state = _state(wanted)
    if state in known:
        return state
    for found in (
        {wanted} & known,
        {key for key in cast.called.get(wanted, ()) if key in known},
        {key for key in known if _is_part(wanted, cast.actors[key].name)},
    ):
        if len(found) == 1:
            return found.pop()
        if found:
            some = sorted(cast.actors[key].name for key in found)
            raise ActorError(name, some[:MOST_NAMES], is_several=True)
    raise ActorError(name, _near(wanted, known, cast))


def _state(wanted: str) -> str | None:
    for each in countries():
        names = {plain_name(name) for name in (*each.names, *each.adjectives, *each.capitals)}
        if wanted in names or wanted == each.code.casefold():
            return f"{STATE}{each.code}"
    return None


def _is_part(wanted: str, name: str) -> bool:
    return f" {wanted} " in f" {plain_name(name)} "


def _near(wanted: str, known: Iterable[str], cast: Cast) -> list[str]:
    """Names that look alike, the likest first."""
    called: dict[str, list[str]] = {}
    for name in sorted(cast.actors[key].name for key in known):
        plain = plain_name(name)
        for part in dict.fromkeys((plain, *plain.split())):
            called.setdefault(part, []).append(name)
    close = get_close_matches(wanted, called, MOST_NAMES, LEAST_LIKENESS)
    return list(dict.fromkeys(name for part in close for name in called[part]))[:MOST_NAMES]
