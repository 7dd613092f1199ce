"""Nodes and who is tied to whom -> a place for each: those tied draw near, all keep apart.

Fruchterman and Reingold (1991), from a circle and so many steps, so that the same nodes have
the same places every time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

STEPS = 400
HOTTEST = 0.12  # of the square, that a node moves in the first step
NEAREST = 1e-3
PULL = 2.0
TOWARDS_MIDDLE = 2.0
"""How strongly all are drawn there, so that those with few ties do not drift off."""


def places_by_springs(
    count: int, ties: Mapping[tuple[int, int], float]
) -> list[tuple[float, float]]:
    """Places in the square from 0 to 1.

    Args:
        count: Of nodes, at least one.
        ties: Between two nodes, how strongly; more than 0.
    """
    import numpy as np

    turn = np.arange(count) * (2 * np.pi / count)
    at = 0.5 + 0.4 * np.stack([np.cos(turn), np.sin(turn)], axis=1)  # [count, 2]
    pull = np.zeros((count, count))
    for (one, other), strength in ties.items():
        pull[one, other] = pull[other, one] = PULL * strength
    apart = (1.0 / count) ** 0.5
    for step in range(STEPS):
        off = at[:, None, :] - at[None, :, :]  # [count, count, 2]
        far = np.maximum(np.linalg.norm(off, axis=2), NEAREST)
        force = apart**2 / far**2 - pull * far / apart
        np.fill_diagonal(force, 0.0)
        move = (off * force[:, :, None]).sum(axis=1) + TOWARDS_MIDDLE * (0.5 - at)
        length = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), NEAREST)
        at = at + move / length * np.minimum(length, HOTTEST * (1 - step / STEPS))
    low, high = at.min(axis=0), at.max(axis=0)
    at = (at - low) / np.maximum(high - low, NEAREST)
    return [(round(float(x), 4), round(float(y), 4)) for x, y in at]
