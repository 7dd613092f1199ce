"""Markings -> which source goes with which cue and content.

The markings of an article, in reading order, are written as a line of letters with the
breaks between them: "SCK" is source, cue, content; "QSC|M" a quotation, its source and
cue, then, in the next sentence, more of the quotation. The line is cut into groups, each
an attribution, so that the groups' patterns are together the likeliest; how likely a
pattern is was counted in PolNeAR train (`lexicon/data/links.toml`). A group without a
source takes the one before it in its sentence: "[She] said that … and added that …".

Source: the cut is the best path of Viterbi (1967); the patterns are ours.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from whence.ledger.marking import Marking, Role
from whence.ledger.span import Span, Spans, hull
from whence.text.sentences import Positions

LONGEST = 6  # pieces of a group; longer ones are 0.4 % of PolNeAR train, 2026-11

_QUOTE = re.compile(r"[\"“„«]|''|``|‘(?=\w)")


@dataclass(frozen=True, slots=True)
class Linked:
    """The spans of one attribution; `score` is the mean of its markings' scores."""

    source: Spans
    cue: Spans
    content: Spans
    score: float


@dataclass(frozen=True, slots=True)
class Patterns:
    """How dear each pattern is.

    Attributes:
        costs: Negative logarithm of its share among the patterns counted.
        left_over: Cost of a single marking, by its letter, that ends up in no group.
    """

    costs: Mapping[str, float]
    left_over: Mapping[str, float]


def link(
    text: str,
    markings: Sequence[Marking],
    paragraphs: Sequence[tuple[int, int]],
    sentences: Sequence[Span],
    patterns: Patterns,
) -> list[Linked]:
    """The attributions of some markings, in reading order of their contents.

    Args:
        text: The article's text.
        markings: In reading order, apart.
        paragraphs: Ascending pairs; no group but a running quotation crosses them.
        sentences: Ascending.
        patterns: Counted costs.
    """
    joined = join_further_pieces(join_touching(text, without_recipients(text, markings)))
    letters = [letter_of(text, group) for group in joined]
    breaks = find_breaks([group[0] for group in joined], paragraphs, sentences)
    groups = _cut(letters, breaks, patterns)
    found: list[Linked] = []
    last_source: tuple[Spans, int] | None = None
    at_sentence = Positions(sentences)
    for first, last in groups:
        members = joined[first:last]
        parts = {role: _pieces(members, role) for role in Role}
        if not parts[Role.CONTENT]:
            if parts[Role.SOURCE]:
                last_source = parts[Role.SOURCE], at_sentence.index(parts[Role.SOURCE][0].start)
            continue
        here = at_sentence.index(hull([*parts[Role.CUE], *parts[Role.CONTENT]]).start)
        source = parts[Role.SOURCE]
        if not source and last_source and last_source[1] == here and parts[Role.CUE]:
            source = last_source[0]
        if source:
            last_source = source, at_sentence.index(source[-1].start)
        scores = [piece.score for group in members for piece in group]
        found.append(
            Linked(source, parts[Role.CUE], parts[Role.CONTENT], sum(scores) / len(scores))
        )
    return found


def without_recipients(text: str, markings: Sequence[Marking]) -> list[Marking]:
    """The markings without whom a source spoke to: "[X] [had warned] [party leaders] that …"."""
    kept: list[Marking] = []
    for marking in markings:
        before = kept[-2:]
        is_recipient = (
            marking.role is Role.SOURCE
            and [each.role for each in before] == [Role.SOURCE, Role.CUE]
            and not text[before[0].span.end : before[1].span.start].strip(" ,")
            and not text[before[1].span.end : marking.span.start].strip()
        )
        if not is_recipient:
            kept.append(marking)
    return kept


def join_touching(text: str, markings: Sequence[Marking]) -> list[Marking]:
    """The markings with contents that nothing but a blank parts as one."""
    joined: list[Marking] = []
    for marking in markings:
        last = joined[-1] if joined else None
        is_content = last is not None and last.role is marking.role is Role.CONTENT
        if (
            last
            and is_content
            and not marking.is_more
            and text[last.span.end : marking.span.start] == " "
        ):
            whole = Span(last.span.start, marking.span.end)
            joined[-1] = replace(last, span=whole, score=max(last.score, marking.score))
        else:
            joined.append(marking)
    return joined


def join_further_pieces(markings: Sequence[Marking]) -> list[list[Marking]]:
    """Markings, with further pieces of a content that follow each other directly together."""
    joined: list[list[Marking]] = []
    for marking in markings:
        is_run = joined and marking.is_more and joined[-1][-1].is_more
        if is_run:
            joined[-1].append(marking)
        else:
            joined.append([marking])
    return joined


def letter_of(text: str, group: Sequence[Marking]) -> str:
    """S source, C cue, M more of a content, Q quotation, K other content."""
    marking = group[0]
    if marking.role is Role.SOURCE:
        return "S"
    if marking.role is Role.CUE:
        return "C"
    if marking.is_more:
        return "M"
    around = text[max(0, marking.span.start - 2) : marking.span.start + 3]
    return "Q" if _QUOTE.search(around) else "K"


def write_pattern(letters: Sequence[str], breaks: Sequence[str]) -> str:
    """The pattern of some pieces; `breaks` are those between them, one fewer."""
    return "".join(letter + mark for letter, mark in zip(letters, [*breaks, ""], strict=True))


def find_breaks(
    heads: Sequence[Marking],
    paragraphs: Sequence[tuple[int, int]],
    sentences: Sequence[Span],
) -> list[str]:
    """Between each two pieces: "" the same sentence, "|" another, "/" another paragraph."""
    in_paragraph, in_sentence = Positions(paragraphs), Positions(sentences)
    breaks = []
    for one, other in pairwise(heads):
        first, second = one.span.start, other.span.start
        if in_paragraph.index(first) != in_paragraph.index(second):
            breaks.append("/")
        elif in_sentence.index(first) != in_sentence.index(second):
            breaks.append("|")
        else:
            breaks.append("")
    return breaks


def _cut(
    letters: Sequence[str], breaks: Sequence[str], patterns: Patterns
) -> list[tuple[int, int]]:
    """The [first, last) ranges of the cheapest groups."""
    costs, steps = [0.0], [0]
    for end in range(1, len(letters) + 1):
        best, start = math.inf, end - 1
        for size in range(1, min(LONGEST, end) + 1):
            first = end - size
            pattern = write_pattern(letters[first:end], breaks[first : end - 1])
            cost = patterns.costs.get(pattern, math.inf)
            if size == 1:
                cost = min(cost, patterns.left_over[letters[first]])
            if costs[first] + cost < best:
                best, start = costs[first] + cost, first
        costs.append(best)
        steps.append(start)
    groups = []
    end = len(letters)
    while end:
        groups.append((steps[end], end))
        end = steps[end]
    return groups[::-1]


def _pieces(groups: Sequence[Sequence[Marking]], role: Role) -> Spans:
    return tuple(piece.span for group in groups for piece in group if piece.role is role)
