"""Tables of pronouns that a reader leads to earlier words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entities.reading import referring, resolved
from tests.strategies.analyses import parse
from whence.entities.references import NO_REFERENCES, References

LED = {
    "not the nearest subject": (
        "Jan Kowalczyk left. Peter Poe stayed. He said no.",
        {"He": "Jan"},
        "Jan Kowalczyk",
    ),
    "over another pronoun": (
        "Jan Kowalczyk left. Peter Poe met him. Then he said no.",
        {"he": "him", "him": "Jan"},
        "Jan Kowalczyk",
    ),
    "over a noun": (
        "Jan Kowalczyk left. Peter Poe met a friend. Then he said no.",
        {"he": "friend", "friend": "Jan"},
        "Jan Kowalczyk",
    ),
    "a state": (
        "North Korea met the Kremlin. It said no.",
        {"It": "North"},
        "North Korea",
    ),
    "several": (
        "Russian officials met NATO officials. They said no.",
        {"They": "NATO"},
        "NATO officials",
    ),
    "to the word inside a name": (
        "Jan Kowalczyk left. Peter Poe stayed. He said no.",
        {"He": "Kowalczyk"},
        "Jan Kowalczyk",
    ),
    "to a thing: the rules decide": (
        "Jan Kowalczyk left the dam. He said no.",
        {"He": "dam"},
        "Jan Kowalczyk",
    ),
    "to a state: he is no state": (
        "Jan Kowalczyk left North Korea. He said no.",
        {"He": "North"},
        "Jan Kowalczyk",
    ),
    "to a woman: she is no he": (
        "Peter Poe met Anna Roe. He said no.",
        {"He": "Anna"},
        "Peter Poe",
    ),
    "to nobody: the rules decide": ("Jan Kowalczyk left. He said no.", {}, "Jan Kowalczyk"),
}


@pytest.mark.parametrize(("text", "pairs", "name"), LED.values(), ids=LED)
def test_pronouns_lead_where_the_reader_says(text: str, pairs: dict[str, str], name: str) -> None:
    """A reference decides where it leads to an entity that may be called so."""
    source = next(word for word in ("He", "he", "It", "They") if f"{word} said no" in text)
    found, answer = resolved(text, source, referring(text, pairs))

    assert found is not None
    assert found.name == name
    assert answer.entity == found.id


BESIDE = {
    "apposition": ("the keeper , Ulvhild , left he", {3: (1, "appos")}, "NOUN", "Ulvhild"),
    "title as the head": ("the Keeper Ulvhild left he", {2: (1, "flat")}, "PROPN", "Ulvhild"),
    "name as the head": ("the Keeper Ulvhild left he", {1: (2, "nmod")}, "PROPN", "Ulvhild"),
    "object": ("the keeper saw Ulvhild , left he", {3: (2, "obj")}, "NOUN", None),
}


@pytest.mark.parametrize(("text", "arcs", "part", "name"), BESIDE.values(), ids=BESIDE)
def test_names_beside_a_noun(
    text: str, arcs: dict[int, tuple[int, str]], part: str, name: str | None
) -> None:
    """After the noun comes the name in apposition, or the one that it is the title of."""
    bare = parse(text, [(0, len(text))])
    count = len(bare.starts)
    heads, relations = [-1] * count, ["root"] * count
    for token, (head, relation) in arcs.items():
        heads[token], relations[token] = head, relation
    made = replace(
        bare,
        parts=("DET", part, *("PROPN",) * (count - 2)),
        heads=tuple(heads),
        relations=tuple(relations),
        antecedents=(*(-1,) * (count - 1), 1),
    )
    places = list(References(made).earlier(text.rindex("he")))

    assert places == [bare.starts[1], *([text.index(name)] if name else [])]


def test_nothing_refers_in_a_text_that_nobody_parsed() -> None:
    """Without a parse there are no references."""
    assert list(NO_REFERENCES.earlier(0)) == []


@given(st.data(), st.integers(1, 12))
def test_earlier_words_are_earlier(data: st.DataObject, count: int) -> None:
    """Places descend, and stand before the word and inside the text."""
    text = " ".join("word" for _ in range(count))
    bare = parse(text, [(0, len(text))])
    antecedents = tuple(data.draw(st.integers(-1, number - 1)) for number in range(count))
    made = References(replace(bare, antecedents=antecedents))
    for start in range(len(text)):
        places = [start, *made.earlier(start)]
        assert all(later > earlier >= 0 for later, earlier in pairwise(places))
