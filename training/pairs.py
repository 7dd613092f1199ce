"""Labelled pairs of claims -> the weights by which `claims.judge` compares two.

    python -m training.pairs --data DIR

Multinomial logistic regression by Newton's method, each pair once, ridge of `RIDGE`. Writes
`src/whence/claims/files/judge.json`; half a minute, most of it reading the articles.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from training.corpora.pairs_of_claims import LabelledPair, load_pairs
from whence.claims.compare import features
from whence.claims.judge import Sameness
from whence.reader.read import TrainedReader

HERE = Path(__file__).parent / "corpora/pairs/train.jsonl"
OUT = Path("src/whence/claims/files/judge.json")
RIDGE, STEPS = 2.0, 40
KINDS = (Sameness.SAME, Sameness.MORE_SPECIFIC, Sameness.DIFFERENT)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of all corpora")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    pairs = load_pairs(HERE, options.data / "news/articles.jsonl.gz", TrainedReader())
    options.out.write_text(json.dumps(fit(pairs), indent=1) + "\n", encoding="utf-8")
    print(f"{len(pairs)} pairs")


def kind_of(label: str, detail: str | None = None) -> Sameness:
    """What the model is to say of a pair: who denies and who asserts one thing say the same.

    Which of them denies it, and what conflicts in another detail, is left to the rules.
    """
    if label == "same" or detail == "polarity":
        return Sameness.SAME
    return Sameness.MORE_SPECIFIC if label.endswith("specific") else Sameness.DIFFERENT


def fit(pairs: list[LabelledPair]) -> dict[str, object]:
    """The weights, as `claims.judge` reads them."""
    found = [features(each.one, each.other, each.likeness) for each in pairs]
    names = list(found[0])
    values = np.array([[row[name] for name in names] for row in found])
    mean, scale = values.mean(axis=0), values.std(axis=0) + 1e-6
    rows = np.c_[(values - mean) / scale, np.ones(len(values))]  # (N, F)
    wanted = np.array(
        [[kind_of(each.label, each.detail) is kind for kind in KINDS] for each in pairs], float
    )
    weights = newton(rows, wanted)  # (K, F)
    return {
        "mean": dict(zip(names, mean.round(6).tolist(), strict=True)),
        "scale": dict(zip(names, scale.round(6).tolist(), strict=True)),
        "weights": {
            kind.value: dict(zip(names, row[:-1].round(4).tolist(), strict=True))
            for kind, row in zip(KINDS, weights, strict=True)
        },
        "bias": {
            kind.value: round(float(row[-1]), 4) for kind, row in zip(KINDS, weights, strict=True)
        },
    }


def newton(rows: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Weights with the greatest penalised likelihood. (N, F), (N, K) -> (K, F)."""
    width = rows.shape[1]
    kinds = wanted.shape[1]
    weights = np.zeros((kinds, width))
    penalty = np.full(width, RIDGE)
    penalty[-1] = 1e-3
    for _ in range(STEPS):
        sums = rows @ weights.T
        shares = np.exp(sums - sums.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        slope = (shares - wanted).T @ rows + weights * penalty
        bend = np.zeros((kinds * width, kinds * width))
        for one in range(kinds):
            for other in range(kinds):
                part = shares[:, one] * ((one == other) - shares[:, other])
                block = (rows * part[:, None]).T @ rows
                if one == other:
                    block = block + np.diag(penalty)
                bend[one * width : (one + 1) * width, other * width : (other + 1) * width] = block
        step = np.linalg.solve(bend + 1e-6 * np.eye(len(bend)), slope.ravel())
        weights -= step.reshape(kinds, width)
    return weights


if __name__ == "__main__":
    main()
