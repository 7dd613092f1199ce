"""A store -> its outlets, each by one name, with what the user said of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from whence.errors import NotFoundError
from whence.ledger.outlet import Outlet
from whence.lexicon.outlet_names import OutletNames
from whence.store.engine import Store
from whence.store.outlets import load_outlets
from whence.store.prints import Own, nameless, printed_names


@dataclass(frozen=True, slots=True)
class Publication:
    """An outlet of a store.

    Attributes:
        own: Which articles are its.
        article_count: How many; 0 on a day before the first was known.
        last: When the latest was published.
        said: What the user said of it; None where nothing was said.
    """

    own: Own
    article_count: int
    last: str | None
    said: Outlet | None

    @property
    def name(self) -> str:
        """What it is called in the ledger."""
        return self.own.name


@dataclass(frozen=True, slots=True)
class Shelf:
    """The outlets of a store on one day, those with most articles first."""

    publications: tuple[Publication, ...]
    names: OutletNames

    def one(self, name: str) -> Publication:
        """The one with a name, an alias or an address.

        Raises:
            NotFoundError: There is none.
        """
        wanted = {name, self.names.named(name)}
        for each in self.publications:
            if each.name in wanted or name in each.own.printed:
                return each
        raise NotFoundError("outlet", name)


def shelf_of(store: Store, day: str | None = None) -> Shelf:
    """All outlets of a store, named as in its ledger.

    Args:
        store: Open.
        day: Only articles that the store knew at its end; None for now.
    """
    with store.reading() as connection:
        said = load_outlets(connection)
        every = printed_names(connection)
        known = every if day is None else printed_names(connection, day)
        without = nameless(connection, day) if any(each.name is None for each in known) else []
    spelled = (name for each in every if (name := each.name) for _ in range(each.article_count))
    names = OutletNames(said, spelled)
    found = _Found(day)
    for each in known:
        if each.name is not None:
            found.add(names.of(each.name), each.article_count, each.last, printed=each.name)
    there = {each.name for each in known}
    for each in every:
        if each.name is not None and each.name not in there:  # known later: of no article yet
            found.add(names.of(each.name), 0, None, printed=each.name)
    for one in without:
        name = names.of(None, one.url, one.agency)
        found.add(name, 1, one.published_at, article=one.article)
    return Shelf(tuple(found.publications(said)), names)


class _Found:
    """Outlets as they are put together from what is printed."""

    def __init__(self, day: str | None) -> None:
        self._day = day
        self._printed: dict[str, list[str]] = defaultdict(list)
        self._articles: dict[str, list[str]] = defaultdict(list)
        self._days: dict[str, list[str]] = defaultdict(list)
        self._counts: Counter[str] = Counter()

    def add(
        self,
        name: str | None,
        count: int,
        last: str | None,
        *,
        printed: str | None = None,
        article: str | None = None,
    ) -> None:
        """So many articles are of an outlet; those of none are of none."""
        if name is None:
            return
        self._counts[name] += count
        self._printed[name] += [printed] if printed else []
        self._articles[name] += [article] if article else []
        self._days[name] += [last] if last else []

    def publications(self, said: Iterable[Outlet]) -> list[Publication]:
        """Those with most articles first."""
        of_user = {each.name: each for each in said}
        found = [
            Publication(
                own=Own(name, tuple(self._printed[name]), tuple(self._articles[name]), self._day),
                article_count=count,
                last=max(self._days[name], default=None),
                said=of_user.get(name),
            )
            for name, count in self._counts.items()
        ]
        return sorted(found, key=lambda each: (-each.article_count, each.name.casefold()))
