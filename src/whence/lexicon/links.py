"""The counted patterns of attributions, as costs."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def pattern_costs() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Pattern to negative logarithm of its share; letter to the cost of standing alone."""
    words = resources.files("whence.lexicon").joinpath("data/links.toml").read_text("utf-8")
    table = tomllib.loads(words)
    counts: dict[str, int] = table["patterns"]
    total = sum(counts.values())
    costs = {pattern: -math.log(count / total) for pattern, count in counts.items()}
    return costs, table["left_over"]
