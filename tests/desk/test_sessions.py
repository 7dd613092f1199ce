"""How long a session or a token lasts, and whose it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import text

from tests.desk.visitors import PASSWORD, House, log_in, send, token_in
from whence.ledger.person import Role
from whence.pipeline.sessions import end_tokens, make_token
from whence.pipeline.users import set_role


def test_a_session_ends_unused_and_in_any_case(house: House) -> None:
    """After twelve hours without a request, and seven days after it began."""
    browser = house.logged_in("rosa")
    house.clock.pass_(timedelta(hours=11, minutes=59))
    assert browser.get("/account").status_code == 200
    house.clock.pass_(timedelta(hours=11, minutes=59))
    assert browser.get("/account").status_code == 200
    house.clock.pass_(timedelta(hours=12, minutes=1))
    assert browser.get("/account").status_code == 303

    assert log_in(browser, "rosa").status_code == 303
    for _ in range(14):
        assert browser.get("/account").status_code == 200
        house.clock.pass_(timedelta(hours=11, minutes=58))
    assert browser.get("/account").status_code == 200
    house.clock.pass_(timedelta(minutes=29))
    assert browser.get("/account").status_code == 303


def test_a_session_cannot_be_given_to_somebody(house: House) -> None:
    """What the browser held before a log-in is worth nothing after it, and never was ours."""
    browser = house.browser()
    browser.cookies.set("whence", "planted", domain="127.0.0.1")
    log_in(browser, "rosa")
    first = browser.cookies["whence"]
    assert first != "planted"

    thief = house.browser()
    for token in ("planted", "", "x" * 5000):
        thief.cookies.set("whence", token)
        assert thief.get("/account").status_code == 303

    kept = browser.get("/account")
    browser.post("/login", data={"form-token": token_in(kept), "name": "rosa",
                                 "password": PASSWORD})  # fmt: skip
    assert browser.cookies["whence"] != first
    thief.cookies.set("whence", first)
    assert thief.get("/account").status_code == 303


def test_a_log_out_ends_the_session_itself(house: House) -> None:
    """A copy of the cookie is of no use afterwards."""
    browser = house.logged_in("rosa")
    token = browser.cookies["whence"]
    assert send(browser, "/account", "/logout").headers["location"] == "/login"

    assert "whence" not in browser.cookies
    thief = house.browser()
    thief.cookies.set("whence", token)
    assert thief.get("/account").status_code == 303
    assert [each.action for each in house.log()[:2]] == ["log-out", "log-in"]


def test_a_session_is_that_of_a_browser_alone(house: House) -> None:
    """By https it is bound to the host; no script reads it, no other site sends it."""
    proxied = replace(house.access(), is_behind_proxy=True)
    browser = house.browser(proxied)
    browser.headers["x-forwarded-proto"] = "https"
    browser.headers["x-forwarded-for"] = "203.0.113.66, 198.51.100.7"
    form = token_in(browser.get("/login"))
    kept = browser.cookies["__Host-whence-form"]
    answer = browser.post(
        "/login",
        data={"form-token": form, "name": "rosa", "password": PASSWORD},
        headers={"cookie": f"__Host-whence-form={kept}"},
    )

    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-whence=")
    for part in ("Secure", "HttpOnly", "SameSite=strict", "Path=/"):
        assert part in cookie
    assert "Domain" not in cookie
    assert house.log()[0].address == "198.51.100.7"


def test_a_proxy_is_believed_only_where_there_is_one(house: House) -> None:
    """Else anybody could say that they come by https, or from elsewhere."""
    browser = house.browser()
    browser.headers.update({"x-forwarded-proto": "https", "x-forwarded-for": "198.51.100.7"})
    log_in(browser, "rosa")

    assert "whence" in browser.cookies
    assert house.log()[0].address == "192.0.2.1"


def test_a_link_from_elsewhere_does_not_log_out(house: House) -> None:
    """A browser holds its cookie back then: our own page asks again, and it comes along."""
    browser = house.logged_in("rosa")
    linked = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    bare = house.browser()
    answer = bare.get("/account?a=1&b=%22", headers=linked)

    assert answer.status_code == 200
    assert 'content="0; url=/account?a=1&amp;b=%22"' in answer.text
    assert "rosa" not in answer.text
    assert bare.get("/account", headers={"sec-fetch-site": "same-origin"}).status_code == 303
    assert browser.get("/account", headers={"sec-fetch-site": "same-origin"}).status_code == 200


def test_what_is_kept_of_a_session_does_not_open_it(house: House) -> None:
    """The store has hashes: of passwords by argon2id, of tokens by SHA-256."""
    browser = house.logged_in("rosa")
    with house.store.reading() as connection:
        (session,) = connection.execute(text("SELECT token_hash, who FROM sessions")).all()
        hashes = connection.scalars(text("SELECT password_hash FROM users")).all()

    assert session.who == "rosa"
    assert browser.cookies["whence"] not in session.token_hash
    assert len(set(hashes)) == 3
    assert all(each.startswith("$argon2id$") for each in hashes)


def test_a_token_is_for_programs(house: House) -> None:
    """It has the role of its user, opens the API and the metrics, and no page."""
    token = make_token(house.store, "rosa", timedelta(days=1), house.by())
    browser = house.browser()
    browser.headers["authorization"] = f"Bearer {token}"

    assert browser.get("/api/v1/stories").status_code == 200
    assert "whence_articles 0" in browser.get("/metrics").text
    assert browser.get("/").status_code == 303
    browser.cookies.set("whence", token)
    assert browser.get("/").status_code == 303
    assert browser.post("/api/v1/corrections", json={}).status_code == 403
    set_role(house.store, "rosa", Role.EDITOR, house.by())
    assert browser.post("/api/v1/corrections", json={}).json() == {"by": "rosa"}

    house.clock.pass_(timedelta(hours=13))
    assert browser.get("/api/v1/stories").status_code == 200
    house.clock.pass_(timedelta(hours=11))
    assert browser.get("/api/v1/stories").status_code == 401


def test_a_token_that_ended_is_not_helped_by_a_cookie(house: House) -> None:
    """A wrong token is refused, whoever is logged in beside it."""
    token = make_token(house.store, "rosa", timedelta(days=1), house.by())
    browser = house.logged_in("ada")
    assert end_tokens(house.store, "rosa", house.by()) == 1

    for wrong in (token, "", browser.cookies["whence"]):
        headers = {"authorization": f"bearer {wrong}"}
        assert browser.get("/api/v1/stories", headers=headers).status_code == 401
    assert browser.get("/api/v1/stories").status_code == 200
