"""Who is let in to the desk, and what each may do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.desk.visitors import HOME, House, log_in, open_to_all, send
from whence.ledger.person import Role


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


def test_pages_that_need_a_log_in_are_kept_nowhere(house: House) -> None:
    """After a log-out the back button shows nothing; our own files may be kept."""
    browser = house.logged_in("rosa")

    assert browser.get("/").headers["cache-control"] == "no-store"
    assert browser.get("/static/desk.css").headers["cache-control"] == "no-cache"


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
