"""A store of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from whence.store.engine import Store, create_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store; properties empty it before each example."""
    with closing(create_store(str(tmp_path / "whence.db"))) as made:
        yield made
