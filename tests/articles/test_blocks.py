"""Paragraphs are told apart by what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.articles.blocks import mark_blocks

if TYPE_CHECKING:
    from pathlib import Path

LEAD = (
    "The harbour board said on Monday that fares on all ferry routes will rise by four per cent "
    "in April, the first rise in six years, because fuel now costs twice what it did."
)
MORE = (
    "Islanders who work in town were not asked, according to their council, which met on Sunday "
    "night and wants the board to wait until the new ships have come."
)
END = "A decision on the night boat is expected before Easter, the board added in its statement."
LETTERS = {
    "headline": "H",
    "standfirst": "S",
    "heading": "h",
    "bullet": "b",
    "paragraph": "p",
    "caption": "c",
    "byline": "y",
    "embedded_post": "e",
    "boilerplate": "x",
}
SIGNED = "— Harbour Board (@harbourboard) October 21, 2024"


def kinds_of(*lines: str, between: str = "\n") -> str:
    """One letter per block."""
    return "".join(LETTERS[block.kind] for block in mark_blocks(between.join(lines)))


def kind_in_body(line: str) -> str:
    """The kind of a line in the middle of an article."""
    kinds = kinds_of(
        "Ferry fares to rise", LEAD, MORE, MORE, MORE, MORE, line, LEAD, MORE, LEAD, END
    )
    return kinds[6:-4]


def test_plain_article() -> None:
    """Headline, lead, headings between paragraphs."""
    assert kinds_of("Ferry Fares to Rise", LEAD, "What It Costs", MORE, END) == "Hphpp"


def test_blank_lines_change_nothing() -> None:
    """One paragraph per line or with empty lines between is the same article."""
    lines = ("Ferry fares to rise", LEAD, "What it costs", MORE, END)
    assert kinds_of(*lines) == kinds_of(*lines, between="\n\n") == kinds_of(*lines, between="\r\n")


def test_hard_wrapped_paragraphs_are_joined() -> None:
    """Lines broken at a width are one paragraph of several lines."""
    wrapped = (
        "Ferry fares to rise\n\n"
        "The harbour board said on Monday that fares on all ferry routes will\n"
        "rise by four per cent in April, the first rise in six years, because\n"
        "fuel now costs twice what it did.\n\n"
        "Islanders who work in town were not asked, according to their council,\n"
        "which met on Sunday night and wants the board to wait until the new\n"
        "ships have come.\n"
    )
    blocks = mark_blocks(wrapped)
    assert [block.kind for block in blocks] == ["headline", "paragraph", "paragraph"]
    assert wrapped[blocks[1].start : blocks[1].end].count("\n") == 2


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        pytest.param(["Ferry fares to rise by 4 per cent.", LEAD, MORE], "Hpp", id="full stop"),
        pytest.param([LEAD, MORE, END], "ppp", id="no headline"),
        pytest.param(["EXCLUSIVE – Fares to rise", LEAD, MORE], "Hpp", id="mark before it"),
        pytest.param(["LOOK: Fares will rise.", LEAD, MORE], "Hpp", id="capitals and a colon"),
        pytest.param(["OSLO (Reuters) - Fares will rise.", LEAD, MORE], "ppp", id="dateline"),
        pytest.param(["Fares rise", LEAD, "By Lena Holm", MORE, END], "HSypp", id="standfirst"),
        pytest.param(
            ["Fares rise", LEAD, "Sign up for our letter", "Listen here", MORE], "HSxxp", id="pitch"
        ),
        pytest.param(["Fares rise;", "Islanders angry at the board.", LEAD], "HSp", id="semicolon"),
        pytest.param(["Fares rise", "By Lena Holm", "21 October 2024", LEAD], "Hyyp", id="byline"),
        pytest.param(["Fares rise", "Daily Herald Reporter", LEAD, MORE], "Hypp", id="role"),
        pytest.param(["Advertisement", "Fares rise", LEAD, MORE], "xHpp", id="furniture first"),
        pytest.param(
            ["Fares rise", "At a Glance", "- One", "- Two words", LEAD], "Hhbbp", id="bullets"
        ),
        pytest.param(
            ["Fares rise", "Key points", "Fuel is dear", "Ships are late", LEAD],
            "Hhbbp",
            id="list without marks",
        ),
        pytest.param(["ABSTRACT.", "Fares rise.", LEAD, "FULL TEXT.", MORE], "xHSxp", id="archive"),
        pytest.param(["# Fares rise", LEAD, "## The price", MORE], "Hphp", id="markdown"),
        pytest.param(
            [LEAD, MORE, "Read also:", "Ships are late", "Night boat saved"], "ppxxx", id="links"
        ),
        pytest.param(
            [LEAD, END, "© 2024 The Daily Herald. All rights reserved."], "ppx", id="rights"
        ),
    ],
)
def test_articles(lines: list[str], kinds: str) -> None:
    """Each line of a short article is what it should be."""
    assert kinds_of(*lines) == kinds


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Sign up for our morning letter. It comes at six. Register here.", "x"),
        ("Listen here", "x"),
        ("ADVERTISEMENT", "x"),
        ("Story continues below", "x"),
        ("Read more: Why the night boat matters", "x"),
        ("Subscribe to The Herald for unlimited news.", "x"),
        ("Follow us on X and Facebook.", "x"),
        ("Get the Herald stories you love delivered to your inbox", "x"),
        ("Herald Reporter ___HARD_PAYWALL___", "x"),
        ("This article was originally published by The Herald.", "x"),
        ("Click here to get the app", "x"),
        ("We use cookies to make this site work.", "x"),
        ("Share this article", "x"),
        ("* * *", "x"),
        ("Getty Images", "x"),
        ("5 min read", "x"),
        ("By Lena Holm and Ola Berg", "y"),
        ("Ola Berg contributed to this report.", "y"),
        ("(Reporting by Lena Holm; Editing by Ola Berg)", "y"),
        ("A ferry leaves the harbour on Monday. (AP Photo/Ola Berg)", "c"),
        ("FILE PHOTO: A ferry at the quay in March. REUTERS/Lena Holm", "c"),
        ("Image caption The ferry came into service in 1998", "c"),
        ("The fire The ferry lists on Monday. Hide Caption 2 of 9 The fire A tug", "c"),
        ("Hide Caption 9 of 9", "x"),
        ("10:42 GMT", "h"),
        ("7 p.m.", "h"),
        ("What happens next?", "h"),
        ("Fuel and the Future", "h"),
        ("• Fuel costs twice as much", "b"),
        ("- Fuel costs twice as much", "b"),
        # prose that only sounds like furniture
        ("Read more slowly, the teacher told them.", "p"),
        ("By Monday the board had changed its mind.", "p"),
        ("Subscribers to the scheme paid less, the board said.", "p"),
        ("Watch out for ice, the police warned.", "p"),
        ("The board follows us on every trip, he joked.", "p"),
        ("By continuing to sail, the board said, it had lost money.", "p"),
        ("This video shows the ferry on fire, the police said.", "p"),
        ("“We shall wait,” she said.", "p"),
        ("It worked.", "p"),
        ("Among the changes:", "p"),
    ],
)
def test_line_in_body(line: str, kind: str) -> None:
    """A line between paragraphs is told by its own words."""
    assert kind_in_body(line) == kind


def test_closing_furniture_is_cut_off() -> None:
    """A sentence of furniture at the end of a paragraph is a block of its own."""
    assert kind_in_body(f"{LEAD} (RELATED: Night boat saved)") == "px"
    assert kind_in_body(f"{LEAD} Sign up for our morning letter here.") == "px"


POSTS = [
    pytest.param([f"Fares rise in April. Sorry. {SIGNED}"], id="one line"),
    pytest.param(["Fares rise in April.", SIGNED], id="two lines"),
    pytest.param(
        ["Fuel costs twice as much as before.", "We are sorry.", "Fares rise.", SIGNED],
        id="several lines",
    ),
    pytest.param(
        ["Fuel is dear.", "Fares rise in April. pic.twitter.com/Ab1Cd2", SIGNED], id="picture link"
    ),
    pytest.param(["Fares rise in April. pic.twitter.com/Ab1Cd2"], id="no signature"),
    pytest.param(
        ["Fares rise https://t.co/Ab1Cd2", "— Board (@board) 21 October 2024"], id="day first"
    ),
    pytest.param(["Fares rise.", "— Harbour Board, Telegram, October 21, 2024"], id="telegram"),
    pytest.param(["Fares rise!", "— Lena Holm on Truth Social"], id="truth social"),
    pytest.param(
        ["Fares rise. Posted by Harbour Board on Monday, October 21, 2024"], id="facebook"
    ),
    pytest.param(
        [
            "Harbour Board",
            "@harbourboard",
            "Fares rise in April.",
            "10:42 AM · Oct 21, 2024",
            "1.2K Likes",
        ],
        id="name above",
    ),
]


@pytest.mark.parametrize("post", POSTS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_post_is_one_block(post: list[str], between: str) -> None:
    """All lines of a post, and no other, are one block."""
    text = between.join(["Fares rise", LEAD, MORE, *post, LEAD, END])
    blocks = mark_blocks(text)
    (found,) = [block for block in blocks if block.kind == "embedded_post"]
    assert text[found.start : found.end] == between.join(post)


def test_post_on_one_line_takes_no_line_before_it() -> None:
    """Where the signature ends the post's own line, a short line before it is the article's."""
    text = "\n\n".join(["Fares rise", LEAD, "It was late.", f"Fares rise. {SIGNED}", LEAD, END])
    (found,) = [block for block in mark_blocks(text) if block.kind == "embedded_post"]
    assert text[found.start : found.end] == f"Fares rise. {SIGNED}"


@pytest.mark.parametrize(
    "before",
    [
        "The board wrote on X:",
        "The Harbour Board tweeted on Monday.",
        "“It is too much,” said Ola Berg.",
        LEAD,
    ],
)
def test_line_before_a_post_is_the_article_s(before: str) -> None:
    """What leads to a post is not part of it."""
    lines = ["Fares rise", LEAD, MORE, before, "Fares rise in April.", SIGNED, LEAD, END]
    text = "\n".join(lines)
    (found,) = [block for block in mark_blocks(text) if block.kind == "embedded_post"]
    assert text[found.start : found.end].startswith("Fares rise in April.")


def test_title_that_the_text_does_not_hold() -> None:
    """With a known title, a first line that says something else is no headline."""
    text = f"Islanders are angry about it.\n{LEAD}\n{MORE}"
    assert mark_blocks(text)[0].kind == "headline"
    assert mark_blocks(text, title="Ferry fares to rise")[0].kind == "paragraph"
    assert mark_blocks(text, title="Islanders are angry about it")[0].kind == "headline"


LINES = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.sampled_from(
        ["", " ", LEAD, MORE, SIGNED, "Listen here", "- one", "Read also:", "By Jo Ek"]
    ),
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028"]))
def test_blocks_hold_the_text(lines: list[str], between: str) -> None:
    """Blocks ascend apart from each other, are trimmed, and hold all that is no space."""
    text = between.join(lines)
    blocks = mark_blocks(text)
    place = 0
    for block in blocks:
        assert block.start >= place
        assert not text[place : block.start].strip()
        assert text[block.start : block.end].strip() == text[block.start : block.end] != ""
        place = block.end
    assert not text[place:].strip()


def test_seeds(shared: Path) -> None:
    """The two seed articles come out as people see them."""
    first, second = (
        path.read_bytes().decode() for path in sorted((shared / "seeds").glob("*.txt"))
    )
    assert kinds_of(first) == "Hhbbbbbhpppehpphppphpp"
    assert kinds_of(second) == "HSxxx" + "p" * 9 + "x"
