"""GUM -> documents with trees, attributions, mentions and names.

Source: https://github.com/UniversalDependencies/UD_English-GUM and
https://github.com/amir-zeldes/gum.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from training.corpora import conllu
from training.corpora.gum_discourse import Reported, reports, tokens_in
from training.corpora.gum_entities import mentions_of, names_of
from training.corpora.gum_roles import Parts, Tree, parts_of
from training.corpora.records import Document, Said

FILES = {"train": "en_gum-ud-train.conllu.gz", "dev": "en_gum-ud-dev.conllu"}
UNSHIPPED = ("conversation",)
"""Genres whose licence keeps them out of weights that ship."""


def load(folder: Path, part: str, leave_out: Collection[str] = UNSHIPPED) -> list[Document]:
    """The documents of a part, "train" or "dev"; `folder` is the one that holds `ud`.

    An attribution without a cue, such as a byline under a whole text, is left out.
    """
    return [_document(parsed) for parsed in read(folder, part, leave_out)]


def reported(
    folder: Path, part: str, leave_out: Collection[str] = UNSHIPPED
) -> dict[str, list[Reported]]:
    """By document: each attribution relation by whole units, with its source's head."""
    found = {}
    for parsed in read(folder, part, leave_out):
        tree = Tree(parsed)
        made = []
        for report in reports(parsed):
            parts = parts_of(tree, report)
            made.append(report._replace(source=parts.head if parts else None))
        found[parsed.name] = made
    return found


def read(folder: Path, part: str, leave_out: Collection[str] = UNSHIPPED) -> list[conllu.Parsed]:
    """The parsed documents of a part without some genres."""
    parsed = conllu.read(folder / "ud" / "gum" / FILES[part])
    return [one for one in parsed if one.meta.get("meta::genre") not in leave_out]


def attributions_of(parsed: conllu.Parsed) -> tuple[Said, ...]:
    """The attributions of a document, outer ones before those inside them."""
    tree = Tree(parsed)
    found = [parts for report in reports(parsed) if (parts := parts_of(tree, report))]
    held = [tokens_in(parts.content) for parts in found]
    spans = [tokens_in(parts.cue + parts.content) for parts in found]
    holders = [
        [n for n, content in enumerate(held) if n != number and span <= content]
        for number, span in enumerate(spans)
    ]
    order = sorted(range(len(found)), key=lambda n: (len(holders[n]), _first(found[n])))
    place = {number: index for index, number in enumerate(order)}
    made = []
    for number in order:
        parts = found[number]
        inner = min(holders[number], key=lambda n: (len(held[n]), n), default=None)
        outer = None if inner is None else place[inner]
        made.append(Said(parts.source, parts.cue, parts.content, outer))
    return tuple(made)


def _first(parts: Parts) -> int:
    return min(tokens_in(parts.source + parts.cue + parts.content))


def _document(parsed: conllu.Parsed) -> Document:
    mentions = mentions_of(parsed)
    return conllu.document(
        parsed,
        attributions=attributions_of(parsed),
        mentions=mentions,
        names=names_of(parsed, mentions),
    )
