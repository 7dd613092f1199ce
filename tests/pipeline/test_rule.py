"""What a person says of the stories of a store holds, whatever comes later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.pipeline.articles import article
from tests.pipeline.readers import PatternReader, WordVectors
from whence.errors import RulingError
from whence.ledger.reading import Reading
from whence.ledger.ruling import Ruling
from whence.pipeline.build import Ledger
from whence.pipeline.keep import add_readings, keep_word, ledger_in
from whence.pipeline.read import read_article
from whence.pipeline.rule import merge, move, split, undo
from whence.store.engine import Store, create_store
from whence.store.rulings import load_rulings

AT = "2026-11-22T10:00:00Z"
DAM = "The old dam above Lakeside may break, Mayor Ana Lopes said. {} Lakeside waits for the dam."
BREAD = (
    "Bakers in Toronto said the price of bread rises. {} Wheat, flour and bread cost more in"
    " Toronto, bakers fear, and the mills of Toronto sell flour to bakers for more."
)
TEXTS = {
    "dam-1": (DAM, "Ada Roe said the lake rose by 3 metres."),
    "dam-2": (DAM, "Bo Lind said 400 people left the valley."),
    "dam-3": (DAM, "Rui Moss said the wall of the dam is wet."),
    "bread-1": (BREAD, "Jane Doe said 12 bakeries closed."),
    "bread-2": (BREAD, "Kai Nu said the mills have no wheat."),
}
LATE = {
    "dam-late": (DAM, "Ada Roe said 400 people left the valley and the lake rose by 3 metres."),
    "bread-late": (BREAD, "Jane Doe said 12 bakeries closed and the mills have no wheat."),
}


def _reading(name: str, template: str, words: str, day: str = "2024-10-21") -> Reading:
    text = f"{'Dam' if template == DAM else 'Bread'} story\n\n{template.format(words)}\n"
    return read_article(article(text, f"The {name} Post", day, name), PatternReader())


READINGS = {name: _reading(name, *rest) for name, rest in TEXTS.items()}
LATER = {name: _reading(name, *rest, day="2024-10-23") for name, rest in LATE.items()}
NAMES = {
    each.article.id: name for name, each in {**READINGS, **LATER}.items() if each.article
}  # fmt: skip
IDS = {name: article for article, name in NAMES.items()}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of two stories, learned of in October."""
    with closing(create_store(str(tmp_path / "whence.db"))) as made:
        _add(made, READINGS, "2024-10-25")
        yield made


def _add(store: Store, readings: dict[str, Reading], learned_at: str) -> None:
    assert list(add_readings(store, readings.values(), learned_at=learned_at, reader="r"))


def _ledger(store: Store, as_of: str | None = None) -> Ledger:
    return ledger_in(store, WordVectors(), "1", as_of)


def _stories(store: Store, as_of: str | None = None) -> list[list[str]]:
    found = _ledger(store, as_of).stories
    return sorted(sorted(NAMES[each] for each in story.articles) for story in found)


def _story_of(store: Store, name: str) -> str:
    return next(each.id for each in _ledger(store).stories if IDS[name] in each.articles)


APART = [["bread-1", "bread-2"], ["dam-1", "dam-2", "dam-3"]]


def test_without_a_word_there_are_two_stories(store: Store) -> None:
    """The articles' own words part them; later ones join their likes."""
    assert _stories(store) == APART

    _add(store, LATER, "2024-10-26")
    assert _stories(store) == [
        ["bread-1", "bread-2", "bread-late"],
        ["dam-1", "dam-2", "dam-3", "dam-late"],
    ]


def test_a_merge_outlives_later_articles(store: Store) -> None:
    """All of both stays together; a late article joins it; the days before show two stories."""
    keep_word(
        store, merge(_ledger(store), _story_of(store, "dam-1"), _story_of(store, "bread-1"), AT)
    )
    assert _stories(store) == [sorted(TEXTS)]

    _add(store, LATER, "2024-10-26")
    assert sorted(TEXTS) == sorted(set(_containing(store, "dam-1")) & set(TEXTS))
    assert _stories(store, "2026-11-21") == [
        ["bread-1", "bread-2", "bread-late"],
        ["dam-1", "dam-2", "dam-3", "dam-late"],
    ]
    assert _stories(store, "2024-10-25") == APART


def _containing(store: Store, name: str) -> list[str]:
    return next(each for each in _stories(store) if name in each)


