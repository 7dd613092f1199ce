"""Pairs of texts -> the network that reads two at once: `python -m training.comparer --help`.

The base encoder with its word table as it is, first on pairs of ECB+ and ClaimDiff (the same
events, or not), then on the labelled pairs of claims. `training.export --pairs` writes
`pairs.onnx` of what this keeps. An hour on two cores.

Letters: B pairs, P pieces, D = 384, N labels.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.corpora import claimdiff, ecbplus
from training.corpora.pairs_of_claims import load_pairs
from training.encoder import WIDTH, Encoder, load_base, load_tokenizer
from training.pairs import HERE
from whence.reader.comparer import LONGEST
from whence.reader.read import TrainedReader
from whence.reader.windows import CLS, SEP

LABELS = ("same", "a_more_specific", "b_more_specific", "conflict", "different")
SWAPPED = (0, 2, 1, 3, 4)
FAR = -1e4


class Step(NamedTuple):
    """How long and how fast a stage learns; what a label becomes when the two change places."""

    rate: float
    batch: int
    rounds: int
    swapped: tuple[int, ...]


FIRST, SECOND = Step(6e-5, 32, 2, (0, 1, 2, 3)), Step(4e-5, 16, 3, SWAPPED)
EVENT_PAIRS = 3500  # of each kind


class Row(NamedTuple):
    """Ids of two texts and the number of their label."""

    one: list[int]
    other: list[int]
    label: int


class PairNetwork(nn.Module):
    """Two texts -> scores of N labels."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        load_base(self.encoder)
        self.encoder.words.weight.requires_grad_(requires_grad=False)  # shared with vectors.onnx
        self.head = nn.Linear(WIDTH, labels)
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """(B, P), (B, P), (B, P) -> (B, N)."""
        own = self.encoder
        places = torch.arange(ids.shape[1])
        x = own.words(ids) + own.positions(places)[None] + own.kinds(kinds)
        x = own.dropout(own.norm(x))
        bias = (1.0 - mask[:, None, None, :]) * FAR
        for layer in own.layers:
            x = layer(x, bias)
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        scores: Tensor = self.head(self.dropout(mean))
        return scores


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of all corpora")
    parser.add_argument("--out", type=Path, required=True, help="a folder for the weights")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    first = options.out / "events.pt"
    network = PairNetwork(2)
    if not first.exists():
        report = _report_of(options.data)
        learn(network, _event_rows(options.data), FIRST, chance, _binary, report)
        torch.save(network.state_dict(), first)
    kept = torch.load(first, weights_only=True)
    network = PairNetwork(len(LABELS))
    network.load_state_dict({k: v for k, v in kept.items() if "head" not in k}, strict=False)
    rows = _claim_rows(options.data)
    learn(network, rows, SECOND, chance, functional.cross_entropy, lambda _: "")
    torch.save(network.state_dict(), options.out / "pairs.pt")


def learn(
    network: PairNetwork,
    rows: Sequence[Row],
    step: Step,
    chance: random.Random,
    loss_of: Callable[[Tensor, Tensor], Tensor],
    report: Callable[[PairNetwork], str],
) -> None:
    """Some rounds over all rows; the two of a pair change places by chance."""
    body = [each for each in network.encoder.parameters() if each.requires_grad]
    groups = [{"params": body, "lr": step.rate}, {"params": network.head.parameters(), "lr": 1e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    total = step.rounds * math.ceil(len(rows) / step.batch)
    warm = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda at: min((at + 1) / (0.1 * total), max(0.0, (total - at) / (0.9 * total)))
    )
    for number in range(step.rounds):
        network.train()
        order = list(rows)
        chance.shuffle(order)
        for start in range(0, len(order), step.batch):
            some = [_swapped(row, step, chance) for row in order[start : start + step.batch]]
            with torch.autocast("cpu", torch.bfloat16):
                scores = network(*tensors(some))
            loss = loss_of(scores.float(), torch.tensor([row.label for row in some]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            warm.step()
        print(f"round {number + 1} {report(network)}", flush=True)


def tensors(rows: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, kinds and mask of some pairs, filled up to the longest. (B, P) each."""
    joined = [[CLS, *row.one, SEP, *row.other, SEP] for row in rows]
    longest = max(map(len, joined))
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    kinds, mask = torch.zeros_like(ids), torch.zeros(len(rows), longest)
    for at, (row, pieces) in enumerate(zip(rows, joined, strict=True)):
        ids[at, : len(pieces)] = torch.tensor(pieces)
        kinds[at, len(row.one) + 2 : len(pieces)] = 1
        mask[at, : len(pieces)] = 1
    return ids, kinds, mask


def _swapped(row: Row, step: Step, chance: random.Random) -> Row:
    is_kept = chance.random() < 0.5
    return row if is_kept else Row(row.other, row.one, step.swapped[row.label])


def _binary(scores: Tensor, labels: Tensor) -> Tensor:
    """Events and ClaimDiff have a score each: 0 and 1 are the first's, 2 and 3 the other's."""
    own = scores.gather(1, (labels // 2)[:, None])[:, 0]
    return functional.binary_cross_entropy_with_logits(own, (labels % 2).float())


def _event_rows(data: Path) -> list[Row]:
    ids = _ids()
    events = ecbplus.load_pairs(data / "crossdoc/ecbplus", "train", EVENT_PAIRS)
    claims = claimdiff.load_pairs(data / "crossdoc/claimdiff_train.jsonl", is_held_back=False)
    return [
        Row(ids(each.one), ids(each.other), 2 * number + each.is_same)
        for number, pairs in enumerate((events, claims))
        for each in pairs
    ]


def _claim_rows(data: Path) -> list[Row]:
    ids = _ids()
    pairs = load_pairs(HERE, data / "news/articles.jsonl.gz", TrainedReader())
    return [
        Row(ids(each.one.assertion.text), ids(each.other.assertion.text), LABELS.index(each.label))
        for each in pairs
    ]


def _ids() -> Callable[[str], list[int]]:
    tokenizer = load_tokenizer()
    return lambda text: tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST]


def _report_of(data: Path) -> Callable[[PairNetwork], str]:
    """The area under the curve on ECB+ dev and on the topics of ClaimDiff that are held back."""
    ids = _ids()
    sets = (
        ("ECB+ dev", ecbplus.load_pairs(data / "crossdoc/ecbplus", "dev", 400)),
        (
            "ClaimDiff held back",
            claimdiff.load_pairs(data / "crossdoc/claimdiff_train.jsonl", is_held_back=True),
        ),
    )

    def report(network: PairNetwork) -> str:
        network.eval()
        told = []
        for number, (name, pairs) in enumerate(sets):
            rows = [Row(ids(each.one), ids(each.other), 0) for each in pairs]
            with torch.no_grad():
                scores = torch.cat(
                    [
                        network(*tensors(rows[at : at + 64]))[:, number]
                        for at in range(0, len(rows), 64)
                    ]
                )
            told.append(f"{name} {area(scores, [each.is_same for each in pairs]):.3f}")
        return ", ".join(told)

    return report


def area(scores: Tensor, wanted: Sequence[bool]) -> float:
    """How often a pair that is the same has a higher score than one that is not."""
    same = scores[torch.tensor(wanted)]
    others = scores[~torch.tensor(wanted)]
    return float((same[:, None] > others[None]).float().mean())


if __name__ == "__main__":
    main()
