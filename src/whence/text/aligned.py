"""Two texts in paragraphs of sentences -> their paragraphs side by side, what changed in each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise, product

from whence.ledger.span import Span

Paragraph = tuple[str, ...]
"""The sentences of a paragraph, each with the white space after it."""

LEAST_SHARED = 0.3
"""Share of the words of two paragraphs that both have, from which they are taken for one."""
MOST_PARAGRAPHS = 10_000
"""Pairs of changed paragraphs that are looked at; of more, each stands alone."""
MOST_WORDS = 250_000
"""Pairs of words of a paragraph that are looked at; of more, the whole is told as replaced."""

_WORD = re.compile(r"\S+\s*")


class Change(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow each other and share a fate."""

    change: Change
    words: str


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph in both texts.

    Attributes:
        before: None where only the later text has it.
        after: None where only the earlier text has it.
    """

    before: Runs | None
    after: Runs | None

    @property
    def is_same(self) -> bool:
        """Whether nothing changed in it."""
        runs = (*(self.before or ()), *(self.after or ()))
        is_both = self.before is not None and self.after is not None
        return is_both and all(each.change is Change.SAME for each in runs)


def paragraphs_of(text: str, blocks: Sequence[Span], sentences: Sequence[Span]) -> list[Paragraph]:
    """The blocks of a text, cut where its sentences begin; a text without blocks is one."""
    starts = [each.start for each in sentences]
    found = []
    for block in blocks or ([Span(0, len(text))] if text else []):
        first, last = bisect_right(starts, block.start), bisect_right(starts, block.end - 1)
        cuts = [block.start, *starts[first:last], block.end]
        pieces = (text[start:end] for start, end in pairwise(cuts))
        found.append(tuple(each for each in pieces if each))
    return found


def aligned(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[Pair]:
    """Every paragraph of both, in order; those that say mostly the same stand side by side."""
    ones, twos = ([_key(each) for each in text] for text in (before, after))
    found: list[Pair] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, ones, twos, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs = zip(before[i1:i2], after[j1:j2], strict=True)
            found += [
                Pair(_whole(one, Change.SAME), _whole(two, Change.SAME)) for one, two in pairs
            ]
        else:
            found += _replaced(before[i1:i2], after[j1:j2])
    return found


def _key(paragraph: Paragraph) -> str:
    """What two prints of one paragraph share: white space does not count."""
    return " ".join("".join(paragraph).split())


def _whole(paragraph: Paragraph, change: Change) -> Runs:
    return (Run(change, "".join(paragraph)),)


def _replaced(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[Pair]:
    """Paragraphs that changed: the pairs that share most words in order, what is left alone."""
    done = 0
    for at, other in enumerate(_partners(before, after)):
        if other is None:
            yield Pair(_whole(before[at], Change.GONE), None)
            continue
        yield from (Pair(None, _whole(each, Change.NEW)) for each in after[done:other])
        yield _compared(before[at], after[other])
        done = other + 1
    yield from (Pair(None, _whole(each, Change.NEW)) for each in after[done:])


def _partners(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[int | None]:
    """For each paragraph the one that it became, ascending; None where it became none."""
    if len(before) * len(after) > MOST_PARAGRAPHS:
        return [None] * len(before)
    ones, twos = ([set(_key(each).casefold().split()) for each in text] for text in (before, after))
    best = [[0.0] * (len(twos) + 1) for _ in range(len(ones) + 1)]
    pairs: set[tuple[int, int]] = set()
    for i, j in product(reversed(range(len(ones))), reversed(range(len(twos)))):
        shared = _shared(ones[i], twos[j])
        best[i][j] = max(best[i + 1][j], best[i][j + 1])
        if shared and shared + best[i + 1][j + 1] > best[i][j]:
            best[i][j] = shared + best[i + 1][j + 1]
            pairs.add((i, j))
    found: list[int | None] = [None] * len(ones)
    i = j = 0
    while i < len(ones) and j < len(twos):
        if (i, j) in pairs:
            found[i] = j
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _shared(one: set[str], two: set[str]) -> float:
    """Share of the words of either that both have; 0 below the least."""
    share = len(one & two) / max(len(one | two), 1)
    return share if share >= LEAST_SHARED else 0.0


def _compared(before: Paragraph, after: Paragraph) -> Pair:
    """One paragraph in both: sentence by sentence, and by words where a sentence changed."""
    ones, twos = ([_key((each,)) for each in text] for text in (before, after))
    left: list[Run] = []
    right: list[Run] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, ones, twos, autojunk=False).get_opcodes():
        one, two = "".join(before[i1:i2]), "".join(after[j1:j2])
        if tag == "equal":
            left.append(Run(Change.SAME, one))
            right.append(Run(Change.SAME, two))
        else:
            _by_words(one, two, left, right)
    return Pair(_joined(left), _joined(right))


def _by_words(before: str, after: str, left: list[Run], right: list[Run]) -> None:
    ones, twos = _WORD.findall(before), _WORD.findall(after)
    if len(ones) * len(twos) > MOST_WORDS:
        left.append(Run(Change.GONE, before))
        right.append(Run(Change.NEW, after))
        return
    keys, others = ([each.strip() for each in words] for words in (ones, twos))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, keys, others, autojunk=False).get_opcodes():
        is_same = tag == "equal"
        left.append(Run(Change.SAME if is_same else Change.GONE, "".join(ones[i1:i2])))
        right.append(Run(Change.SAME if is_same else Change.NEW, "".join(twos[j1:j2])))


def _joined(runs: Sequence[Run]) -> Runs:
    """The same words, with one run for those of one fate that follow each other."""
    found: list[Run] = []
    for each in _bare(runs):
        if not each.words:
            continue
        if found and found[-1].change is each.change:
            found[-1] = Run(each.change, found[-1].words + each.words)
        else:
            found.append(each)
    return tuple(found)


def _bare(runs: Sequence[Run]) -> Iterator[Run]:
    """The white space after what changed is no part of it, unless more that changed follows."""
    for each, after in zip(runs, [*runs[1:], None], strict=True):
        if after is not None and after.change is each.change:
            yield each
            continue
        words = each.words.rstrip()
        yield Run(each.change, words)
        yield Run(Change.SAME, each.words[len(words) :])
