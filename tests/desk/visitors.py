"""A desk that asks who one is, and the browsers that come to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile

from fastapi import APIRouter
from httpx2 import Response
from starlette.testclient import TestClient

from tests.pipeline.readers import WordVectors
from whence.desk.access import Access
from whence.desk.app import make_desk
from whence.desk.forms import FIELD, Fields
from whence.desk.persons import Asker, Editor
from whence.desk.source import Source
from whence.ledger.person import AuditEntry, Role
from whence.pipeline.audit import By, Done, entries_in, note
from whence.pipeline.keep import StoredEncoder
from whence.pipeline.users import add_user
from whence.store.engine import Store, create_store, open_store

HOME = "http://127.0.0.1"
PASSWORD = "a long way to the sea"  # noqa: S105 - of nobody
OTHER = "an even longer way back"
NAMES = {"rosa": Role.READER, "eli": Role.EDITOR, "ada": Role.ADMIN}


class Clock:
    """A time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """What time it is."""
        return self.now

    def pass_(self, by: timedelta) -> None:
        """Let time pass."""
        self.now += by


@dataclass
class House:
    """A desk with a reader, an editor and an admin, all of one password."""

    store: Store
    clock: Clock = field(default_factory=Clock)

    def access(self) -> Access:
        """Everybody logs in."""
        return Access(needs_log_in=True, secret=b"s" * 32, clock=self.clock)

    def browser(
        self,
        access: Access | None = None,
        *,
        home: str = HOME,
        address: str = "192.0.2.1",
    ) -> TestClient:
        """A browser that follows nothing by itself, at a desk of its own over the one store."""
        source = Source(
            self.store, StoredEncoder(self.store, WordVectors(), ("words", "pairs")), "1"
        )
        app = make_desk(source, "1", access or self.access())
        app.include_router(_corrections(self.store))
        return TestClient(
            app,
            base_url=home,
            follow_redirects=False,
            raise_server_exceptions=False,
            client=(address, 50_000),
        )

    def logged_in(self, name: str, access: Access | None = None) -> TestClient:
        """A browser in which somebody has logged in."""
        browser = self.browser(access)
        assert log_in(browser, name).status_code == 303
        return browser

    def log(self) -> list[AuditEntry]:
        """The audit log, the latest first."""
        return entries_in(self.store, limit=100)

    def by(self) -> By:
        """The command line, now."""
        return By(self.clock())


def build_house(folder: Path) -> Path:
    """A store with three users and no article."""
    file = folder / "house.db"
    with closing(create_store(str(file))) as store:
        for name, role in NAMES.items():
            add_user(store, name, role, PASSWORD, By(Clock()()))
    return file


@contextmanager
def open_house(file: Path, folder: Path) -> Iterator[House]:
    """A copy of a store that was built, in a folder of its own."""
    with closing(open_store(str(copyfile(file, folder / "whence.db")))) as store:
        yield House(store)


def open_to_all(house: House) -> Access:
    """Nobody logs in."""
    return replace(house.access(), needs_log_in=False)


def token_in(page: Response) -> str:
    """What the forms of a page hold."""
    found = re.search(rf'name="{FIELD}" value="(\w+)"', page.text)
    assert found, page.text
    return found[1]


def log_in(
    browser: TestClient, name: str, password: str = PASSWORD, after: str = "/account"
) -> Response:
    """Fill in the form."""
    fields = {"name": name, "password": password, "next": after}
    return browser.post("/login", data={FIELD: token_in(browser.get("/login")), **fields})


def send(browser: TestClient, page: str, path: str, **fields: str) -> Response:
    """Send a form of a page."""
    return browser.post(path, data={FIELD: token_in(browser.get(page)), **fields})


def _corrections(store: Store) -> APIRouter:
    """Routes as a room has them in which editors correct."""
    router = APIRouter()

    @router.post("/corrections")
    @router.post("/api/v1/corrections")
    def correct(person: Editor, fields: Fields, who: Asker) -> dict[str, str]:
        with store.writing() as connection:
            note(connection, who, Done("correct", fields.get("claim", "c1")))
        return {"by": person.name}

    return router
