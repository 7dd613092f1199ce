"""What the desk shows is the ledger of the store, and keeps to it while another is made."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.desk.conftest import LAMP, OWL, encoder_of, keep
from whence.desk.errors import STATUS, status_of
from whence.desk.source import KEPT, Source
from whence.errors import NotFoundError, ReaderError, SeveralFoundError, StoreError
from whence.pipeline.keep import rebuild
from whence.store.engine import create_store


def test_the_next_ledger_is_there_when_it_is_made(tmp_path: Path) -> None:
    """What is added shows with the ledger that it is part of, and a story is kept until then."""
    with closing(create_store(str(tmp_path / "whence.db"))) as store:
        encoder = encoder_of(store)
        source = Source(store, encoder, "1")
        assert source.stories(source.view(), None, limit=9) == ([], 0)

        keep(store, tmp_path / "lamp.txt", "The Lamp", "2024-10-21", LAMP)
        rebuild(store, encoder, "1")
        before = source.view()
        (listed,), count = source.stories(before, None, limit=9)
        assert count == 1
        assert source.story(before, listed.story) is source.story(source.view(), listed.story)

        keep(store, tmp_path / "owl.txt", "The Owl", "2024-10-22", OWL)
        assert source.view() == before
        rebuild(store, encoder, "1")
        assert source.view() != before
        assert source.stories(source.view(), None, limit=9)[1] == 2
        assert source.days() == ["2024-10-21", "2024-10-22"]
        assert source.stories(source.view("2024-10-21"), None, limit=9)[1] == 1


def test_no_more_is_remembered_than_was_said(tmp_path: Path) -> None:
    """However many stories and days are asked for, the oldest are let go of."""
    with closing(create_store(str(tmp_path / "whence.db"))) as store:
        keep(store, tmp_path / "lamp.txt", "The Lamp", "2024-10-21", LAMP)
        rebuild(store, encoder_of(store), "1")
        source = Source(store, encoder_of(store), "1")
        (listed,), _ = source.stories(source.view(), None, limit=9)

        first = source.story(source.view("2025-01-01"), listed.story)
        for day in range(KEPT):
            source.story(source.view(f"2025-{day // 28 + 1:02}-{day % 28 + 2:02}"), listed.story)
        assert source.story(source.view("2025-01-01"), listed.story) is not first
        with pytest.raises(NotFoundError):
            source.story(source.view("2024-10-20"), listed.story)


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
