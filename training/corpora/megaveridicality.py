"""MegaVeridicality's templated sentences -> documents with the factuality of a predicate.

Source: https://github.com/njjiang/factuality_bert, after http://megaattitude.io
"""

from __future__ import annotations

from pathlib import Path

from training.corpora.factuality import load_judged
from training.corpora.records import Document


def load(folder: Path, part: str) -> list[Document]:
    """One document for each sentence of a part, "train" or "dev".

    Args:
        folder: The one that holds `factuality`.
        part: "train" or "dev".
    """
    judged = load_judged(folder / "factuality" / f"megaveridicality_{part}.jsonl")
    return [each.document(f"megaveridicality-{part}-{n}") for n, each in enumerate(judged)]
