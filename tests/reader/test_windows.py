"""Paragraphs of tokens -> windows of word pieces."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.reader.manifest import package_folder
from whence.reader.session import load_tokenizer
from whence.reader.windows import CLS, MAX_PIECES, MOST_OF_TOKEN, SEP, Pieces, Window, encode

ODD = (
    "🌊",
    "👩🏽‍🚒",
    "דכתור",
    "Zu\u0308rich",
    "물이찼다",
    "10,000",
    "\u200b",
    "\ufffd",
    "n't",
    "xq" * 300,
)
WORDS = st.sampled_from([*ODD, "the", "lake", "antidisestablishmentarian", "rose", ".", "”"])


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    """Of the package's vocabulary."""
    return Pieces(load_tokenizer((package_folder() / "tokenizer.json").read_bytes()))


def assert_sound(windows: list[Window], paragraphs: list[list[str]]) -> None:
    """What holds for the windows of every text."""
    at = 0
    for window in windows:
        assert window.start == at
        assert 2 < len(window.ids) <= MAX_PIECES
        assert (window.ids[0], window.ids[-1]) == (CLS, SEP)
        firsts = window.firsts.tolist()
        assert all(one < other for one, other in pairwise(firsts))
        assert not {CLS, SEP} & {int(window.ids[first]) for first in firsts}
        assert len(window.opens) == len(firsts)
        assert int((window.ids == SEP).sum()) == int(window.opens.sum())
        at += len(firsts)
    assert at == sum(map(len, paragraphs))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS | st.text(min_size=1, max_size=9), max_size=90), max_size=9))
def test_windows_hold_each_token_once(pieces: Pieces, paragraphs: list[list[str]]) -> None:
    """Tokens of any kind are in one window each, in order, and no window is too long."""
    assert_sound(list(encode(pieces, paragraphs)), paragraphs)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=400), min_size=1, max_size=4))
def test_a_paragraph_begins_where_it_begins(pieces: Pieces, paragraphs: list[list[str]]) -> None:
    """Each paragraph's first token opens a chain; others do where a window cuts a paragraph."""
    windows = list(encode(pieces, paragraphs))
    opens = {window.start + at for window in windows for at, new in enumerate(window.opens) if new}
    firsts = {sum(map(len, paragraphs[:number])) for number in range(len(paragraphs))}

    assert firsts <= opens <= firsts | {window.start for window in windows}


def test_short_paragraphs_share_a_window(pieces: Pieces) -> None:
    """Paragraphs go together up to a window's length, and none that fits is cut."""
    paragraphs = [
        ["The", "mayor", "of", "the", "town", "said", "that", "the", "dam", "held", "."]
    ] * 60
    windows = list(encode(pieces, paragraphs))

    assert 1 < len(windows) < 10
    assert sum(int(window.opens.sum()) for window in windows) == 60


def test_a_long_paragraph_is_cut_after_a_sentence(pieces: Pieces) -> None:
    """Where a window cannot hold a paragraph, its next part begins with a sentence."""
    paragraph = ["The", "old", "dam", "held", "all", "night", "."] * 100
    windows = list(encode(pieces, [paragraph]))

    assert len(windows) > 2
    assert {paragraph[window.start] for window in windows} == {"The"}


def test_a_long_token_is_looked_at_from_its_start(pieces: Pieces) -> None:
    """An address of many pieces has as many as are looked at; one of unknown letters has one."""
    found = pieces.of(["https://example.org/" + "a-1/" * 15, "xq" * 2_000])

    assert [len(each.ids) for each in found] == [MOST_OF_TOKEN, 1]


def test_pieces_are_remembered_and_forgotten(
    pieces: Pieces, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However few tokens are remembered, their pieces are the same."""
    words = ["dam", "lakeside", "said", "dam", "up"]
    before = pieces.of(words)
    monkeypatch.setattr("whence.reader.windows.MOST_REMEMBERED", 2)

    assert pieces.of(words) == before
    assert [one for word in words for one in pieces.of([word])] == before


def test_no_paragraph_gives_no_window(pieces: Pieces) -> None:
    """Without a token there is no window."""
    assert list(encode(pieces, [])) == []
    assert list(encode(pieces, [[], []])) == []
