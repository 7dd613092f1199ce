"""What is typed becomes what is asked, or a sentence that says how to mend it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.errors import QueryError
from whence.text.queries import LONGEST, Condition, Field, Query, Term, read_query

OPERATORS = ('"', "OR", "-", "*", ":", " ", "by:", "in:claims", "from:2024-10-21", "é", "quay", "“")
typed = st.text(max_size=60) | st.lists(st.sampled_from(OPERATORS), max_size=12).map("".join)


@given(typed)
def test_every_text_is_read_or_told_off(text: str) -> None:
    """Any text is a query whose terms all have words, or gives a QueryError of one line."""
    try:
        query, told = read_query(text), None
    except QueryError as error:
        query, told = Query(""), str(error)
    if told is not None:
        assert len(told.splitlines()) == 1
        return
    terms = [term for group in query.groups for term in group] + list(query.without)
    assert all(word.isalnum() for term in terms for word in term.words)
    assert query.is_empty is not bool(terms or query.conditions)


def test_all_operators_in_one_query() -> None:
    """Groups, phrases, prefixes, unwanted words and fields stand beside each other."""
    query = read_query('Brücke OR quay "would  close" clos* -"in June" -by:Roe outlet:"The Lamp"')

    assert query.groups == (
        (Term(("brucke",)), Term(("quay",))),
        (Term(("would", "close")),),
        (Term(("clos",), is_prefix=True),),
    )
    assert query.without == (Term(("in", "june")),)
    assert query.conditions == (
        Condition(Field.BY, "Roe", is_not=True),
        Condition(Field.OUTLET, "The Lamp"),
    )
    assert query.values(Field.BY) == ()
    assert query.values(Field.BY, is_not=True) == ("Roe",)


def test_a_word_with_a_hyphen_is_a_phrase() -> None:
    """What stands inside one word stays together."""
    assert read_query("anti-aircraft").groups == ((Term(("anti", "aircraft")),),)


def test_values_of_closed_lists_are_written_in_any_way() -> None:
    """Spaces and hyphens stand for what the ledger writes."""
    query = read_query('status:"Single source" in:CLAIMS')

    assert query.values(Field.STATUS) == ("single_source",)
    assert query.values(Field.IN) == ("claims",)


def test_nothing_asks_nothing() -> None:
    """White space is an empty query."""
    assert read_query(" \n") == Query(" \n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('bridge "quay', "is not closed"),
        ("OR bridge", "OR joins two words"),
        ("bridge OR", "OR joins two words"),
        ("bridge OR -quay", "-quay cannot stand after OR"),
        ("bridge OR by:Roe", "OR joins words, not by:"),
        ("b*", "at least 2 letters"),
        ("colour:red", "there is no field colour:"),
        ("by: Roe", "right after it"),
        ("by:--", "needs a name"),
        ("status:solved", "is one of withdrawn, disputed"),
        ("from:yesterday", "needs a day as 2024-10-21"),
        ("from:2024-10-22 to:2024-10-21", "is after to:2024-10-21"),
        ("from:2024-10-22 from:2024-10-21", "given twice"),
        ("-in:claims", "leave the - out"),
        ("story:x/y", "letters and digits alone"),
        ("?!", "no word to search for"),
        ("a " * LONGEST, "more than 500 characters"),
        ("ab " * 40, "more than 32"),
    ],
)
def test_what_means_nothing_is_told(text: str, told: str) -> None:
    """Each wrong use of an operator has a sentence of its own."""
    with pytest.raises(QueryError, match=told):
        read_query(text)
