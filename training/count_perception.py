"""Counts what people understand by estimative phrases: writes `lexicon/data/perception.toml`.

    python -m training.count_perception --data DIR

Reads `estimative/absolute_judgements.csv.gz` of adamkucharski/CAPphrase: 5,174 people gave
each of 19 phrases a probability of 0 to 100. As its author does, an answer further than four
standard deviations from the mean of its phrase is dropped; the quartiles are of the rest.
"""

from __future__ import annotations

import argparse
import csv
import gzip
from collections import defaultdict
from pathlib import Path
from statistics import fmean, quantiles, stdev

MOST_DEVIATIONS = 4


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with estimative/")
    parser.add_argument("--out", type=Path, default=Path("src/whence/lexicon/data/perception.toml"))
    options = parser.parse_args()
    answers: dict[str, list[float]] = defaultdict(list)
    path = options.data / "estimative" / "absolute_judgements.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            answers[row["term"].lower()].append(float(row["probability"]))
    lines = [line_of(term, numbers) for term, numbers in sorted(answers.items())]
    text = "\n".join([HEADER, *(f'  "{line}",' for line in lines), "]", ""])
    options.out.write_text(text, encoding="utf-8")


def line_of(term: str, answers: list[float]) -> str:
    """A phrase, its quartiles as shares of one, and the number of answers they are of."""
    kept = without_outliers(answers)
    shares = (quartile / 100 for quartile in quantiles(kept, n=4, method="inclusive"))
    return " | ".join([term, *(f"{share:.2f}" for share in shares), str(len(kept))])


def without_outliers(answers: list[float]) -> list[float]:
    """The answers within four standard deviations of their mean."""
    mean, most = fmean(answers), MOST_DEVIATIONS * stdev(answers)
    return [answer for answer in answers if abs(answer - mean) <= most]


HEADER = """\
# What people understand by estimative phrases; probabilities from 0 to 1.
# This is perception and no service's yardstick: yardsticks are in yardsticks.toml.
#
# Made from the data of adamkucharski/CAPphrase by Adam Kucharski
# (https://github.com/adamkucharski/CAPphrase), licensed under CC BY 4.0:
# https://creativecommons.org/licenses/by/4.0/. Changed: answers further than four standard
# deviations from the mean of their phrase dropped, as he does, and the rest summed up.

[perceived]
source = "Kucharski's CAPphrase data, CC BY 4.0; by training/count_perception.py, 2026-11"
licence = "CC-BY-4.0"
# phrase | first quartile | median | third quartile | answers
words = ["""


if __name__ == "__main__":
    main()
