"""Who is let in to the desk, for how long, and what each may do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.desk.visitors import HOME, OTHER, PASSWORD, House, log_in, open_to_all, send, token_in
from whence.desk.login import local_path
from whence.errors import StoreError
from whence.ledger.person import Role
from whence.pipeline.sessions import end_tokens, make_token
from whence.pipeline.users import disable, enable, forget_user, set_password, set_role


@pytest.mark.parametrize("path", ["/", "/stories/x?sort=first", "/claims/x/chain.svg", "/nothing"])
def test_pages_lead_to_the_log_in(house: House, path: str) -> None:
    """Nobody sees a page, or whether there is one, before they log in; then it is shown."""
    browser = house.browser()
    answer = browser.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login?next=")

    form = browser.get(answer.headers["location"])
    assert form.status_code == 200
    done = log_in(browser, "rosa", after=path)
    assert (done.status_code, done.headers["location"]) == (303, path)


def test_programs_are_told_how_to_ask(house: House) -> None:
    """The API answers 401 as a problem and names the scheme; so do the metrics."""
    browser = house.browser()
    answer = browser.get("/api/v1/stories")

    assert answer.status_code == browser.get("/metrics").status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_little_is_open_to_all(house: House) -> None:
    """The form, our own files, and whether the desk can answer."""
    browser = house.browser()

    for path in ("/login", "/static/desk.css", "/health"):
        assert browser.get(path).status_code == 200
    assert browser.get("/health").json() == {"status": "ok", "ledger": "stale"}
    assert browser.get("/static/../stories").status_code == 303


def test_on_this_machine_nobody_logs_in(house: House) -> None:
    """Whoever sits at it may do everything, under the name "local"."""
    browser = house.browser(open_to_all(house))

    assert browser.get("/").status_code == browser.get("/audit").status_code == 200
    assert send(browser, "/users", "/corrections").json() == {"by": "local"}
    assert house.log()[0].who == "local"
    assert "Log out" not in browser.get("/").text


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(house: House) -> None:
    """Not even the words tell whether a name is somebody's."""
    first = log_in(house.browser(), "rosa", "a wrong password")
    second = log_in(house.browser(), "nobody", "a wrong password")

    assert first.status_code == second.status_code == 401
    for answer in (first, second):
        assert "The name or the password is wrong." in answer.text
        assert "set-cookie" not in answer.headers
    assert [each.who for each in house.log()[:2]] == ["unknown", "rosa"]


def test_a_reader_may_not_do_what_an_editor_does(house: House) -> None:
    """A page tells it and a problem does; an editor may, and the log has their name."""
    reader = house.logged_in("rosa")
    page = send(reader, "/account", "/corrections")
    problem = send(reader, "/account", "/api/v1/corrections")

    assert page.status_code == problem.status_code == 403
    assert "this needs the role editor; yours is reader" in page.text
    assert problem.json()["status"] == 403
    assert house.log()[0].action == "log-in"

    editor = house.logged_in("eli")
    assert send(editor, "/account", "/corrections", claim="c7").json() == {"by": "eli"}
    entry = house.log()[0]
    assert (entry.who, entry.role, entry.about) == ("eli", Role.EDITOR, "c7")
    assert entry.address == "192.0.2.1"


@pytest.mark.parametrize("name", ["rosa", "eli"])
def test_only_admins_see_users_and_the_log(house: House, name: str) -> None:
    """Neither the pages nor what their forms send."""
    browser = house.logged_in(name)

    assert browser.get("/users").status_code == browser.get("/audit").status_code == 403
    sent = send(browser, "/account", "/users/role", name=name, role="admin")
    assert sent.status_code == 403
    assert 'href="/users"' not in browser.get("/account").text


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


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "\\/evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        " /x",
        "evil.example",
        "",
        "/login",
        "/logout",
        "/a\r\nset-cookie: x=1",
    ],
)
def test_a_log_in_leads_nowhere_else(house: House, address: str) -> None:
    """Whatever stands in `next`, one stays at the desk."""
    assert local_path(address) == "/"
    answer = log_in(house.browser(), "rosa", after=address)
    assert answer.headers["location"] == "/"


def test_a_log_in_leads_to_where_one_wanted() -> None:
    """An address of ours stays as it is."""
    for address in ("/", "/stories/s1?words=a%2Fb&sort=first", "/articles/a1?at=1-5"):
        assert local_path(address) == address


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


def test_pages_that_need_a_log_in_are_kept_nowhere(house: House) -> None:
    """After a log-out the back button shows nothing; our own files may be kept."""
    browser = house.logged_in("rosa")

    assert browser.get("/").headers["cache-control"] == "no-store"
    assert browser.get("/static/desk.css").headers["cache-control"] == "no-cache"


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


def test_the_address_of_a_desk_is_one_of_its_names(house: House) -> None:
    """Another name that leads to this machine is refused, also with a session and for the API."""
    browser = house.logged_in("rosa")
    for host in ("evil.example", "127.0.0.1.evil.example", "evil.example:80", "", "localhost.evil"):
        for path in ("/", "/api/v1/stories", "/static/desk.css", "/health"):
            assert browser.get(path, headers={"host": host}).status_code == 400, host
    for host in ("localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]", "[::1]:8000"):
        assert browser.get("/account", headers={"host": host}).status_code == 200, host
    named = house.browser(replace(house.access(), hosts=frozenset({"desk.example"})))
    assert named.get("/health", headers={"host": "desk.example:8443"}).status_code == 200
    assert named.get("/health", headers={"host": HOME.removeprefix("http://")}).status_code == 400
