"""Two prints of an article side by side, and what the later says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from starlette.testclient import TestClient

from tests.desk.conftest import browser_of
from tests.desk.rooms import Elements, read_at, store_of
from whence.ledger.reading import Reading

URL = "https://weir.example/quay"
FIRST = """Quay to close

Mayor Jane Doe said on Monday that the quay would close on Friday. Up to 40 cables have rusted,
engineers said. Jane Doe told the council that divers had found cracks.

The ferry goes on.
"""
SECOND = """Quay may close

Mayor Jane Doe said on Monday that the quay might close on Friday. Up to 60 cables have rusted,
engineers said. Governor Ana Ruiz denied that the quay was unsafe.

The ferry goes on.
"""


def ids(readings: list[Reading]) -> list[str]:
    """Those of their articles."""
    return [each.article.id for each in readings if each.article]


@pytest.fixture(scope="module")
def prints() -> list[Reading]:
    """Two versions at one address, a copy of the second by another outlet, and one alone."""
    return [
        read_at(URL, FIRST, "2031-05-01"),
        read_at(URL, SECOND, "2031-05-02"),
        read_at("https://echo.example/1", SECOND, "2031-05-03", "The Echo"),
        read_at("https://echo.example/2", "Rain\n\nIt rained in Osk, Bo Lind said.", "2031-05-04"),
    ]


@pytest.fixture(scope="module")
def desk(prints: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk over them."""
    days = {f"2031-05-{day:02}": [each] for day, each in enumerate(prints, start=1)}
    folder = tmp_path_factory.mktemp("versions")
    with closing(store_of(folder, days)) as store, browser_of(store) as client:
        yield client


def test_a_version_is_compared_with_the_one_before(desk: TestClient, prints: list[Reading]) -> None:
    """The earlier is on the left, whichever of the two is asked for; changed words have signs."""
    first, second, *_ = ids(prints)
    for asked in (first, second):
        text = desk.get(f"/articles/{asked}/versions").text
        assert "<del>40</del>" in text
        assert "<ins>60</ins>" in text
        heads = text.split('class="pair heads"')[1]
        assert heads.index(first) < heads.index(second)

    css = desk.get("/static/versions.css").text
    assert 'del::before { content: "[−"; }' in css
    assert 'ins::before { content: "[+"; }' in css


def test_what_changed_is_told_first(desk: TestClient, prints: list[Reading]) -> None:
    """Claims that came, the number that grew, and who is newly heard."""
    text = desk.get(f"/articles/{ids(prints)[1]}/versions").text
    told = re.sub(r"<[^>]+>", "", text.split("Side by side")[0])

    assert "Claims gained" in told
    assert "the quay was unsafe" in told
    assert re.search(r"up to 40 cables\s*→\s*up to 60 cables", told)
    assert re.search(r"new: Ana Ruiz", told)


def test_a_copy_is_compared_with_its_original(desk: TestClient, prints: list[Reading]) -> None:
    """Nothing changed in its text, and the page says so."""
    _, second, copy, _ = ids(prints)
    text = desk.get(f"/articles/{copy}/versions").text

    assert "the original" in text
    assert second in text
    assert "0 paragraphs changed" in text
    assert f"/articles/{copy}/versions" in desk.get(f"/articles/{copy}").text


def test_any_two_can_be_compared(desk: TestClient, prints: list[Reading]) -> None:
    """Another article is taken from the address; one that is not there is told."""
    first, _, _, alone = ids(prints)

    assert "It rained in Osk" in desk.get(f"/articles/{first}/versions?with={alone}").text
    assert desk.get(f"/articles/{first}/versions?with=none").status_code == 404
    assert desk.get("/articles/none/versions").status_code == 404


def test_one_alone_has_nothing_beside_it(desk: TestClient, prints: list[Reading]) -> None:
    """The page says so, and the article's page has no link to it; nor on the first day."""
    first, _, _, alone = ids(prints)

    assert "no other version" in desk.get(f"/articles/{alone}/versions").text
    assert "no other version" in desk.get(f"/articles/{first}/versions?as-of=2031-05-01").text
    assert f"/articles/{alone}/versions" not in desk.get(f"/articles/{alone}").text


def test_all_choices_lead_somewhere(desk: TestClient, prints: list[Reading]) -> None:
    """Each version or copy that is offered can be compared with."""
    for own in ids(prints):
        page = Elements(desk.get(f"/articles/{own}/versions").text)
        for choice in page.of("option"):
            assert desk.get(f"/articles/{own}/versions?with={choice['value']}").status_code == 200
