"""Counts and pairs of numbers."""

from __future__ import annotations

import numpy as np
import pytest

from gates.rates import Found, compare, correlation, mean_error, share


def test_f1_of_two_of_three_and_two_of_five() -> None:
    """F1 is twice those in both, of those to be found and those given."""
    assert Found(3, 5, 2).f1 == 0.5


def test_nothing_to_find_is_no_division() -> None:
    """Without anything to divide by a rate is 0."""
    assert Found().f1 == share(0, 0) == 0.0


def test_compare_counts_repeated_items_as_often_as_both_have_them() -> None:
    """What is stated twice and found once is found once."""
    assert compare(["a", "a", "b"], ["a", "c"]) == Found(3, 2, 1)


def test_counts_of_documents_add_up() -> None:
    """Counts are added part by part."""
    assert Found(1, 2, 1).plus(Found(3, 1, 0)) == Found(4, 3, 1)


def test_correlation_of_opposite_rows() -> None:
    """Rows that run against each other correlate by -1."""
    assert correlation(np.array([1.0, 2, 3]), np.array([3.0, 2, 1])) == pytest.approx(-1)


def test_correlation_of_a_flat_row() -> None:
    """A row that does not vary correlates with nothing."""
    assert correlation(np.array([2.0, 2]), np.array([1.0, 3])) == 0


def test_mean_error_is_in_the_unit_of_the_numbers() -> None:
    """The error is the mean of the absolute differences."""
    assert mean_error(np.array([0.0, 3]), np.array([1.0, -3])) == 3.5
