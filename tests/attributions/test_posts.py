"""Embedded posts -> who posted them, when, and what is their own."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies.analyses import sentences_of
from whence.attributions.link import Linked
from whence.attributions.posts import Post, attribute_post, find_posts
from whence.ledger.article import Block, BlockKind
from whence.ledger.span import Span, words_of
from whence.text.sentences import paragraphs_of

SIGNATURES = [
    ("plain", "— Lake Watch (@lakewatch) May 4, 2031", "Lake Watch", "May 4, 2031"),
    ("hyphen", "- Lake Watch (@lakewatch) May 4, 2031", "Lake Watch", "May 4, 2031"),
    ("two-hyphens", "-- Lake Watch (@lakewatch) May 4, 2031", "Lake Watch", "May 4, 2031"),
    ("en-dash", "– Lake Watch (@lakewatch) 4 May 2031", "Lake Watch", "4 May 2031"),
    ("bar", "—Lake Watch (@lakewatch)", "Lake Watch", None),
    ("no-date", "— Lake Watch (@lakewatch)", "Lake Watch", None),
    ("dot", "— Lake Watch (@lakewatch) · May 4", "Lake Watch", "May 4"),
    ("comma", "— Lake Watch (@lakewatch), May 4, 2031", "Lake Watch", "May 4, 2031"),
    ("flags", "— Town of Lakeside 🇬🇧🇺🇳 (@lakeside) May 4", "Town of Lakeside", "May 4"),
    ("wave", "— Lake Watch 🌊 (@lakewatch) May 4", "Lake Watch", "May 4"),
    ("emoji-first", "— 🌊 Lake Watch (@lakewatch) May 4", "Lake Watch", "May 4"),
    ("brackets", "— Lake Watch (official) (@lakewatch) May 4", "Lake Watch (official)", "May 4"),
    ("abbreviated", "— Ana Lopes, M.D. (@ana_l) May 4", "Ana Lopes, M.D.", "May 4"),
    ("apostrophe", "— O’Neil Park’s (@park) May 4", "O’Neil Park’s", "May 4"),
    ("dash-inside", "— Lopes - Mayor (@ana_l) May 4", "Lopes - Mayor", "May 4"),
    ("digits", "— Channel 9 (@nine) May 4", "Channel 9", "May 4"),
    ("other-script", "— 호수 감시 (@lakewatch) May 4", "호수 감시", "May 4"),
    ("indented", "  — Lake Watch (@lakewatch) May 4", "Lake Watch", "May 4"),
]
BODY = "The water rises.\nLeave now."


def blocks(text: str) -> list[Block]:
    """The text as one post."""
    return [Block(BlockKind.EMBEDDED_POST, 0, len(text))]


@pytest.mark.parametrize(
    ("signature", "name", "date"),
    [row[1:] for row in SIGNATURES],
    ids=[row[0] for row in SIGNATURES],
)
def test_a_signature_names_the_account(signature: str, name: str, date: str | None) -> None:
    """Name and date are found at their characters; emoji beside the name are not its words."""
    text = f"🌊 {BODY}\n{signature}"
    (post,) = find_posts(text, blocks(text))

    assert post.name.words(text) == name
    assert (post.date.words(text) if post.date else None) == date
    assert post.body.words(text) == f"🌊 {BODY}"
    assert post.span == Span(0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "The water rises.",
        "— Lake Watch (@lakewatch) May 4, 2031",
        "\n \n— Lake Watch (@lakewatch) May 4, 2031",
        "The water rises — fast (said @lakewatch) today",
        "The water rises.\n— Lake Watch, May 4",
        "The water rises.\n— (@lakewatch) May 4",
    ],
    ids=["unsigned", "signature-alone", "blank-body", "dash-in-text", "no-handle", "no-name"],
)
def test_what_does_not_say_who_posted_it_is_no_post(text: str) -> None:
    """Without a body, a name and an account, nobody is given as the speaker."""
    assert find_posts(text, blocks(text)) == []


def test_only_embedded_posts_are_looked_at() -> None:
    """A signature in a paragraph is text."""
    text = f"{BODY}\n— Lake Watch (@lakewatch)"

    assert find_posts(text, [Block(BlockKind.PARAGRAPH, 0, len(text))]) == []


def attributed(text: str, others: list[Linked] | None = None) -> Linked | None:
    """The post's own words, beside some other attributions."""
    (post,) = find_posts(text, blocks(text))
    return attribute_post(
        text, post, sentences_of(text, paragraphs_of(text, blocks(text))), others or []
    )


