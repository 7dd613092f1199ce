"""Documents -> windows with a label for each token and head, and batches of them.

The windows are those of `whence.reader.windows`, so training and reading see the same.
Letters: B windows, P pieces, W tokens, S spans, M mentions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from training.corpora.records import Document, Run, Said
from whence.reader.heads import NAMES, PARTS, PIECES, POLITICS, RELATIONS
from whence.reader.windows import PLAIN, SEP, Pieces, Window, encode

LEARNED = 250  # pieces of a window; longer than when reading, so that links are learned far
NOT = -100  # a label that is not known
SOURCE, CUE, CONTENT, MORE = range(4)


@dataclass
class Labelled:
    """A window and what is known of it.

    Attributes:
        rows: Head to the labels of its tokens, `NOT` where unknown; "happened" in floats.
        spans: (first, last, role, group) of each piece, group the attribution around it.
        links: For each span the span it hangs on: a content on its source, a cue and a
            further piece on the content; -1 for none, `NOT` where unknown.
        mentions: Tokens of mentions' heads, ascending; empty where not annotated.
        chains: Number of the chain of each.
    """

    window: Window
    rows: dict[str, np.ndarray] = field(default_factory=dict)
    spans: list[tuple[int, int, int, int]] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)
    chains: list[int] = field(default_factory=list)


def make_windows(
    pieces: Pieces, document: Document, *, is_nested: bool, politics: Document | None = None
) -> list[Labelled]:
    """The windows of a document.

    Args:
        pieces: Of the network's vocabulary.
        document: With its labels.
        is_nested: Whether its inner attributions are annotated.
        politics: The same with CrossNER's kinds of names.
    """
    found = []
    for window in encode(pieces, document.paragraphs, LEARNED):
        labelled = Labelled(window)
        _syntax(labelled, document)
        _names(labelled, document, "names")
        _names(labelled, politics, "politics")
        _happened(labelled, document)
        if document.attributions is not None:
            for level, name in enumerate(("outer", "inner")[: 1 + is_nested]):
                labelled.rows[name] = _pieces(window, document.attributions, level)
            _spans(labelled, document.attributions, is_nested=is_nested)
        _mentions(labelled, document)
        found.append(labelled)
    return found


def _syntax(labelled: Labelled, document: Document) -> None:
    start, count = labelled.window.start, len(labelled.window.firsts)
    here = range(start, start + count)
    rows = labelled.rows
    if document.parts is not None:
        rows["part"] = np.array([_number(PARTS, document.parts[at]) for at in here])
    if document.heads is not None and document.relations is not None:
        heads = [document.heads[at] for at in here]
        rows["arc"] = np.array(
            [
                0 if head < 0 else head - start + 1 if start <= head < start + count else NOT
                for head in heads
            ]
        )
        relations = [_number(RELATIONS, document.relations[at]) for at in here]
        rows["relation"] = np.where(rows["arc"] == NOT, NOT, relations)
    if document.sentences is not None:
        total = sum(map(len, document.paragraphs))
        ends = {at - 1 for at in (*document.sentences, total)}
        rows["ends"] = np.array([float(at in ends) for at in here])


def _number(labels: Sequence[str], name: str) -> int:
    return labels.index(name) if name in labels else NOT


def _names(labelled: Labelled, document: Document | None, head: str) -> None:
    if document is None or document.names is None:
        return
    labels = POLITICS if head == "politics" else NAMES
    start, count = labelled.window.start, len(labelled.window.firsts)
    row = np.zeros(count, dtype=np.int64)
    for (first, last), kind in document.names:
        for at in range(max(first, start), min(last + 1, start + count)):
            row[at - start] = labels.index(f"{'B' if at == first else 'I'}-{kind}")
    labelled.rows[head] = row


def _happened(labelled: Labelled, document: Document) -> None:
    if document.factuality is None:
        return
    start, count = labelled.window.start, len(labelled.window.firsts)
    values = [document.factuality.get(at, np.nan) for at in range(start, start + count)]
    labelled.rows["happened"] = np.array(values, dtype=np.float32)


def _depth(said: Sequence[Said], number: int) -> int:
    outer = said[number].outer
    return 0 if outer is None else 1 + _depth(said, outer)


def _pieces(window: Window, said: Sequence[Said], level: int) -> np.ndarray:
    """The labels of one level's pieces."""
    count = len(window.firsts)
    row = np.zeros(count, dtype=np.int64)
    for number, each in enumerate(said):
        if _depth(said, number) != level:
            continue
        for role, runs in (("Source", each.source), ("Cue", each.cue), ("Content", each.content)):
            for piece, run in enumerate(runs):
                _mark(row, window, run, role, is_more=role == "Content" and piece > 0)
    return row


def _mark(row: np.ndarray, window: Window, run: Run, role: str, *, is_more: bool) -> None:
    """Write one piece, a chain at a time; a content that crosses chains goes on as more."""
    first, after = max(run[0] - window.start, 0), min(run[1] + 1 - window.start, len(row))
    is_cut = run[0] < window.start
    if first >= after or row[first:after].any():
        return
    at = first
    while at < after:
        end = at + 1
        while end < after and not window.opens[end]:
            end += 1
        if role == "Content" and (is_more or at > first or is_cut):
            names = ["M-Content"] + [f"I-{role}"] * (end - at - 2) + [f"E-{role}"] * (end - at > 1)
        elif end - at == 1:
            names = [f"S-{role}"]
        else:
            names = [f"B-{role}"] + [f"I-{role}"] * (end - at - 2) + [f"E-{role}"]
        row[at:end] = [PIECES.index(name) for name in names]
        at = end


