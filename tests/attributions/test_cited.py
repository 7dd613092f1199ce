"""Who is cited stands behind what the outlet says."""

from __future__ import annotations

import pytest

from whence.attributions.cited import with_cited
from whence.attributions.link import Linked
from whence.attributions.nested import Nested
from whence.ledger.span import Span, words_of

BEFORE = "The dam leaks, the Herald reported on Monday"
OUTER = Linked((Span(15, 25),), (Span(26, 34),), (Span(0, 13),), 0.9)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param(", citing two officials in Ulm.", "two officials in Ulm", id="officials"),
        pytest.param(", citing Gen. Ana Ito, who was there.", "Gen. Ana Ito", id="name"),
        pytest.param(", citing safety reasons.", None, id="reasons"),
        pytest.param(". Citing it is easy.", None, id="next-sentence"),
    ],
)
def test_who_is_cited_says_the_same(after: str, expected: str | None) -> None:
    """A name or officials after "citing" say the outlet's content, inside its attribution."""
    text = BEFORE + after
    names = [Span(text.index("Ana"), text.index("Ana") + 7)] if "Ana" in text else []
    tree, added = with_cited(text, [Nested(OUTER, None)], names)

    assert [words_of(each.source, text) for each in added] == ([expected] if expected else [])
    assert all(each.content == OUTER.content for each in added)
    assert [each.outer for each in tree] == [None, *([0] if expected else [])]


def test_it_replaces_what_the_network_made_of_it() -> None:
    """An attribution with the same cue goes; what is inside others keeps its place."""
    text = f"{BEFORE}, citing two officials."
    wrong = Nested(Linked((Span(15, 25),), (Span(46, 52),), (Span(53, 66),), 0.4), None)
    inner = Nested(Linked((Span(0, 3),), (Span(4, 7),), (Span(8, 13),), 0.9), 1)

    tree, added = with_cited(text, [wrong, Nested(OUTER, None), inner], [])

    assert [each.outer for each in tree] == [None, 0, 0]
    assert len(added) == 1
