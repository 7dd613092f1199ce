"""The corpora -> windows for each stage of the training.

First stage: everything but what only GUM has (attributions inside attributions, references).
Second stage: that too, and for PolNeAR the inner attributions that the network of the first
stage finds when it reads each annotated content again (`training.inner`). Third stage: the same
with attributions first, and inner ones found by the network of the second stage. Fourth stage:
everything once more, with capitals. Fifth stage: attributions again, with our own articles,
in which people marked the nested ones. Sixth stage: from the mean of the networks of the fourth
and the fifth once over both.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.corpora import crossner, ewt, gum, megaveridicality, ours, polnear, re3d
from training.corpora.polnear import Annotated
from training.corpora.polnear_documents import Inside, curl_quotes, to_document
from training.corpora.records import Document
from training.swaps import Pool, pool_of, swap
from training.windows import Labelled, make_windows
from whence.reader.windows import Pieces

POLITICAL = 6  # times that CrossNER is seen in an epoch of the second stage
KEPT = 0.2  # of the treebank's documents that an epoch of the third stage sees
SWAPPED = 10  # times that CrossNER is seen in an epoch of the fourth stage
OURS = 4  # times that our own articles are seen in an epoch of the fifth stage
TREES = 0.6  # of EWT that an epoch of the fifth stage sees
REMEMBERED = 60  # articles of PolNeAR that a fold sees again
REPEATED = 2  # times that GUM is seen in an epoch of the second stage


@dataclass(frozen=True)
class Corpora:
    """Everything that is trained on, as loaded."""

    polnear: list[Annotated]
    ewt: list[Document]
    gum: list[Document]
    politics: list[Document]
    ours: list[Document]
    pool: Pool
    others: list[Document]


def load(data: Path) -> Corpora:
    """The training parts."""
    politics = crossner.load(data, "train")
    return Corpora(
        polnear.load(data / "polnear" / "train"),
        ewt.load(data, "train"),
        gum.load(data, "train"),
        politics,
        ours.load("train"),
        pool_of(politics, data),
        [*re3d.load(data), *megaveridicality.load(data, "train")],
    )


def without_attributions(document: Document) -> Document:
    """A document with neither its attributions nor its references."""
    return replace(document, attributions=None, mentions=None)


def first_stage(pieces: Pieces, corpora: Corpora, epoch: int, seed: int) -> list[Labelled]:
    """The windows of one epoch of the first stage."""
    chance = random.Random(seed * 1000 + epoch)
    windows = [
        window
        for article in corpora.polnear
        for window in make_windows(
            pieces, to_document(article, curl_quotes(article.text, chance)), is_nested=False
        )
    ]
    trees = [*corpora.ewt, *map(without_attributions, corpora.gum)]
    windows += windows_of(
        pieces, [*trees, *sample(trees, 0.5, chance), *corpora.others], is_nested=False
    )
    for document in [*corpora.politics, *corpora.politics]:
        own = replace(document, names=None)
        windows += make_windows(pieces, own, is_nested=False, politics=document)
    return windows


def political(
    pieces: Pieces, corpora: Corpora, times: int, chance: random.Random
) -> list[Labelled]:
    """CrossNER's sentences, first as they are, then with other names in them."""
    windows = []
    for number in range(times):
        for document in corpora.politics:
            one = swap(document, corpora.pool, chance) if number else document
            own = crossner.as_names(one)
            windows += make_windows(pieces, own, is_nested=False, politics=one)
    return windows


def second_stage(
    pieces: Pieces, corpora: Corpora, inside: Sequence[Inside], epoch: int, seed: int
) -> list[Labelled]:
    """The windows of one epoch of the second stage.

    Args:
        pieces: Of the network's vocabulary.
        corpora: As loaded.
        inside: For each article of PolNeAR what is inside its contents; shorter where only
            the first articles are to be learned from.
        epoch: Its number.
        seed: Decides the chances.
    """
    chance = random.Random(seed * 2000 + epoch)
    windows = attributions(pieces, corpora, inside, chance)
    share = len(inside) / len(corpora.polnear)
    windows += windows_of(pieces, corpora.gum * REPEATED, is_nested=True)
    windows += windows_of(
        pieces, sample([*corpora.ewt, *corpora.others], share, chance), is_nested=False
    )
    return windows + political(pieces, corpora, max(1, round(POLITICAL * share)), chance)


