"""Our own marked articles: brackets become pieces, and nothing of the text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpora import ours
from training.corpora.ours import MarkError, articles, holder_of, to_document, unmark

MARKED = (
    "[s1 The mayor] [k1 said] [c1 that [s2 [s3 the firm]] had [k2 denied] [c2 any leak], "
    "[k3 adding] [c3 that all was well]].\n"
)


def test_brackets_become_characters() -> None:
    """The text is what stands outside the brackets' marks; pieces point into it."""
    text, found = unmark("a", MARKED)

    words = {
        (number, role): [text[start:end] for start, end in pairs]
        for number, roles in found.items()
        for role, pairs in roles.items()
    }
    assert text.startswith("The mayor said that the firm had denied any leak, adding that")
    assert words[1, "content"] == ["that the firm had denied any leak, adding that all was well"]
    assert words[2, "source"] == words[3, "source"] == ["the firm"]
    assert [holder_of(found, number) for number in (1, 2, 3)] == [None, 1, 1]


def test_a_document_has_outer_ones_first() -> None:
    """Attributions point at the outer one by their place in the document."""
    document = to_document("a", "[c2 [s1 He] [k1 hoped] [c1 so to do]], [s2 she] [k2 said].\n")

    assert [each.outer for each in document.attributions or ()] == [None, 0]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[s1 She] [k1 said] nothing.", id="no-content"),
        pytest.param("[c1 It rained", id="not-closed"),
        pytest.param("It rained] all day.", id="not-opened"),
    ],
)
def test_a_wrong_bracket_is_told(marked: str) -> None:
    """A bracket without a partner, or an attribution without content, is an error."""
    with pytest.raises(MarkError):
        unmark("a", marked)


@given(st.text(alphabet="ab \n.,“”", max_size=60))
def test_a_text_without_brackets_is_itself(text: str) -> None:
    """Without a mark nothing changes."""
    assert unmark("a", text) == (text, {})


def test_every_article_is_well_marked() -> None:
    """Each has contents; no name comes twice; a fifth is held back."""
    train, held = [*articles("train")], [*articles("dev")]
    documents = [to_document(*each) for each in (*train, *held)]

    assert all(document.attributions for document in documents)
    assert len({document.name for document in documents}) == len(documents)
    assert 3 <= len(train) / len(held) <= 5


def test_nested_ones_are_marked_throughout() -> None:
    """A third of what is marked stands inside something else, and no more than two deep."""
    said = [ours.load(part) for part in ("train", "dev")]
    each = [one.outer for part in said for document in part for one in document.attributions or ()]

    assert 0.25 < sum(outer is not None for outer in each) / len(each) < 0.5
