"""Windows through the float network -> the ranges of each product's input."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from training.encoder import LAYERS, Encoder
from training.graph import Range
from whence.reader.windows import Window

SHARE = 1e-5  # of values on each side that may be cut off; ours, 2026-11
STRENGTH = 0.5  # how much of the inputs' spread the weights take; SmoothQuant's alpha
INPUTS = {"in": "query", "mid": "out", "up": "up", "down": "down"}
SMOOTHED = ("in", "up", "row")


def measure_ranges(encoder: Encoder, row: nn.Linear, windows: Sequence[Window]) -> dict[str, Range]:
    """The range of every product's input over some windows."""
    seen: dict[str, list[Tensor]] = {}
    watched = {
        f"layers.{number}.{place}": getattr(encoder.layers[number], part)
        for number in range(LAYERS)
        for place, part in INPUTS.items()
    }
    hooks = [
        module.register_forward_pre_hook(
            lambda _module, inputs, name=name: seen.setdefault(name, []).append(inputs[0][0])
        )
        for name, module in watched.items()
    ]
    with torch.no_grad():
        for window in windows:
            ids = torch.from_numpy(window.ids)[None]
            out = encoder(ids, torch.from_numpy(window.shapes)[None], torch.ones_like(ids))
            seen.setdefault("row", []).append(out[0])
    for hook in hooks:
        hook.remove()
    watched["row"] = row
    layers = [f"layers.{number}" for number in range(LAYERS)]
    weights = {name: [module.weight] for name, module in watched.items()}
    for number, name in enumerate(layers):
        each = encoder.layers[number]
        weights[f"{name}.in"] = [each.query.weight, each.key.weight, each.value.weight]
    return {
        name: range_of(torch.cat(values).numpy(), weights[name], name.rpartition(".")[2])
        for name, values in seen.items()
    }


def range_of(values: np.ndarray, weights: Sequence[Tensor], place: str) -> Range:
    """The range of some inputs. (rows, channels)."""
    smooth = None
    if place in SMOOTHED:
        most = np.maximum(np.abs(values).max(axis=0), 1e-5)
        heaviest = np.maximum(
            torch.cat(list(weights)).detach().abs().max(dim=0).values.numpy(), 1e-5
        )
        smooth = (most**STRENGTH / heaviest ** (1 - STRENGTH)).astype(np.float32)
        smooth /= np.exp(np.log(smooth).mean())
        values = values / smooth
    flat = values.reshape(-1)
    if len(flat) > 4_000_000:
        flat = flat[:: len(flat) // 4_000_000]
    low, high = np.quantile(flat, [SHARE, 1 - SHARE])
    return Range(float(low), float(high), smooth)
