"""What a store learned between two days of the examples, each article learned on its own day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from tests.golden.truths import path_of, readings, truths
from whence.ledger.attribution import Stance
from whence.ledger.difference import Difference, DifferenceKind, Differences
from whence.pipeline.assemble import SentenceEncoder
from whence.pipeline.diff import find_story_differences
from whence.pipeline.keep import StoredEncoder, add_readings, ledger_in
from whence.store.engine import Store, create_store


@cache
def encoder() -> SentenceEncoder:
    """The package's sentence vectors, loaded once."""
    return SentenceEncoder()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store to which all examples were added on the day they were printed."""
    folder: Path = tmp_path_factory.mktemp("diff")
    with closing(create_store(str(folder / "examples.db"))) as made:
        for path, reading in sorted(readings().items()):
            day = path.removeprefix("articles/")[:10]
            list(add_readings(made, [reading], learned_at=day, reader="test"))
        yield made


def between(store: Store, story: str, since: str, until: str | None = None) -> Differences:
    """The differences of the story that has an example's article."""
    vectors = StoredEncoder(store, encoder(), ("test", "pairs"))
    path = truths(story)["article"][0]["path"]
    found = ledger_in(store, vectors, "1", until).stories
    name = next(each.id for each in found if path in map(path_of, each.articles))
    return find_story_differences(store, vectors, "1", name, since=since, until=until)


def of_kind(found: Differences, kind: DifferenceKind) -> list[Difference]:
    """Those of one kind."""
    return [each for each in found.differences if each.kind is kind]


def test_the_dam_between_5_and_8_march(store: Store) -> None:
    """The Pentagon's number, the denials of it, the silences and the numbers after it are told."""
    found = between(store, "sorang", "2025-03-05", "2025-03-08")

    claims = [each.text for each in of_kind(found, DifferenceKind.CLAIM)]
    assert "at least 1,200 Russian engineers have already arrived in North Korea" in claims
    denials = {(each.who, each.outlet) for each in of_kind(found, DifferenceKind.DENIAL)}
    assert ("Kremlin", "Northlight News") in denials
    assert ("Russian defence ministry", "The Seoul Lantern") in denials
    silent = {each.who for each in of_kind(found, DifferenceKind.SILENCE)}
    assert {"Ruth Callahan", "Shen Yaqing"} <= silent
    numbers = [(each.before, each.after) for each in of_kind(found, DifferenceKind.NUMBER)]
    assert ("90 metres", "140 metres") in numbers
    assert ("more than 1,500 engineers", "1,850 engineers") in numbers
    statuses = {
        (each.before, each.after): each.text for each in of_kind(found, DifferenceKind.STATUS)
    }
    assert "crack" in statuses["single_source", "conflicting"]


def test_the_dam_on_5_march(store: Store) -> None:
    """The Russian denial of that day disputes what was said the day before."""
    found = between(store, "sorang", "2025-03-04", "2025-03-05")

    denials = of_kind(found, DifferenceKind.DENIAL)
    assert {"Viktor Sazhin", "Russian defence ministry"} <= {each.who for each in denials}
    disputed = [
        each
        for each in of_kind(found, DifferenceKind.STATUS)
        if each.after == "disputed" and "4,000" in each.text
    ]
    assert disputed
    assert disputed[0].why in {"Viktor Sazhin denied it", "Western officials doubted it"}


def test_articles_copies_and_versions(store: Store) -> None:
    """What came in on each day is told by its kind, with its outlet."""
    found = between(store, "ferry", "2025-09-10", "2025-09-17")
    wanted = {
        truth["path"]: "copy" if "copy_of" in truth else "version"
        for truth in truths("ferry")["article"]
        if "2025-09-10" < truth["published_at"][:10] <= "2025-09-17"
        and ("copy_of" in truth or "version_of" in truth)
    }
    told = {
        path_of(each.article or ""): each.kind.value
        for each in found.differences
        if each.kind in {DifferenceKind.COPY, DifferenceKind.VERSION}
    }

    assert told == wanted
    added = of_kind(found, DifferenceKind.ARTICLE)
    assert {"Tamarack Post", "Vostok-Inform", "The Northern Register"} <= {
        each.outlet for each in added
    }


def test_the_correction_takes_a_number_back(store: Store) -> None:
    """The day of the correction tells that the number is withdrawn, and by whom."""
    found = between(store, "sorang", "2025-03-09")

    (withdrawn,) = [
        each for each in of_kind(found, DifferenceKind.STATUS) if each.after == "withdrawn"
    ]
    assert "2,100" in withdrawn.text
    assert withdrawn.why == "Tamarack Post took it back"


def test_the_ferrys_silences_and_doubts(store: Store) -> None:
    """Who kept silent and who doubted since 12 September is told with outlet and day."""
    found = between(store, "ferry", "2025-09-12")

    silent = {(each.who, each.day) for each in of_kind(found, DifferenceKind.SILENCE)}
    assert ("Norwegian Ministry of Transport", "2025-09-13T13:02:00Z") in silent
    assert "Jonas Fagerlid" in {who for who, _ in silent}
    doubts = {each.who for each in of_kind(found, DifferenceKind.DOUBT)}
    assert {"Ole Fjelstrup", "Gunilla Akermark"} <= doubts
    tolls = [(each.before, each.after) for each in of_kind(found, DifferenceKind.NUMBER)]
    assert {("37 people", "27 people"), ("27 people", "26 people")} <= set(tolls)


@pytest.mark.parametrize(
    ("story", "day"), [("sorang", "2025-03-07"), ("lomna", "2025-06-08"), ("ferry", "2025-09-16")]
)
def test_a_day_does_not_differ_from_itself(store: Store, story: str, day: str) -> None:
    """Nothing is told between the end of a day and the end of the same day."""
    assert between(store, story, day, day).differences == ()


def test_what_each_day_tells_was_learned_on_it(store: Store) -> None:
    """No line of a day's note refers to an article that was learned of later."""
    days = sorted({truth["published_at"][:10] for truth in truths("lomna")["article"]})
    for since, until in pairwise(days):
        for each in between(store, "lomna", since, until).differences:
            assert each.article is not None
            assert path_of(each.article).removeprefix("articles/")[:10] <= until
            if each.kind in {DifferenceKind.DENIAL, DifferenceKind.DOUBT, DifferenceKind.SILENCE}:
                assert path_of(each.article).removeprefix("articles/")[:10] > since
                assert each.stance is not Stance.ASSERTS