def test_a_post_is_one_attribution() -> None:
    """All its sentences are one content, given to the account without a cue."""
    text = f"{BODY}\n— Lake Watch (@lakewatch) May 4, 2031"
    found = attributed(text)

    assert found is not None
    assert words_of(found.source, text) == "Lake Watch"
    assert found.cue == ()
    assert [piece.words(text) for piece in found.content] == [BODY]


def test_an_address_of_the_networks_new_name_is_not_said() -> None:
    """Pictures are at pic.x.com since the network was renamed."""
    text = "Leave now. pic.x.com/Ab1\n— Lake Watch (@lakewatch)"
    found = attributed(text)

    assert found is not None
    assert [piece.words(text) for piece in found.content] == ["Leave now."]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Leave now. https://lake.example/a1", ["Leave now."]),
        ("Leave now. pic.twitter.com/Ab1", ["Leave now."]),
        ("Leave now. t.co/Ab1", ["Leave now."]),
        ("Leave now.\nhttps://lake.example/a1", ["Leave now."]),
    ],
    ids=["address", "picture", "short", "own-line"],
)
def test_an_address_is_not_said(body: str, expected: list[str]) -> None:
    """A link or picture at the end of a sentence is not part of the content."""
    text = f"{body}\n— Lake Watch (@lakewatch)"
    found = attributed(text)

    assert found is not None
    assert [piece.words(text) for piece in found.content] == expected


def test_what_others_hold_is_left_to_them() -> None:
    """A sentence with an attribution of its own is not the account's a second time."""
    text = "The lake rose. Ito said it fell. Leave now.\n— Lake Watch (@lakewatch)"
    at = text.index("it fell")
    other = Linked((Span(15, 18),), (Span(19, 23),), (Span(at, at + 7),), 1.0)
    found = attributed(text, [other])

    assert found is not None
    assert [piece.words(text) for piece in found.content] == ["The lake rose.", "Leave now."]


def test_a_long_line_with_dashes_is_searched_quickly() -> None:
    """A post with many dashes and no signature takes no longer than its length asks for."""
    text = "— a b c " * 1000
    start = perf_counter()

    assert find_posts(text, blocks(text)) == []
    assert perf_counter() - start < 0.5


def test_nothing_is_left_where_others_hold_all() -> None:
    """Where every sentence is taken there is no attribution."""
    text = "The lake rose.\n— Lake Watch (@lakewatch)"

    assert attributed(text, [Linked((), (), (Span(0, 14),), 1.0)]) is None


@given(
    st.lists(
        st.sampled_from(["— ", "Lake", " ", "\n", "(@a)", "May 4", "🌊", "t.co/x", "https://a.b ",
                         ".", "(", ")", "@", "’", "-"]),
        max_size=24,
    )
)  # fmt: skip
def test_any_block_is_read_soundly(parts: list[str]) -> None:
    """Whatever a post looks like, its parts lie in it, apart, and say something."""
    text = "".join(parts)
    if not text.strip():
        return
    for post in find_posts(text, blocks(text)):
        assert isinstance(post, Post)
        assert post.body.end <= post.name.start
        assert post.name.words(text).strip()
        assert post.body.words(text).strip()
        assert post.span.covers(post.name)
        found = attribute_post(
            text, post, sentences_of(text, paragraphs_of(text, blocks(text))), []
        )
        if found:
            assert all(post.body.covers(piece) for piece in found.content)