def third_stage(
    pieces: Pieces, corpora: Corpora, inside: Sequence[Inside], epoch: int, seed: int
) -> list[Labelled]:
    """The windows of one epoch of the third stage: mostly attributions."""
    chance = random.Random(seed * 3000 + epoch)
    windows = attributions(pieces, corpora, inside, chance)
    windows += windows_of(pieces, corpora.gum, is_nested=True)
    windows += windows_of(
        pieces, sample([*corpora.ewt, *corpora.others], KEPT, chance), is_nested=False
    )
    return windows + political(pieces, corpora, 2, chance)


def fourth_stage(
    pieces: Pieces, corpora: Corpora, inside: Sequence[Inside], epoch: int, seed: int
) -> list[Labelled]:
    """The windows of one epoch of the fourth stage: everything once, names often."""
    chance = random.Random(seed * 4000 + epoch)
    windows = attributions(pieces, corpora, inside, chance)
    windows += windows_of(pieces, corpora.gum, is_nested=True)
    windows += windows_of(
        pieces, [*corpora.ewt, *sample(corpora.others, 0.5, chance)], is_nested=False
    )
    return windows + political(pieces, corpora, SWAPPED, chance)


def fifth_stage(
    pieces: Pieces, corpora: Corpora, inside: Sequence[Inside], epoch: int, seed: int
) -> list[Labelled]:
    """The windows of one epoch of the fifth stage: attributions, and our own articles often."""
    chance = random.Random(seed * 5000 + epoch)
    windows = attributions(pieces, corpora, inside, chance)
    windows += windows_of(pieces, [*corpora.gum, *(corpora.ours * OURS)], is_nested=True)
    windows += windows_of(
        pieces,
        [*sample(corpora.ewt, TREES, chance), *sample(corpora.others, KEPT, chance)],
        is_nested=False,
    )
    return windows + political(pieces, corpora, POLITICAL, chance)


def sixth_stage(
    pieces: Pieces, corpora: Corpora, inside: Sequence[Inside], epoch: int, seed: int
) -> list[Labelled]:
    """The windows of the sixth stage: those of the fifth, and the trees that it left out."""
    chance = random.Random(seed * 7000 + epoch)
    windows = fifth_stage(pieces, corpora, inside, epoch + 2, seed)
    windows += windows_of(pieces, sample(corpora.ewt, 1 - TREES, chance), is_nested=False)
    return windows


def fold_stage(
    pieces: Pieces, corpora: Corpora, inside: Sequence[Inside], epoch: int, seed: int
) -> list[Labelled]:
    """The windows of one fold: GUM, and so much of the others that they are not forgotten."""
    chance = random.Random(seed * 6000 + epoch)
    windows = attributions(pieces, corpora, inside[:REMEMBERED], chance)
    windows += windows_of(pieces, [*corpora.gum, *corpora.ours], is_nested=True)
    windows += windows_of(pieces, sample(corpora.ewt, KEPT, chance), is_nested=False)
    return windows


def windows_of(pieces: Pieces, documents: Sequence[Document], *, is_nested: bool) -> list[Labelled]:
    """The windows of some documents, one after the other."""
    return [
        window
        for document in documents
        for window in make_windows(pieces, document, is_nested=is_nested)
    ]


def attributions(
    pieces: Pieces, corpora: Corpora, inside: Sequence[Inside], chance: random.Random
) -> list[Labelled]:
    """PolNeAR's articles, with what was found inside their contents."""
    return [
        window
        for article, inner in zip(corpora.polnear, inside, strict=False)
        for window in make_windows(
            pieces, to_document(article, curl_quotes(article.text, chance), inner), is_nested=True
        )
    ]


def sample(documents: Sequence[Document], share: float, chance: random.Random) -> list[Document]:
    """A part of some documents, by chance."""
    return [document for document in documents if chance.random() < share]
