"""Markings -> attributions: what hangs on a content, with it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.attributions.link import link
from whence.ledger.marking import Marking, Role
from whence.ledger.span import Span, words_of

S, C, K = Role.SOURCE, Role.CUE, Role.CONTENT


def mark(
    text: str, role: Role, words: str, onto: int | None = None, *, is_more: bool = False
) -> Marking:
    """The first place of some words, with a role and what it hangs on."""
    at = text.index(words)
    return Marking(role, Span(at, at + len(words)), is_more, 0.5, onto)


def linked(text: str, markings: list[Marking]) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution."""
    return [
        (words_of(each.source, text), words_of(each.cue, text), words_of(each.content, text))
        for each in link(text, markings)
    ]


def test_parts_go_where_they_hang() -> None:
    """An interrupted quotation with its source and cue between the pieces."""
    text = "“We saw it,” Ito told them, “and nobody came.”"
    markings = [
        mark(text, K, "“We saw it,”", 1),
        mark(text, S, "Ito"),
        mark(text, C, "told", 0),
        mark(text, K, "“and nobody came.”", 0, is_more=True),
    ]

    assert linked(text, markings) == [("Ito", "told", "“We saw it,” … “and nobody came.”")]


def test_two_contents_may_have_one_source() -> None:
    """She said one thing and added another."""
    text = "She said it held and added it leaked."
    markings = [
        mark(text, S, "She"),
        mark(text, C, "said", 2),
        mark(text, K, "it held", 0),
        mark(text, C, "added", 4),
        mark(text, K, "it leaked", 0),
    ]

    assert linked(text, markings) == [
        ("She", "said", "it held"),
        ("She", "added", "it leaked"),
    ]


def test_a_piece_that_hangs_on_nothing_is_a_content() -> None:
    """More of a content that nobody began stands for itself; a lone source says nothing."""
    text = "“and nobody came,” Ito."
    markings = [mark(text, K, "“and nobody came,”", is_more=True), mark(text, S, "Ito")]

    assert linked(text, markings) == [("", "", "“and nobody came,”")]


def test_pieces_that_touch_are_one() -> None:
    """Two pieces with a blank between are one; with words between they stay two."""
    text = "the survey shows that it leaks and more"
    markings = [
        mark(text, K, "the survey shows"),
        mark(text, K, "that it leaks", 0, is_more=True),
        mark(text, K, "more", 0, is_more=True),
    ]

    assert linked(text, markings) == [("", "", "the survey shows that it leaks … more")]


@st.composite
def any_markings(draw: st.DrawFn) -> list[Marking]:
    """Markings one after the other, each hanging on what its role may hang on, or nothing."""
    roles = draw(st.lists(st.sampled_from([S, C, K]), max_size=12))
    more = [role is K and draw(st.booleans()) for role in roles]
    heads: dict[Role, list[int]] = {S: [], C: [], K: []}
    for at, role in enumerate(roles):
        if role is S or (role is K and not more[at]):
            heads[role].append(at)
    markings = []
    for at, role in enumerate(roles):
        onto = heads[S] if role is K and not more[at] else [] if role is S else heads[K]
        target = draw(st.sampled_from([None, *onto]))
        markings.append(Marking(role, Span(3 * at, 3 * at + 2), more[at], 0.5, target))
    return markings


@given(any_markings())
def test_every_content_is_in_one_attribution(markings: list[Marking]) -> None:
    """No content is lost or doubled, pieces ascend, and each attribution has a content."""
    found = link("ab " * 12, markings)
    contents = [span for each in found for span in each.content]
    covered = sum(span.end - span.start for span in contents)
    blanks = sum((span.end - span.start) // 3 for span in contents)

    assert covered - blanks == sum(2 for each in markings if each.role is K)
    assert all(each.content and list(each.content) == sorted(each.content) for each in found)
