"""A batch -> the loss of each head, means over what is labelled.

Letters as in `windows`: B windows, W tokens, S spans, M mentions.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.network import NEVER, Network
from training.windows import CONTENT, CUE, MORE, NOT, SOURCE, Batch
from whence.reader.heads import PLACES

WEIGHTS = {
    "outer": 1.0,
    "inner": 1.0,
    "link": 0.5,
    "part": 0.3,
    "ends": 0.5,
    "arc": 1.0,
    "relation": 0.5,
    "names": 0.5,
    "politics": 0.5,
    "happened": 0.3,
    "reference": 0.5,
}
"""How much each head's loss counts in the first stage; ours, 2026-11."""

LATER = {**WEIGHTS, "outer": 3.0, "inner": 1.5, "names": 0.7, "politics": 1.0, "ends": 1.0}
"""The same in the second stage, which teaches references too."""

LAST = {**WEIGHTS, "outer": 4.0, "inner": 3.0, "ends": 0.3, "arc": 0.5, "relation": 0.3}
"""The same in the third stage, which is the last word on attributions."""

WIDE = {**WEIGHTS, "outer": 3.0, "inner": 2.0, "names": 0.7, "politics": 1.5}
"""The same in the fourth stage, in which everything learns what capitals tell."""

OWN = {**WEIGHTS, "outer": 4.0, "inner": 3.0, "names": 0.7}
"""The same in the fifth stage, which learns from our own articles."""

BOTH = {**OWN, "arc": 1.5, "relation": 0.7}
"""The same in the sixth stage, from the mean of the two networks before it."""


def losses(network: Network, row: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Each loss that the batch has labels for. `row` has shape (B, W, N)."""
    found: dict[str, Tensor] = {}
    rows = batch.rows
    for which, name in enumerate(("outer", "inner")):
        if name in rows:
            found[name] = _chain(network, which, name, row, batch)
    for name in ("part", "names", "politics"):
        if name in rows:
            found[name] = _classes(row[..., PLACES[name]], rows[name])
    if "ends" in rows:
        known = ~rows["ends"].isnan()
        scores = row[..., PLACES["ends"]][..., 0]
        found["ends"] = functional.binary_cross_entropy_with_logits(
            scores[known], rows["ends"][known]
        )
    if "arc" in rows:
        found |= _tree(network, row, batch)
    if "happened" in rows and not rows["happened"].isnan().all():
        known = ~rows["happened"].isnan()
        found["happened"] = functional.smooth_l1_loss(
            network.factuality(row)[known], rows["happened"][known]
        )
    if (batch.links != NOT).any():
        found["link"] = _links(network, row, batch)
    if (batch.mentions >= 0).any():
        found["reference"] = _references(network, row, batch)
    return found


def total(found: dict[str, Tensor], weights: dict[str, float]) -> Tensor:
    """The weighted sum."""
    return torch.stack([weights[name] * value for name, value in found.items()]).sum()


def _classes(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=NOT)


def _chain(network: Network, which: int, name: str, row: Tensor, batch: Batch) -> Tensor:
    labelled = (batch.rows[name] != NOT).any(dim=1)
    real = batch.real[labelled]
    gold = batch.rows[name][labelled].clamp(min=0)
    scores = row[labelled][..., PLACES[name]]
    loss = network.chains.loss(which, scores, gold, batch.opens[labelled], real)
    return loss / real.sum()


def _tree(network: Network, row: Tensor, batch: Batch) -> dict[str, Tensor]:
    heads = batch.rows["arc"]
    scores = network.arcs(row)  # (B, W, 1 + W)
    outside = torch.cat([torch.ones_like(batch.real[:, :1]), batch.real], dim=1)
    scores = scores.masked_fill(~outside[:, None], NEVER)
    relations = network.relations(row, heads.clamp(min=0))
    return {
        "arc": _classes(scores, heads),
        "relation": _classes(relations, batch.rows["relation"]),
    }


def _links(network: Network, row: Tensor, batch: Batch) -> Tensor:
    """Each piece's choice among those of its group that it may hang on, or none."""
    first, last, role, group = batch.spans.unbind(dim=2)
    scores, none = network.links(row, first.clamp(min=0), last.clamp(min=0))
    same = group[:, :, None] == group[:, None]
    onto_source = (role[:, :, None] == CONTENT) & (role[:, None] == SOURCE)
    from_part = (role[:, :, None] == CUE) | (role[:, :, None] == MORE)
    onto_content = from_part & (role[:, None] == CONTENT)
    may = same & (onto_source | onto_content)
    scores = scores.masked_fill(~may, NEVER)
    kind = torch.zeros_like(role)
    kind[role == CUE], kind[role == MORE] = 1, 2
    chosen = torch.gather(none, 2, kind[:, :, None])
    scores = torch.cat([chosen, scores], dim=2)  # (B, S, 1 + S)
    gold = torch.where(batch.links == NOT, NOT, batch.links + 1)
    chosen = torch.gather(scores, 2, gold.clamp(min=0)[:, :, None])[..., 0]
    impossible = (gold > 0) & (chosen <= NEVER / 2)
    gold = torch.where(impossible, NOT, gold)
    if not (gold != NOT).any():
        return scores.sum() * 0
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=NOT)


def _references(network: Network, row: Tensor, batch: Batch) -> Tensor:
    """The likelihood of all earlier mentions of the same chain together, or none.

    Source: Lee et al. (2017), https://arxiv.org/abs/1707.07045
    """
    at, chain = batch.mentions, batch.chains
    scores, none = network.references(row, at.clamp(min=0))
    real = at >= 0
    earlier = (at[:, None] < at[:, :, None]) & real[:, None]  # (B, M of, M before)
    same = (chain[:, :, None] == chain[:, None]) & earlier
    scores = torch.cat([none[:, :, None], scores.masked_fill(~earlier, NEVER)], dim=2)
    right = torch.cat([~same.any(dim=2, keepdim=True), same], dim=2)
    logs = functional.log_softmax(scores.float(), dim=2)
    likely = torch.logsumexp(logs.masked_fill(~right, NEVER), dim=2)
    return -likely[real].mean()
