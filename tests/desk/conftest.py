"""A desk over a store of two days, with articles of ours and a hostile one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.desk.provider import Provider, open_provider
from tests.desk.visitors import House, build_house, open_house
from tests.pipeline.readers import WordVectors
from whence.articles.files import Given, load
from whence.desk.access import HERE, Access
from whence.desk.app import make_desk
from whence.desk.source import Source
from whence.pipeline.keep import StoredEncoder, add_readings, rebuild
from whence.pipeline.read import read_article
from whence.reader.read import TrainedReader
from whence.store.engine import Store, create_store

LAMP = """Harbour bridge to close on Friday

Mayor Jane Doe said on Monday that the harbour bridge would close on Friday. "The cables are
not safe," she told The Lamp. According to engineers, at least 40 cables have rusted.
"""
OWL = """Officials deny that the bridge is unsafe

Governor Ana Ruiz denied that the harbour bridge was unsafe. Mayor Jane Doe said the bridge
would close on Friday.
"""
HOSTILE = """<script>alert(1)</script> says the mayor of Veldhaven

Mayor <img src=x onerror=alert(2)> Roe said that \u202ethe quay\u202c was "javascript:alert(3)".
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Two days: the lamp, then the owl and the hostile page."""
    folder = tmp_path_factory.mktemp("desk")
    with closing(create_store(str(folder / "whence.db"))) as made:
        for name, outlet, day, words in (
            ("lamp", "The Lamp", "2024-10-21", LAMP),
            ("owl", "The Owl", "2024-10-22", OWL),
            ("hostile", "<b>Post</b>", "2024-10-22", HOSTILE),
        ):
            keep(made, folder / f"{name}.txt", outlet, day, words)
        rebuild(made, encoder_of(made), "1")
        yield made


def encoder_of(store: Store) -> StoredEncoder:
    """Vectors of words, kept in the store."""
    return StoredEncoder(store, WordVectors(), ("words", "pairs"))


def keep(store: Store, path: Path, outlet: str, day: str, words: str) -> None:
    """Read an article and keep it as learned of on its day."""
    path.write_text(words, encoding="utf-8")
    (loaded,) = load([str(path)], Given(outlet, day), lambda: b"")
    assert loaded.article is not None
    reading = read_article(loaded.article, TrainedReader())
    list(add_readings(store, [reading], learned_at=day, reader="r"))


@pytest.fixture(scope="module")
def desk(store: Store) -> Iterator[TestClient]:
    """A browser that speaks with the desk."""
    with browser_of(store) as client:
        yield client


def browser_of(store: Store) -> TestClient:
    """A browser on this machine that speaks with a desk over a store."""
    access = Access(hosts=HERE | {"testserver"})  # as schemathesis calls it
    app = make_desk(Source(store, encoder_of(store), "1"), "1", access)
    return TestClient(app, raise_server_exceptions=False, base_url="http://127.0.0.1")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with users; their passwords are hashed once."""
    return build_house(tmp_path_factory.mktemp("house"))


@pytest.fixture
def house(built: Path, tmp_path: Path) -> Iterator[House]:
    """A desk to which one has to log in."""
    with open_house(built, tmp_path) as made:
        yield made


def send(desk: TestClient, path: str, **fields: str | list[str]) -> Response:
    """What the desk answers to one of its own forms."""
    page = desk.get("/search", params={"q": "bridge"}).text
    found = re.search(r'name="form-token" value="(\w+)"', page)
    assert found is not None
    return desk.post(path, data={"form-token": found[1], **fields})


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """A provider, reached without a proxy."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    with open_provider() as made:
        yield made
