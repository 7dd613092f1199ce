"""What holds for every document of every corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpora import conllu, crossner, ewt, gum, megaveridicality
from training.corpora.gum_entities import mentions_of, names_of
from training.corpora.records import Document


def tokens_named(one: Document) -> Iterator[int]:
    """Every token that a label points at."""
    yield from one.sentences or ()
    yield from (head for head in one.heads or () if head >= 0)
    yield from one.factuality or {}
    for mention in one.mentions or ():
        yield from mention[:3]
    for run, _ in one.names or ():
        yield from run
    for said in one.attributions or ():
        for run in said.source + said.cue + said.content:
            yield from run


def is_sound(one: Document) -> bool:
    """Whether all labels stand in the document and outer attributions come first."""
    count = sum(map(len, one.paragraphs))
    outers = [(said.outer, n) for n, said in enumerate(one.attributions or ())]
    columns = [each for each in (one.parts, one.heads, one.relations) if each is not None]
    return (
        all(0 <= token < count for token in tokens_named(one))
        and all(outer is None or outer < n for outer, n in outers)
        and all(len(column) == count for column in columns)
    )


@st.composite
def parsed(draw: st.DrawFn) -> conllu.Parsed:
    """One sentence with any tree, units and brackets."""
    count = draw(st.integers(1, 9))
    heads = [draw(st.integers(-1, number - 1)) for number in range(count)]
    misc = [
        {"Discourse": f"attribution-positive:{n + 1}->{draw(st.integers(0, n))}:0:_"}
        | ({"Entity": draw(st.sampled_from(["(1-person", "1)", "(2-place)", "1)2)", "(1-x(2-y"]))})
        for n in range(count)
    ]
    misc[0]["Discourse"] = "ROOT:1:0"
    words = ["said", "that", ",", "Ulm", '"']
    return conllu.Parsed(
        "drawn",
        {},
        draw(st.lists(st.sampled_from(words), min_size=count, max_size=count)),
        draw(st.lists(st.sampled_from(["VERB", "PROPN", "PUNCT"]), min_size=count, max_size=count)),
        ["_"] * count,
        heads,
        draw(st.lists(st.sampled_from(["nsubj", "ccomp", "x"]), min_size=count, max_size=count)),
        [{k: v.replace("->0:", "->1:") for k, v in each.items()} for each in misc],
        [True] * count,
        [0],
        [0],
        [""],
    )


@given(parsed())
def test_labels_stand_in_the_document(one: conllu.Parsed) -> None:
    """Whatever the tree and the brackets, labels point at tokens of the document."""
    mentions = mentions_of(one)
    said = gum.attributions_of(one)
    names = names_of(one, mentions)
    assert is_sound(conllu.document(one, attributions=said, mentions=mentions, names=names))


@pytest.mark.parametrize("loader", [ewt, gum, crossner, megaveridicality])
def test_the_corpora_are_sound(loader: object, shared: Path) -> None:
    """In the development data too, labels point at tokens of the document."""
    documents = loader.load(shared / "data", "dev")  # type: ignore[attr-defined]
    assert documents
    assert all(map(is_sound, documents))
