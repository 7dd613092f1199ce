"""Estimative words and their bands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.attributions.estimative import estimate_in
from whence.ledger.factuality import Perceived, Polarity
from whence.lexicon.phrases import words_between
from whence.lexicon.yardsticks import bands_of

CASES = [
    ("longest", "it is highly unlikely to break", "GBR", "highly unlikely", (0.10, 0.20)),
    ("adverb", "it will almost certainly break", "GBR", "almost certainly", (0.95, 1.0)),
    ("probably", "it will probably break", "USA", "probably", (0.55, 0.80)),
    ("adjective", "the likely target", "USA", "likely", (0.55, 0.80)),
    (
        "possibility",
        "there is a realistic possibility",
        "GBR",
        "realistic possibility",
        (0.40, 0.50),
    ),
    ("even", "a roughly even chance of war", "USA", "roughly even chance", (0.45, 0.55)),
    ("nato", "it is highly likely to break", "NATO", "highly likely", (0.90, 1.0)),
    ("new-zealand", "it is highly likely to break", "NZL", "highly likely", (0.75, 0.85)),
    ("climate", "it is very likely to warm", "IPCC", "very likely", (0.90, 1.0)),
    ("off-scale", "it is highly likely to break", "USA", "highly likely", (None, None)),
    ("no-service", "it is likely to break", None, "likely", (None, None)),
    ("other-country", "it is likely to break", "FRA", "likely", (None, None)),
    ("negated", "it is not likely to break", "GBR", "not likely", (None, None)),
]


@pytest.mark.parametrize(
    ("text", "service", "words", "band"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_longest_phrase_has_the_band_of_its_service(
    text: str,
    service: str | None,
    words: str,
    band: tuple[float | None, float | None],
) -> None:
    """A band comes from the speaker's own yardstick, or there is none and the words stay."""
    found = estimate_in(text, words_between(text, 0, len(text)), service)

    assert found is not None
    assert found.probability.words == words
    assert (found.probability.low, found.probability.high) == band


@pytest.mark.parametrize("text", ["it could break", "it is more likely than before", "how likely"])
def test_words_that_estimate_nothing(text: str) -> None:
    """Modal verbs and comparisons are on no yardstick."""
    assert estimate_in(text, words_between(text, 0, len(text)), "GBR") is None


@pytest.mark.parametrize(
    ("text", "service", "perceived"),
    [
        ("it is likely to break", None, Perceived(0.67, 0.75, 0.80, 5146)),
        ("it is likely to break", "FRA", Perceived(0.67, 0.75, 0.80, 5146)),
        ("it will probably break", None, Perceived(0.65, 0.75, 0.80, 5151)),
        ("it is highly likely to break", "USA", Perceived(0.80, 0.90, 0.90, 5114)),
        ("it is likely to break", "GBR", None),
        ("it is not likely to break", None, None),
        ("it is extremely likely to break", None, None),
    ],
    ids=["unknown", "without", "adverb", "off-scale", "own-yardstick", "negated", "not-asked"],
)
def test_what_people_understand_stands_where_no_yardstick_does(
    text: str, service: str | None, perceived: Perceived | None
) -> None:
    """Perception is told apart from a band, and only of phrases that people were asked about."""
    found = estimate_in(text, words_between(text, 0, len(text)), service)

    assert found is not None
    assert found.probability.perceived == perceived
    assert perceived is None or found.probability.low is None


@pytest.mark.parametrize("level", ["high", "moderate", "low"])
def test_a_level_of_confidence_is_no_likelihood(level: str) -> None:
    """ICD 203 keeps the two apart: confidence has no band, and leaves that of a likelihood."""
    text = f"with {level} confidence that it broke"
    assert estimate_in(text, words_between(text, 0, len(text)), "USA") is None

    text = f"with {level} confidence that it is likely to break"
    found = estimate_in(text, words_between(text, 0, len(text)), "USA")

    assert found is not None
    assert (found.probability.words, found.probability.low) == ("likely", 0.55)


def test_less_than_even_is_negative() -> None:
    """Who finds something unlikely says that it is not so, probably."""
    text = "it is unlikely"
    found = estimate_in(text, words_between(text, 0, len(text)), None)

    assert found is not None
    assert found.polarity is Polarity.NEGATIVE


@given(st.sampled_from(["GBR", "USA", "NATO", "NZL", "IPCC", "EFSA", "Kent"]))
def test_bands_are_probabilities(service: str) -> None:
    """Every band lies between 0 and 1 and has its low end first."""
    assert bands_of(service)
    assert all(0 <= band.low < band.high <= 1 for band in bands_of(service).values())
