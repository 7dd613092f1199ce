"""Fits the reader: `python -m training.fit --data DIR --out DIR`.

Reads PolNeAR train, fine-tunes the encoder, measures exact spans on PolNeAR dev after
each epoch and leaves `last.pt` (everything needed to go on) after each 200 steps: the
same command after a kill goes on where it stopped. Seeds are fixed.

Two allocator settings matter on small machines, set them before the call:
MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=4000000000.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from training.corpora import polnear
from training.encoder import Tagger, base_folder, load_base
from training.examples import Example, curl_quotes, make_examples
from whence.reader.decode import LABELS, decode
from whence.reader.encode import SEP

SEED = 7
EPOCHS = 4
PIECES_PER_BATCH = 3000
RATE, HEAD_RATE = 1e-4, 1e-3
WARM_UP = 0.06
SAVE_EVERY = 200
REPORT_EVERY = 50


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    fit(options.data / "polnear", options.out, options.epochs)


def load_tokenizer() -> Tokenizer:
    """The base's tokenizer without truncation and padding."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def fit(data: Path, out: Path, epochs: int) -> None:
    """Train from the base, or from `out/last.pt` where there is one."""
    torch.manual_seed(SEED)
    tokenizer = load_tokenizer()
    train, dev = polnear.load(data / "train"), polnear.load(data / "dev")
    held = [
        example for article in dev for example in make_examples(tokenizer, article, article.text)
    ]
    network = Tagger(len(LABELS))
    load_base(network.encoder)
    count = sum(1 for _ in batches(tokenizer, train, 0)) * epochs
    optimiser, schedule = make_optimiser(network, count)
    done = resume(out, network, optimiser, schedule)
    step, began = 0, time.monotonic()
    for epoch in range(epochs):
        network.train()
        for batch in batches(tokenizer, train, epoch):
            step += 1
            if step <= done:
                continue
            loss = take_step(network, optimiser, batch, step)
            schedule.step()
            if step % REPORT_EVERY == 0:
                passed_s = time.monotonic() - began
                print(f"{step}/{count} loss {loss:.4f} {passed_s:.0f} s", flush=True)
            if step % SAVE_EVERY == 0:
                save(out, network, optimiser, schedule, step)
        if step > done:
            print(json.dumps({"epoch": epoch + 1, **measure(network, held)}), flush=True)
            torch.save(network.state_dict(), out / f"epoch{epoch + 1}.pt")
    torch.save(network.state_dict(), out / "reader.pt")


def make_optimiser(network: Tagger, count: int) -> tuple[AdamW, LambdaLR]:
    """AdamW with a rate of its own for the head, warmed up and led to zero over `count` steps."""
    groups = [
        {"params": list(network.encoder.parameters()), "lr": RATE},
        {"params": list(network.head.parameters()), "lr": HEAD_RATE},
    ]
    optimiser = AdamW(groups, weight_decay=0.01)
    warm = WARM_UP * count

    def rate(step: int) -> float:
        return min(step / warm, max(0.0, (count - step) / (count - warm)))

    return optimiser, LambdaLR(optimiser, rate)


def take_step(
    network: Tagger, optimiser: AdamW, batch: tuple[Tensor, Tensor, Tensor], step: int
) -> float:
    """One batch forward and back; dropout is fixed by the step, so a resumed run is the same."""
    ids, mask, labels = batch
    torch.manual_seed(SEED * 1_000_003 + step)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(ids, mask)
    loss = functional.cross_entropy(
        scores.float().view(-1, len(LABELS)), labels.view(-1), ignore_index=-100
    )
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return float(loss)


def resume(out: Path, network: Tagger, optimiser: AdamW, schedule: LambdaLR) -> int:
    """Take up the state of `out/last.pt`; the steps that were done, 0 without one."""
    if not (out / "last.pt").exists():
        return 0
    state = torch.load(out / "last.pt", weights_only=True)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    schedule.load_state_dict(state["schedule"])
    return int(state["done"])


def save(out: Path, network: Tagger, optimiser: AdamW, schedule: LambdaLR, done: int) -> None:
    """Write `last.pt` so that a kill leaves the old one or the new one."""
    state = {
        "network": network.state_dict(),
        "optimiser": optimiser.state_dict(),
        "schedule": schedule.state_dict(),
        "done": done,
    }
    torch.save(state, out / "last.part")
    (out / "last.part").replace(out / "last.pt")


def batches(
    tokenizer: Tokenizer, articles: list[polnear.Annotated], epoch: int
) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """The windows of one epoch, those of like length together, in an order that the epoch fixes."""
    chance = random.Random(SEED * 1000 + epoch)
    examples = [
        example
        for article in articles
        for example in make_examples(tokenizer, article, curl_quotes(article.text, chance))
    ]
    chance.shuffle(examples)
    examples.sort(key=lambda example: len(example.ids) // 16)
    groups: list[list[Example]] = [[]]
    for example in examples:
        if len(example.ids) * (len(groups[-1]) + 1) > PIECES_PER_BATCH:
            groups.append([])
        groups[-1].append(example)
    chance.shuffle(groups)
    for group in groups:
        yield pad(group)


def pad(group: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Windows of one batch, filled up to the longest. Each (B, P)."""
    width = max(len(example.ids) for example in group)
    ids = np.full((len(group), width), SEP, dtype=np.int64)
    labels = np.full((len(group), width), -100, dtype=np.int64)
    mask = np.zeros((len(group), width), dtype=np.int64)
    for row, example in enumerate(group):
        ids[row, : len(example.ids)] = example.ids
        labels[row, : len(example.ids)] = example.labels
        mask[row, : len(example.ids)] = 1
    return torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(labels)


def measure(network: Tagger, examples: list[Example]) -> dict[str, float]:
    """Exact span F1 of a network in training."""
    network.eval()

    def score(ids: np.ndarray) -> np.ndarray:
        with torch.no_grad():
            row = torch.from_numpy(ids)[None]
            return network(row, torch.ones_like(row))[0].float().numpy()

    return span_scores(score, examples)


def span_scores(
    score: Callable[[np.ndarray], np.ndarray], examples: list[Example]
) -> dict[str, float]:
    """Exact span F1 in % of each role on some windows, in words.

    Args:
        score: Ids of a window to scores. (P,) -> (P, L).
        examples: Windows with gold labels.
    """
    tallies: dict[str, list[int]] = {role: [0, 0, 0] for role in ("source", "cue", "content")}
    for example in examples:
        first = np.flatnonzero(example.labels != -100)
        gold = np.full((len(first), len(LABELS)), -20.0, dtype=np.float32)
        gold[np.arange(len(first)), example.labels[first]] = 20.0
        together = [0] * len(first)
        wanted = {piece[:3] for piece in decode(gold, together)}
        found = {piece[:3] for piece in decode(score(example.ids)[first], together)}
        for role, tally in tallies.items():
            mine, theirs = ({each for each in some if each[2] == role} for some in (found, wanted))
            tally[0] += len(mine & theirs)
            tally[1] += len(mine)
            tally[2] += len(theirs)
    return {
        role: round(200 * hit / max(1, own + gold), 1) for role, (hit, own, gold) in tallies.items()
    }


if __name__ == "__main__":
    main()
