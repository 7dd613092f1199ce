"""Stable ids: a hash of what a record says."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.ledger.article import article_id
from whence.ledger.attribution import attribution_id
from whence.ledger.entity import EntityKind, entity_id
from whence.ledger.identity import ID_LENGTH, make_id
from whence.ledger.span import Span

PARTS = st.lists(st.none() | st.text(max_size=8), max_size=4)
S, C, K = (Span(0, 4),), (Span(5, 9),), (Span(10, 30),)


@given(PARTS)
def test_an_id_is_hexadecimal_and_the_same_twice(parts: list[str | None]) -> None:
    """Any parts, halves of surrogate pairs too, give 16 hexadecimal digits, always the same."""
    first = make_id(*parts)

    assert re.fullmatch(rf"[0-9a-f]{{{ID_LENGTH}}}", first)
    assert make_id(*parts) == first


@given(PARTS, PARTS)
def test_different_parts_have_different_ids(one: list[str | None], other: list[str | None]) -> None:
    """Ids are equal where the parts are, and nowhere else."""
    assert (make_id(*one) == make_id(*other)) is (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((None,), ("",)),
        ((None,), ("-",)),
        (("+",), ("",)),
        (("a", "b"), ("ab",)),
        (("a", "b"), ("b", "a")),
        (("a", None), ("a",)),
        (("a1:b",), ("a", "b")),
        (("2:+a",), ("a",)),
    ],
    ids=["none-empty", "none-dash", "plus", "joined", "order", "none-more", "length", "framed"],
)
def test_near_misses_differ(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    """Parts that look alike when written in a row have ids of their own."""
    assert make_id(*one) != make_id(*other)


def test_ids_do_not_move() -> None:
    """These ids are in stores and exports; a change of them is a change of the schema."""
    # sha256("8:+article1:-2:+a"): each part with its length before it
    assert make_id("article", None, "a") == "140e51ffc55853a9"
    assert article_id("Daily", None, "T", "x") == make_id("article", "Daily", None, "T", "x")


def test_ids_are_the_same_in_another_process() -> None:
    """No seed of a process is in an id."""
    call = "from whence.ledger.identity import make_id; print(make_id('é', None, (1, 2)))"
    done = subprocess.run(
        [sys.executable, "-c", call],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7"},
    )

    assert done.stdout.strip() == make_id("é", None, (1, 2))


@pytest.mark.parametrize(
    "other",
    [
        ("Weekly", None, "T", "x"),
        ("Daily", "u", "T", "x"),
        ("Daily", None, None, "x"),
        ("Daily", None, "T", "x "),
        (None, "Daily", "T", "x"),
    ],
    ids=["outlet", "url", "title", "text", "moved"],
)
def test_each_part_of_an_article_counts(other: tuple[str | None, str | None, str, str]) -> None:
    """Outlet, address, title and text each make another article."""
    assert article_id(*other) != article_id("Daily", None, "T", "x")


def test_the_role_of_a_span_counts() -> None:
    """The same spans in other roles, or in another article, are another attribution."""
    ids = {
        attribution_id("a", S, C, K),
        attribution_id("b", S, C, K),
        attribution_id("a", C, S, K),
        attribution_id("a", (), S, K),
        attribution_id("a", S, (), K),
        attribution_id("a", (*S, *C), (), K),
        attribution_id("a", S, C, (*K, Span(40, 50))),
    }

    assert len(ids) == 7


def test_an_entity_is_the_same_in_every_article() -> None:
    """Kind and name make an entity; capitals do not count."""
    assert entity_id(EntityKind.PERSON, "Ana Lopes") == entity_id(EntityKind.PERSON, "ANA LOPES")
    assert entity_id(EntityKind.PERSON, "Jordan") != entity_id(EntityKind.PLACE, "Jordan")
