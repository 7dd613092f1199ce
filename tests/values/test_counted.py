"""What the tree tells of a quantity's unit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import TreeOf
from tests.values.reading import times_in
from whence.ledger.span import Span
from whence.values.quantities import find_quantities

CASES = [
    ("plain", "Varland sent 1,500 soldiers to Orrin.", "soldiers", None),
    ("adjectives", "Up to 10,000 North Korean troops reached Orrin.", "troops", "North Korea"),
    ("hundreds-of", "Hundreds of North Korean troops reached Orrin.", "troops", "North Korea"),
    ("hyphens", "Nearly 1,500 coal- and gas-fired plants stand in the valley.", "plants", None),
    ("company", "Officials counted 58 Orrin 500 companies in the flood.", "companies", None),
    ("possessive", "The ministry issued 150,000 driver’s licences last year.", "licences", None),
    ("quoted", "The army showed 12 ‘flood’ videos on Monday.", "videos", None),
    ("people", "It hit eight million low- and middle-income Americans.", "Americans", None),
    ("measure", "They built a 70 metre wall.", "metre", None),
    ("hyphen-unit", "The 12-member crew left.", "member", None),
    ("money", "It left a $10 trillion hole in the budget.", "$", None),
    ("percent", "It hit 5 % of all houses.", "%", None),
]


@pytest.mark.parametrize(
    ("text", "unit", "of"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_unit_is_what_the_number_counts(
    text: str, unit: str, of: str | None, tree_of: TreeOf
) -> None:
    """The head of what is counted, across adjectives; measures and signs stand for themselves."""
    found = find_quantities(text, [Span(0, len(text))], times_in(text), tree_of(text))

    assert unit in [each.unit for each in found]
    assert of is None or of in [each.of for each in found]


@settings(deadline=None)  # a network reads each example
@given(
    st.lists(st.sampled_from(" ".join(case[1] for case in CASES).split()), min_size=1, max_size=20)
)
def test_a_tree_changes_units_alone(tree_of: TreeOf, words: list[str]) -> None:
    """Spans and bounds stay, a unit stands in the text, and reading twice gives the same."""
    text = " ".join(words)
    sentences = [Span(0, len(text))]
    plain = find_quantities(text, sentences, times_in(text))
    found = find_quantities(text, sentences, times_in(text), tree_of(text))

    assert found == find_quantities(text, sentences, times_in(text), tree_of(text))
    assert [(each.span, each.low, each.high) for each in found] == [
        (each.span, each.low, each.high) for each in plain
    ]
    for before, after in zip(plain, found, strict=True):
        assert after.unit == before.unit or str(after.unit) in text