def _spans(labelled: Labelled, said: Sequence[Said], *, is_nested: bool) -> None:
    """The pieces in the window and what each hangs on."""
    numbers: dict[tuple[int, int, int, int], int] = {}

    def place(run: Run, role: int, group: int) -> int | None:
        """Number of a piece in the window; None where it is outside."""
        first, last = run[0] - labelled.window.start, run[1] - labelled.window.start
        if last < 0 or first >= len(labelled.window.firsts):
            return None
        key = (max(first, 0), min(last, len(labelled.window.firsts) - 1), role, group)
        if key not in numbers:
            numbers[key] = len(labelled.spans)
            labelled.spans.append(key)
            labelled.links.append(NOT)
        return numbers[key]

    for number, each in enumerate(said):
        if _depth(said, number) > (1 if is_nested else 0):
            continue
        group = -1 if each.outer is None else each.outer
        contents = [
            place(run, MORE if at else CONTENT, group) for at, run in enumerate(each.content)
        ]
        sources = [place(run, SOURCE, group) for run in each.source]
        cues = [place(run, CUE, group) for run in each.cue]
        head = contents[0]
        if head is not None:
            labelled.links[head] = -1 if not sources else NOT if sources[0] is None else sources[0]
        for other in (*cues, *contents[1:]):
            if other is not None and head is not None:
                labelled.links[other] = head


def _mentions(labelled: Labelled, document: Document) -> None:
    if document.mentions is None:
        return
    start, count = labelled.window.start, len(labelled.window.firsts)
    chains: dict[str, int] = {}
    heads: dict[int, int] = {}
    for mention in document.mentions:
        if start <= mention.head < start + count:
            heads.setdefault(mention.head - start, chains.setdefault(mention.chain, len(chains)))
    labelled.mentions = sorted(heads)
    labelled.chains = [heads[at] for at in labelled.mentions]


@dataclass
class Batch:
    """Windows side by side, filled up; what a window lacks is `NOT` (floats: nan)."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    firsts: Tensor
    real: Tensor
    opens: Tensor
    rows: dict[str, Tensor]
    spans: Tensor  # (B, S, 4), -1 where there is none
    links: Tensor  # (B, S)
    mentions: Tensor  # (B, M), -1 where there is none
    chains: Tensor  # (B, M)


INTEGERS = ("outer", "inner", "part", "arc", "relation", "names", "politics")
FLOATS = ("ends", "happened")


def collate(group: Sequence[Labelled]) -> Batch:
    """Put windows side by side."""
    ids = _fill([each.window.ids for each in group], SEP)
    sizes = torch.tensor([len(each.window.ids) for each in group])
    counts = torch.tensor([len(each.window.firsts) for each in group])
    rows = {}
    for name in INTEGERS:
        if any(name in each.rows for each in group):
            parts = [each.rows.get(name, np.full(1, NOT)) for each in group]
            rows[name] = _fill(parts, NOT, int(counts.max()))
    for name in FLOATS:
        if any(name in each.rows for each in group):
            parts = [each.rows.get(name, np.full(1, np.nan)) for each in group]
            rows[name] = _fill(parts, np.nan, int(counts.max())).float()
    spans = [np.array(each.spans, dtype=np.int64).reshape(-1, 4) for each in group]
    most = max(1, *(len(each) for each in spans)) if spans else 1
    padded = np.full((len(group), most, 4), -1, dtype=np.int64)
    for row, each in enumerate(spans):
        padded[row, : len(each)] = each
        padded[row, len(each) :, 2:] = -9
    return Batch(
        ids,
        _fill([each.window.shapes for each in group], PLAIN),
        (torch.arange(ids.shape[1])[None] < sizes[:, None]).long(),
        _fill([each.window.firsts for each in group], 0),
        torch.arange(int(counts.max()))[None] < counts[:, None],
        _fill([each.window.opens.astype(np.int64) for each in group], 0).bool(),
        rows,
        torch.from_numpy(padded),
        _fill([np.array(each.links, dtype=np.int64) for each in group], NOT, most),
        _fill([np.array(each.mentions, dtype=np.int64) for each in group], -1),
        _fill([np.array(each.chains, dtype=np.int64) for each in group], -1),
    )


def _fill(parts: Sequence[np.ndarray], value: float, width: int | None = None) -> Tensor:
    width = max(1, *(len(part) for part in parts)) if width is None else width
    filled = np.full((len(parts), width), value, dtype=parts[0].dtype)
    for row, part in enumerate(parts):
        filled[row, : len(part)] = part
    return torch.from_numpy(filled)


def group_windows(windows: Sequence[Labelled], most_pieces: int) -> Iterator[list[Labelled]]:
    """Windows of like length together, up to some pieces with what is filled up."""
    group: list[Labelled] = []
    for each in sorted(windows, key=lambda each: len(each.window.ids) // 16):
        if group and len(each.window.ids) * (len(group) + 1) > most_pieces:
            yield group
            group = []
        group.append(each)
    if group:
        yield group
