"""What an admin does with users, and the log of what all do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.desk.visitors import House, log_in, send
from whence.errors import StoreError
from whence.pipeline.sessions import make_token
from whence.pipeline.users import disable, enable, forget_user


@pytest.mark.parametrize("name", ["rosa", "eli"])
def test_only_admins_see_users_and_the_log(house: House, name: str) -> None:
    """Neither the pages nor what their forms send."""
    browser = house.logged_in(name)

    assert browser.get("/users").status_code == browser.get("/audit").status_code == 403
    sent = send(browser, "/account", "/users/role", name=name, role="admin")
    assert sent.status_code == 403
    assert 'href="/users"' not in browser.get("/account").text


def test_who_is_disabled_is_out_at_once(house: House) -> None:
    """An admin disables them on the page: sessions and tokens end, and come back with nothing."""
    admin, browser = house.logged_in("ada"), house.logged_in("rosa")
    token = make_token(house.store, "rosa", timedelta(days=1), house.by())
    assert send(admin, "/users", "/users/disable", name="rosa").status_code == 303

    assert browser.get("/account").status_code == 303
    bearer = {"authorization": f"Bearer {token}"}
    assert browser.get("/api/v1/stories", headers=bearer).status_code == 401
    answer = log_in(house.browser(), "rosa")
    assert answer.status_code == 401
    assert "The name or the password is wrong." in answer.text

    assert send(admin, "/users", "/users/enable", name="rosa").status_code == 303
    assert browser.get("/account").status_code == 303
    assert log_in(browser, "rosa").status_code == 303
    actions = [(each.who, each.action, each.about) for each in house.log()]
    assert ("ada", "user-disabled", "rosa") in actions


def test_a_role_holds_from_the_next_request(house: House) -> None:
    """What an admin sets on the page, for a session that is open; an unknown role is refused."""
    admin, browser = house.logged_in("ada"), house.logged_in("rosa")
    assert send(browser, "/account", "/corrections").status_code == 403
    assert send(admin, "/users", "/users/role", name="rosa", role="editor").status_code == 303
    assert send(browser, "/account", "/corrections").json() == {"by": "rosa"}
    assert send(admin, "/users", "/users/role", name="rosa", role="king").status_code == 422
    assert send(admin, "/users", "/users/role", name="nobody", role="editor").status_code == 404

    entry = next(each for each in house.log() if each.action == "role")
    assert entry.detail == {"from": "reader", "to": "editor"}


def test_nobody_shuts_themselves_out(house: House) -> None:
    """An admin changes nothing of their own on the page, however they write their name."""
    admin = house.logged_in("ada")

    for name in ("ada", " ADA "):
        for path in ("/users/disable", "/users/role"):
            assert send(admin, "/users", path, name=name, role="reader").status_code == 422
    assert admin.get("/users").status_code == 200


def test_who_is_forgotten_leaves_only_the_log(house: House) -> None:
    """Their sessions go with them; what they did stays."""
    browser = house.logged_in("rosa")
    forget_user(house.store, "rosa", house.by())

    assert browser.get("/account").status_code == 303
    assert "rosa" in house.logged_in("ada").get("/audit").text


def test_the_log_only_grows(house: House) -> None:
    """The store itself refuses to change or delete a line."""
    assert len(house.log()) == 3
    for change in ("UPDATE audit SET who = 'x'", "DELETE FROM audit"):
        with (
            pytest.raises(StoreError, match="only grows"),
            house.store.writing() as connection,
        ):
            connection.execute(text(change))
    assert [each.about for each in house.log()] == ["ada", "eli", "rosa"]


def test_the_log_is_walked_from_page_to_page(house: House) -> None:
    """Each line once, the latest first, and only those since a day."""
    for _ in range(60):
        disable(house.store, "rosa", house.by())
        enable(house.store, "rosa", house.by())
    browser = house.logged_in("ada")
    first = browser.get("/audit").text
    assert first.count('<tr class="item">') == 100
    older = first.split('<a href="/audit')[1].split('"')[0].replace("&amp;", "&")
    second = browser.get(f"/audit{older}").text

    assert second.count('<tr class="item">') == 24
    assert "Earlier lines" not in second
    assert "Nothing was done since 2026-11-23" in browser.get("/audit?since=2026-11-23").text
