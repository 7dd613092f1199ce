"""Text -> tokens as Universal Dependencies cuts English."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.text.tokens import split_tokens


def tokens(text: str) -> list[str]:
    """The tokens as printed."""
    return [text[start:end] for start, end in split_tokens(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam didn't hold.", "The|dam|did|n't|hold|."),
        ("Lakeside’s mayor can’t say they’re safe", "Lakeside|’s|mayor|ca|n’t|say|they|’re|safe"),
        ("We cannot wait; I'm gonna go", "We|can|not|wait|;|I|'m|gon|na|go"),
        ("a 10,000-strong U.S. force", "a|10,000|-|strong|U.S.|force"),
        ("Mr. Ito and J. Lopes of Dam Co. said", "Mr.|Ito|and|J.|Lopes|of|Dam|Co.|said"),
        ("at 10:30 p.m. on 9/11", "at|10:30|p.m.|on|9/11"),
        ("$1.2bn, 5 % or 3.5km?!", "$|1.2bn|,|5|%|or|3.5|km|?!"),
        ("“Go,” he wrote… “now--today”", "“|Go|,|”|he|wrote|…|“|now|--|today|”"),
        (
            "see https://example.org/a?b=1, @lake or #dam",
            "see|https://example.org/a?b=1|,|@lake|or|#dam",
        ),
        ("O'Brien at five o'clock", "O'Brien|at|five|o'clock"),
        ("an anti-dam, well-known co-chair", "an|anti-dam|,|well|-|known|co-chair"),
        ("on lakewatch.example.org, in plan.pdf.", "on|lakewatch.example.org|,|in|plan.pdf|."),
        ("mail ana@lake.example.org.", "mail|ana@lake.example.org|."),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    """Clitics, hyphens and marks apart; abbreviations, numbers and addresses whole."""
    assert tokens(text) == expected.split("|")


@given(st.text(max_size=200))
def test_every_character_is_in_one_token(text: str) -> None:
    """Tokens ascend, are apart, hold no white space but inside dots, and leave out nothing else."""
    spans = split_tokens(text, 0, len(text))

    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    held = "".join(text[start:end] for start, end in spans)
    assert "".join(held.split()) == "".join(text.split())


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_outside_is_not_read(one: str, other: str) -> None:
    """Only what lies between the two characters is cut into tokens."""
    text = one + other

    assert all(start >= len(one) for start, _ in split_tokens(text, len(one), len(text)))
