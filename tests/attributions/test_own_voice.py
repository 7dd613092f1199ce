"""An article's sentences -> those that the outlet says in its own voice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.attributions.own_voice import ALWAYS, FEWEST_WORDS, MOST_HELD, NEVER, find_own_voice
from whence.ledger.article import Block, BlockKind
from whence.ledger.span import Span

TEXT = "The old dam in Lakeside held all night."
WHOLE = Span(0, len(TEXT))
LAKESIDE = Span(15, 23)


def own(
    text: str = TEXT,
    kind: BlockKind = BlockKind.PARAGRAPH,
    held: tuple[Span, ...] = (),
    marks: tuple[Span, ...] = (),
) -> list[tuple[Span, BlockKind]]:
    """What is said in a text that is one block and one sentence."""
    sentence = Span(0, len(text))
    blocks = [Block(kind, 0, len(text))]
    return list(find_own_voice(text, blocks, [sentence], held, marks))


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.CAPTION])
def test_a_sentence_of_the_body_needs_an_actor_or_a_number(kind: BlockKind) -> None:
    """A plain sentence is a claim of the outlet where it names somebody or counts something."""
    assert own(kind=kind, marks=(LAKESIDE,)) == [(WHOLE, kind)]
    assert own(kind=kind) == []


@pytest.mark.parametrize("kind", sorted(ALWAYS))
def test_headlines_standfirsts_and_bullets_are_always_read(kind: BlockKind) -> None:
    """What stands over an article is a claim with or without a name."""
    assert own(kind=kind) == [(WHOLE, kind)]


@pytest.mark.parametrize("kind", sorted(NEVER))
def test_headings_posts_and_furniture_are_never_read(kind: BlockKind) -> None:
    """These are not what the outlet says of the story."""
    assert own(kind=kind, marks=(LAKESIDE,)) == []


@pytest.mark.parametrize(
    ("held", "is_read"),
    [
        ((), True),
        ((Span(0, 11),), True),
        ((Span(0, 12),), False),
        ((Span(0, 6), Span(30, 36)), False),
        ((Span(0, 6), Span(0, 6)), True),
        ((WHOLE,), False),
    ],
    ids=["free", "below", "above", "in-pieces", "twice-the-same", "all"],
)
def test_what_others_say_is_not_said_again(held: tuple[Span, ...], *, is_read: bool) -> None:
    """A sentence of which others hold more than three tenths is theirs."""
    assert MOST_HELD * len(TEXT) == pytest.approx(11.7)
    assert bool(own(held=held, marks=(LAKESIDE,))) is is_read


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("Will the dam hold?", False),
        ("The dam holds", False),
        ("The dam holds now", True),
        ("🌊 🌊 🌊 dam", False),
        ("Lakeside’s dam — 🌊 — holds", True),
    ],
    ids=["question", "three-words", "four-words", "no-words", "marks-between"],
)
def test_what_is_too_little_or_asked_is_no_claim(text: str, *, is_read: bool) -> None:
    """A question is left out, and so is what has fewer than four words."""
    assert FEWEST_WORDS == 4
    assert bool(own(text, BlockKind.HEADLINE)) is is_read


def test_the_kind_is_that_of_the_sentences_block() -> None:
    """Of several blocks, each sentence gets the kind of its own, in reading order."""
    text = "Lakeside dam holds firm\nThe lake rose in Lakeside. It fell again later on."
    blocks = [Block(BlockKind.HEADLINE, 0, 23), Block(BlockKind.PARAGRAPH, 24, len(text))]
    sentences = [Span(0, 23), Span(24, 50), Span(51, len(text))]
    found = list(find_own_voice(text, blocks, sentences, [], [Span(41, 49)]))

    assert found == [
        (Span(0, 23), BlockKind.HEADLINE),
        (Span(24, 50), BlockKind.PARAGRAPH),
    ]


@given(
    st.lists(st.tuples(st.integers(0, 38), st.integers(1, 20)), max_size=6),
    st.permutations(range(6)),
)
def test_the_order_of_what_is_held_does_not_count(
    pairs: list[tuple[int, int]], order: list[int]
) -> None:
    """Attributions may come in any order."""
    held = [Span(start, min(start + size, len(TEXT))) for start, size in pairs]
    shuffled = [held[index] for index in order if index < len(held)]

    assert own(held=tuple(held), marks=(LAKESIDE,)) == own(held=tuple(shuffled), marks=(LAKESIDE,))