def test_a_split_outlives_later_articles(store: Store) -> None:
    """What was parted stays parted, also from a late article that is like both."""
    dam = _story_of(store, "dam-1")
    keep_word(store, split(_ledger(store), dam, [IDS["dam-2"]], AT))
    parted = [["bread-1", "bread-2"], ["dam-1", "dam-3"], ["dam-2"]]
    assert _stories(store) == parted

    _add(store, LATER, "2024-10-26")
    late = _stories(store)
    assert [[each for each in story if each in TEXTS] for story in late] == parted
    assert "dam-2" not in _containing(store, "dam-1")
    assert _stories(store, "2026-11-21")[1] == ["dam-1", "dam-2", "dam-3", "dam-late"]


def test_a_move_outlives_later_articles(store: Store) -> None:
    """The article is of the new story, and not of the old one."""
    ledger = _ledger(store)
    keep_word(store, move(ledger, IDS["dam-3"], _story_of(store, "bread-1"), AT))
    moved = [["bread-1", "bread-2", "dam-3"], ["dam-1", "dam-2"]]
    assert _stories(store) == moved

    _add(store, LATER, "2024-10-26")
    assert [[each for each in story if each in TEXTS] for story in _stories(store)] == moved


def test_an_undone_word_holds_only_for_the_days_between(store: Store) -> None:
    """Nothing is deleted: the days between still show what held then."""
    ledger = _ledger(store)
    keep_word(store, split(ledger, _story_of(store, "dam-1"), [IDS["dam-2"]], AT))
    rulings = _rulings(store)
    keep_word(store, undo(rulings, 1, "2026-11-24T10:00:00Z"))

    assert _stories(store) == APART
    assert _stories(store, "2026-11-23") == [["bread-1", "bread-2"], ["dam-1", "dam-3"], ["dam-2"]]
    assert _stories(store, "2026-11-24") == APART
    with pytest.raises(RulingError, match="taken back already, by 2"):
        undo(_rulings(store), 1, AT)
    with pytest.raises(RulingError, match="no decision 9"):
        undo(_rulings(store), 9, AT)
    keep_word(store, undo(_rulings(store), 2, "2026-11-25T10:00:00Z"))
    assert ["dam-2"] in _stories(store)


def _rulings(store: Store) -> list[Ruling]:
    with store.reading() as connection:
        return load_rulings(connection)


def test_copies_go_where_their_original_goes(store: Store) -> None:
    """Parting a copy parts its original too; a later copy follows by itself."""
    words = " ".join(f"word{number}" for number in range(200))
    first = _reading("dam-copied", DAM, words, "2024-10-22")
    again = _reading("dam-copy", DAM, words, "2024-10-23")
    third = _reading("dam-copy-2", DAM, words, "2024-10-24")
    ids = [each.article.id for each in (first, again, third) if each.article]
    readings = {"first": first, "again": again}
    _add(store, readings, "2024-10-26")
    for name in (IDS["bread-1"], ids[0]):
        stories = {article: each.id for each in _ledger(store).stories for article in each.articles}
        if stories[name] != stories[IDS["dam-1"]]:
            keep_word(store, merge(_ledger(store), stories[IDS["dam-1"]], stories[name], AT))
    ledger = _ledger(store)

    ruling = split(ledger, _story_of(store, "dam-1"), [ids[1]], AT)
    assert set(ruling.articles) == {ids[0], ids[1]}
    keep_word(store, ruling)
    _add(store, {"third": third}, "2024-10-27")

    (found,) = [each for each in _ledger(store).stories if ids[0] in each.articles]
    assert set(found.articles) == set(ids)


def test_what_cannot_be_asked_for_is_told(store: Store) -> None:
    """A story with itself, an article of another story, nothing left, nowhere to go."""
    ledger = _ledger(store)
    dam, bread = _story_of(store, "dam-1"), _story_of(store, "bread-1")

    with pytest.raises(RulingError, match="name two"):
        merge(ledger, dam, dam, AT)
    with pytest.raises(RulingError, match="is not in story"):
        split(ledger, dam, [IDS["bread-1"]], AT)
    with pytest.raises(RulingError, match="nothing of story"):
        split(ledger, bread, [IDS["bread-1"], IDS["bread-2"]], AT)
    with pytest.raises(RulingError, match="already"):
        move(ledger, IDS["dam-1"], dam, AT)
