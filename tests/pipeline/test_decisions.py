"""What a person decides of claims and actors holds, and one story made anew is as all made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.pipeline.articles import article
from tests.pipeline.readers import PatternReader, WordVectors
from whence.errors import NotFoundError, RulingError
from whence.ledger.claim import Claim
from whence.ledger.entity import EntityKind
from whence.ledger.reading import Reading
from whence.ledger.ruling import Field, Ruling, place_of
from whence.pipeline.anew import rebuild_stories
from whence.pipeline.build import Ledger
from whence.pipeline.candidates import likest_claims
from whence.pipeline.decisions import (
    Decided,
    correct_actor,
    correct_assertion,
    merge_actors,
    merge_claims,
    split_actor,
    split_claim,
    word_claim,
)
from whence.pipeline.keep import add_readings, ledger_in, rebuild
from whence.pipeline.read import read_article
from whence.pipeline.reread import reread
from whence.pipeline.settle import actor_in, actors_called, settle, standings, take_back
from whence.store.engine import Store, create_store
from whence.store.meta import is_current
from whence.store.rulings import load_rulings
from whence.store.tombstones import Tombstone, forget_article

SAID = Decided("2026-11-22T10:00:00Z", "Ada", "seen by hand")
TEXTS = {
    "one": "Ana Lopes said the old dam above Lakeside may break. Bo Lind said 400 people left.",
    "two": "Ana Lopes said the old dam above Lakeside may break. Rui Moss said the wall is wet.",
    "three": "Jane Doe said 12 bakeries in Toronto closed. Kai Nu said the mills have no wheat.",
}


def _reading(name: str, day: str = "2024-10-21") -> Reading:
    text = f"The {name} story\n\n{TEXTS[name]}\n"
    return read_article(article(text, f"The {name} Post", day, name), PatternReader())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of three articles, learned of in October, whose ledger is made."""
    with closing(create_store(str(tmp_path / "whence.db"))) as made:
        readings = [_reading(name) for name in TEXTS]
        assert list(add_readings(made, readings, learned_at="2024-10-25", reader="r"))
        rebuild(made, WordVectors(), "1")
        yield made


def _ledger(store: Store, as_of: str | None = None) -> Ledger:
    return ledger_in(store, WordVectors(), "1", as_of)


def _claim(store: Store, words: str) -> Claim:
    return next(each for each in _ledger(store).claims if words in each.text)


def _settle(store: Store, ruling: Ruling) -> int:
    return settle(store, WordVectors(), "1", ruling)


def _undo(store: Store, number: int) -> int:
    with store.reading() as connection:
        rulings = load_rulings(connection)
    return _settle(store, take_back(rulings, number, SAID))


def _other_of_story(store: Store, claim: Claim) -> Claim:
    return next(
        each for each in _ledger(store).claims if each.story == claim.story and each.id != claim.id
    )


def _every_ruling(store: Store) -> Iterator[Ruling]:
    """One of each kind, each made from the ledger as the one before left it."""
    dam = _claim(store, "the old dam")
    yield split_claim(dam, [place_of(dam.assertions[-1])], SAID)
    left = _claim(store, "the old dam")
    yield merge_claims(left, _other_of_story(store, left), SAID)
    yield word_claim(_claim(store, "bakeries"), "Bakeries closed in Toronto", SAID)
    bread = _claim(store, "Bakeries closed").assertions[0]
    yield correct_assertion(
        bread, {Field.SPEAKER: "Kai Nu", Field.STANCE: "denies", Field.LOW: "20", Field.HIGH: None},
        SAID,
    )  # fmt: skip
    yield correct_assertion(_claim(store, "wheat").assertions[0], {Field.HIDDEN: "1"}, SAID)
    lopes, articles = actor_in(store, actors_called(store, "Ana Lopes")[0])
    yield split_actor(lopes, articles[:1], "Ana Lopes (engineer)", EntityKind.PERSON, SAID)
    lopes, _ = actor_in(store, actors_called(store, "ana lopes")[0])
    yield correct_actor(lopes, "Ana M. Lopes", EntityKind.PERSON, "mayor", SAID)
    lopes, _ = actor_in(store, actors_called(store, "Ana M. Lopes")[0])
    lind, _ = actor_in(store, actors_called(store, "Bo Lind")[0])
    yield merge_actors(lind, lopes, SAID)


def test_each_decision_gives_what_making_everything_anew_gives(store: Store) -> None:
    """The store is current at once, and undoing all gives the records there were before."""
    before = _ledger(store)
    ledgers = [before]
    for number, ruling in enumerate(_every_ruling(store), start=1):
        assert _settle(store, ruling) == number
        with store.reading() as connection:
            assert is_current(connection, "1")
        alone = _ledger(store)
        assert rebuild(store, WordVectors(), "1") == alone
        assert alone._replace(rulings=()) != ledgers[-1]._replace(rulings=())
        ledgers.append(alone)

    for number, ledger in zip(range(8, 0, -1), reversed(ledgers[:-1]), strict=True):
        _undo(store, number)
        assert _ledger(store)._replace(rulings=()) == ledger._replace(rulings=())
        assert rebuild(store, WordVectors(), "1")._replace(rulings=()) == ledger._replace(
            rulings=()
        )


def test_what_was_decided_later_is_not_seen_on_an_earlier_day(store: Store) -> None:
    """The day itself shows it."""
    dam = _claim(store, "the old dam")
    before = _ledger(store, "2026-11-21").claims
    _settle(store, word_claim(dam, "The dam may break", SAID))

    assert _ledger(store, "2026-11-21").claims == before
    assert "The dam may break" in {each.text for each in _ledger(store, "2026-11-22").claims}


