"""What is too long, too often or leads out of the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi import APIRouter

from tests.desk.visitors import HOME, House, log_in, open_to_all, token_in
from whence.desk.guard import LONGEST_BODY
from whence.desk.limits import Buckets, limited
from whence.pipeline.sessions import PER_ADDRESS, PER_NAME, make_token, network_of

WRONG = "not the right one"
FORM = {"content-type": "application/x-www-form-urlencoded"}


def test_guesses_of_a_password_end(house: House) -> None:
    """From whatever browser and address; the right one is refused as well, for a while."""
    answers = []
    for number in range(PER_NAME.most + 2):
        browser = house.browser(address=f"198.51.100.{number}")
        answers.append(log_in(browser, "rosa", WRONG).status_code)
    assert answers == [401] * PER_NAME.most + [429] * 2

    refused = log_in(house.browser(address="203.0.113.9"), "Rosa ")
    assert refused.status_code == 429
    wait_s = int(refused.headers["retry-after"])
    assert 1 <= wait_s <= 60
    assert log_in(house.browser(), "eli").status_code == 303

    house.clock.pass_(timedelta(seconds=wait_s))
    assert log_in(house.browser(), "rosa").status_code == 303


def test_who_is_logged_in_stays_so_while_others_guess(house: House) -> None:
    """Guessing at a name does not throw its owner out."""
    browser = house.logged_in("rosa")
    for _ in range(PER_NAME.most + 1):
        last = log_in(house.browser(address="198.51.100.1"), "rosa", WRONG)

    assert last.status_code == 429
    assert browser.get("/account").status_code == 200


def test_guesses_from_one_address_end(house: House) -> None:
    """However many names they try; somewhere else one can log in."""
    browser = house.browser(address="2001:db8::1")
    for number in range(PER_ADDRESS.most):
        assert log_in(browser, f"nobody{number}", WRONG).status_code == 401
    neighbour = house.browser(address="2001:db8::ffff:2")

    assert log_in(neighbour, "rosa").status_code == 429
    assert log_in(house.browser(address="2001:db8:0:1::1"), "rosa").status_code == 303


def test_those_who_know_their_password_are_not_counted(house: House) -> None:
    """A log-in that succeeds gives its guess back."""
    browser = house.browser()
    for _ in range(PER_NAME.most + 2):
        browser.cookies.clear()
        assert log_in(browser, "rosa").status_code == 303


def test_the_present_password_cannot_be_guessed_in_a_session_either(house: House) -> None:
    """Who finds a browser open does not try passwords in it."""
    browser = house.logged_in("rosa")
    token = token_in(browser.get("/account"))
    fields = {"form-token": token, "old": WRONG, "new": WRONG, "again": WRONG}
    answers = [
        browser.post("/account/password", data=fields).status_code for _ in range(PER_NAME.most + 1)
    ]

    assert answers == [422] * PER_NAME.most + [429]


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
        (None, "nowhere"),
    ],
)
def test_an_address_counts_as_a_place(address: str | None, place: str) -> None:
    """A household has many addresses of the newer kind."""
    assert network_of(address) == place


def test_asking_often_is_limited_and_said(house: House) -> None:
    """After so many a minute the answer is 429 with a time to wait, for each user on their own."""
    browser = house.logged_in("rosa")
    router = APIRouter()

    @router.get("/api/v1/slow", dependencies=[limited("slow things", per_minute=3)])
    def slow() -> dict[str, str]:
        return {}

    browser.app.include_router(router)  # type: ignore[attr-defined]
    answers = [browser.get("/api/v1/slow") for _ in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 20
    token = make_token(house.store, "eli", timedelta(days=1), house.by())
    other = {"authorization": f"Bearer {token}"}
    assert browser.get("/api/v1/slow", headers=other).status_code == 200


def test_a_bucket_fills_again() -> None:
    """At its own pace and never above its rim."""
    now = [0.0]
    buckets = Buckets(lambda: now[0])
    assert [buckets.take("a", 2) for _ in range(3)] == [0.0, 0.0, 30.0]
    assert buckets.take("b", 2) == 0.0
    now[0] = 30.0
    assert [buckets.take("a", 2) for _ in range(2)] == [0.0, 30.0]
    now[0] = 3000.0
    assert [buckets.take("a", 2) for _ in range(3)] == [0.0, 0.0, 30.0]


@pytest.mark.parametrize("path", ["/login", "/api/v1/stories", "/corrections", "/nothing"])
@pytest.mark.parametrize("is_told", [True, False], ids=["with its length", "in chunks"])
def test_a_body_that_is_too_long_is_not_read(house: House, path: str, *, is_told: bool) -> None:
    """Whether its length is told or it comes in pieces, and whoever sends it."""

    def pieces() -> Iterator[bytes]:
        for _ in range(LONGEST_BODY // 1024 + 1):
            yield b"x" * 1024

    for browser in (house.browser(), house.browser(open_to_all(house))):
        content = b"".join(pieces()) if is_told else pieces()
        answer = browser.post(path, content=content, headers=FORM)
        assert answer.status_code == 413


def test_a_question_has_no_body_to_speak_of(house: House) -> None:
    """GET is no way around the limit."""
    browser = house.browser(open_to_all(house))

    assert browser.request("GET", "/", content=b"x" * (LONGEST_BODY + 1)).status_code == 413
    assert browser.request("GET", "/", content=b"x" * LONGEST_BODY).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/static/..%5capp.py",
        "/static//etc/passwd",
        "/static/%00",
        "/static/__init__.py",
        "/static/.",
        "/articles/..%2f..%2fetc%2fpasswd",
        "/articles/%2e%2e",
        "/articles/%00",
        "/stories/..%2f..%2fapp.py",
        "/api/v1/articles/..%2f..%2fetc%2fpasswd",
    ],
)
def test_no_path_leads_to_a_file(house: House, path: str) -> None:
    """Only our own style and scripts are files, by their very names."""
    browser = house.browser(open_to_all(house))
    answer = browser.request("GET", f"{HOME}{path}", follow_redirects=True)

    assert answer.status_code == 404, path
    assert "root:" not in answer.text
    assert "FastAPI" not in answer.text


def test_metrics_name_routes_and_no_paths(house: House) -> None:
    """What strangers ask for makes no series; the figures add up."""
    browser = house.browser(open_to_all(house))
    for path in ("/stories/one", "/stories/two", '/x"} 1', "/y", "/account"):
        browser.get(path)
    browser.request("BREW", "/account")
    told = browser.get("/metrics").text

    assert 'whence_requests_total{method="GET",route="/stories/{story}",status="404"} 2' in told
    assert 'whence_requests_total{method="GET",route="/account",status="200"} 1' in told
    assert 'method="other"' in told
    assert "one" not in told.replace("none", "")
    assert 'whence_request_seconds_bucket{route="/stories/{story}",le="+Inf"} 2' in told
    assert 'whence_request_seconds_count{route="/stories/{story}"} 2' in told
    for line in ("whence_articles 0", "whence_claims 0", "whence_stories 0"):
        assert line in told.splitlines()


def test_health_tells_when_the_store_cannot_be_read(house: House) -> None:
    """503 and no word of where the store is."""
    browser = house.browser(replace(house.access()))
    with house.store.writing() as connection:
        connection.exec_driver_sql("DROP TABLE meta")
    answer = browser.get("/health")

    assert answer.status_code == 503
    assert answer.json() == {"status": "unavailable"}


def test_a_broken_store_is_told_to_strangers_without_its_place(house: House) -> None:
    """Only who is logged in is told what the database says."""
    browser = house.browser()
    form = token_in(browser.get("/login"))
    with house.store.writing() as connection:
        connection.exec_driver_sql("DROP TABLE buckets")
    answer = browser.post("/login", data={"form-token": form, "name": "rosa", "password": "x"})

    assert answer.status_code == 503
    assert "whence.db" not in answer.text
