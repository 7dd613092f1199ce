"""Words of a text, and phrases in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.lexicon.cues import irregular_forms
from whence.lexicon.phrases import Phrases, verb_forms, words_between


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("didn’t", ["did", "not"]),
        ("cannot", ["can", "not"]),
        ("won't", ["will", "not"]),
        ("they’ve", ["they", "'ve"]),
        ("U.S. troops", ["u.s.", "troops"]),
        ("10,000 men", ["10,000", "men"]),
        ("50-50.", ["50-50", "."]),
        ("well-armed", ["well-armed"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_words_are_those_a_reader_sees(text: str, lows: list[str]) -> None:
    """Contractions are two words; abbreviations and numbers are one."""
    assert [word.low for word in words_between(text, 0, len(text))] == lows


@given(st.text(), st.integers(0, 20), st.integers(0, 40))
def test_words_lie_in_their_range(text: str, start: int, end: int) -> None:
    """Every word has at least one character, and all are inside what was asked for."""
    for word in words_between(text, start, end):
        assert start <= word.start < word.end <= min(end, len(text))


_PIECES = st.sampled_from(
    ["can", "cannot", "won't", "did", "n’t", "'s", "’", "U.S.", "1,0", "-", "a", " ", "\n", "."]
)


@given(
    st.lists(_PIECES | st.text(max_size=2), max_size=12).map("".join),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_words_are_those_of_the_range_alone(text: str, start: int, end: int) -> None:
    """What stands after a range changes nothing in it, not even inside a cut word."""
    assert words_between(text, start, end) == words_between(text[:end], start, end)
    assert words_between(text, start, end, 2) == words_between(text, start, end)[:2]


def test_longest_phrase_wins() -> None:
    """ "Refuse to say" is found where "refuse" alone would be."""
    phrases = Phrases([("refuse", 1), ("refuse to say", 2)])

    assert [match.value for match in phrases.find(["refuse", "to", "say", "refuse"])] == [2, 1]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("call for", {"call for", "calls for", "called for", "calling for"}),
        ("say", {"say", "says", "said", "saying"}),
        ("criticise", {"criticise", "criticises", "criticised", "criticising"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_verbs_have_their_forms(verb: str, forms: set[str]) -> None:
    """Spelling rules give the forms of regular verbs, a list those of the others."""
    assert set(verb_forms(verb, irregular_forms())) == forms
