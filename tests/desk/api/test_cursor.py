"""Places in a list, as words."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from fastapi import HTTPException
from hypothesis import given
from hypothesis import strategies as some

from tests.desk.conftest import LAMP, OWL, browser_of, encoder_of, keep
from whence.desk.api.cursor import cursor_of, place_of
from whence.pipeline.keep import rebuild
from whence.store.engine import create_store


@given(some.lists(some.text(max_size=20), max_size=3))
def test_a_cursor_is_its_place_again(parts: list[str]) -> None:
    """Whatever letters it is made of."""
    place = tuple(parts)

    assert place_of(cursor_of(place), len(place)) == place


@given(some.text(max_size=30))
def test_what_is_no_cursor_is_not_found(words: str) -> None:
    """A word that no list gave leads nowhere, and breaks nothing."""
    with pytest.raises(HTTPException):
        place_of(words, 9)


def test_what_is_added_moves_nothing(tmp_path: Path) -> None:
    """A walk that is under way while an article is added meets each earlier claim once."""
    with closing(create_store(str(tmp_path / "whence.db"))) as store:
        keep(store, tmp_path / "lamp.txt", "The Lamp", "2024-10-21", LAMP)
        rebuild(store, encoder_of(store), "1")
        client = browser_of(store)
        first = client.get("/api/v1/claims?limit=2").json()
        every = [each["id"] for each in client.get("/api/v1/claims").json()["items"]]
        keep(store, tmp_path / "owl.txt", "The Owl", "2024-10-22", OWL)
        rebuild(store, encoder_of(store), "1")
        rest = client.get(f"/api/v1/claims?after={first['next']}").json()

    met = [each["id"] for each in (*first["items"], *rest["items"])]
    assert len(met) == len(set(met))
    assert set(every) <= set(met)
