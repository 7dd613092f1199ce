"""Those who may log in, their passwords and tokens, in a store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import text

from whence.errors import LimitError, LogInError, NotFoundError, UserError
from whence.ledger.person import Role, SessionKind
from whence.pipeline.audit import By, entries_in
from whence.pipeline.passwords import check_password, hash_password
from whence.pipeline.sessions import PER_NAME, log_in, make_token, session_of
from whence.pipeline.users import (
    add_user,
    disable,
    has_anybody,
    set_role,
    tidy_name,
    user_in,
    users_in,
)
from whence.store.buckets import Rate, take
from whence.store.engine import Store, create_store, open_store

PASSWORD = "under the old bridge"  # noqa: S105 - of nobody
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HERE = By(NOW)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with closing(create_store(str(tmp_path / "whence.db"))) as made:
        yield made


@pytest.mark.parametrize("password", ["", "eleven char", "x" * 1001])
def test_a_password_is_long_and_nothing_else(password: str) -> None:
    """Twelve characters of any kind do; the hash never holds the words."""
    with pytest.raises(UserError, match="12 to 1000 characters"):
        hash_password(password)
    for good in ("twelve chars", "ααααααααααα β", " " * 12, "x" * 1000):
        found = hash_password(good)
        assert check_password(found, good).is_right
        assert not check_password(found, good + "x").is_right
        assert good.strip() not in found or not good.strip()


def test_nobodys_password_is_never_right() -> None:
    """Neither an empty hash, nor a broken one, lets anybody in."""
    for kept in (None, "", "$argon2id$", "plain"):
        assert not check_password(kept, PASSWORD).is_right


def test_a_hash_of_less_work_is_made_anew(store: Store) -> None:
    """At the next log-in, without anybody noticing."""
    add_user(store, "ana", Role.READER, PASSWORD, HERE)
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with store.writing() as connection:
        connection.execute(text("UPDATE users SET password_hash = :weak"), {"weak": weak})

    log_in(store, "ana", PASSWORD, HERE)
    with store.reading() as connection:
        kept = connection.scalar(text("SELECT password_hash FROM users"))
    assert kept != weak
    assert check_password(kept, PASSWORD).better is None


@pytest.mark.parametrize("name", ["", " ", "-a", "a b", "a/b", "local", "LOCAL", "<b>", "x" * 65])
def test_some_words_are_no_name(store: Store, name: str) -> None:
    """A name can stand in a log and in an address."""
    with pytest.raises(UserError, match="cannot be a name"):
        add_user(store, name, Role.READER, PASSWORD, HERE)
    assert not has_anybody(store)


def test_a_name_is_one_however_it_is_written(store: Store) -> None:
    """Case, blanks around it and forms of letters do not make another user."""
    add_user(store, "Åsa", Role.READER, PASSWORD, HERE)

    assert tidy_name(" ÅSA ") == tidy_name("a\u030asa") == "åsa"
    with pytest.raises(UserError, match="there already"):
        add_user(store, "åSA", Role.ADMIN, PASSWORD, HERE)
    assert log_in(store, "A\u030aSA", PASSWORD, HERE).user.role is Role.READER


def test_what_is_not_done_is_not_in_the_log(store: Store) -> None:
    """A change that fails, or changes nothing, leaves no line."""
    add_user(store, "ana", Role.READER, PASSWORD, HERE)
    set_role(store, "ana", Role.READER, HERE)
    for change in (disable, user_in):
        with pytest.raises(NotFoundError, match="whence user list"):
            change(store, "ben", *([HERE] if change is disable else []))

    assert [each.action for each in entries_in(store, limit=9)] == ["user-added"]


def test_a_token_of_one_kind_is_none_of_the_other(store: Store) -> None:
    """A browser's session does not open the API as a token, nor the other way."""
    add_user(store, "ana", Role.READER, PASSWORD, HERE)
    browsers = log_in(store, "ana", PASSWORD, HERE).token
    programs = make_token(store, "ana", timedelta(days=1), HERE)

    assert session_of(store, browsers, SessionKind.BROWSER, NOW) is not None
    assert session_of(store, programs, SessionKind.BEARER, NOW) is not None
    assert session_of(store, browsers, SessionKind.BEARER, NOW) is None
    assert session_of(store, programs, SessionKind.BROWSER, NOW) is None
    assert len({browsers, programs}) == 2
    assert min(map(len, (browsers, programs))) == 43


def test_nobody_disabled_gets_a_token(store: Store) -> None:
    """Nor somebody who is not there."""
    add_user(store, "ana", Role.READER, PASSWORD, HERE)
    disable(store, "ana", HERE)

    for name in ("ana", "ben"):
        with pytest.raises(UserError, match="may not log in"):
            make_token(store, name, timedelta(days=1), HERE)


def test_guesses_are_counted_by_all_programs_together(store: Store) -> None:
    """Two desks over one store let through as many guesses as one."""
    add_user(store, "ana", Role.READER, PASSWORD, HERE)
    with closing(open_store(store.location)) as other:
        for number in range(PER_NAME.most):
            where = By(NOW, address=f"192.0.2.{number}")
            with pytest.raises(LogInError):
                log_in((store, other)[number % 2], "ana", "wrong", where)
        for each in (store, other):
            with pytest.raises(LimitError) as found:
                log_in(each, "ana", PASSWORD, By(NOW, address="198.51.100.1"))
            assert found.value.wait_s == 60


def test_a_bucket_never_holds_more_than_its_most(store: Store) -> None:
    """Nor does it go below nothing, or run when a clock goes back."""
    rate = Rate(most=2, per_s=0.5)
    with store.writing() as connection:
        waits = [take(connection, "b", rate, at) for at in (0, 0, 0, 1, 2, 2, 1000, 1000, 999)]

    assert waits == [0, 0, 2, 1, 0, 2, 0, 0, 2]


def test_users_are_listed_with_when_they_were_seen(store: Store) -> None:
    """By name; who has no open session was not seen."""
    for name in ("ben", "ana"):
        add_user(store, name, Role.READER, PASSWORD, HERE)
    log_in(store, "ben", PASSWORD, By(NOW + timedelta(hours=1)))

    found = [(each.name, each.seen_at) for each in users_in(store)]
    assert found == [("ana", None), ("ben", "2026-11-22T10:00:00Z")]
