"""Outlines -> how alike two articles are: rare words above all, then opening, names, vectors.

Letters: N articles, D numbers of a vector, C pairs compared, T terms.

Sources: cosine of tf-idf, Salton & Buckley (1988), https://doi.org/10.1016/0306-4573(88)90021-0;
single-pass topic detection by it, Allan (2002), Topic Detection and Tracking.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from whence.lexicon.frequencies import frequencies
from whence.stories.outline import Counts, Outline

LEAST = 0.25  # product of two openings' vectors below which a pair is not looked at
OPENING, TITLE, BODY, LEAD, NAMES = 0.05, 0.15, 0.55, 0.15, 0.10  # what each counts; sum 1
APART = 0.1  # what a gap of `APART_DAYS` or more takes away
FREE_DAYS, APART_DAYS = 3, 33
# ours, by search on galaxy medium and big and on ECB+ train and dev, 2026-11 (decision 0020)

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]


class Likeness(NamedTuple):
    """How alike articles are.

    Attributes:
        first: Index of the smaller article of each pair, ascending. Shape (C,).
        second: Of the other. Shape (C,).
        value: At most 1. Shape (C,).
    """

    first: Indices
    second: Indices
    value: Floats


@dataclass(frozen=True, slots=True)
class Vectors:
    """Vectors of length 1 of all articles: of title and opening, and of the title alone.

    Attributes:
        openings: Shape (N, D).
        titles: Shape (N, D).
    """

    openings: Sequence[Sequence[float]]
    titles: Sequence[Sequence[float]]


def measure(outlines: Sequence[Outline], vectors: Vectors) -> Likeness:
    """How alike the articles are whose openings' vectors are near enough.

    Args:
        outlines: In any order that does not depend on the input's.
        vectors: Of the same articles.
    """
    if not outlines:
        none = np.empty(0, np.intp)
        return Likeness(none, none, np.empty(0))
    openings = np.asarray(vectors.openings, np.float32)
    titles = np.asarray(vectors.titles, np.float32)
    first, second = _candidates(openings)
    value = OPENING * _products(openings, first, second) + TITLE * _products(titles, first, second)
    for weight, counts in (
        (BODY, [each.stems for each in outlines]),
        (LEAD, [each.lead for each in outlines]),
        (NAMES, [each.names for each in outlines]),
    ):
        value += weight * _cosines(counts, first, second)
    value -= APART * _apart(outlines, first, second)
    return Likeness(first, second, np.round(value, 6))


_ROWS = 512  # compared at once, so that memory stays flat


def _candidates(vectors: npt.NDArray[np.float32]) -> tuple[Indices, Indices]:
    """The pairs that are looked at, ascending."""
    firsts, seconds = [], []
    for start in range(0, len(vectors), _ROWS):
        rows, columns = np.nonzero(vectors[start : start + _ROWS] @ vectors.T >= LEAST)
        rows += start
        is_pair = rows < columns
        firsts.append(rows[is_pair])
        seconds.append(columns[is_pair])
    return np.concatenate(firsts), np.concatenate(seconds)


def _products(vectors: npt.NDArray[np.float32], first: Indices, second: Indices) -> Floats:
    found = np.empty(len(first))
    for start in range(0, len(first), _ROWS * 64):
        some = slice(start, start + _ROWS * 64)
        found[some] = np.einsum("cd,cd->c", vectors[first[some]], vectors[second[some]])
    return found


def _cosines(counts: Sequence[Counts], first: Indices, second: Indices) -> Floats:
    """Cosine of the tf-idf weights of each pair, rarity counted here and in other news. (C,)."""
    frequency = Counter(term for each in counts for term in each)
    number = {term: at for at, term in enumerate(sorted(frequency))}
    elsewhere = frequencies()
    total = len(counts) + elsewhere.articles + 1
    rarity = {
        term: math.log(total / (count + elsewhere.counts.get(term, 0) + 0.5))
        for term, count in frequency.items()
    }
    rows = [_weighed(each, number, rarity) for each in counts]
    scratch = np.zeros(len(number))
    found = np.zeros(len(first))
    edges = [*np.flatnonzero(np.diff(first, prepend=-1)), len(first)]
    for begin, end in pairwise(edges):
        terms, weights = rows[first[begin]]
        scratch[terms] = weights
        for at in range(begin, end):
            other, other_weights = rows[second[at]]
            found[at] = scratch[other] @ other_weights
        scratch[terms] = 0.0
    return found


def _weighed(
    counts: Counts, number: dict[str, int], rarity: dict[str, float]
) -> tuple[Indices, Floats]:
    """Numbers of an article's terms and their weights, of length 1 together."""
    terms = sorted(counts)
    weights = np.array([(1 + math.log(counts[term])) * rarity[term] for term in terms])
    length = float(np.linalg.norm(weights)) if terms else 0.0
    return np.array([number[term] for term in terms], np.intp), weights / (length or 1.0)


def _apart(outlines: Sequence[Outline], first: Indices, second: Indices) -> Floats:
    """How far apart two articles' days are: 0 up to `FREE_DAYS` or unknown, 1 from `APART_DAYS`."""
    days = np.array(
        [date.fromisoformat(each.day).toordinal() if each.day else np.nan for each in outlines]
    )
    gap = np.abs(days[first] - days[second])
    share = np.clip((gap - FREE_DAYS) / (APART_DAYS - FREE_DAYS), 0, 1)
    return np.where(np.isnan(gap), 0.0, share)
