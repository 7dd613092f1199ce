"""Excerpts are made of the text, and mark what was searched for."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from whence.text.excerpts import WIDTH, make_excerpt
from whence.text.queries import Term
from whence.text.words import fold, folded_words

LONG = f"{'Nothing of note. ' * 40}The quay will close, and so will the bridge. {'The end. ' * 40}"


@given(st.text(), st.lists(st.text("abcé", min_size=1, max_size=3), max_size=3))
def test_marked_words_are_those_that_were_searched_for(text: str, words: list[str]) -> None:
    """A marked piece folds to one of the terms, and the span has the same words."""
    terms = [Term(tuple(folded_words(word))) for word in words]
    excerpt = make_excerpt(text, terms)

    wanted = {term.words for term in terms}
    assert all(
        tuple(folded_words(piece.words)) in wanted for piece in excerpt.pieces if piece.is_marked
    )
    if excerpt.span:
        assert tuple(folded_words(excerpt.span.words(text))) in wanted


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    """The folded text is as long as the text."""
    assert len(fold(text)) == len(text)


def test_the_window_with_the_most_terms_is_shown() -> None:
    """A piece from the middle is cut at words and says that the text goes on."""
    excerpt = make_excerpt(LONG, [Term(("bridge",)), Term(("clos",), is_prefix=True)])
    shown = "".join(piece.words for piece in excerpt.pieces)

    assert [piece.words for piece in excerpt.pieces if piece.is_marked] == ["close", "bridge"]
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < WIDTH + 10
    assert excerpt.span
    assert excerpt.span.words(LONG) == "close"


def test_what_is_not_there_gives_the_beginning() -> None:
    """Without a hit the excerpt is the start of the text and leads nowhere."""
    excerpt = make_excerpt("The  bridge\nis shut.", [Term(("quay",))])

    assert excerpt.span is None
    assert [piece.words for piece in excerpt.pieces] == ["The bridge is shut."]


def test_accents_and_case_do_not_count() -> None:
    """Letters with marks are found by the plain ones, whichever way they are written."""
    for text in ("Die BRÜCKE bricht", "Die Bru\u0308cke bricht"):
        excerpt = make_excerpt(text, [Term(("brucke",))])
        assert excerpt.span
        assert excerpt.span.start == 4


def test_words_are_those_of_the_index() -> None:
    """Words of several scripts fold as SQLite folds them."""
    texts = ("Łódź naïve CAFÉ straße", "Čapek's 4,000 U.N. x_y", "Москва́ Ёлка Ελλάδα", "n° 5–6")
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(w, tokenize='unicode61 remove_diacritics 2')"
    )
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, row)")
    for text in texts:
        connection.execute("DELETE FROM t")
        connection.execute("INSERT INTO t VALUES (?)", (text,))
        terms = {term for (term,) in connection.execute("SELECT term FROM v")}
        assert set(folded_words(text)) == terms
