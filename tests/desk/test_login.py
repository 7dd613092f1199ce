"""Logging in: what is answered, and where it leads."""

from __future__ import annotations

import pytest

from tests.desk.visitors import House, log_in
from whence.desk.login import local_path


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(house: House) -> None:
    """Not even the words tell whether a name is somebody's."""
    first = log_in(house.browser(), "rosa", "a wrong password")
    second = log_in(house.browser(), "nobody", "a wrong password")

    assert first.status_code == second.status_code == 401
    for answer in (first, second):
        assert "The name or the password is wrong." in answer.text
        assert "set-cookie" not in answer.headers
    assert [each.who for each in house.log()[:2]] == ["unknown", "rosa"]


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