def test_a_decision_survives_reading_again_and_new_articles(store: Store) -> None:
    """What is named by its place in the text is there after both."""
    dam = _claim(store, "the old dam")
    _settle(store, split_claim(dam, [place_of(dam.assertions[-1])], SAID))
    parted = {tuple(map(place_of, each.assertions)) for each in _ledger(store).claims}

    ids = [each for story in _ledger(store).stories for each in story.articles]
    assert list(reread(store, ids, reader="r2", jobs=1, make_reader=PatternReader))
    words = "Tim Ash said the ferry of Velden sank in the harbour. "
    late = read_article(article(words, "Late", "2024-10-23", "late"), PatternReader())
    assert list(add_readings(store, [late], learned_at="2024-10-26", reader="r"))

    assert parted <= {tuple(map(place_of, each.assertions)) for each in _ledger(store).claims}
    assert [each.applies for each in standings(store)] == [True]


def test_a_decision_whose_words_are_gone_no_longer_applies(store: Store) -> None:
    """It is kept, says so, and does nothing."""
    wheat = _claim(store, "wheat")
    _settle(store, correct_assertion(wheat.assertions[0], {Field.STANCE: "denies"}, SAID))
    assert [each.applies for each in standings(store)] == [True]

    with store.writing() as connection:
        gone = Tombstone(wheat.assertions[0].article, None, "2026-11-23T10:00:00Z")
        forget_article(connection, gone)
    rebuild(store, WordVectors(), "1")

    (left,) = standings(store)
    assert (left.ruling.decided_by, left.applies, left.undone_by) == ("Ada", False, None)


def test_a_later_undo_is_listed_first(store: Store) -> None:
    """What was taken back says by which one."""
    _settle(store, word_claim(_claim(store, "wheat"), "No wheat is left", SAID))
    _undo(store, 1)
    assert [(each.ruling.number, each.undone_by) for each in standings(store)] == [
        (2, None),
        (1, 2),
    ]
    assert [each.ruling.number for each in standings(store, before=2, most=5)] == [1]


def test_one_story_made_anew_is_as_it_was(store: Store) -> None:
    """Where nothing was decided, nothing changes; a story that is not there is passed over."""
    before = _ledger(store)
    for story in before.stories:
        rebuild_stories(store, WordVectors(), "1", [story.id])
    rebuild_stories(store, WordVectors(), "1", ["nothing"])
    assert _ledger(store) == before


def test_a_corrected_assertion_says_so(store: Store) -> None:
    """The fields are named, and the claim is disputed by who denies it."""
    wheat = _claim(store, "wheat")
    _settle(store, correct_assertion(wheat.assertions[0], {Field.STANCE: "denies"}, SAID))
    (now,) = _claim(store, "wheat").assertions
    assert now.corrected == ("stance",)
    assert replace(now, corrected=()) != wheat.assertions[0]


def test_the_likest_claims_come_first(store: Store) -> None:
    """Words leave out the others."""
    claims = _ledger(store).claims
    dam = _claim(store, "the old dam")
    found = likest_claims(dam, claims, WordVectors(), most=2)
    assert len(found) == 2
    assert dam not in found
    (wet,) = likest_claims(dam, claims, WordVectors(), words="WET", most=9)
    assert "wet" in wet.text


def test_what_cannot_be_is_refused(store: Store) -> None:
    """Each with a sentence that says why."""
    dam, wheat = _claim(store, "the old dam"), _claim(store, "wheat")
    one = dam.assertions[0]
    lopes, _ = actor_in(store, actors_called(store, "Ana Lopes")[0])
    places = [place_of(each) for each in dam.assertions]
    calls: tuple[tuple[Callable[[], Ruling], str], ...] = (
        (lambda: merge_claims(dam, dam, SAID), "one claim"),
        (lambda: merge_claims(dam, wheat, SAID), "two stories"),
        (lambda: split_claim(dam, [], SAID), "name the assertions"),
        (lambda: split_claim(dam, places, SAID), "would stay"),
        (lambda: split_claim(dam, [place_of(wheat.assertions[0])], SAID), "no assertion"),
        (lambda: word_claim(dam, dam.text, SAID), "other words"),
        (lambda: word_claim(dam, "x" * 1_001, SAID), "characters"),
        (lambda: word_claim(dam, "x", SAID._replace(reason="x" * 501)), "reason"),
        (lambda: correct_assertion(one, {Field.STANCE: "sings"}, SAID), "no stance"),
        (lambda: correct_assertion(one, {Field.SPEAKER: " "}, SAID), "name"),
        (lambda: correct_assertion(one, {Field.LOW: "many"}, SAID), "no number"),
        (lambda: correct_assertion(one, {Field.LOW: "9", Field.HIGH: "3"}, SAID), "more than"),
        (lambda: correct_assertion(one, {Field.STANCE: one.stance}, SAID), "nothing would"),
        (lambda: merge_actors(lopes, lopes, SAID), "one actor"),
        (lambda: split_actor(lopes, [], "Ana", lopes.kind, SAID), "articles"),
        (lambda: split_actor(lopes, ["a"], lopes.name, lopes.kind, SAID), "another name"),
        (lambda: correct_actor(lopes, lopes.name, lopes.kind, None, SAID), "nothing would"),
    )
    for call, why in calls:
        with pytest.raises(RulingError, match=why):
            call()
    with pytest.raises(NotFoundError):
        actor_in(store, "nobody")
