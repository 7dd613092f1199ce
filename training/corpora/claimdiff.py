"""ClaimDiff -> pairs of claims of two outlets, of which one may strengthen the other.

Every fifth topic is held back.

Source: Ko et al. (2023), https://aclanthology.org/2023.findings-acl.289/
"""

from __future__ import annotations

import json
from pathlib import Path

from training.corpora.ecbplus import SentencePair

EVERY = 5


def load_pairs(file: Path, *, is_held_back: bool) -> list[SentencePair]:
    """The pairs of the topics that are held back, or of the others; same where A strengthens B."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    held = set(sorted({row["topic"] for row in rows})[::EVERY])
    return [
        SentencePair(row["claim_a"], row["claim_b"], bool(row["strengthen"]))
        for row in rows
        if (row["topic"] in held) == is_held_back
    ]
