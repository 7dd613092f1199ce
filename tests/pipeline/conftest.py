"""What the tests of the whole way share."""

from __future__ import annotations

import pytest

from whence.reader.read import TrainedReader


@pytest.fixture(scope="session")
def reader() -> TrainedReader:
    """The package's reader, loaded once."""
    return TrainedReader()
