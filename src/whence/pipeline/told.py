"""A store, a story and a day -> what is told of it, as much as is asked for.

What costs most, the brief and the positions, is kept in the store until the story changes. A
day gone by takes away what the store had not learned; articles stay grouped as they are now.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from threading import RLock
from typing import TypeVar

import msgspec

from whence.claims.port import Encoder
from whence.errors import NotFoundError
from whence.ledger.brief import Brief
from whence.ledger.claim import Claim
from whence.ledger.figure import History
from whence.ledger.position import ActorCount, Positions
from whence.ledger.reading import Reading
from whence.ledger.story import Story
from whence.pipeline.build import Ledger
from whence.pipeline.heard_of import Mention, entities_of, mentions_of
from whence.pipeline.outlets import named_alike
from whence.pipeline.past import known_histories, known_ledger
from whence.pipeline.positions import Stands
from whence.pipeline.report import make_brief
from whence.pipeline.ruled import as_ruled
from whence.store.articles import learned_days
from whence.store.claims import load_claims, load_some_claims
from whence.store.digests import DigestKind, load_digest
from whence.store.drift import load_lost_hedges
from whence.store.engine import Store
from whence.store.outlets import load_outlets
from whence.store.readings import load_some_readings
from whence.store.rulings import load_rulings
from whence.store.stories import known_articles_of, load_copies, load_stories

Kept = TypeVar("Kept")


MOST_ARTICLES = 60
"""The latest articles of a story that are asked what others say of an actor."""

MOST_MENTIONS = 40
"""Of one actor."""


@dataclass(frozen=True, slots=True)
class Stances:
    """All actors of a story, those who say most first, and where each stands.

    Attributes:
        mentions: What others say of each; see `Told.mentions_of`.
    """

    counts: tuple[ActorCount, ...]
    actors: tuple[Positions, ...]
    mentions: tuple[tuple[Mention, ...], ...]


class Told:
    """One story on one day; each part is made when it is first asked for.

    Attributes:
        id: The story's.
        as_of: A day or a moment; None for now.
        articles: Ids of those that were known.
    """

    def __init__(
        self,
        store: Store,
        encoder: Encoder,
        story: str,
        as_of: str | None,
        now: Told | None = None,
    ) -> None:
        """Look a story up.

        Args:
            store: Open, with a ledger.
            encoder: As `ledger_in` takes it.
            story: Its id.
            as_of: A day; None for now.
            now: The same story as it is now, where that is at hand: what it has looked up is not
                looked up again.

        Raises:
            NotFoundError: The ledger has no such story, or nothing was known of it by then.
        """
        self._store, self._encoder, self.as_of = store, encoder, as_of
        self._lock, self._made, self._later = RLock(), dict[str, object](), now
        with store.reading() as connection:
            found = [now.head] if now else load_stories(connection, [story], with_entities=False)
            known = known_articles_of(connection, story, as_of) if as_of and found else None
        if not found or known == set():
            raise NotFoundError("story", story)
        whole = found[0]
        self._is_whole = known is None or len(known) == len(whole.articles)
        own = whole.articles if known is None else tuple(a for a in whole.articles if a in known)
        self.id = whole.id
        self.articles: Sequence[str] = own
        self._now = whole

    @property
    def known(self) -> int | None:
        """How many of its articles were known; None where all were."""
        return None if self._is_whole else len(self.articles)

    @property
    def story(self) -> Story:
        """The story, as far as it was known."""
        make = self._with_entities if self._is_whole else self._earlier
        return self._once("story", make)

    @property
    def head(self) -> Story:
        """The same; its entities may be left out, of which there are many."""
        return self._now if self._is_whole else self.story

    @property
    def title(self) -> str | None:
        """What the story is called."""
        return self.head.title

    @property
    def ledger(self) -> Ledger:
        """The ledger as far as the story goes."""
        return self._once("ledger", self._ledger)

    @property
    def claims(self) -> Sequence[Claim]:
        """Those of the story, in the order of the ledger."""
        if self._is_whole and self._later is None:
            return self._once("claims", self._whole_claims)
        return self.ledger.claims

    def some_claims(self, ids: Collection[str]) -> Sequence[Claim]:
        """Those with some ids, in the order of the ledger; cheaper than all."""
        if not self._is_whole or "claims" in self._made:
            return [each for each in self.claims if each.id in ids]
        with self._store.reading() as connection:
            return load_some_claims(connection, ids)

    @property
    def readings(self) -> list[Reading]:
        """Of its articles, with one name for each outlet."""
        return self._once("readings", self._readings)

    @property
    def brief(self) -> Brief:
        """What the command line prints of it."""
        return self._once("brief", lambda: self.kept(DigestKind.BRIEF, Brief) or self._brief())

    @property
    def histories(self) -> tuple[History, ...]:
        """Of its numbers, those in most articles first."""
        if self._is_whole:
            return self.brief.stories[0].histories if self.brief.stories else ()
        return self._once("histories", self._histories)

    @property
    def stances(self) -> Stances:
        """Who says what by name, and where each stands."""
        kind = DigestKind.POSITIONS
        return self._once("stances", lambda: self.kept(kind, Stances) or self._stances())

    def mentions_of(self, own: Positions) -> tuple[Mention, ...]:
        """What others say that names an actor, the latest first, in the latest articles."""
        for each, mentions in zip(self.stances.actors, self.stances.mentions, strict=True):
            if each.actor.id == own.actor.id:
                return mentions
        return self._mentions(own)

    @property
    def stands(self) -> Stands:
        """The same, to be asked for an actor by any name."""
        return self._once(
            "stands", lambda: Stands(self.readings, self.ledger, self._encoder, self.id)
        )

    def _once(self, name: str, make: Callable[[], Kept]) -> Kept:
        with self._lock:
            if name not in self._made:
                self._made[name] = make()
            return self._made[name]  # type: ignore[return-value]  # what `make` of this name gave

    def kept(self, kind: DigestKind, record: type[Kept]) -> Kept | None:
        """What was told ahead; None where it was not yet."""
        with self._store.reading() as connection:
            data = load_digest(connection, self.id, kind, self.known)
        try:
            return None if data is None else msgspec.msgpack.decode(data, type=record)
        except msgspec.MsgspecError:  # of another version of the program, or not MessagePack
            return None

    def on(self, day: str) -> Told | None:
        """The same story at the end of a day; None where nothing was known of it."""
        now = self if self.as_of is None else self._later
        try:
            return Told(self._store, self._encoder, self.id, day, now)
        except NotFoundError:
            return None

    def earlier(self, most: int) -> list[Told]:
        """The same story on the latest days before its last one, each with less that was known."""
        with self._store.reading() as connection:
            days = learned_days(connection, self.id)
        own = [day for day in days if self.as_of is None or day <= self.as_of]
        return [then for day in own[-most - 1 : -1] if (then := self.on(day))]

    def _readings(self) -> list[Reading]:
        return self._some(self.articles)

    def _some(self, articles: Sequence[str]) -> list[Reading]:
        with self._store.reading() as connection:
            found = load_some_readings(connection, articles)
            outlets = load_outlets(connection)
            rulings = load_rulings(connection)
        return as_ruled(named_alike(found, outlets), rulings)

    def _ledger(self) -> Ledger:
        whole = self._later.ledger if self._later else self._whole_ledger()
        return whole if self._is_whole else known_ledger(whole, self.readings)

    def _whole_claims(self) -> tuple[Claim, ...]:
        with self._store.reading() as connection:
            return tuple(load_claims(connection, self.id))

    def _whole_ledger(self) -> Ledger:
        story, claims = self._with_entities(), self._once("claims", self._whole_claims)
        with self._store.reading() as connection:
            return Ledger(
                stories=(story,),
                claims=claims,
                copies=tuple(load_copies(connection, self.id)),
                lost_hedges=tuple(load_lost_hedges(connection, self.id)),
                outlets=tuple(load_outlets(connection)),
                rulings=tuple(load_rulings(connection)),
            )

    def _with_entities(self) -> Story:
        with self._store.reading() as connection:
            found = load_stories(connection, [self.id])
        return found[0] if found else self._now

    def _earlier(self) -> Story:
        return self.ledger.stories[0]

    def _brief(self) -> Brief:
        histories = None if self._is_whole else self.histories
        return make_brief(self.readings, self.ledger, story=self.id, histories=histories)

    def _histories(self) -> tuple[History, ...]:
        now = self._later or Told(self._store, self._encoder, self.id, None)
        return known_histories(now.histories, set(self.articles))

    def _stances(self) -> Stances:
        every = tuple(self.stands.everywhere())
        return Stances(tuple(self.stands.every()), every, tuple(map(self._mentions, every)))

    def _mentions(self, own: Positions) -> tuple[Mention, ...]:
        given = {each.attribution for each in own.positions if each.actor.id == own.actor.id}
        entities = entities_of(own.actor.id, given, self.claims)
        copies = {each.article for each in self.ledger.copies}
        latest = [each for each in self._latest_readings() if each.article]
        originals = [each for each in latest if each.article and each.article.id not in copies]
        return tuple(mentions_of(entities, originals, self.claims)[:MOST_MENTIONS])

    def _latest_readings(self) -> list[Reading]:
        """Cheaper than all of a large story."""
        if len(self.articles) <= MOST_ARTICLES or "readings" in self._made:
            return self.readings[-MOST_ARTICLES:]
        return self._once("latest", lambda: self._some(self.articles[-MOST_ARTICLES:]))
