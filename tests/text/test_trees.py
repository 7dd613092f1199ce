"""The view of a parse: heads, children, clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.ledger.marking import Parse
from whence.text.tokens import split_tokens
from whence.text.trees import Tree

TEXT = "The wall that broke did not hold."
HEADS = (1, 6, 3, 1, 6, 6, -1, 6)
RELATIONS = ("det", "nsubj", "nsubj", "acl", "aux", "advmod", "root", "punct")
PARTS = ("DET", "NOUN", "PRON", "VERB", "AUX", "PART", "VERB", "PUNCT")


def _tree(text: str, heads: tuple[int, ...], relations: tuple[str, ...]) -> Tree:
    spans = split_tokens(text, 0, len(text))
    starts, ends = tuple(start for start, _ in spans), tuple(end for _, end in spans)
    none = (-1,) * len(heads)
    parts = PARTS if len(heads) == len(PARTS) else ("X",) * len(heads)
    return Tree(Parse(starts, ends, parts, heads, relations, (0.0,) * len(heads), none))


TREE = _tree(TEXT, HEADS, RELATIONS)


@pytest.mark.parametrize(("at", "token"), [(0, 0), (3, None), (4, 1), (7, 1), (32, 7), (33, None)])
def test_a_character_is_in_one_token_or_between_two(at: int, token: int | None) -> None:
    """White space and the end are in none."""
    assert TREE.at(at) == token


def test_heads_children_and_path() -> None:
    """Relations lead down by kind and up to the root."""
    assert TREE.children(6) == [1, 4, 5, 7]
    assert TREE.children(6, {"aux", "advmod"}) == [4, 5]
    assert list(TREE.path(2)) == [2, 3, 1, 6]
    assert list(TREE.heads(range(4))) == [1]
    assert list(TREE.between(4, 19)) == [1, 2, 3]
    assert TREE.below(6, lambda each: TREE.relation(each) == "acl") == [0, 1, 4, 5, 6, 7]
    assert [TREE.is_predicate(each) for each in (1, 3, 6)] == [False, True, True]


@given(st.data(), st.integers(1, 12))
def test_every_tree_hangs_on_its_root(data: st.DataObject, count: int) -> None:
    """Whatever the heads, all is below the root, and each path ends there."""
    heads = (-1, *(data.draw(st.integers(0, at - 1)) for at in range(1, count)))
    tree = _tree("a " * count, heads, ("root", *["dep"] * (count - 1)))

    assert tree.below(0, lambda _: False) == list(range(count))
    for token in range(count):
        assert list(tree.path(token))[-1] == 0
        assert all(tree.parent(each) == token for each in tree.children(token))
