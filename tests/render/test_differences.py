"""A note of what changed."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.render.standing import DIFFERENCES
from whence.render.contract import difference_json
from whence.render.differences import MOST_CLAIMS, differences_text

NOTE = differences_text(DIFFERENCES, width=100, colour=False)


def test_the_note_says_between_which_days() -> None:
    """Title, days, articles, the story's id."""
    assert NOTE.splitlines()[:2] == [
        "Dam in danger",
        "  from the end of 3 May 2031 to now · 4 articles · story s1",
    ]


def test_each_line_has_its_reference() -> None:
    """Who, what, why, and in brackets the outlet and the day."""
    for line in (
        "  • “Flood”: 1 article (story s2)",
        "  • single source → disputed: “the wall leaks”: Ito denied it (Herald, 4 May 2031)",
        "  • Jon Ito denied: “it” — that is, “the wall leaks” (Herald, 4 May 2031)",
        "  • up to 40 trucks → 55 trucks: “55 trucks”; before: x (Herald, 4 May 2031)",
        "  • Jon Ito, after Ana Lopes: “the wall leaks” (Herald, 4 May 2031)",
        "  • “Wall leaks” (outlet unknown, undated)",
        "  • “Wall leaks again”: near copy of Herald (Herald, 4 May 2031)",
    ):
        assert line in NOTE.splitlines()


def test_only_so_many_claims_have_a_line() -> None:
    """The rest is counted, with where to find it."""
    assert NOTE.count("of the lorries is known") == MOST_CLAIMS
    assert "New claims (15)" in NOTE
    assert "and 3 more; `whence claims --story s1`" in NOTE
    assert "three words only" not in NOTE


def test_nothing_changed() -> None:
    """One sentence says so."""
    text = differences_text(replace(DIFFERENCES, differences=()), width=80, colour=False)

    assert text.endswith("Nothing changed.\n")


def test_json_has_every_field() -> None:
    """What is not known is null."""
    row = json.loads(difference_json(DIFFERENCES.differences[2]))

    assert (row["schema"], row["kind"], row["stance"]) == (
        "whence.difference/1",
        "denial",
        "denies",
    )
    assert row["article"] is None
