"""Values of the head for factuality, and scorers on the development data."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np

from gates import factuality, names, trees
from training.corpora import conllu, crossner, megaveridicality
from whence.reader.read import TrainedReader


def test_each_label_has_the_value_at_its_predicate(shared: Path) -> None:
    """A value is given for each judged predicate, in the order of its labels."""
    documents = megaveridicality.load(shared / "data", "dev")[:3]
    given, gold = factuality.pairs(documents, TrainedReader())
    assert gold.tolist() == [v for each in documents for v in (each.factuality or {}).values()]
    assert np.isfinite(given).all()


def test_every_token_of_a_tree_is_counted(shared: Path) -> None:
    """The counts of a treebank are of all its tokens."""
    documents = conllu.load(shared / trees.FILES[0])[:2]
    counts = trees.count(documents, TrainedReader())
    assert counts["tokens"] == sum(len(part) for each in documents for part in each.paragraphs)
    assert counts["arcs"] <= counts["heads"] <= counts["tokens"]


def test_names_of_three_figures_are_counted(shared: Path) -> None:
    """The two coarse figures have the same names to find."""
    documents = list(islice(crossner.load(shared / "data", "dev"), 3))
    exact, politics, own = names.count(documents, TrainedReader()).values()
    assert politics.gold == own.gold <= exact.gold
