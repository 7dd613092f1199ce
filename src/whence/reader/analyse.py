"""Rows of tokens -> markings, sentences, names and trees."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from whence.ledger.marking import Analysis, Marking, Name, Parse, Role
from whence.reader.chains import Piece, best_of_levels, pieces_of
from whence.reader.heads import PARTS, PIECES, RELATIONS
from whence.reader.links import hang
from whence.reader.names import names_of
from whence.reader.references import INSIDE, MENTIONED, antecedents
from whence.reader.rows import Rows
from whence.reader.sentences import sentence_numbers
from whence.reader.trees import parse
from whence.reader.weights import HeadWeights

Numbers = npt.NDArray[np.int64]

PREDICATES = frozenset({"VERB", "AUX", "NOUN", "ADJ"})


def analyse(rows: Rows, weights: HeadWeights) -> Analysis:
    """Everything that the rows say."""
    outer, found_inside = _pieces(rows, weights)
    onto = _hang(rows, outer, [0] * len(outer), weights)
    holders = _holders(outer, onto)
    inner = [
        (piece, holder)
        for piece in found_inside
        if (holder := _holder(outer, holders, piece)) is not None
    ]
    inner_pieces, within = [each for each, _ in inner], [holder for _, holder in inner]
    inner_onto = _hang(rows, inner_pieces, within, weights)
    sentences = sentence_numbers(rows)
    cuts = [*np.flatnonzero(np.diff(sentences, prepend=-1)).tolist(), len(sentences)]
    return Analysis(
        outer=_markings(rows, outer, onto, [None] * len(outer)),
        inner=_markings(rows, inner_pieces, inner_onto, within),
        sentences=tuple(rows.span(first, end - 1) for first, end in pairwise(cuts)),
        names=tuple(
            Name(rows.span(each.first, each.last), each.kind, each.score)
            for each in names_of(rows.head("names"), rows.opens)
        ),
        parse=parse_sentences(rows, sentences, weights),
    )


def _pieces(rows: Rows, weights: HeadWeights) -> tuple[list[Piece], list[Piece]]:
    """The pieces of outer and of inner attributions."""
    levels = [rows.head("outer"), rows.head("inner") + READY]
    outer, inner = best_of_levels(levels, rows.chains, weights.chains)
    return pieces_of(outer, levels[0]), pieces_of(inner, levels[1])


def _hang(
    rows: Rows, pieces: Sequence[Piece], groups: Sequence[int], weights: HeadWeights
) -> list[int | None]:
    """What each piece hangs on, window by window."""
    found: list[int | None] = []
    starts = [piece.first for piece in pieces]
    for window, part in zip(rows.windows, rows.parts, strict=True):
        first = bisect_right(starts, window.start - 1)
        last = bisect_right(starts, window.start + len(part) - 1)
        here = hang(pieces[first:last], groups[first:last], part, window.start, weights.links)
        found += [None if at is None else at + first for at in here]
    return found


def _holders(outer: Sequence[Piece], onto: Sequence[int | None]) -> list[tuple[int, int, int]]:
    """(first token, last token, index of the content) of each piece of a content."""
    return [
        (piece.first, piece.last, at if hangs is None or not piece.is_more else hangs)
        for at, (piece, hangs) in enumerate(zip(outer, onto, strict=True))
        if piece.role == "content"
    ]


def _holder(
    outer: Sequence[Piece], holders: Sequence[tuple[int, int, int]], piece: Piece
) -> int | None:
    """The outer content that holds an inner piece."""
    at = bisect_right(holders, (piece.first, len(outer) + piece.last + 10**9, 0)) - 1
    if at < 0 or holders[at][1] < piece.last:
        return None
    return holders[at][2]


def _markings(
    rows: Rows,
    pieces: Sequence[Piece],
    onto: Sequence[int | None],
    within: Sequence[int | None],
) -> tuple[Marking, ...]:
    return tuple(
        Marking(
            Role(each.role), rows.span(each.first, each.last), each.is_more, each.score, at, holder
        )
        for each, at, holder in zip(pieces, onto, within, strict=True)
    )


def parse_sentences(rows: Rows, sentences: Numbers, weights: HeadWeights) -> Parse:
    """The trees of sentences, numbered by token; a window's end cuts one that goes on."""
    parts = rows.head("part").argmax(axis=1)
    heads, relations, before = [], [], []
    for window, part in zip(rows.windows, rows.parts, strict=True):
        here = slice(window.start, window.start + len(part))
        own = sentences[here] - sentences[window.start]
        tree, kinds = parse(part, own, weights.trees)
        at = np.flatnonzero(_MENTIONED[parts[here]] & ~_INSIDE[kinds])
        earlier = np.full(len(part), -1)
        found = antecedents(part, at, weights.references)
        earlier[at] = np.where(found < 0, -1, found + window.start)
        heads.append(np.where(tree < 0, -1, tree + window.start))
        relations.append(kinds)
        before.append(earlier)
    return _as_parse(rows, parts, heads, relations, before, weights)


def _as_parse(
    rows: Rows,
    parts: Numbers,
    heads: Sequence[Numbers],
    relations: Sequence[Numbers],
    before: Sequence[Numbers],
    weights: HeadWeights,
) -> Parse:
    hidden = np.maximum(rows.head("happened"), 0)
    happened = np.where(
        _PREDICATE[parts], hidden @ weights.happened + weights.happened_bias, 0.0
    ).round(2)
    starts, ends = zip(*rows.tokens, strict=True) if rows.tokens else ((), ())
    return Parse(
        starts=starts,
        ends=ends,
        parts=tuple(map(PARTS.__getitem__, parts.tolist())),
        heads=_flat(heads),
        relations=tuple(map(RELATIONS.__getitem__, _flat(relations))),
        happened=tuple(happened.tolist()),
        antecedents=_flat(before),
    )


def _flat(arrays: Sequence[Numbers]) -> tuple[int, ...]:
    return tuple(chain.from_iterable(array.tolist() for array in arrays))


READY = np.array([0.5 if label[0] in "BSM" else 0.0 for label in PIECES], np.float32)
"""Added to the scores of labels that begin an inner piece; chosen on our articles held back."""

_MENTIONED = np.array([part in MENTIONED for part in PARTS])
_INSIDE = np.array([relation in INSIDE for relation in RELATIONS])
_PREDICATE = np.array([part in PREDICATES for part in PARTS])
