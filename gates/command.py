"""The command line of the scorers of quantities and times."""

from __future__ import annotations

import argparse
from pathlib import Path


def options_given(about: str | None) -> argparse.Namespace:
    """`data`, `half` (0, 1 or None for all) and `list`; a list is of half 0 only."""
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
