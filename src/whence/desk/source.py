"""A store and a day -> what the desk's pages and its API show.

A ledger is put together once for each state of the store and each day that is asked for, and
kept; what `whence add` writes meanwhile is there at the next request.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from whence.claims.port import Encoder
from whence.errors import NotFoundError
from whence.ledger.claim import Claim
from whence.ledger.reading import Reading
from whence.ledger.story import Story
from whence.pipeline.build import Ledger
from whence.pipeline.keep import ledger_in
from whence.pipeline.outlets import named_alike
from whence.pipeline.positions import Stands
from whence.pipeline.ruled import as_ruled
from whence.store.articles import learned_days, titles
from whence.store.engine import Store
from whence.store.meta import learned_count
from whence.store.readings import load_reading

KEPT_STORIES = 16
"""Of which it is remembered where everybody stands."""

KEPT_LEDGERS = 8
"""Of days that were looked at; the present one is always among them."""


@dataclass(frozen=True, slots=True)
class View:
    """The ledger on one day.

    Attributes:
        stamp: Changes when the store does.
        as_of: The day; None for now.
        stories: By id.
        claims: By id.
        of_story: Claims by story.
    """

    stamp: int
    as_of: str | None
    ledger: Ledger
    stories: Mapping[str, Story]
    claims: Mapping[str, Claim]
    of_story: Mapping[str | None, tuple[Claim, ...]]


def of_one(view: View, story: Story) -> Ledger:
    """The ledger as far as one story goes."""
    own = set(story.articles)
    ledger = view.ledger
    return ledger._replace(
        stories=(story,),
        claims=view.of_story.get(story.id, ()),
        copies=tuple(each for each in ledger.copies if each.article in own),
        lost_hedges=tuple(each for each in ledger.lost_hedges if each.article in own),
    )


class Source:
    """One store, as the desk reads it."""

    def __init__(self, store: Store, encoder: Encoder, version: str) -> None:
        """Take a store that is open; `encoder` and `version` as `ledger_in` takes them."""
        self.store = store
        self.encoder, self.version = encoder, version
        self._building = Lock()
        self._view: Callable[[int, str | None], View] = lru_cache(KEPT_LEDGERS)(self._made)
        self._stands: Callable[[int, str | None, str], Stands] = lru_cache(KEPT_STORIES)(
            self._standing
        )

    def view(self, as_of: str | None = None) -> View:
        """The ledger now, or as it was at the end of a day; an empty day is now."""
        as_of = as_of or None
        with self.store.reading() as connection:
            stamp = learned_count(connection)
        with self._building:  # one thread builds, the others wait for what it made
            return self._view(stamp, as_of)

    def _made(self, stamp: int, as_of: str | None) -> View:
        ledger = ledger_in(self.store, self.encoder, self.version, as_of)
        of_story: dict[str | None, list[Claim]] = {}
        for claim in ledger.claims:
            of_story.setdefault(claim.story, []).append(claim)
        return View(
            stamp=stamp,
            as_of=as_of,
            ledger=ledger,
            stories={each.id: each for each in ledger.stories},
            claims={each.id: each for each in ledger.claims},
            of_story={story: tuple(claims) for story, claims in of_story.items()},
        )

    def readings(self, story: Story, view: View) -> list[Reading]:
        """The readings of a story's articles, outlets named as the user names them."""
        with self.store.reading() as connection:
            found = [load_reading(connection, article) for article in story.articles]
        alike = named_alike([each for each in found if each], view.ledger.outlets)
        return as_ruled(alike, view.ledger.rulings)

    def stands(self, story: str, view: View) -> Stands:
        """Where everybody in a story of a view stands."""
        return self._stands(view.stamp, view.as_of, story)

    def _standing(self, stamp: int, as_of: str | None, story: str) -> Stands:
        view = self._view(stamp, as_of)
        readings = self.readings(view.stories[story], view)
        return Stands(readings, of_one(view, view.stories[story]), self.encoder, story)

    def reading(self, article: str) -> Reading:
        """The reading of an article.

        Raises:
            NotFoundError: The store does not have it.
        """
        with self.store.reading() as connection:
            found = load_reading(connection, article)
        if found is None or found.article is None:
            raise NotFoundError("article", article)
        return found

    def titles(self, claims: list[Claim]) -> dict[str, str]:
        """The titles of the articles that some claims stand in."""
        articles = {each.article for claim in claims for each in claim.assertions}
        with self.store.reading() as connection:
            return titles(connection, sorted(articles))

    def days(self) -> list[str]:
        """The days on which the store learned of articles, ascending."""
        with self.store.reading() as connection:
            return learned_days(connection)
