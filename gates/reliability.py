"""PolNeAR dev -> whether the score of an attribution is a probability.

Counted are the attributions within no other: PolNeAR annotates no nested ones. One is right
where an annotated one answers it, each answering one at most, the most alike first: the
contents' characters in both are at least half of those in either, and the sources agree
(both empty, or one holds the other, or the same half). White space is left out; nothing
else is, so this is stricter at the edges than the scorer in `../shared/score`.

* Expected calibration error: over ten bins of equal width.
* Calibrated: the table of `calibration.fit` from one half of the articles, and the errors on
  the other half before and after it; means of `SPLITS` halvings by chance, seeded, since one
  halving can be lucky.

    python -m gates.reliability --data DIR [--picture docs/pictures/reliability.svg]
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from gates.calibration import bins_of, calibrated, calibration_error, fit, square_error
from gates.command import options_of
from gates.readings import read_paths
from gates.reliability_picture import draw
from gates.texts import Pair, black
from training.corpora import polnear
from whence.attributions.port import Reader
from whence.ledger.attribution import Attribution
from whence.ledger.reading import Reading
from whence.reader.read import TrainedReader

FILES = ("data/polnear/dev/**/*",)
SPLITS = 20
LEAST = 0.5
"""Least overlap that counts as the same words."""


class Judged(NamedTuple):
    """An attribution's score and whether it is right; `article` is the file's name."""

    article: str
    score: float
    is_right: bool


class Roles(NamedTuple):
    """The characters of a source and of a content."""

    source: frozenset[int]
    content: frozenset[int]


def measure(data: Path, reader: Reader) -> dict[str, float]:
    """The figures of PolNeAR dev; `data` is the shared folder."""
    judged = judge_folder(data / "data/polnear/dev", reader)
    scores, is_right = columns(judged)
    return {
        "PolNeAR dev, calibration error": calibration_error(bins_of(scores, is_right)),
        **{f"PolNeAR dev, {name}": value for name, value in halves(judged).items()},
    }


def judge_folder(folder: Path, reader: Reader) -> list[Judged]:
    """All outermost attributions of the annotated articles of a folder."""
    gold = {each.name: each for each in polnear.load(folder)}
    paths = [folder / "text" / f"{name}.txt" for name in gold]
    judged = []
    for reading in read_paths(paths, reader):
        judged += judge(reading, gold[Path(reading.path).stem].attributions)
    return judged


def judge(reading: Reading, gold: Sequence[Mapping[str, Sequence[Pair]]]) -> list[Judged]:
    """The outermost attributions of an article, against its annotated ones."""
    assert reading.article is not None  # noqa: S101 - `read_paths` gives no others
    text, name = reading.article.text, reading.path
    outermost = [each for each in reading.attributions if each.within is None]
    given = [roles_of(text, each) for each in outermost]
    wanted = [
        Roles(black(text, each.get("source", ())), black(text, each.get("content", ())))
        for each in gold
    ]
    right = pair(wanted, given)
    return [Judged(name, each.score, at in right) for at, each in enumerate(outermost)]


def roles_of(text: str, attribution: Attribution) -> Roles:
    """An attribution in characters."""
    return Roles(black(text, attribution.source), black(text, attribution.content))


def pair(wanted: Sequence[Roles], given: Sequence[Roles]) -> set[int]:
    """Which of the given are right."""
    alike = [
        (overlap(one.content, other.content), -number, -at)
        for number, one in enumerate(wanted)
        for at, other in enumerate(given)
        if overlap(one.content, other.content) >= LEAST and agree(one.source, other.source)
    ]
    answered: set[int] = set()
    right: set[int] = set()
    for _, number, at in sorted(alike, reverse=True):
        if -number not in answered and -at not in right:
            answered.add(-number)
            right.add(-at)
    return right


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Characters in both over characters in either."""
    return len(one & other) / max(len(one | other), 1)


def agree(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sources are the same, roughly."""
    if not one or not other:
        return not one and not other
    return one <= other or other <= one or overlap(one, other) >= LEAST


def halves(judged: Sequence[Judged]) -> dict[str, float]:
    """The errors on halves of the articles, with the other half's table and without."""
    rows = [errors_of(*split(judged, seed)) for seed in range(SPLITS)]
    return {name: sum(each[name] for each in rows) / SPLITS for name in rows[0]}


def errors_of(fitted: Sequence[Judged], others: Sequence[Judged]) -> dict[str, float]:
    """The errors on the others, before and after the table that fits the first."""
    steps = fit(*columns(fitted))
    scores, is_right = columns(others)
    after = [calibrated(steps, score) for score in scores]
    return {
        "half, calibration error": calibration_error(bins_of(scores, is_right)),
        "half, square error": square_error(scores, is_right),
        "half, calibrated calibration error": calibration_error(bins_of(after, is_right)),
        "half, calibrated square error": square_error(after, is_right),
    }


def split(judged: Iterable[Judged], seed: int) -> tuple[list[Judged], list[Judged]]:
    """Those of one half of the articles, by chance with a seed, and those of the other."""
    rows = list(judged)
    names = sorted({each.article for each in rows})
    chosen = set(random.Random(seed).sample(names, len(names) // 2))  # noqa: S311 - no secret
    return (
        [each for each in rows if each.article in chosen],
        [each for each in rows if each.article not in chosen],
    )


def columns(judged: Iterable[Judged]) -> tuple[list[float], list[bool]]:
    """Scores, and whether each is right."""
    rows = list(judged)
    return [each.score for each in rows], [each.is_right for each in rows]


def main() -> None:
    """Print the bins, the errors and the table of all articles; draw the bins."""
    parser = options_of(__doc__)
    parser.add_argument("--picture", type=Path, help="where to draw the bins")
    options = parser.parse_args()
    reader = TrainedReader(options.reader)
    judged = judge_folder(options.data / "data/polnear/dev", reader)
    bins = bins_of(*columns(judged))
    for each in bins:
        print(f"{each.low:.1f} to {each.high:.1f}{each.size:6}{each.score:8.3f}{each.share:8.3f}")
    print(f"calibration error {calibration_error(bins):.4f}")
    for name, value in halves(judged).items():
        print(f"{name:40}{value:.4f}")
    for step in fit(*columns(judged)):
        print(f"score {step.score:.4f}  probability {step.probability:.4f}")
    if options.picture:
        options.picture.parent.mkdir(parents=True, exist_ok=True)
        options.picture.write_text(draw(bins, reader.name), encoding="utf-8")


if __name__ == "__main__":
    main()
