"""Decisions on the desk: forms that work without a script, and a history that undoes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.desk.conftest import HOSTILE, LAMP, OWL, browser_of, encoder_of, keep, send
from whence.desk.correct_claim import written
from whence.ledger.claim import Claim
from whence.ledger.ruling import place_of
from whence.pipeline.keep import ledger_in, rebuild
from whence.store.engine import Store, create_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of its own, which a test may change."""
    with closing(create_store(str(tmp_path / "whence.db"))) as made:
        keep(made, tmp_path / "lamp.txt", "The Lamp", "2024-10-21", LAMP)
        keep(made, tmp_path / "owl.txt", "The Owl", "2024-10-22", OWL)
        keep(made, tmp_path / "hostile.txt", "<b>Post</b>", "2024-10-22", HOSTILE)
        rebuild(made, encoder_of(made), "1")
        yield made


@pytest.fixture
def desk(store: Store) -> Iterator[TestClient]:
    """A browser that follows where it is sent."""
    with browser_of(store) as client:
        yield client


def _claims(store: Store) -> list[Claim]:
    return list(ledger_in(store, encoder_of(store), "1").claims)


def _several(store: Store) -> Claim:
    return next(each for each in _claims(store) if len(each.assertions) > 1)


def _post(desk: TestClient, address: str, **fields: str | list[str]) -> str:
    response = send(desk, address, **fields)
    assert response.status_code == 200, response.text
    assert response.history[0].status_code == 303
    return unescape(response.text)


def test_a_claim_is_worded_and_the_wording_undone(desk: TestClient, store: Store) -> None:
    """The page that follows says what was decided, by whom and why, and has the undo."""
    claim = _claims(store)[0]
    page = _post(desk, f"/claims/{claim.id}/wording", wording="A bridge closes", reason="clearer")
    assert "Decision 1:" in page
    assert 'action="/decisions/1/undo"' in page
    assert "A bridge closes" in {each.text for each in _claims(store)}
    history = unescape(desk.get("/decisions").text)
    assert "local: clearer" in history

    undone = _post(desk, "/decisions/1/undo")
    assert "does not hold: taken back by 2" in undone
    assert claim.text in {each.text for each in _claims(store)}


def test_two_claims_are_merged_and_parted(desk: TestClient, store: Store) -> None:
    """The other claim is offered by its words, and merging leaves one claim fewer."""
    before = _claims(store)
    claim = _several(store)
    other = next(each for each in before if each.story == claim.story and each.id != claim.id)
    assert f'value="{other.id}"' in desk.get(f"/claims/{claim.id}/correct").text

    _post(desk, f"/claims/{claim.id}/merge", other=other.id)
    assert len(_claims(store)) == len(before) - 1
    _post(desk, "/decisions/1/undo")
    assert _claims(store) == before

    _post(desk, f"/claims/{claim.id}/split", place=written(place_of(claim.assertions[0])))
    assert len(_claims(store)) == len(before) + 1


def test_an_assertion_is_corrected_and_hidden(desk: TestClient, store: Store) -> None:
    """What was not filled in otherwise stays; what is no claim is counted on the story's page."""
    claim = next(each for each in _claims(store) if len(each.assertions) == 1)
    (said,) = claim.assertions
    place, speaker = written(place_of(said)), said.chain[-1].name or ""
    page = _post(
        desk, f"/claims/{claim.id}/assertion", place=place, speaker=speaker, stance="doubts"
    )
    assert "corrected: stance" in page

    page = _post(desk, f"/claims/{claim.id}/assertion", place=place, hidden="1")
    assert "1 assertion of its articles is hidden" in page
    assert claim.id not in {each.id for each in _claims(store)}


def test_an_actor_is_renamed_merged_and_parted(desk: TestClient, store: Store) -> None:
    """Each time the page of whom it has become follows."""
    link = next(
        link
        for claim in _claims(store)
        for each in claim.assertions
        for link in each.chain
        if link.entity and link.name == "Jane Doe"
    )
    page = _post(
        desk, f"/entities/{link.entity}/values", name="Jane B. Doe", kind="person", role="mayor"
    )
    assert "Jane B. Doe" in page
    assert "name: “Jane Doe” becomes “Jane B. Doe”" in page
    names = {each.chain[-1].name for claim in _claims(store) for each in claim.assertions}
    assert "Jane B. Doe" in names
    assert "Jane Doe" not in names

    (now,) = set(re.findall(r"/entities/([0-9a-f]{16})/merge", page))
    other = re.findall(r'name="other" value="([0-9a-f]{16})"', page)[0]
    merged = _post(desk, f"/entities/{now}/merge", other=other)
    assert f"/entities/{other}/split" in merged
    assert "“Jane B. Doe” is “" in merged
    articles = re.findall(r'name="article" value="([0-9a-f]{16})"', merged)
    parted = _post(
        desk, f"/entities/{other}/split", article=articles[0], name="Jo Doe", kind="person"
    )
    assert "is somebody else: “Jo Doe”" in parted


def test_stories_are_merged_and_parted(desk: TestClient) -> None:
    """The page that follows is that of the story with both."""
    page = unescape(desk.get("/").text)
    stories = list(dict.fromkeys(re.findall(r"/stories/([0-9a-f]{16})", page)))
    assert len(stories) > 1
    asked = desk.get(f"/stories/{stories[0]}/correct").text
    assert f'value="{stories[1]}"' in asked

    merged = _post(desk, f"/stories/{stories[0]}/merge", other=stories[1], reason="one <b>")
    assert "are one" in merged
    after = re.findall(r"/stories/([0-9a-f]{16})", desk.get("/").text)
    assert len(set(after)) == len(stories) - 1
    articles = re.findall(r'name="article" value="([0-9a-f]{16})"', merged)
    assert "is a story apart" in _post(desk, f"/stories/{after[0]}/split", article=articles[-1])


def test_what_cannot_be_is_said(desk: TestClient, store: Store) -> None:
    """A sentence, not a fault; nothing is kept."""
    claim = _claims(store)[0]
    for address, fields, status in (
        (f"/claims/{claim.id}/wording", {"wording": ""}, 422),
        (f"/claims/{claim.id}/merge", {"other": "x"}, 404),
        (f"/claims/{claim.id}/split", {"place": "x"}, 404),
        ("/decisions/9/undo", {}, 422),
        ("/entities/x/merge", {"other": "y"}, 404),
    ):
        assert send(desk, address, **fields).status_code == status, address
    assert "Nothing was decided yet" in desk.get("/decisions").text


def test_a_form_of_another_site_is_refused(desk: TestClient, store: Store) -> None:
    """So is one that is too long."""
    claim = _claims(store)[0]
    address = f"/claims/{claim.id}/wording"
    foreign = {"Origin": "https://elsewhere.example"}
    assert desk.post(address, data={"wording": "x"}, headers=foreign).status_code == 403
    assert desk.post(address, data={"wording": "x" * 70_000}).status_code == 413


def test_what_strangers_wrote_is_no_markup(desk: TestClient, store: Store) -> None:
    """On every page on which something is decided."""
    addresses = ["/decisions"]
    for claim in _claims(store):
        addresses += [f"/claims/{claim.id}/correct", f"/stories/{claim.story}/correct"]
        addresses += [
            f"/entities/{link.entity}/correct"
            for each in claim.assertions
            for link in each.chain
            if link.entity
        ]
    for address in dict.fromkeys(addresses):
        response = desk.get(address)
        assert response.status_code == 200, address
        assert not re.search(r"<script>|<img|<b>Post|style=|onclick", response.text), address
