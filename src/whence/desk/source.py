"""A store and a day -> what the desk's pages and its API show.

The desk shows the ledger that the store holds. While `whence add` writes, that is the one from
before; the next one is there at the request after it was made.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar

from whence.claims.port import Encoder
from whence.errors import NotFoundError
from whence.ledger.claim import Claim
from whence.ledger.reading import Reading
from whence.pipeline.told import Told
from whence.store.articles import learned_days, titles
from whence.store.claims import load_claim
from whence.store.engine import Store
from whence.store.meta import shown_count
from whence.store.readings import load_reading
from whence.store.stories import Listed, latest_stories, recent_stories

KEPT = 48
"""Stories of a day that are remembered, with what was asked of them."""
SMALL = 600
"""Lists of rows and the like, of up to some tens of kilobytes each."""

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class View:
    """The ledger on one day.

    Attributes:
        stamp: Changes when the ledger does.
        as_of: The day; None for now.
    """

    stamp: int
    as_of: str | None


class Source:
    """One store, as the desk reads it."""

    def __init__(self, store: Store, encoder: Encoder, version: str) -> None:
        """Take a store that is open; `encoder` and `version` as `ledger_in` takes them."""
        self.store, self.encoder, self.version = store, encoder, version
        self._told: OrderedDict[tuple[View, str], Told] = OrderedDict()
        self._small: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = Lock()

    def view(self, as_of: str | None = None) -> View:
        """The ledger now, or as it was at the end of a day; an empty day is now."""
        with self.store.reading() as connection:
            return View(shown_count(connection), as_of or None)

    def story(self, view: View, story: str) -> Told:
        """What is told of a story.

        Raises:
            NotFoundError: The ledger of that day does not have it.
        """
        key = (view, story)
        with self._lock:
            if key in self._told:
                self._told.move_to_end(key)
                return self._told[key]
        found = Told(self.store, self.encoder, story, view.as_of)
        with self._lock:
            found = self._told.setdefault(key, found)
            while len(self._told) > KEPT:
                self._told.popitem(last=False)
        return found

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Something small that was made before, or is made now; the oldest are let go of."""
        with self._lock:
            known = self._small.get(key)
            promise: Future[Made] = known or Future()
            self._small[key] = promise
            self._small.move_to_end(key)
            while len(self._small) > SMALL:
                self._small.popitem(last=False)
        if known is None:  # whoever else asks for it meanwhile waits for this one
            try:
                promise.set_result(make())
            except BaseException as error:
                with self._lock:
                    self._small.pop(key, None)
                promise.set_exception(error)
                raise
        return promise.result()

    def claim(self, view: View, claim: str) -> tuple[Claim, Told]:
        """A claim as it stood, and its story.

        Raises:
            NotFoundError: The ledger of that day does not have it.
        """
        with self.store.reading() as connection:
            now = load_claim(connection, claim)
        if now is None or now.story is None:
            raise NotFoundError("claim", claim)
        told = self.story(view, now.story)
        if view.as_of is None:
            return now, told
        then = next((each for each in told.claims if each.id == claim), None)
        if then is None:
            raise NotFoundError("claim", claim)
        return then, told

    def stories(
        self, view: View, since: str | None, *, limit: int, offset: int = 0
    ) -> tuple[Sequence[Listed], int]:
        """Those with the last news first, and how many there are; see `recent_stories`."""

        def listed() -> tuple[Sequence[Listed], int]:
            with self.store.reading() as connection:
                return recent_stories(
                    connection, since=since, until=view.as_of, limit=limit, offset=offset
                )

        return self.once(("list", view, since, limit, offset), listed)

    def latest(self, view: View, limit: int) -> Sequence[str]:
        """Ids of the stories with the last news, first."""

        def listed() -> Sequence[str]:
            with self.store.reading() as connection:
                return latest_stories(connection, view.as_of, limit=limit)

        return self.once(("latest", view, limit), listed)

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

    def titles(self, claims: Iterable[Claim]) -> dict[str, str]:
        """The titles of the articles that some claims stand in."""
        articles = {each.article for claim in claims for each in claim.assertions}
        with self.store.reading() as connection:
            return titles(connection, sorted(articles))

    def days(self, story: str | None = None) -> list[str]:
        """The days on which the store learned of articles, or of those of a story, ascending."""

        def learned() -> list[str]:
            with self.store.reading() as connection:
                return learned_days(connection, story)

        return self.once(("days", self.view(), story), learned)
