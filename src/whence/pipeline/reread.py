"""Articles of a store, read by another reader or version -> the same articles, read by this one."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import NamedTuple

from whence.articles.loaded import Loaded
from whence.attributions.port import Reader
from whence.ledger.reading import Reading
from whence.pipeline.assemble import trained_reader
from whence.pipeline.gather import Progress, read_each, with_progress
from whence.pipeline.workers import Work
from whence.store.codec import decode_reading, encode
from whence.store.engine import Store
from whence.store.meta import count_change
from whence.store.readings import load_reading, readers_of, replace_reading


class Reread(NamedTuple):
    """What became of one article.

    Attributes:
        is_changed: Whether the new reading says something else.
        messages: Why reading it failed; the old reading is still there then.
    """

    article: str
    is_changed: bool
    messages: tuple[str, ...] = ()


def unread_by(store: Store, reader: str) -> list[str]:
    """The ids of the articles that were read by another reader or version, ascending."""
    with store.reading() as connection:
        return [article for article, name in readers_of(connection).items() if name != reader]


def reread(
    store: Store,
    articles: Sequence[str],
    *,
    reader: str,
    jobs: int,
    progress: Progress | None = None,
    make_reader: Callable[[], Reader] = trained_reader,
    is_verbose: bool = False,
) -> Generator[Reread, None, None]:
    """Read articles again and keep each reading as it comes, in the place of the old one.

    The articles themselves stay as they are, with their ids and the day they were learned of.

    Args:
        store: Open.
        articles: Ids.
        reader: The present one's name and version, and the program's.
        jobs: Processes that read, at most.
        progress: Told after each.
        make_reader: Something that can be pickled.
        is_verbose: Whether a fault inside one article is told with its traceback.
    """
    work = Work(make_reader, encode, is_verbose=is_verbose)
    results = read_each(_loaded(store, articles), work, jobs=jobs)
    total = len(articles) if progress else None
    for article, data in zip(articles, with_progress(results, progress, total), strict=True):
        reading = decode_reading(data)
        if reading.article is None:
            messages = tuple(each.message for each in reading.notices)
            yield Reread(article, is_changed=False, messages=messages)
            continue
        yield Reread(article, _keep(store, reading, reader))


def _loaded(store: Store, articles: Sequence[str]) -> Iterator[Loaded]:
    for article in articles:
        with store.reading() as connection:
            reading = load_reading(connection, article)
        if reading is None:  # forgotten meanwhile
            yield Loaded(article, None, ())
        else:
            yield Loaded(reading.path, reading.article, reading.notices)


def _keep(store: Store, reading: Reading, reader: str) -> bool:
    with store.writing() as connection:
        is_changed = replace_reading(connection, reading, reader)
        if is_changed:
            count_change(connection)
    return is_changed
