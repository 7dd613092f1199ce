"""Names, aliases, addresses and marks of outlets -> one name."""

from __future__ import annotations

import pytest

from whence.ledger.outlet import Outlet
from whence.lexicon.outlet_names import OutletNames, fold, host_of

LANTERN = Outlet("The Seoul Lantern", ("Lantern",), ("lantern.example",))


@pytest.mark.parametrize(
    ("name", "url", "agency", "expected"),
    [
        pytest.param("Reuters", None, None, "Reuters", id="name"),
        pytest.param("Thomson Reuters", None, None, "Reuters", id="alias"),
        pytest.param("reuters.com", None, None, "Reuters", id="name-is-address"),
        pytest.param(None, "https://www.reuters.com/world/a", None, "Reuters", id="address"),
        pytest.param(None, None, "Reuters", "Reuters", id="dateline"),
        pytest.param("the seoul  lantern", None, None, "The Seoul Lantern", id="spelling"),
        pytest.param("LANTERN", None, None, "The Seoul Lantern", id="user-alias"),
        pytest.param(None, "http://en.lantern.example:80/a", None, "The Seoul Lantern", id="sub"),
        pytest.param("Lantern Wire", "lantern.example/a", None, "The Seoul Lantern", id="own-site"),
        pytest.param("Harbour News", "https://reuters.com/a", None, "Harbour News", id="reprint"),
        pytest.param("Harbour News", None, "Reuters", "Harbour News", id="wire-copy"),
        pytest.param("harbour news", None, None, "Harbour News", id="as-others-print-it"),
        pytest.param("Nobody's Gazette", None, None, "Nobody's Gazette", id="unknown"),
        pytest.param(None, "https://nobody.example/", None, None, id="nothing"),
        pytest.param(None, "http://[bad", None, None, id="no-address"),
    ],
)
def test_an_outlet_has_one_name(
    name: str | None, url: str | None, agency: str | None, expected: str | None
) -> None:
    """The user's list, then the packaged one, then what articles print."""
    names = OutletNames([LANTERN], ["Harbour News", "Harbour News", "The Harbour News"])

    assert names.of(name, url, agency) == expected


def test_the_users_name_stands_for_the_packaged_one() -> None:
    """Who calls The New York Times "NYT" has it so everywhere."""
    names = OutletNames([Outlet("NYT")])

    assert names.of("The New York Times") == "NYT"
    assert names.of(None, "https://www.nytimes.com/a") == "NYT"
    assert OutletNames([Outlet("My wire", domains=("reuters.com",))]).of("Reuters") == "My wire"


def test_whom_nobody_knows_is_no_outlet() -> None:
    """A name in the text is one only where a list or an article has it."""
    names = OutletNames([LANTERN], ["Halden"])

    assert names.named("Jane Doe") is None
    assert names.named("the Halden") == "Halden"
    assert names.is_own("Lantern")
    assert not names.is_own("Reuters")


def test_folding() -> None:
    """Spellings of a name share what is left without "the" and capitals."""
    assert fold(" The  Seoul Lantern") == fold("the Seoul Lantern") == fold("Seoul lantern")
    assert host_of("https://www.lamp.example:8080/a?b") == host_of("lamp.example") == "lamp.example"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She told the Lantern so.", ["Lantern"]),
        ("Who reads The Seoul Lantern? Lanterns do.", ["Seoul Lantern"]),
        ("A lantern, an [Odd] name and a-b.", ["[Odd] name"]),
        ("Nobody.", []),
    ],
)
def test_names_are_found_in_a_text(text: str, found: list[str]) -> None:
    """As whole words with their capitals, the longest first; short ones are left alone."""
    names = OutletNames([LANTERN], ["[Odd] name", "^Up", "AP", "daily"])

    assert names.pattern.findall(text) == found
    assert OutletNames().pattern.search(text) is None
