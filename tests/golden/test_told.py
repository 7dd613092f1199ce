"""The examples turned back day by day, as the desk shows them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.golden.test_diff import encoder
from tests.golden.truths import readings
from whence.errors import NotFoundError
from whence.ledger.claim import Claim
from whence.ledger.span import Spans
from whence.pipeline.ahead import TELLERS, keep_digests
from whence.pipeline.build import Ledger
from whence.pipeline.keep import StoredEncoder, add_readings, ledger_in, rebuild
from whence.pipeline.told import Told
from whence.store.digests import DigestKind, load_digest, stories_without
from whence.store.engine import Store, create_store

DAYS = ("2025-03-05", "2025-06-04", "2025-09-13")
SAME = 0.95
"""Of the claims of a day, that a ledger made on it has with the same assertions."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """All examples, each learned of on its day."""
    folder: Path = tmp_path_factory.mktemp("told")
    with closing(create_store(str(folder / "examples.db"))) as made:
        for path, reading in sorted(readings().items()):
            day = path.removeprefix("articles/")[:10]
            list(add_readings(made, [reading], learned_at=day, reader="test"))
        rebuild(made, vectors(made), "1")
        yield made


def vectors(store: Store) -> StoredEncoder:
    """The package's own, each asked for once."""
    return StoredEncoder(store, encoder(), ("test", "pairs"))


def told(store: Store, day: str | None) -> list[Told]:
    """All stories of a day."""
    found = []
    for story in now(store).stories:
        try:
            found.append(Told(store, vectors(store), story.id, day))
        except NotFoundError:
            continue
    return found


def now(store: Store) -> Ledger:
    """The ledger of all days."""
    return ledger_in(store, vectors(store), "1")


def members(claim: Claim) -> frozenset[tuple[str, Spans]]:
    """What tells a claim from another on two days."""
    return frozenset((each.article, each.span) for each in claim.assertions)


@pytest.mark.parametrize("day", DAYS)
def test_a_day_gone_by_is_nearly_the_ledger_of_that_day(store: Store, day: str) -> None:
    """Nearly all claims have the assertions, origins and words that a ledger made then gives."""
    made_then = {members(each): each for each in ledger_in(store, vectors(store), "1", day).claims}
    shown = {members(claim): claim for each in told(store, day) for claim in each.claims}
    both = made_then.keys() & shown.keys()

    assert len(both) >= SAME * len(made_then)
    for each in both:
        one, other = made_then[each], shown[each]
        assert (one.text, one.origins, one.first_seen_at) == (
            other.text,
            other.origins,
            other.first_seen_at,
        )
    assert {claim.id for claim in shown.values()} <= {each.id for each in now(store).claims}
    statuses = [made_then[each].status is shown[each].status for each in both]
    assert sum(statuses) >= SAME * len(both)


def test_the_last_day_is_now(store: Store) -> None:
    """Where nothing was learned since, a story is told as it is."""
    one, other = told(store, None), told(store, "2025-12-31")

    assert [each.ledger for each in one] == [each.ledger for each in other]
    claims = {each.id: each for story in one for each in story.claims}
    assert claims == {each.id: each for each in now(store).claims}


def test_nothing_of_a_later_day_is_told(store: Store) -> None:
    """Neither article, claim, drift nor relation is of what was learned after the day."""
    for each in told(store, DAYS[0]):
        known = set(each.articles)
        there = {claim.id for claim in each.claims}
        assert {r.article for r in each.brief.references} == known
        for claim in each.claims:
            assert {a.article for a in claim.assertions} <= known
            assert {c.claim for c in claim.conflicts} <= there
            assert {r.claim for r in claim.relations} <= there
            assert {d.after.article for d in claim.drifts} <= known


def test_what_is_kept_is_what_would_be_made(store: Store) -> None:
    """Briefs and positions come back from the store as they were made; none is left over."""
    made = [(each.brief, each.stances) for each in told(store, None)]
    assert list(keep_digests(store, vectors(store)))[-1] == 0

    with store.reading() as connection:
        assert not any(stories_without(connection, kind) for kind in TELLERS)
        story = now(store).stories[0].id
        assert load_digest(connection, story, DigestKind.BRIEF) is not None
    assert [(each.brief, each.stances) for each in told(store, None)] == made

    rebuild(store, vectors(store), "2")
    with store.reading() as connection:
        assert load_digest(connection, story, DigestKind.BRIEF) is None


def test_numbers_of_a_day_are_those_of_now_that_were_given_by_then(store: Store) -> None:
    """Nothing given later is among them or has replaced one of them, and most are those of a
    ledger made then."""
    for each in told(store, DAYS[0]):
        figures = [figure for history in each.histories for figure in history.figures]
        ids = {figure.id for figure in figures}
        assert {figure.article for figure in figures} <= set(each.articles)
        assert {figure.superseded_by for figure in figures} - {None} <= ids
        made = each.brief.stories[0].histories if each.brief.stories else ()
        made_then = {figure.id for history in made for figure in history.figures}
        assert len(made_then & ids) >= SAME * len(made_then)
