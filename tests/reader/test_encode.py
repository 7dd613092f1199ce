"""Text with its paragraphs -> windows of word pieces."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from whence.ledger.article import Block, BlockKind
from whence.reader.encode import CLS, MAX_PIECES, SEP, Window, encode
from whence.reader.manifest import package_folder
from whence.text.sentences import paragraphs_of

TOKENIZER = "tokenizer.json"

ODD = {
    "emoji": "The 🌊🌊 lake 👩🏽‍🚒 rose 🇺🇳 again.",
    "right-to-left": "The מים rose, said دكتور \u202eעלה\u202c there.",
    "combining": "Cafe\u0301 Zu\u0308rich n\u0303o e\u0301\u0301\u0301 rose.",
    "no-blanks": "물이찼다水位上升อาจารย์",
    "control": "The\x00 lake\x07 ro\u200bse\u00ad.",
    "private-use": "The \ue000 lake \U000f0000 rose.",
    "ligature": "The ﬁre in oﬃce Ⅳ ½ rose ㎏.",
    "turkish": "İstanbul'da İ ı rose.",
    "numbers": "10,000 troops; 5.3 % — $7m!",
    "half": "The \ufffd lake.",
}


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The package's own, without truncation and padding."""
    found = Tokenizer.from_file(str(package_folder() / TOKENIZER))
    found.no_truncation()
    found.no_padding()
    return found


def lines(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text: its lines."""
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def assert_sound(windows: list[Window], text: str, paragraphs: list[tuple[int, int]]) -> None:
    """What holds for the windows of every text."""
    words = [word for window in windows for word in window.words]
    for window in windows:
        assert 2 < len(window.ids) <= MAX_PIECES
        assert window.ids[0] == CLS
        assert window.ids[-1] == SEP
        pieces = [word.piece for word in window.words]
        assert all(one < other for one, other in pairwise(pieces))
        assert all(window.ids[piece] not in (CLS, SEP) for piece in pieces)
        numbers = [word.paragraph for word in window.words]
        assert numbers == sorted(numbers)
        assert int((window.ids == SEP).sum()) == len(set(numbers))
    for word in words:
        start, end = paragraphs[word.paragraph]
        assert start <= word.start < word.end <= end
        assert text[word.start : word.end].strip()
    assert all(one.end <= other.start for one, other in pairwise(words))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(sorted(ODD.values())) | st.text(max_size=12), max_size=12),
        max_size=8,
    ),
)
def test_windows_hold_each_word_once(tokenizer: Tokenizer, parts: list[list[str]]) -> None:
    """Words ascend, are apart, lie in their paragraph, and no window is too long."""
    text = "\n".join(" ".join(part).replace("\n", " ") for part in parts)
    paragraphs = lines(text)

    assert_sound(list(encode(tokenizer, text, paragraphs)), text, paragraphs)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=700))
def test_no_word_is_lost_over_windows(tokenizer: Tokenizer, words: list[str]) -> None:
    """The words of the windows, in order, are the words of the text."""
    text = "  ".join(words)
    windows = list(encode(tokenizer, text, [(0, len(text))]))

    assert [text[w.start : w.end] for window in windows for w in window.words] == words


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_offsets_are_code_points(tokenizer: Tokenizer, text: str) -> None:
    """After characters of any kind, "rose" and the full stop are found where they stand."""
    before = "🌊 " * 3
    whole = before + text
    paragraphs = [(len(before), len(whole))]
    windows = list(encode(tokenizer, whole, paragraphs))

    assert_sound(windows, whole, paragraphs)
    found = {whole[word.start : word.end] for window in windows for word in window.words}
    assert not {"rose", "."} & set(re.findall(r"\brose\b|\.$", text)) - found


def test_what_is_outside_paragraphs_is_not_read(tokenizer: Tokenizer) -> None:
    """A byline between two paragraphs gives no word."""
    text = "The dam held.\nBy Ana Lopes\nThe lake rose."
    blocks = [
        Block(BlockKind.PARAGRAPH, 0, 13),
        Block(BlockKind.BYLINE, 14, 26),
        Block(BlockKind.PARAGRAPH, 27, 41),
    ]
    (window,) = encode(tokenizer, text, paragraphs_of(text, blocks))

    found = [text[word.start : word.end] for word in window.words]
    assert found == ["The", "dam", "held", ".", "The", "lake", "rose", "."]
    assert [word.paragraph for word in window.words] == [0] * 4 + [1] * 4


def test_a_long_paragraph_is_cut_between_words(tokenizer: Tokenizer) -> None:
    """10,000 words of several pieces each come in windows that are nearly full."""
    text = "antidisestablishmentarian troops " * 5_000
    windows = list(encode(tokenizer, text, [(0, len(text))]))

    assert_sound(windows, text, [(0, len(text))])
    found = [text[word.start : word.end] for window in windows for word in window.words]
    assert found == text.split()
    assert all(len(window.ids) > MAX_PIECES - 12 for window in windows[:-1])


def test_a_word_longer_than_a_window_is_one_word(tokenizer: Tokenizer) -> None:
    """A run of letters without a blank keeps its edges; what follows it is read."""
    text = f"The {'xq' * 2_000} lake rose."
    windows = list(encode(tokenizer, text, [(0, len(text))]))

    assert_sound(windows, text, [(0, len(text))])
    found = [text[word.start : word.end] for window in windows for word in window.words]
    assert found == ["The", "xq" * 2_000, "lake", "rose", "."]


def test_a_run_without_blanks_longer_than_a_window_is_read(tokenizer: Tokenizer) -> None:
    """A long address of many short words, too, is cut into windows that are not too long."""
    text = "https://example.org/" + "a-1/" * 400
    windows = list(encode(tokenizer, text, [(0, len(text))]))

    assert_sound(windows, text, [(0, len(text))])
    assert len(windows) > 1


def test_short_paragraphs_share_a_window(tokenizer: Tokenizer) -> None:
    """Paragraphs go together up to a window's length, and none that fits is cut."""
    text = "\n".join(["The mayor of the town said that the dam held."] * 60)
    windows = list(encode(tokenizer, text, lines(text)))

    assert_sound(windows, text, lines(text))
    assert 1 < len(windows) < 10
    homes = [{word.paragraph for word in window.words} for window in windows]
    assert all(not one & other for one, other in pairwise(homes))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [("", []), ("The lake", []), ("  \t ", [(0, 4)]), ("\u200b\x00", [(0, 2)])],
    ids=["nothing", "no-paragraph", "blanks", "invisible"],
)
def test_nothing_to_read_gives_no_window(
    tokenizer: Tokenizer, text: str, paragraphs: list[tuple[int, int]]
) -> None:
    """Without a word there is no window."""
    assert list(encode(tokenizer, text, paragraphs)) == []
