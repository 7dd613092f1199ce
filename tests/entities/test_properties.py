"""What holds for every text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.entities.reading import blocks_of, entities_of, sentences_of
from whence.entities.find import find_entities
from whence.entities.mentions import Mentions
from whence.entities.sources import resolve_source
from whence.ledger.entity import entity_id
from whence.ledger.marking import Name
from whence.ledger.span import Span

PIECES = [
    "Russia", "North Korean", "officials", "Moscow", "said", "President", "Jan Kowalczyk", "in",
    "the", "Kremlin", "’s", ",", ".", "“", "”", "(", ")", "FT", "-", "and", "Mr.", "Roe", "U.S.",
    "Ministry", "of", "Defence", "minister", "a", "spokesman", "for", "NATO", "he", "She", "5th",
    "Corps", "WHO", "Gen.", "bin", "al-Assad", "Putin", "campaign", "\n", "é", "🇬🇧", "no", "Treaty",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=60)


@st.composite
def texts_with_names(draw: st.DrawFn) -> tuple[str, list[Name]]:
    """A text and names anywhere in it, ascending and apart."""
    text = draw(texts.filter(bool))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    kinds = st.sampled_from(["person", "organisation", "place", "other"])
    return text, [
        Name(Span(start, end), draw(kinds), draw(st.floats(0, 1)))
        for start, end in pairwise(cuts)
        if draw(st.booleans())
    ]


@given(texts_with_names())
def test_mentions_are_inside_ascending_and_apart(marked: tuple[str, list[Name]]) -> None:
    """No mention leaves the text, none of an entity's overlap, and entities share no character."""
    text, names = marked
    spans: list[Span] = []
    for found in entities_of(text, names=names):
        assert found.mentions == tuple(sorted(found.mentions))
        assert found.id == entity_id(found.kind, found.name)
        spans += found.mentions
    spans.sort()
    assert all(span.end <= len(text) and span.words(text).strip() for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


@given(texts_with_names())
def test_reading_twice_gives_the_same(marked: tuple[str, list[Name]]) -> None:
    """Nothing but the text and what the reader says of it decides."""
    text, names = marked

    assert entities_of(text, names=names) == entities_of(text, names=names)


@given(texts_with_names())
def test_ids_are_unique(marked: tuple[str, list[Name]]) -> None:
    """No two entities of an article have one id."""
    text, names = marked
    ids = [found.id for found in entities_of(text, names=names)]

    assert len(ids) == len(set(ids))


@given(texts.filter(bool), st.data())
def test_any_span_can_be_a_source(text: str, data: st.DataObject) -> None:
    """Whatever is marked as a source, the answer is an entity of the article or none."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    entities = find_entities(text, blocks_of(text), sentences_of(text))
    source = (Span(start, end),)
    found = resolve_source(text, source, end, Mentions(entities), sentences_of(text))

    assert found.entity in {None, *(each.id for each in entities)}


@given(texts)
def test_a_text_without_blocks_is_a_paragraph(text: str) -> None:
    """Callers that have no blocks get every mention inside the text too."""
    found = find_entities(text, [], [])

    assert all(span.end <= len(text) for each in found for span in each.mentions)
