"""Fits the reader: `python -m training.fit --data DIR --out DIR`.

Six stages, see `training.material`. The network is kept after each epoch, and everything
needed to go on after each 200 steps: the same command after a kill goes on where it stopped.
Seeds are fixed. `training.export` makes the package's files, `gates.run` measures them.

Two allocator settings matter on small machines, set them before the call:
MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=4000000000.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from training import material
from training.encoder import load_base, load_tokenizer
from training.export import write_package
from training.inner import read_again
from training.losses import BOTH, LAST, LATER, OWN, WEIGHTS, WIDE, losses, total
from training.network import Network
from training.windows import LEARNED, Labelled, collate, group_windows
from whence.reader.read import TrainedReader
from whence.reader.windows import Pieces

SEED = 7
PIECES_PER_BATCH = 3000
WARM_UP = 0.06
SAVE_EVERY = 200
REPORT_EVERY = 50

Material = Callable[[int], list[Labelled]]
"""Number of an epoch to its windows."""

Again = Callable[[Pieces, material.Corpora, Sequence[material.Inside], int, int], list[Labelled]]
"""The windows of a stage that learns from contents read again."""


@dataclass(frozen=True)
class Stage:
    """How long and how fast a stage learns.

    Attributes:
        name: Of its files.
        epochs: How often its material is seen.
        rate: Of the encoder; AdamW.
        head_rate: Of the heads.
        chain_rate: Of the CRFs' tables.
        weights: How much each head's loss counts.
        has_shapes: Whether the vectors of capitals are learned; before that they are zero.
    """

    name: str
    epochs: int
    rate: float
    head_rate: float
    chain_rate: float
    weights: dict[str, float]
    has_shapes: bool = False


FIRST = Stage("first", 4, 1e-4, 1e-3, 5e-3, WEIGHTS)
SECOND = Stage("second", 2, 8e-5, 5e-4, 2e-3, LATER)
THIRD = Stage("third", 2, 6e-5, 4e-4, 2e-3, LAST)
FOURTH = Stage("fourth", 3, 8e-5, 5e-4, 2e-3, WIDE, has_shapes=True)
FIFTH = Stage("fifth", 2, 6e-5, 4e-4, 2e-3, OWN, has_shapes=True)
SIXTH = Stage("sixth", 1, 4e-5, 3e-4, 1e-3, BOTH, has_shapes=True)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of all corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    options = parser.parse_args()
    out = options.out
    out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(load_tokenizer())
    corpora = material.load(options.data)
    torch.manual_seed(SEED)
    network = Network()
    load_base(network.encoder)
    stage(
        network,
        FIRST,
        lambda: lambda epoch: material.first_stage(pieces, corpora, epoch, SEED),
        out,
    )

    def again(windows_of: Again, name: str) -> Material:
        inside = read_all_again(network, corpora, options.data, out / name)
        return lambda epoch: windows_of(pieces, corpora, inside, epoch, SEED)

    stage(network, SECOND, lambda: again(material.second_stage, "first"), out)
    stage(network, THIRD, lambda: again(material.third_stage, "second"), out)
    stage(network, FOURTH, lambda: again(material.fourth_stage, "third"), out)
    stage(network, FIFTH, lambda: again(material.fifth_stage, "fourth"), out)
    inside = again(material.sixth_stage, "fifth")
    network.load_state_dict(mean_of(out, FOURTH, FIFTH))
    stage(network, SIXTH, lambda: inside, out)


def stage(network: Network, what: Stage, prepare: Callable[[], Material], out: Path) -> None:
    """Fit a stage on what `prepare` makes, or take up its result where it is done."""
    done = out / f"{what.name}-{what.epochs}.pt"
    if done.exists():
        network.load_state_dict(torch.load(done, weights_only=True))
    else:
        fit(network, what, prepare(), out)


def mean_of(out: Path, *stages: Stage) -> dict[str, torch.Tensor]:
    """The mean of the weights after some stages (Wortsman et al. 2022, model soups)."""
    paths = [out / f"{each.name}-{each.epochs}.pt" for each in stages]
    states = [torch.load(path, weights_only=True) for path in paths]
    return {
        name: torch.stack([state[name].double() for state in states]).mean(dim=0).to(value.dtype)
        for name, value in states[0].items()
    }


def read_all_again(
    network: Network, corpora: material.Corpora, data: Path, folder: Path
) -> list[material.Inside]:
    """What the network finds inside PolNeAR's contents, in its int8 form."""
    write_package(network, data, folder)
    reader = TrainedReader(folder, LEARNED)
    return [read_again(article, reader) for article in corpora.polnear]


