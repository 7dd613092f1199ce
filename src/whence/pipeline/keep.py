"""Readings -> a store, and back from it what they say together.

What was read is kept as it comes, each article in a transaction of its own, so that Ctrl-C,
a kill or a full disk lose at most the article under way. The ledger follows from the
readings: it is made anew after each change and, where a run was cut short before that, by
whoever opens the store next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from whence.claims.port import Compared, Encoder
from whence.errors import StoreError
from whence.ledger.outlet import Outlet
from whence.ledger.reading import Reading
from whence.ledger.ruling import Ruling
from whence.ledger.story import Copy, Decision
from whence.pipeline.build import Ledger, build_ledger
from whence.store.articles import State, keep_article, known_articles
from whence.store.claims import load_claims
from whence.store.drift import load_lost_hedges
from whence.store.engine import Store
from whence.store.meta import count_change, is_current, learned_count, replace_ledger
from whence.store.outlets import load_outlets
from whence.store.readings import keep_reading, load_readings
from whence.store.rulings import keep_ruling, load_rulings
from whence.store.stories import load_copies, load_stories
from whence.store.tombstones import (
    Tombstone,
    drop_tombstone,
    load_tombstone,
    load_tombstones,
)
from whence.store.vectors import keep_vectors, load_vectors
from whence.stories.rulings import decisions_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

_VECTORS_AT_ONCE = 256
"""Texts between two commits: some seconds of encoding."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one input.

    Attributes:
        article: None where it could not be read.
        of: The article that it is a version or a duplicate of.
        messages: Why it failed.
        is_older: Whether it is an older version than `of`.
    """

    path: str
    article: str | None
    state: State
    of: str | None = None
    messages: tuple[str, ...] = ()
    is_older: bool = False


def add_readings(
    store: Store,
    readings: Iterable[Reading],
    *,
    learned_at: str,
    reader: str,
    even_if_forgotten: bool = False,
) -> Iterator[Added]:
    """Keep each reading as it comes; the store is safe between any two.

    Args:
        store: Open.
        readings: Those without an article come out as failed.
        learned_at: A day or a moment, the same for all.
        reader: Its name and version.
        even_if_forgotten: Whether an article that was taken out may come in again; else it
            comes out as failed.
    """
    for reading in readings:
        if reading.article is None:
            messages = tuple(notice.message for notice in reading.notices)
            yield Added(reading.path, None, State.FAILED, messages=messages)
            continue
        article = reading.article.id
        with store.writing() as connection:
            forgotten = load_tombstone(connection, article)
            if forgotten is not None and even_if_forgotten:
                drop_tombstone(connection, article)
                forgotten = None
            if forgotten is None:
                kept = keep_article(connection, reading.article, learned_at)
                if kept.state is not State.KNOWN:
                    keep_reading(connection, reading, reader)
                    count_change(connection)
        if forgotten is not None:
            messages = (_forgotten_words(reading.path, forgotten),)
            yield Added(reading.path, article, State.FAILED, messages=messages)
        else:
            yield Added(reading.path, article, kept.state, kept.of, is_older=kept.is_older)


def _forgotten_words(path: str, tombstone: Tombstone) -> str:
    reason = f" ({tombstone.reason})" if tombstone.reason else ""
    return (
        f"{path}: this article was forgotten on {tombstone.forgotten_at[:10]}{reason} and is not"
        " added; --even-if-forgotten adds it"
    )


def keep_word(store: Store, ruling: Ruling) -> int:
    """Keep what a person said; its number.

    The ledger is made anew when it is next asked for.
    """
    with store.writing() as connection:
        number = keep_ruling(connection, ruling)
        count_change(connection)
    return number


def with_copies(added: Iterable[Added], copies: Sequence[Copy]) -> list[Added]:
    """The same inputs; those just added whose text another article has are duplicates."""
    originals = {copy.article: copy.original for copy in copies}
    return [
        replace(each, state=State.DUPLICATE_OF, of=originals[each.article])
        if each.state is State.ADDED and each.article in originals
        else each
        for each in added
    ]


def state_counts(added: Iterable[Added]) -> Mapping[State, int]:
    """How many inputs there are of each state, in the order of the states."""
    counts = Counter(each.state for each in added)
    return {state: counts[state] for state in State if counts[state]}


def articles_in(store: Store) -> set[str]:
    """The ids of all articles of a store."""
    with store.reading() as connection:
        return known_articles(connection)


def forgotten_in(store: Store) -> set[str]:
    """The ids of all articles that were taken out of a store."""
    with store.reading() as connection:
        return set(load_tombstones(connection))


def readings_in(store: Store, as_of: str | None = None) -> list[Reading]:
    """All readings; with `as_of`, those of articles that the store knew at the end of that day."""
    with store.reading() as connection:
        return list(load_readings(connection, as_of))


def rebuild(store: Store, vectors: Encoder, version: str) -> Ledger:
    """Make the ledger from all readings and put it in the place of the one that is there.

    Where another program adds articles meanwhile, what is kept is stale at once and the
    next one to open the store makes it again.
    """
    with store.reading() as connection:
        count = learned_count(connection)
        known = _load(connection, None)
    ledger = _from(known, vectors)
    with store.writing() as connection:
        if learned_count(connection) == count:
            replace_ledger(connection, ledger, count, version)
    return ledger


def ledger_in(store: Store, vectors: Encoder, version: str, as_of: str | None = None) -> Ledger:
    """The ledger of a store; with `as_of`, what it was at the end of that day."""
    if as_of is not None:
        return _built(store, vectors, as_of)
    with store.reading() as connection:
        if is_current(connection, version):
            return Ledger(
                stories=tuple(load_stories(connection)),
                claims=tuple(load_claims(connection)),
                copies=tuple(load_copies(connection)),
                lost_hedges=tuple(load_lost_hedges(connection)),
                outlets=tuple(load_outlets(connection)),
                rulings=tuple(load_rulings(connection)),
            )
    try:
        return rebuild(store, vectors, version)
    except StoreError:  # a store that can only be read still answers
        return _built(store, vectors, None)


def _built(store: Store, vectors: Encoder, as_of: str | None) -> Ledger:
    with store.reading() as connection:
        known = _load(connection, as_of)
    return _from(known, vectors)


def _from(known: _Known, vectors: Encoder) -> Ledger:
    return build_ledger(known.readings, vectors, known.decisions, known.outlets, known.rulings)


class _Known(NamedTuple):
    """What a ledger is made from."""

    readings: list[Reading]
    decisions: list[Decision]
    outlets: list[Outlet]
    rulings: list[Ruling]


def _load(connection: Connection, as_of: str | None) -> _Known:
    readings = list(load_readings(connection, as_of))
    articles = {each.article.id for each in readings if each.article}
    rulings = load_rulings(connection, as_of)
    decisions = decisions_of(rulings, articles)
    return _Known(readings, decisions, load_outlets(connection, as_of), rulings)


class StoredEncoder:
    """`claims.port.Encoder` that encodes no text and reads no pair twice: the store keeps them."""

    def __init__(self, store: Store, encoder: Encoder, names: tuple[str, str]) -> None:
        """Ask `encoder` for what the store does not have; `names` of its vectors, its pairs."""
        self._store, self._encoder = store, encoder
        self._name, self._pairs_name = names
        self._can_write = True

    def vectors(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """One vector for each text."""
        with self._store.reading() as connection:
            known = load_vectors(connection, self._name, texts)
        missing = sorted(set(texts) - known.keys())
        for start in range(0, len(missing), _VECTORS_AT_ONCE):
            some = missing[start : start + _VECTORS_AT_ONCE]
            found = dict(zip(some, self._encoder.vectors(some), strict=True))
            self._keep(self._name, found)
            known |= found
        return [known[text] for text in texts]

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """The probabilities of each pair, rounded as they are kept."""
        keys = {pair: pair_key(*pair) for pair in pairs}
        with self._store.reading() as connection:
            known = load_vectors(connection, self._pairs_name, sorted(set(keys.values())))
        missing = sorted({key: pair for pair, key in keys.items() if key not in known}.items())
        for start in range(0, len(missing), _VECTORS_AT_ONCE):
            some = missing[start : start + _VECTORS_AT_ONCE]
            read = self._encoder.compare([pair for _, pair in some])
            found = {key: tuple(shares) for (key, _), shares in zip(some, read, strict=True)}
            self._keep(self._pairs_name, found)
            known |= found
        return [Compared(*(round(share, 4) for share in known[keys[pair]])) for pair in pairs]

    def _keep(self, name: str, found: Mapping[str, Sequence[float]]) -> None:
        if not self._can_write:
            return
        try:
            with self._store.writing() as connection:
                keep_vectors(connection, name, found)
        except StoreError:  # a store that can only be read still answers
            self._can_write = False


def pair_key(one: str, other: str) -> str:
    """What stands for two texts where their comparison is kept; their order does not count."""
    return "\n\n".join(sorted((one, other)))
