"""A reading depends on nothing but its article."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whence.articles.files import Given, find_paths
from whence.pipeline.gather import APART_FROM_CHARS, read_paths
from whence.reader.read import TrainedReader
from whence.render.contract import reading_json

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
PATHS = sorted(str(each.path) for each in find_paths([str(EXAMPLES)]))
TIMES = 3  # that the examples are read by two processes: enough text to start them


@cache
def alone() -> dict[str, str]:
    """Each example article read by itself, as it is printed."""
    return {
        reading.path: reading_json(reading)
        for path in PATHS
        for reading in read_paths([path], Given(), jobs=1, stdin=lambda: b"")
    }


@given(st.permutations(PATHS), st.integers(1, len(PATHS)), st.sampled_from([1, 2]))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_company_order_and_jobs_change_nothing(order: list[str], count: int, jobs: int) -> None:
    """Among others, in any order, by one process or two: the same bytes as alone."""
    chosen = order[:count] if jobs == 1 else order * TIMES

    for reading in read_paths(chosen, Given(), jobs=jobs, stdin=lambda: b""):
        assert reading_json(reading) == alone()[reading.path]


def test_the_examples_are_enough_for_two_processes() -> None:
    """What is read by two is more text than one process reads alone."""
    size = sum(Path(each).stat().st_size for each in PATHS)

    assert TIMES * size > APART_FROM_CHARS


@given(st.permutations(range(4)), st.integers(1, 4))
@settings(max_examples=10, deadline=None)
def test_windows_do_not_know_each_other(
    reader: TrainedReader, order: list[int], count: int
) -> None:
    """What a window is given with, or after, does not change what is found."""
    filler = "The river rose all night and nobody in the valley slept until the morning. " * 14
    texts = [f"The mayor of town {number} said the dam would hold. {filler}" for number in range(4)]
    single = [reader.read(text, [(0, len(text))]) for text in texts]

    for number in order[:count]:
        assert reader.read(texts[number], [(0, len(texts[number]))]) == single[number]
