"""The ledger that the desk shows is that of the store, at once."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tests.desk.conftest import LAMP, OWL, keep
from tests.pipeline.readers import WordVectors
from whence.desk.errors import STATUS, status_of
from whence.desk.source import Source
from whence.errors import NotFoundError, ReaderError, SeveralFoundError, StoreError
from whence.store.engine import create_store


def test_what_is_added_meanwhile_is_there(tmp_path: Path) -> None:
    """A view is kept while the store stays as it is, and made anew when it changes."""
    with closing(create_store(str(tmp_path / "whence.db"))) as store:
        source = Source(store, WordVectors(), "1")
        assert source.view().stories == {}
        keep(store, tmp_path / "lamp.txt", "The Lamp", "2024-10-21", LAMP)
        first = source.view()
        assert source.view() is first
        keep(store, tmp_path / "owl.txt", "The Owl", "2024-10-22", OWL)

        assert len(first.stories) == 1
        assert {a for each in source.view().stories.values() for a in each.articles} > {
            a for each in first.stories.values() for a in each.articles
        }
        assert source.days() == ["2024-10-21", "2024-10-22"]
        assert source.view("2024-10-21").claims == first.claims


def test_every_error_has_a_status() -> None:
    """The first class that fits decides, the most special ones first."""
    assert status_of(NotFoundError("story", "x")) == 404
    assert status_of(SeveralFoundError("x", ["xa", "xb"])) == 409
    assert status_of(StoreError("x")) == 503
    assert status_of(ReaderError("x")) == 500
    kinds = list(STATUS)
    assert all(
        not issubclass(later, earlier)
        for at, earlier in enumerate(kinds)
        for later in kinds[at + 1 :]
    )
