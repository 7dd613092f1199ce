"""What the desk tells ahead of the examples is what it would tell when somebody asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select
from starlette.testclient import TestClient

from tests.golden.test_told import vectors
from tests.golden.truths import readings
from whence.desk.app import make_desk
from whence.desk.keeper import AHEAD, DAILY, LAST
from whence.desk.source import Source
from whence.desk.story_drawn import DAY, draw, filled
from whence.desk.story_pictures import Name
from whence.pipeline.ahead import MOST_DAYS, keep_digests
from whence.pipeline.keep import add_readings, rebuild
from whence.pipeline.told import Told
from whence.store.digests import DigestKind, stories_without
from whence.store.engine import Store, create_store
from whence.store.stories import load_stories
from whence.store.tables import DIGESTS

DAYS = ("2025-03-04", "2025-03-06", "2025-06-04")
BEFORE = "2025-07"
"""Of the examples, those of the first months are enough."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Examples, each learned of on its day."""
    folder: Path = tmp_path_factory.mktemp("ahead")
    with closing(create_store(str(folder / "examples.db"))) as made:
        for path, reading in sorted(readings().items()):
            day = path.removeprefix("articles/")[:10]
            if day < BEFORE:
                list(add_readings(made, [reading], learned_at=day, reader="test"))
        rebuild(made, vectors(made), "1")
        yield made


def keep_all(store: Store) -> None:
    """As the keeper does."""
    list(keep_digests(store, vectors(store), AHEAD, DAILY))
    list(keep_digests(store, vectors(store), LAST))


def pages(store: Store) -> dict[str, str]:
    """Everything that is told ahead, on several days and since several."""
    app = make_desk(Source(store, vectors(store), "1"), "1")
    with TestClient(app, base_url="http://127.0.0.1") as desk:
        stories = sorted(set(re.findall(r'href="(/stories/\w+)"', desk.get("/stories").text)))
        speakers = {each: desk.get(f"{each}/actors").text for each in stories}
        actors = [
            link
            for each, text in speakers.items()
            for link in sorted(set(re.findall(rf'{each}/actors/[^"]+', text)))[:2]
        ]
        paths = [*stories, *actors, "/", "/stories"]
        asked = [f"{path}?as-of={day}" for path in (*stories, "/", "/stories") for day in DAYS]
        asked += [f"/?since={day}" for day in (*DAYS, "2025-03-05T12:00:00Z", "2024-01-01")]
        asked += [f"/?as-of={DAYS[1]}&since={DAYS[0]}"]
        asked += [f"{each}/{name.value}" for each in stories for name in Name]
        asked += [f"{stories[0]}/pictures/{Name.NUMBERS}.{kind}" for kind in ("svg", "csv")]
        asked += [f"{each}/pictures/{Name.NETWORK}.svg?theme=dark" for each in stories[:2]]
        found = {}
        for path in (*paths, *asked):
            desk.cookies.clear()
            found[path] = re.sub(r'(name="form-token" value=")\w+', r"\1", desk.get(path).text)
    return found


def test_what_is_told_ahead_is_what_is_told(store: Store) -> None:
    """Each page is the same word for word, now, on any day and since any."""
    with store.writing() as connection:
        connection.execute(delete(DIGESTS))
    before = pages(store)
    keep_all(store)
    after = pages(store)

    assert [path for path in before if before[path] != after[path]] == []
    assert before.keys() == after.keys()
    assert sum("strips" in page for page in before.values()) > 0


def test_every_kind_is_told_of_every_story(store: Store) -> None:
    """And what a reader may turn back to, for each of its earlier days."""
    keep_all(store)

    with store.reading() as connection:
        assert not any(stories_without(connection, kind) for kind in DigestKind)
        ids = [each.id for each in load_stories(connection)]
        query = select(DIGESTS.c.kind, func.count()).group_by(DIGESTS.c.kind)
        counts = {str(kind): count for kind, count in connection.execute(query)}
    every = [Told(store, vectors(store), each, None) for each in ids]
    earlier = sum(len(each.earlier(MOST_DAYS)) for each in every)
    assert earlier > len(ids)
    for kind in DAILY:
        of_days = [count for name, count in counts.items() if name.startswith(f"{kind} ")]
        assert (counts[kind], sum(of_days)) == (len(ids), earlier)


def test_only_links_have_a_place_for_the_day(store: Store) -> None:
    """Each link to a claim has one, at its end; filled in, nothing of it is left."""
    with store.reading() as connection:
        ids = [each.id for each in load_stories(connection)]
    for each in ids:
        drawn = draw(Told(store, vectors(store), each, None))
        for piece in (drawn.sections, drawn.claims):
            links = re.findall(r'href="(/(?:claims|stories)/[^"]+)"', piece)
            assert all(link.endswith(DAY) for link in links)
            assert piece.count(DAY) == len(links)
            assert DAY not in filled(piece, DAYS[0])
            assert filled(piece, DAYS[0]).count(f"?as-of={DAYS[0]}") == len(links)
