"""What two assertions have in common -> whether they say the same, and why, in a sentence.

Two judges in equal parts: a multinomial logistic model of some twenty figures that a person can
read (`claims.compare`), and a network that reads both texts at once (`claims.port.Encoder`);
both learned from pairs of claims in the news that people labelled (`training.pairs`,
`training.comparer`). The network is asked where the figures leave it open.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import NamedTuple

from whence.claims.compare import Features, Said, features, rarity
from whence.claims.port import Compared
from whence.text.stems import stem_of

TOLD_WORDS = 6


class Sameness(StrEnum):
    """How two assertions stand to each other."""

    SAME = "same"
    MORE_SPECIFIC = "more_specific"
    DIFFERENT = "different"


class Verdict(NamedTuple):
    """What the model says of two assertions.

    Attributes:
        same: Probability that they say the same, 0 to 1.
        more_specific: That one says all that the other says, and more.
        found: What they have in common.
        compared: What the network read; None where it was not asked.
    """

    same: float
    more_specific: float
    found: Features
    compared: Compared | None = None


class _Model(NamedTuple):
    """Weights by class and figure; a figure is taken as (value - mean) / scale."""

    mean: Mapping[str, float]
    scale: Mapping[str, float]
    weights: Mapping[str, Mapping[str, float]]
    bias: Mapping[str, float]


@cache
def model() -> _Model:
    """The packaged weights."""
    file = resources.files("whence.claims").joinpath("files/judge.json")
    return _Model(**json.loads(file.read_text(encoding="utf-8")))


def judge(one: Said, other: Said, likeness: float) -> Verdict:
    """Compare two assertions; the order of the two does not count.

    Args:
        one: An assertion.
        other: Another.
        likeness: Product of the vectors of their words, -1 to 1.
    """
    known, found = model(), features(one, other, likeness)
    scaled = {name: (value - known.mean[name]) / known.scale[name] for name, value in found.items()}
    sums = {
        kind: known.bias[kind] + sum(weights[name] * scaled[name] for name in scaled)
        for kind, weights in known.weights.items()
    }
    greatest = max(sums.values())
    powers = {kind: math.exp(value - greatest) for kind, value in sums.items()}
    total = sum(powers.values())
    return Verdict(powers[Sameness.SAME] / total, powers[Sameness.MORE_SPECIFIC] / total, found)


def read_too(verdict: Verdict, compared: Compared) -> Verdict:
    """The verdict of the figures and of the network together: the mean of their probabilities."""
    return verdict._replace(
        same=(verdict.same + compared.same) / 2,
        more_specific=(verdict.more_specific + compared.more_specific) / 2,
        compared=compared,
    )


def why(one: Said, other: Said, verdict: Verdict) -> str:
    """What speaks for one claim, as a sentence without its full stop."""
    found = verdict.found
    reasons = []
    if found["one number"]:
        reasons.append("the same number")
    if found["one speaker"]:
        reasons.append("the same speaker")
    run = round(found["share in a row"] * min(len(one.words), len(other.words)))
    if run >= TOLD_WORDS:
        reasons.append(f"{run} words in a row")
    shared = _shared_words(one, other)
    if shared:
        reasons.append(f"the words {', '.join(shared)}")
    reasons.append(f"a likeness of {found['likeness']:.2f}")
    if verdict.compared is not None:
        reasons.append(f"read together {verdict.compared.same:.2f}")
    return f"{', '.join(reasons)}: the same with a probability of {verdict.same:.2f}"


def _shared_words(one: Said, other: Said) -> list[str]:
    """The rarest words of the first whose stems both have."""
    printed = {stem_of(word): word for word in reversed(one.words)}
    stems = sorted(one.stems & other.stems, key=lambda stem: (-rarity(stem), stem))
    return [printed.get(stem, stem) for stem in stems[:TOLD_WORDS]]
