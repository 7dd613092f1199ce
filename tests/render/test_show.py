"""An article is shown whole, with all that was found in it marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render.elements import dense, page_of
from tests.render.sample import INNER, NORTHERN_READING, OUTER, POST, POST_READING
from tests.strategies.readings import failed_readings, readings
from whence.ledger.attribution import Attribution
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.render.show import ASIDE, BRACKETS, article_html, article_text
from whence.render.visible import visible

MARKS = "".join(before + after for before, after in BRACKETS.values()) + "⁰¹²³⁴⁵⁶⁷⁸⁹" + ASIDE
_GONE = str.maketrans("", "", MARKS)


def shown_lines(reading: Reading) -> list[str]:
    """The lines of the article in the widest of terminals, without their marks."""
    assert reading.article is not None
    text = reading.article.text
    count = text.count("\n") + (not text.endswith("\n"))
    printed = article_text(reading, width=100_000, colour=False).split("\n")
    return [line.translate(_GONE) for line in printed[3 : 3 + count]]


@given(readings())
def test_no_character_of_the_article_is_lost_in_a_terminal(reading: Reading) -> None:
    """Without the marks the shown lines are the article's, white space apart."""
    assert reading.article is not None
    expected = visible(reading.article.text).translate(_GONE)

    assert dense("".join(shown_lines(reading))) == dense(expected)


@given(readings(), st.integers(20, 120))
def test_in_a_narrow_terminal_the_characters_keep_their_order(reading: Reading, width: int) -> None:
    """However it is wrapped, the article's characters stand in the output one after another."""
    assert reading.article is not None
    printed = iter(article_text(reading, width=width, colour=False))

    assert all(letter in printed for letter in dense(visible(reading.article.text)))


@given(readings())
def test_no_character_of_the_article_is_lost_on_a_page(reading: Reading) -> None:
    """The words of the page's article are the article's, white space apart, and well nested."""
    assert reading.article is not None
    page = page_of(article_html(reading))
    [article] = page.named("article")

    assert dense(page.within(article)) == dense(visible(reading.article.text))


@given(readings())
def test_every_piece_of_an_attribution_is_marked_on_a_page(reading: Reading) -> None:
    """The marked words of each role and number are the attribution's words."""
    assert reading.article is not None
    text = reading.article.text
    page = page_of(article_html(reading))
    [article] = page.named("article")
    for number, attribution in enumerate(reading.attributions, start=1):
        for role in ("source", "cue", "content"):
            marked = [
                page.within(element)
                for element in page.named("span", class_=f"{role} n{number}")
                if element.start >= article.start
            ]
            expected = "".join(span.words(text) for span in getattr(attribution, role))
            assert dense("".join(marked)) == dense(visible(expected))


def test_roles_are_marked_by_shape_and_number() -> None:
    """Without colour the three roles have brackets of their own, inner ones inside."""
    printed = article_text(POST_READING, width=200, colour=False)

    assert "⟨The Northern Courier⟩² ⌊reported⌋² that ⟦⟨minister Tomas Hale⟩³ ⌊had told⌋³" in printed
    assert "⟦at least 9,000 tonnes of wheat were lost⟧³⟧²." in printed
    assert "\n┆ Sign up for our morning letter\n" in printed
    assert "\x1b" not in printed


def test_colour_changes_no_word() -> None:
    """With the escape sequences taken out, the coloured text is the plain one."""
    from rich.text import Text

    coloured = article_text(POST_READING, width=70, colour=True)

    assert "\x1b[" in coloured
    plain = Text.from_ansi(coloured).plain
    assert plain.rstrip("\n") == article_text(POST_READING, width=70, colour=False).rstrip("\n")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Wide letters count double, and still fit."""
    article = replace(POST, text=POST.text + "語" * 300 + " " + "y" * 300)
    printed = article_text(replace(POST_READING, article=article), width=width, colour=False)

    assert max(map(cell_len, printed.split("\n"))) <= width


def test_an_escape_sequence_in_an_article_is_shown_not_obeyed() -> None:
    """Control characters are printed as pictures, overrides of direction as �."""
    text = "A calm \x1b[31mred\x9b5m \u202e word.\x07"
    article = replace(POST, text=text, blocks=())
    printed = article_text(
        replace(POST_READING, article=article, attributions=()), width=80, colour=False
    )

    assert "A calm ␛[31mred�5m � word.␇" in printed


def test_inner_attributions_are_listed_under_their_outer_one() -> None:
    """The list of the page indents an attribution by how deep it lies."""
    page = page_of(article_html(POST_READING))
    entries = [page.named("li", id=f"a{number}")[0] for number in (1, 2, 3, 4)]

    assert [entry.attributes["class"] for entry in entries] == [
        "depth0",
        "depth0",
        "depth1",
        "depth0",
    ]


def test_a_circle_of_attributions_is_listed_once_each() -> None:
    """Records that hold each other do not hang the list."""

    def within(attribution: Attribution, outer: Attribution) -> Attribution:
        return replace(attribution, within=outer.id)

    circle = (within(OUTER, INNER), within(INNER, OUTER))
    page = page_of(article_html(replace(POST_READING, attributions=circle)))

    assert len(page.named("ol", class_="entries")) == 1
    assert [len(page.named("li", id=f"a{number}")) for number in (1, 2)] == [1, 1]


def test_every_link_of_the_page_leads_somewhere() -> None:
    """A link goes to an element of the same page."""
    page = page_of(article_html(POST_READING))
    ids = {element.attributes.get("id") for element in page.elements}
    links = [element.attributes["href"] for element in page.elements if element.tag == "a"]

    assert links
    assert all(link and link[0] == "#" and link[1:] in ids for link in links)


def test_a_mark_over_two_blocks_goes_on_in_the_second() -> None:
    """An attribution that spans a paragraph break is marked in both paragraphs."""
    assert NORTHERN_READING.article is not None
    text = NORTHERN_READING.article.text
    long = replace(NORTHERN_READING.attributions[0], content=(Span(10, len(text) - 10),))
    page = page_of(article_html(replace(NORTHERN_READING, attributions=(long,))))

    assert len(page.named("span", class_="content n1")) >= 4
    assert len(page.named("a", href="#a1", aria_label="content of attribution 1")) == 1


@given(failed_readings())
def test_an_input_that_was_not_read_says_why(reading: Reading) -> None:
    """Both forms print the notices of an input without an article."""
    words = dense(visible(reading.notices[0].message))

    assert words in dense(page_of(article_html(reading)).words)
    assert words in dense(article_text(reading, width=100_000, colour=False))
