"""Only forms of ours, in the browser that got them, change anything."""

from __future__ import annotations

import pytest

from tests.desk.visitors import HOME, PASSWORD, House, log_in, open_to_all, token_in
from whence.desk.forms import FIELD


def test_without_a_token_nothing_is_changed(house: House) -> None:
    """No form, an empty one, a wrong one: refused, and the log has no line of it."""
    editor = house.logged_in("eli")
    before = len(house.log())

    for fields in ({}, {FIELD: ""}, {FIELD: "x" * 64}, {FIELD: "é"}):
        answer = editor.post("/corrections", data=fields)
        assert answer.status_code == 403
        assert "Nothing was changed" in answer.text
    assert editor.post("/logout").status_code == 403
    assert len(house.log()) == before


def test_a_token_is_good_in_one_session_alone(house: House) -> None:
    """Neither somebody else's nor one's own of another session, or of before the log-in."""
    editor, admin, again = (house.logged_in(name) for name in ("eli", "ada", "eli"))
    early = token_in(house.browser().get("/login"))

    for other in (admin, again):
        token = token_in(other.get("/account"))
        assert editor.post("/corrections", data={FIELD: token}).status_code == 403
    assert editor.post("/corrections", data={FIELD: early}).status_code == 403
    own = token_in(editor.get("/account"))
    assert editor.post("/corrections", data={FIELD: own}).status_code == 200
    assert editor.post("/corrections", headers={"x-form-token": own}).status_code == 200


def test_nobody_is_logged_in_by_another_site(house: House) -> None:
    """The form of the log-in has a token as well, of the browser that it was given to."""
    browser, other = house.browser(), house.browser()
    fields = {"name": "rosa", "password": PASSWORD}
    assert browser.post("/login", data=fields).status_code == 403
    strange = token_in(other.get("/login"))
    browser.get("/login")
    assert browser.post("/login", data={FIELD: strange, **fields}).status_code == 403
    assert log_in(browser, "rosa").status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1.evil.example"},
        {"origin": "https://127.0.0.1"},
        {"origin": "http://127.0.0.1:81"},
        {"origin": "null"},
        {"origin": "http://[half"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": HOME},
    ],
    ids=lambda headers: " ".join(headers.values()),
)
def test_what_another_site_sends_is_refused(house: House, headers: dict[str, str]) -> None:
    """Even with the right token, where the browser tells that it was not our page."""
    editor = house.logged_in("eli")
    token = token_in(editor.get("/account"))

    answer = editor.post("/corrections", data={FIELD: token}, headers=headers)
    assert answer.status_code == 403
    assert "another site" in answer.text
    for own in ({"origin": HOME}, {"sec-fetch-site": "same-origin", "origin": "null"}):
        assert editor.post("/corrections", data={FIELD: token}, headers=own).status_code == 200


def test_other_kinds_of_bodies_need_the_token_in_a_header(house: House) -> None:
    """JSON and uploads with a session are no way around it."""
    editor = house.logged_in("eli")
    token = token_in(editor.get("/account"))

    assert editor.post("/api/v1/corrections", json={FIELD: token}).status_code == 403
    assert editor.post("/corrections", files={FIELD: token.encode()}).status_code == 403
    kept = {"x-form-token": token}
    assert editor.post("/api/v1/corrections", json={}, headers=kept).status_code == 200
    assert editor.delete("/corrections").status_code == 403


def test_where_nobody_logs_in_forms_are_ours_too(house: House) -> None:
    """A page of another site cannot write to the desk of whoever reads it."""
    browser = house.browser(open_to_all(house))
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.post("/corrections", headers=form).status_code == 403
    assert browser.post("/api/v1/corrections", headers=form).status_code == 403
    evil = {"origin": "https://evil.example"}
    assert browser.post("/api/v1/corrections", json={}, headers=evil).status_code == 403

    token = token_in(browser.get("/users"))
    assert browser.post("/corrections", data={FIELD: token}).status_code == 200
    assert browser.post("/api/v1/corrections", json={}).status_code == 200


@pytest.mark.parametrize(
    "body", [b"a=%ff", b"\xff=1", b"&".join(b"a=1" for _ in range(1001))], ids=["", "bytes", "many"]
)
def test_a_form_that_cannot_be_read_is_told(house: House, body: bytes) -> None:
    """Broken characters and too many fields are no fault of the program."""
    browser = house.browser()
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.post("/login", content=body, headers=kind).status_code == 400
