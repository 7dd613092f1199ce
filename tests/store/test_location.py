"""An address without its password."""

from __future__ import annotations

import traceback

import pytest

from whence.errors import StoreError
from whence.store.engine import create_store
from whence.store.location import shown


@pytest.mark.parametrize(
    ("location", "printed"),
    [
        pytest.param("news:2024@home.db", "news:2024@home.db", id="path"),
        pytest.param("sqlite:///news.db", "sqlite:///news.db", id="no-user"),
        pytest.param("postgresql://ana@host/db", "postgresql://ana@host/db", id="no-password"),
        pytest.param("postgresql://ana:sesame@host/db", "postgresql://ana:***@host/db", id="both"),
        pytest.param("postgresql://a:se@sa:me/@h:x/db", "postgresql://a:***@h:x/db", id="unquoted"),
        pytest.param("postgresql://:sesame@host/db", "postgresql://:***@host/db", id="no-name"),
        pytest.param(
            "postgresql://h/db?password=sesame&user=a&sslpassword=sesame",
            "postgresql://h/db?password=***&user=a&sslpassword=***",
            id="in-the-query",
        ),
    ],
)
def test_a_password_is_not_shown(location: str, printed: str) -> None:
    """It stands as ***, wherever the address has it; all else stays."""
    assert shown(location) == printed


@pytest.mark.parametrize(
    "location",
    [
        pytest.param("postgresql+psycopg://ana:sesame@127.0.0.1:1/db", id="refused"),
        pytest.param("postgresql+psycopg://ana:sesame@127.0.0.1:one/db", id="no-port"),
        pytest.param("postgresql+psycopg://ana:1@sesame@127.0.0.1:1/db", id="unquoted"),
        pytest.param("postgresql+psycopg://ana:1@2:sesame@127.0.0.1/db", id="as-a-port"),
        pytest.param("sqlite://ana:sesame@/nowhere/at/all.db", id="no-folder"),
    ],
)
def test_a_wrong_address_tells_no_password(location: str) -> None:
    """Neither the sentence has it nor the errors that it came from."""
    with pytest.raises(StoreError) as raised:
        create_store(location)

    assert "sesame" not in "".join(traceback.format_exception(raised.value))
