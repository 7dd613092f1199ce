"""Counts how the parts of an attribution follow each other: writes `lexicon/data/links.toml`.

    python -m training.count_links --data DIR

Reads PolNeAR train's own spans, not a reader's. A source that several attributions share
counts once, with the first; the others count as patterns without a source.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from training.corpora import polnear
from training.examples import PARAGRAPH
from whence.attributions.link import (
    LONGEST,
    find_breaks,
    join_further_pieces,
    letter_of,
    write_pattern,
)
from whence.ledger.article import Block, BlockKind
from whence.ledger.marking import Marking, Role
from whence.ledger.span import Span
from whence.text.sentences import split_sentences

LEAST = 2  # patterns seen once are left to chance


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/")
    parser.add_argument("--out", type=Path, default=Path("src/whence/lexicon/data/links.toml"))
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for article in polnear.load(options.data / "polnear" / "train"):
        counts.update(patterns_of(article))
    rows = [f'"{name}" = {count}' for name, count in counts.most_common() if count >= LEAST]
    options.out.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")


def patterns_of(article: polnear.Annotated) -> list[str]:
    """The pattern of each attribution whose parts stand together."""
    paragraphs = [match.span() for match in PARAGRAPH.finditer(article.text)]
    blocks = [Block(BlockKind.PARAGRAPH, *pair) for pair in paragraphs]
    sentences = split_sentences(article.text, blocks)
    owners: dict[tuple[int, int], tuple[Marking, int]] = {}
    for number, roles in enumerate(article.attributions):
        for role, pieces in roles.items():
            for index, pair in enumerate(pieces):
                is_more = role == "content" and index > 0
                marking = Marking(Role(role), Span(*pair), is_more, 1.0)
                owners.setdefault(pair, (marking, number))
    ordered = [owners[pair] for pair in sorted(owners)]
    found = []
    for number in range(len(article.attributions)):
        own = [index for index, (_, owner) in enumerate(ordered) if owner == number]
        if not own or own[-1] - own[0] + 1 != len(own):
            continue
        groups = join_further_pieces([ordered[index][0] for index in own])
        if len(groups) <= LONGEST:
            letters = [letter_of(article.text, group) for group in groups]
            heads = [group[0] for group in groups]
            found.append(write_pattern(letters, find_breaks(heads, paragraphs, sentences)))
    return found


HEADER = """\
# How the parts of an attribution follow each other.
# S source, C cue, Q quotation, K other content, M more of a content;
# | the next sentence, / the next paragraph.

source = "counted in PolNeAR train by training/count_links.py, 2026-11"

# what a marking costs that ends up in no attribution, by its letter (natural logarithm)
[left_over]
S = 3.5
C = 3.5
K = 7.0
Q = 7.0
M = 7.0

[patterns]"""


if __name__ == "__main__":
    main()
