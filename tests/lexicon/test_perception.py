"""What people understand by estimative phrases, and the official yardsticks beside it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from training.count_perception import line_of, without_outliers
from whence.lexicon.perception import perception_of
from whence.lexicon.phrases import words_of_table
from whence.lexicon.yardsticks import Band, band_of

TERMS = [line.split(" | ")[0] for line in words_of_table("perception", "perceived")]
SERVICES = {"us_nic": "USA", "uk": "GBR", "nato": "NATO", "ipcc": "IPCC", "efsa": "EFSA"}


@pytest.mark.parametrize("term", TERMS)
def test_quartiles_are_probabilities_in_order(term: str) -> None:
    """Each phrase has three ascending shares of one, of thousands of answers."""
    found = perception_of(term)

    assert found is not None
    assert 0 <= found.low <= found.median <= found.high <= 1
    assert found.judgements > 5000


def test_another_form_of_a_phrase_is_the_same_phrase() -> None:
    """ "Probably" is read as "probable", and a phrase nobody was asked about has no figures."""
    assert perception_of("probably") == perception_of("probable")
    assert perception_of("extremely likely") is None


def test_answers_far_from_the_mean_are_dropped() -> None:
    """One slip among many answers is left out, beyond four standard deviations."""
    answers = [70.0, 80.0] * 20 + [0.0]

    assert without_outliers(answers) == answers[:-1]
    assert line_of("likely", answers) == "likely | 0.70 | 0.75 | 0.80 | 40"


@pytest.mark.parametrize("name", SERVICES)
def test_yardsticks_are_those_of_the_data(name: str, shared: Path) -> None:
    """Every term of the five official yardsticks has its published band."""
    path = shared / f"data/estimative/yardstick_{name}.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            low, high = float(row["low"]) / 100, float(row["high"]) / 100
            band = band_of(row["term"].lower(), SERVICES[name])

            assert isinstance(band, Band)
            assert (band.low, band.high) == (low, high), row["term"]
