"""A claim's chains, from the first speaker to the articles."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render.elements import dense
from tests.render.sample_ledger import CLAIM, TITLES
from tests.strategies.claims import claims
from whence.ledger.claim import Claim, Link
from whence.render.chains import branches_of
from whence.render.lettering import breadth, fitted
from whence.render.trace import trace_svg, trace_text
from whence.render.visible import one_line

SVG = "{http://www.w3.org/2000/svg}"


def test_the_tree_runs_from_the_first_speaker_to_the_article() -> None:
    """Each chain is printed from its origin down, two chains of one origin as one."""
    lines = trace_text(CLAIM, TITLES, width=120, colour=False).split("\n")

    assert lines[2] == "printed on no known day"
    assert lines[4:6] == [
        "Tomas Hale  (first speaker)  “had told”",
        "├─ outlet unknown  (outlet)",
    ]
    at = lines.index("└─ The Northern Courier  (passed on by)  “reported”")
    assert lines[at + 1 : at + 3] == [
        "   └─ Harbour Post  (outlet)",
        "      └─ Harbour Post, Fire at Veldhaven grain terminal may halt exports, 5 March 2031",
    ]
    assert sum(line.startswith("Tomas Hale") for line in lines) == 1


def test_a_denial_is_marked_in_words() -> None:
    """Without colour the denial is told by its mark and its word."""
    printed = trace_text(CLAIM, TITLES, width=120, colour=False)

    assert "5 March 2031 · ✗ denies · certain" in printed
    assert "officials  (first speaker, not named)" in printed
    assert "Harbour Post  (outlet, in its own voice)" in printed


@given(claims(), st.integers(40, 130))
def test_any_tree_fits_its_terminal(claim: Claim, width: int) -> None:
    """No line is wider than the terminal and each article is named."""
    printed = trace_text(claim, {}, width=width, colour=False)

    assert max(map(cell_len, printed.split("\n"))) <= width
    wide = trace_text(claim, {}, width=1000, colour=False)
    assert all(assertion.article in wide for assertion in claim.assertions)


@given(claims())
def test_every_assertion_is_in_the_tree_once(claim: Claim) -> None:
    """Walking the branches finds each assertion, under the first speaker of its chain."""
    waiting = [(branch, branch.name) for branch in branches_of(claim)]
    found = []
    while waiting:
        branch, origin = waiting.pop()
        waiting += [(inner, origin) for inner in branch.branches.values()]
        found += [(id(assertion), origin) for assertion in branch.assertions]

    assert sorted(each for each, _ in found) == sorted(map(id, claim.assertions))


def test_unnamed_speakers_of_two_articles_are_kept_apart() -> None:
    """ "officials" here and "officials" there may be different people."""
    first = replace(CLAIM.assertions[3], article="one")
    second = replace(first, article="two")
    claim = replace(CLAIM, assertions=(first, second))

    assert [branch.name for branch in branches_of(claim)] == ["officials", "officials"]


@given(claims())
def test_any_drawing_is_well_formed_and_says_the_same_in_words(claim: Claim) -> None:
    """The SVG parses as XML, has a title, and a description with every article."""
    root = ET.fromstring(trace_svg(claim, {}))  # noqa: S314  # our own output
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")

    assert title is not None
    assert description is not None
    assert dense(title.text or "") == dense(one_line(claim.text))
    assert all(assertion.article in (description.text or "") for assertion in claim.assertions)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "path", "text"}


def test_a_drawing_has_a_box_for_each_speaker_and_a_row_for_each_assertion() -> None:
    """Boxes of a column do not overlap and all lie on the sheet."""
    root = ET.fromstring(trace_svg(CLAIM, TITLES))  # noqa: S314  # our own output
    boxes = [each for each in root.iter(f"{SVG}rect") if "box" in str(each.get("class"))]
    columns: dict[str, list[tuple[float, float]]] = {}
    for box in boxes:
        top, height = float(str(box.get("y"))), float(str(box.get("height")))
        columns.setdefault(str(box.get("x")), []).append((top, top + height))
        assert top >= 0
        assert top + height <= float(str(root.get("height")))

    assert len(boxes) == 3 + 1 + 5 + 5
    for places in columns.values():
        places.sort()
        assert all(above[1] < below[0] for above, below in pairwise(places))
    assert len([each for each in boxes if "against" in str(each.get("class"))]) == 1


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", "\"'><x", "\u202egnp", "]]>&amp;", "\x1b\0\x0b", "y" * 1_000_000],
    ids=["script", "quotes", "direction", "entities", "controls", "long"],
)
def test_hostile_words_are_only_words_in_a_drawing(words: str) -> None:
    """The drawing stays well formed and small, with no element that is not ours."""
    assertion = replace(
        CLAIM.assertions[0],
        text=words,
        chain=(Link(words, None, None), Link(words, None, words)),
    )
    svg = trace_svg(replace(CLAIM, text=words, assertions=(assertion,)), {assertion.article: words})
    root = ET.fromstring(svg)  # noqa: S314  # our own output

    assert len(svg) < 20_000
    assert not [element for element in root.iter() if "script" in element.tag]
    assert not set(svg) & set("\u202e\x1b\0")


@given(st.text(max_size=80), st.floats(20, 400), st.integers(1, 3))
def test_fitted_words_fit(text: str, width: float, count: int) -> None:
    """No more lines than allowed, none wider but for a single letter and its "…"."""
    lines = fitted(text, 13.0, width, count)

    assert len(lines) <= count
    assert all(breadth(line, 13.0) <= width or len(line) <= 2 for line in lines)
    if lines and not lines[-1].endswith("…"):
        assert dense("".join(lines)) == dense(one_line(text))
