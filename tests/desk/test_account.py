"""What somebody changes of their own."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.desk.visitors import OTHER, PASSWORD, House, log_in, send
from whence.pipeline.sessions import make_token
from whence.pipeline.users import set_password


def test_a_new_password_ends_what_was_open(house: House) -> None:
    """Other sessions and tokens of programs; the browser in which it was changed goes on."""
    browser, other = house.logged_in("rosa"), house.logged_in("rosa")
    token = make_token(house.store, "rosa", timedelta(days=1), house.by())
    fields = {"old": PASSWORD, "new": OTHER, "again": OTHER}
    assert send(browser, "/account", "/account/password", **fields).status_code == 303

    assert browser.get("/account").status_code == 200
    assert other.get("/account").status_code == 303
    answer = other.get("/api/v1/stories", headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 401
    assert log_in(house.browser(), "rosa").status_code == 401
    assert log_in(house.browser(), "rosa", OTHER).status_code == 303

    set_password(house.store, "rosa", PASSWORD, house.by())
    assert browser.get("/account").status_code == 303


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"old": "wrong", "new": OTHER, "again": OTHER}, "The present password is wrong"),
        ({"old": PASSWORD, "new": OTHER, "again": PASSWORD}, "are not the same"),
        ({"old": PASSWORD, "new": "eleven char", "again": "eleven char"}, "12 to 1000"),
        ({}, "12 to 1000"),
    ],
    ids=["old one wrong", "two new ones", "short", "nothing"],
)
def test_a_password_is_not_changed_by_half(
    house: House, fields: dict[str, str], words: str
) -> None:
    """The page says why, and the old one holds."""
    browser = house.logged_in("rosa")
    answer = send(browser, "/account", "/account/password", **fields)

    assert answer.status_code == 422
    assert words in answer.text
    assert log_in(house.browser(), "rosa").status_code == 303


def test_sessions_are_listed_and_ended(house: House) -> None:
    """One's own, from another browser; not somebody else's."""
    browser, other, elis = (house.logged_in(name) for name in ("rosa", "rosa", "eli"))
    (ended,) = (
        line.split('"')[1]
        for line in browser.get("/account").text.split('name="session" value=')[1:]
    )

    refused = send(elis, "/account", "/account/sessions", session=ended)
    assert refused.status_code == 422
    assert other.get("/account").status_code == 200
    for part in ("", "%", ended[:8]):
        assert send(browser, "/account", "/account/sessions", session=part).status_code == 422
    assert send(browser, "/account", "/account/sessions", session=ended).status_code == 303
    assert other.get("/account").status_code == 303
    assert browser.get("/account").status_code == 200
