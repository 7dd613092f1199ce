"""Networks for the five folds of GUM: `python -m training.folds --data DIR --out DIR`.

GUM's reported clauses and references are few, so all its documents are measured: train and dev
together, without the genre that does not ship. From the network of the first stage, which saw
trees and names of GUM train and nothing of what is measured, one network learns attributions
from PolNeAR and our own articles alone; from it five go on for a moment, each with four fifths
of GUM. `gates.folds` measures each on its fifth. They have seen less than the network that
ships, so what they find is rather too little.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from training import material
from training.corpora import gum
from training.corpora.gum_folds import FOLDS, held_of
from training.encoder import load_tokenizer
from training.export import write_package
from training.fit import FIFTH, FIRST, SEED, Stage, fit, read_all_again, stage
from training.network import Network
from whence.reader.windows import Pieces

BASE = replace(FIFTH, name="base", epochs=1, rate=8e-5, head_rate=5e-4)
FOLD = replace(FIFTH, name="fold", epochs=2, rate=6e-5)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of all corpora")
    parser.add_argument("--out", type=Path, required=True, help="the folder of training.fit")
    options = parser.parse_args()
    corpora = material.load(options.data)
    corpora = replace(corpora, gum=[*corpora.gum, *gum.load(options.data, "dev")])
    network = load(options.out, FIRST)
    inside = read_all_again(network, corpora, options.data, options.out / "first")
    pieces = Pieces(load_tokenizer())
    without = replace(corpora, gum=[material.without_attributions(each) for each in corpora.gum])
    stage(
        network,
        BASE,
        lambda: lambda epoch: material.fifth_stage(pieces, without, inside, epoch, SEED),
        options.out,
    )
    for fold in range(FOLDS):
        fit_fold(fold, corpora, inside, options.data, options.out)


def load(out: Path, done: Stage) -> Network:
    """The network after a stage."""
    network = Network()
    path = out / f"{done.name}-{done.epochs}.pt"
    network.load_state_dict(torch.load(path, weights_only=True))
    return network


def fit_fold(
    fold: int,
    corpora: material.Corpora,
    inside: Sequence[material.Inside],
    data: Path,
    out: Path,
) -> None:
    """One network that has not seen what a fold holds back, as `out/foldN`."""
    held = held_of([each.name for each in corpora.gum], fold)
    own = replace(corpora, gum=[each for each in corpora.gum if each.name not in held])
    pieces = Pieces(load_tokenizer())
    network = load(out, BASE)
    fit(
        network,
        replace(FOLD, name=f"fold{fold}"),
        lambda epoch: material.fold_stage(pieces, own, inside, epoch, SEED),
        out,
    )
    write_package(network, data, out / f"fold{fold}")


if __name__ == "__main__":
    main()