def fit(
    network: Network,
    stage: Stage,
    windows_of: Material,
    out: Path,
) -> None:
    """One stage, from the network as it is or from `out/NAME-last.pt` where there is one."""
    epochs = [make_batches(windows_of(0), 0)]
    count = len(epochs[0]) * stage.epochs
    optimiser, schedule = make_optimiser(network, stage, count)
    state = out / f"{stage.name}-last.pt"
    done = resume(state, network, optimiser, schedule)
    step, began = 0, time.monotonic()
    for epoch in range(stage.epochs):
        network.train()
        groups = epochs.pop() if epoch == 0 else make_batches(windows_of(epoch), epoch)
        sums: dict[str, list[float]] = defaultdict(list)
        for group in groups:
            step += 1
            if step <= done:
                continue
            for name, value in take_step(network, optimiser, group, step, stage.weights).items():
                sums[name].append(value)
            schedule.step()
            if step % REPORT_EVERY == 0:
                report = {name: round(sum(some) / len(some), 3) for name, some in sums.items()}
                print(f"{step}/{count} {time.monotonic() - began:.0f} s {report}", flush=True)
                sums.clear()
            if step % SAVE_EVERY == 0:
                save(state, network, optimiser, schedule, step)
        if step > done:
            torch.save(network.state_dict(), out / f"{stage.name}-{epoch + 1}.pt")


def make_batches(windows: Sequence[Labelled], epoch: int) -> list[list[Labelled]]:
    """The windows in batches, in an order that the epoch fixes."""
    chance = random.Random(SEED * 1000 + epoch)
    shuffled = list(windows)
    chance.shuffle(shuffled)
    groups = list(group_windows(shuffled, PIECES_PER_BATCH))
    chance.shuffle(groups)
    return groups


def make_optimiser(network: Network, stage: Stage, count: int) -> tuple[AdamW, LambdaLR]:
    """AdamW with rates of their own, warmed up and led to zero over `count` steps."""
    shapes = network.encoder.shapes.weight.requires_grad_(stage.has_shapes)
    encoder = [each for each in network.encoder.parameters() if each is not shapes]
    chains = list(network.chains.parameters())
    others = {id(each) for each in (*encoder, *chains)}
    if not stage.has_shapes:
        others.add(id(shapes))
    heads = [each for each in network.parameters() if id(each) not in others]
    groups = [
        {"params": encoder, "lr": stage.rate},
        {"params": heads, "lr": stage.head_rate},
        {"params": chains, "lr": stage.chain_rate, "weight_decay": 0.0},
    ]
    optimiser = AdamW(groups, weight_decay=0.01)
    warm = WARM_UP * count

    def rate(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (count - step) / (count - warm)))

    return optimiser, LambdaLR(optimiser, rate)


def take_step(
    network: Network,
    optimiser: AdamW,
    group: Sequence[Labelled],
    step: int,
    weights: dict[str, float],
) -> dict[str, float]:
    """One batch forward and back; dropout is fixed by the step, so a resumed run is the same."""
    batch = collate(group)
    torch.manual_seed(SEED * 1_000_003 + step)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        row = network(batch.ids, batch.shapes, batch.mask, batch.firsts)
    found = losses(network, row.float(), batch)
    optimiser.zero_grad()
    total(found, weights).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return {name: float(value.detach()) for name, value in found.items()}


def resume(path: Path, network: Network, optimiser: AdamW, schedule: LambdaLR) -> int:
    """Take up a state; the steps that were done, 0 without one."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    schedule.load_state_dict(state["schedule"])
    return int(state["done"])


def save(path: Path, network: Network, optimiser: AdamW, schedule: LambdaLR, done: int) -> None:
    """Write a state so that a kill leaves the old one or the new one."""
    state = {
        "network": network.state_dict(),
        "optimiser": optimiser.state_dict(),
        "schedule": schedule.state_dict(),
        "done": done,
    }
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


if __name__ == "__main__":
    main()
