"""Where the time of reading goes: one process, one thread, articles in memory."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import whence.attributions.find
import whence.pipeline.read
import whence.reader.read
from benchmarks.products import PER_PIECE, PER_TOKEN
from whence.articles.files import Given, load
from whence.pipeline.read import read_article
from whence.reader.read import TrainedReader
from whence.render.contract import reading_json

STAGES: dict[str, tuple[Any, str]] = {
    "network": (whence.reader.read, "run"),
    "tokens": (whence.reader.read, "split_tokens"),
    "labels, links, trees": (whence.reader.read, "analyse"),
    "times": (whence.pipeline.read, "find_times"),
    "quantities": (whence.pipeline.read, "find_quantities"),
    "entities": (whence.pipeline.read, "find_entities"),
    "attributions": (whence.pipeline.read, "find_attributions"),
    "description": (whence.pipeline.read, "describe"),
}
"""Name of a stage to the function that is it."""


def measure_stages(paths: list[str]) -> tuple[Counter[str], float]:
    """Seconds of each stage with "articles" and "printing" around, and products' operations."""
    reader = TrainedReader()
    spent: Counter[str] = Counter()
    with timed(spent, "articles"):
        loaded = list(load(paths, Given(), lambda: b""))
    with watched(spent) as operations:
        for each in loaded:
            if each.article is not None:
                with timed(spent, "all reading"):
                    reading = read_article(each.article, reader, each.notices)
                with timed(spent, "printing"):
                    reading_json(reading)
    return spent, operations[0]


@contextmanager
def timed(spent: Counter[str], name: str) -> Iterator[None]:
    """Add the seconds of a block."""
    began = time.perf_counter()
    yield
    spent[name] += time.perf_counter() - began  # type: ignore[assignment]


@contextmanager
def watched(spent: Counter[str]) -> Iterator[list[float]]:
    """Time the stages' functions; the operations of the network's int8 products are counted."""
    operations = [0.0]

    def around(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - any function
            if name == "network":
                operations[0] += len(named["ids"]) * PER_PIECE + len(named["firsts"]) * PER_TOKEN
            with timed(spent, name):
                return function(*args, **named)

        return call

    with ExitStack() as stack:
        for stage, (module, name) in STAGES.items():
            function = getattr(module, name)
            stack.callback(setattr, module, name, function)
            setattr(module, name, around(stage, function))
        yield operations


def texts_of(folder: Path) -> list[str]:
    """The files of a folder, as paths."""
    return [str(path) for path in sorted(folder.glob("*.txt"))]
