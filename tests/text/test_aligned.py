"""Two texts side by side: nothing is lost, and what changed is told by sentence and word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.ledger.span import Span
from whence.text.aligned import Change, Pair, Paragraph, Runs, aligned, paragraphs_of

SENTENCES = ["The lake rose. ", "Nobody left. ", "At least 4 came. ", "x"]
paragraphs = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1).map(tuple),
    max_size=5,
)


def words(runs: Runs | None, *changes: Change) -> str:
    """The words of some runs, of all where no change is given."""
    return "".join(each.words for each in runs or () if not changes or each.change in changes)


def shape(pairs: list[Pair]) -> list[tuple[bool, bool]]:
    """Which side of each pair is there."""
    return [(each.before is not None, each.after is not None) for each in pairs]


@given(paragraphs, paragraphs)
def test_both_texts_are_whole(before: list[Paragraph], after: list[Paragraph]) -> None:
    """Every word of both stands there once, in order, and what is the same is the same."""
    pairs = aligned(before, after)

    assert [words(each.before) for each in pairs if each.before is not None] == [
        "".join(each) for each in before
    ]
    assert [words(each.after) for each in pairs if each.after is not None] == [
        "".join(each) for each in after
    ]
    for each in pairs:
        if each.before is not None and each.after is not None:
            same = [words(side, Change.SAME) for side in (each.before, each.after)]
            assert "".join(same[0].split()) == "".join(same[1].split())


@given(paragraphs)
def test_a_text_is_the_same_as_itself(text: list[Paragraph]) -> None:
    """Nothing changed."""
    assert all(each.is_same for each in aligned(text, text))


def test_a_changed_word_is_found_in_its_sentence() -> None:
    """The sentence beside it stays, and the white space after the word is no part of it."""
    (pair,) = aligned(
        [("The quay is closed. ", "Up to 40 cables have rusted.")],
        [("The quay is closed. ", "At least 60 cables have rusted.")],
    )

    assert words(pair.before, Change.GONE) == "Up to 40"
    assert words(pair.after, Change.NEW) == "At least 60"
    assert not pair.is_same


def test_a_paragraph_that_went_stands_alone() -> None:
    """What is only in one text has nothing beside it; what follows is side by side again."""
    gone = ("Divers found a bell in the mud.",)
    last = ("The harbour opens at noon on Friday.",)
    changed = ("The harbour opens at six on Friday.",)

    assert shape(aligned([gone, last], [changed])) == [(True, False), (True, True)]
    assert shape(aligned([last], [gone, changed])) == [(False, True), (True, True)]


def test_blocks_are_cut_where_sentences_begin() -> None:
    """Every character of a block is in one of its sentences; a text without blocks is one."""
    text = "One. Two.\nThree."

    assert paragraphs_of(text, [Span(0, 9), Span(10, 16)], [Span(0, 4), Span(5, 9)]) == [
        ("One. ", "Two."),
        ("Three.",),
    ]
    assert paragraphs_of(text, [], []) == [(text,)]
    assert paragraphs_of("", [], []) == []


def test_a_long_word_is_told_at_once() -> None:
    """Many thousand words that changed altogether are told as replaced."""
    before, after = (" ".join(f"{start}{n}" for n in range(4_000)) for start in "ab")
    (one, two) = aligned([(before,)], [(after,)])

    assert (words(one.before, Change.GONE), one.after) == (before, None)
    assert (two.before, words(two.after, Change.NEW)) == (None, after)
