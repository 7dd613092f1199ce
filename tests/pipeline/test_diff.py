"""A store and two days -> the story on both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.pipeline.readers import PatternReader, WordVectors
from whence.articles.files import Given
from whence.errors import NotFoundError, SeveralFoundError
from whence.ledger.difference import DifferenceKind, Differences
from whence.pipeline.diff import find_story_differences
from whence.pipeline.gather import read_paths
from whence.pipeline.keep import add_readings, ledger_in
from whence.store.engine import Store, create_store

WORDS = {
    "2024-10-20": "Mayor Jane Doe said the harbour bridge would close on Friday.",
    "2024-10-19": "Mayor Jane Doe said the harbour bridge would close on Friday morning.",
    "2024-10-21": "Baker Bo Lind said bread was dear in the northern villages.",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three articles; the one that was printed first was learned of second."""
    with closing(create_store(str(tmp_path / "whence.db"))) as made:
        for at, (day, words) in enumerate(WORDS.items()):
            path = tmp_path / f"{at}.txt"
            title = words.split("said")[1].strip(" .").capitalize()
            path.write_text(f"{title}\n\n{words}\n", encoding="utf-8")
            readings = read_paths(
                [str(path)],
                Given(f"Paper {at}", day),
                jobs=1,
                stdin=lambda: b"",
                make_reader=PatternReader,
            )
            list(add_readings(made, readings, learned_at=f"2024-11-0{at + 1}", reader="r"))
        yield made


def differences(store: Store, story: str, since: str, until: str | None = None) -> Differences:
    """What a story learned between two days of November 2024."""
    return find_story_differences(store, WordVectors(), "1", story, since=since, until=until)


def ids(store: Store, as_of: str | None = None) -> list[str]:
    """The stories of a day, the first by its articles first."""
    found = ledger_in(store, WordVectors(), "1", as_of)
    return [each.id for each in found.stories]


def test_a_story_is_found_by_the_id_it_had(store: Store) -> None:
    """An earlier article that came late gave it another id; both ids lead to it."""
    (old,) = ids(store, "2024-11-01")
    (new,) = ids(store, "2024-11-02")

    assert old != new
    by_old = differences(store, old, "2024-11-01", "2024-11-02")
    assert by_old == differences(store, new, "2024-11-01", "2024-11-02")
    assert by_old.story == new
    added = [each for each in by_old.differences if each.kind is DifferenceKind.ARTICLE]
    assert [each.outlet for each in added] == ["Paper 1"]


def test_before_all_everything_is_new(store: Store) -> None:
    """A day before the first article is a day like any other."""
    (story,) = ids(store, "2024-11-01")

    found = differences(store, story, "2024-10-01", "2024-11-01")

    kinds = {each.kind for each in found.differences}
    assert kinds >= {DifferenceKind.CLAIM, DifferenceKind.ARTICLE}


def test_no_story_or_several_are_told(store: Store) -> None:
    """No id begins so, or more than one does."""
    with pytest.raises(NotFoundError, match="no story 'zz'"):
        differences(store, "zz", "2024-11-01")
    assert len(ids(store)) > 1
    with pytest.raises(SeveralFoundError, match="give more of it"):
        differences(store, "", "2024-11-01")


def test_what_came_elsewhere_is_not_told(store: Store) -> None:
    """Another story's article is nothing to this one."""
    (story,) = ids(store, "2024-11-02")

    assert differences(store, story, "2024-11-02").differences == ()
