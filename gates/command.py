"""The command line of one scorer by itself."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from whence.reader.read import TrainedReader

Measure = Callable[[Path, TrainedReader], Mapping[str, float]]


def options_of(about: str | None) -> argparse.ArgumentParser:
    """The options that every scorer has."""
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the shared folder")
    parser.add_argument("--reader", type=Path, help="folder of its files; by default the package's")
    return parser


def halves_of(about: str | None) -> argparse.Namespace:
    """`data`, `half` (0, 1, None for all) and `list` of a scorer by rules; a list is of half 0."""
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the shared folder")
    parser.add_argument("--half", type=int, choices=(0, 1), help="one half of the documents")
    parser.add_argument("--list", action="store_true", help="print what differs, of half 0 only")
    options = parser.parse_args()
    if options.list:
        options.half = 0
    return options


def print_figures(about: str | None, measure: Measure) -> None:
    """Run a scorer and print a line for each figure."""
    options = options_of(about).parse_args()
    for name, value in measure(options.data, TrainedReader(options.reader)).items():
        print(f"{name:52}{value:8.4f}")
