"""Blocks of a text -> what is read in one go; places in ranges."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies.blocks import blocked
from whence.ledger.article import Block, BlockKind
from whence.ledger.span import Span
from whence.text.sentences import UNREAD, Positions, paragraphs_of

POST = BlockKind.EMBEDDED_POST


@given(blocked())
def test_paragraphs_ascend_and_are_inside_blocks(given_text: tuple[str, list[Block]]) -> None:
    """What is read in one go is a block, or a line of a post that holds something."""
    text, blocks = given_text
    pairs = paragraphs_of(text, blocks)

    assert all(one[1] <= other[0] for one, other in pairwise(pairs))
    for start, end in pairs:
        (block,) = [each for each in blocks if each.start <= start and end <= each.end]
        assert block.kind not in UNREAD
        if block.kind is POST:
            assert text[start:end].strip()
            assert len(text[start:end].splitlines()) == 1
        else:
            assert (start, end) == (block.start, block.end)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (0, None),
        (2, Span(2, 5)),
        (4, Span(2, 5)),
        (5, None),
        (7, Span(7, 9)),
        (9, None),
        (99, None),
    ],
)
def test_positions(at: int, expected: Span | None) -> None:
    """A range holds its first character and not the one after its last."""
    assert Positions([(2, 5), (7, 9)]).around(at) == expected


@given(st.sets(st.integers(0, 60), max_size=12), st.integers(0, 70))
def test_positions_agree_with_a_plain_search(edges: set[int], at: int) -> None:
    """Looking up a character gives what a walk over all ranges gives."""
    ordered = sorted(edges)
    ranges = list(zip(ordered[::2], ordered[1::2], strict=False))
    positions = Positions(ranges)

    holding = [Span(*each) for each in ranges if each[0] <= at < each[1]]
    assert positions.around(at) == (holding[0] if holding else None)
    assert positions.index(at) == sum(start <= at for start, _ in ranges) - 1
