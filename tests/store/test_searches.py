"""Saved searches belong to who saved them."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.store.records import an_article, any_text, empty, on_a_shared_store
from whence.errors import SearchError
from whence.store.articles import keep_article
from whence.store.codec import column_text
from whence.store.engine import Store
from whence.store.searches import (
    drop_search,
    load_search,
    load_searches,
    look_at_search,
    rename_search,
    save_search,
)

AT = "2026-11-22T10:00:00Z"


def _save(store: Store, owner: str, name: str = "bridge", query: str = "bridge") -> str:
    with store.writing() as connection:
        return save_search(connection, owner=owner, name=name, query=query, created_at=AT)


@on_a_shared_store
@given(any_text, any_text)
def test_a_search_comes_back_as_it_was_saved(store: Store, name: str, query: str) -> None:
    """Name and query are there character for character, as far as a column holds them."""
    empty(store)
    own = _save(store, "Roe", name, query)

    with store.reading() as connection:
        found = load_search(connection, own)
    assert (found.name, found.query) == (column_text(name), column_text(query))


def test_each_person_has_their_own(store: Store) -> None:
    """What one saved another neither lists nor changes, but can follow."""
    own = _save(store, "Roe")
    other = _save(store, "Lind")

    with store.writing() as connection:
        assert [each.id for each in load_searches(connection, "Roe")] == [own]
        for change in (drop_search, look_at_search):
            with pytest.raises(SearchError, match="no saved search"):
                change(connection, own, "Lind")
        with pytest.raises(SearchError):
            rename_search(connection, own, "Lind", "mine")
        assert load_search(connection, other).owner == "Lind"
        drop_search(connection, own, "Roe")
        with pytest.raises(SearchError):
            load_search(connection, own)


def test_looking_remembers_what_was_there(store: Store) -> None:
    """A look gives the search as it was before, and moves on to the last article."""
    own = _save(store, "Roe")
    with store.writing() as connection:
        keep_article(connection, an_article("a"), "2024-10-21")

    with store.writing() as connection:
        assert look_at_search(connection, own, "Roe").seen == 0
        assert load_search(connection, own).seen == 1


def test_a_name_can_be_changed(store: Store) -> None:
    """The id stays, so that feeds go on."""
    own = _save(store, "Roe")
    with store.writing() as connection:
        rename_search(connection, own, "Roe", "the quay")

    with store.reading() as connection:
        assert load_search(connection, own).name == "the quay"
