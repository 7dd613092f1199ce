"""The network in PyTorch: encoder, one row of numbers for each token, heads on its parts.

Letters: B windows, P pieces, W tokens, D = 384, L labels, N = width of a row.

Sources: deep biaffine parsing (Dozat and Manning 2017, https://arxiv.org/abs/1611.01734);
linear-chain CRF (Lafferty, McCallum and Pereira 2001).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.encoder import WIDTH as D
from training.encoder import Encoder
from whence.reader.heads import ARC, LINK, PIECES, PLACES, REFERENCE, RELATION, RELATIONS, WIDTH

NEVER = -1e4


class Network(nn.Module):
    """Ids of word pieces -> rows of tokens."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.row = nn.Linear(D, WIDTH)
        self.chains = Chains()
        self.arc = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.arc_root = nn.Parameter(torch.zeros(ARC))
        self.relation_root = nn.Parameter(torch.zeros(RELATION))
        self.relation = nn.Linear(RELATION, len(RELATIONS))
        self.happened = nn.Linear(64, 1)
        self.link_none = nn.Parameter(torch.zeros(3, LINK))
        self.link_bias = nn.Parameter(torch.zeros(3))
        self.refers_none = nn.Parameter(torch.zeros(REFERENCE))
        self.refers_bias = nn.Parameter(torch.zeros(1))
        nn.init.normal_(self.arc, std=0.02)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """(B, P), (B, P), (B, P), (B, W) -> (B, W, N)."""
        x = self.encoder(ids, shapes, mask)  # (B, P, D)
        x = torch.gather(x, 1, firsts[:, :, None].expand(-1, -1, D))
        return self.row(self.dropout(x))

    def arcs(self, row: Tensor) -> Tensor:
        """Score of each token's heads, the root first. (B, W, N) -> (B, W, 1 + W)."""
        dependent = torch.relu(row[..., PLACES["arc_dependent"]])
        head = torch.relu(row[..., PLACES["arc_head"]])
        root = torch.relu(self.arc_root).expand(head.shape[0], 1, -1)
        head = torch.cat([root, head], dim=1) @ self.arc
        return (dependent @ head.transpose(1, 2) + (head @ self.arc_bias)[:, None]) / ARC**0.5

    def relations(self, row: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relation to a given head, 0 the root. (B, W, N), (B, W) -> (B, W, L)."""
        dependent = row[..., PLACES["relation_dependent"]]
        head = row[..., PLACES["relation_head"]]
        head = torch.cat([self.relation_root.expand(head.shape[0], 1, -1), head], dim=1)
        head = torch.gather(head, 1, heads[:, :, None].expand(-1, -1, RELATION))
        return self.relation(torch.relu(dependent + head))

    def links(self, row: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Scores between spans. Spans S: (B, S) tokens each -> (B, S, S), and none's (B, S, 3)."""

        def of(name: str, at: Tensor) -> Tensor:
            part = row[..., PLACES[name]]
            return torch.gather(part, 1, at[:, :, None].expand(-1, -1, LINK))

        leaving = of("from_first", first) + of("from_last", last)
        arriving = of("to_first", first) + of("to_last", last)
        scores = leaving @ arriving.transpose(1, 2) / LINK**0.5
        return scores, leaving @ self.link_none.T / LINK**0.5 + self.link_bias

    def references(self, row: Tensor, at: Tensor) -> tuple[Tensor, Tensor]:
        """Scores between mentions' heads. (B, M) tokens -> (B, M, M), and none's (B, M)."""

        def of(name: str) -> Tensor:
            part = row[..., PLACES[name]]
            return torch.gather(part, 1, at[:, :, None].expand(-1, -1, REFERENCE))

        refers, referred = of("refers"), of("referred")
        scores = refers @ referred.transpose(1, 2) / REFERENCE**0.5
        return scores, refers @ self.refers_none / REFERENCE**0.5 + self.refers_bias

    def factuality(self, row: Tensor) -> Tensor:
        """Whether a predicate happened, about -3 to 3. (B, W, N) -> (B, W)."""
        return self.happened(torch.relu(row[..., PLACES["happened"]]))[..., 0]


class Chains(nn.Module):
    """Two linear-chain CRFs over the labels of pieces: outer and inner attributions.

    A chain is a paragraph's part in a window; impossible sequences have no weight.
    """

    def __init__(self) -> None:
        super().__init__()
        count = len(PIECES)
        self.steps = nn.Parameter(torch.zeros(2, count, count))
        self.start = nn.Parameter(torch.zeros(2, count))
        self.stop = nn.Parameter(torch.zeros(2, count))
        steps, start, stop = forbidden()
        self.register_buffer("never_steps", steps)
        self.register_buffer("never_start", start)
        self.register_buffer("never_stop", stop)

    def tables(self) -> tuple[Tensor, Tensor, Tensor]:
        """Steps (2, L, L) from a label to the next, starts (2, L), stops (2, L)."""
        return (
            self.steps + self.never_steps,
            self.start + self.never_start,
            self.stop + self.never_stop,
        )

    def loss(self, which: int, scores: Tensor, gold: Tensor, opens: Tensor, real: Tensor) -> Tensor:
        """Negative log-likelihood of whole windows, summed. Scores (B, W, L), others (B, W)."""
        steps, start, stop = (table[which] for table in self.tables())
        scores = scores.float()
        total = start + scores[:, 0]
        mine = torch.gather(total, 1, gold[:, :1])[:, 0]
        for at in range(1, scores.shape[1]):
            new, here = opens[:, at, None], real[:, at, None]
            fresh = torch.logsumexp(total + stop, dim=1, keepdim=True) + start
            on = torch.logsumexp(total[:, :, None] + steps, dim=1)
            total = torch.where(here, torch.where(new, fresh, on) + scores[:, at], total)
            before, now = gold[:, at - 1], gold[:, at]
            step = torch.where(opens[:, at], stop[before] + start[now], steps[before, now])
            emitted = torch.gather(scores[:, at], 1, now[:, None])[:, 0]
            mine = mine + torch.where(real[:, at], step + emitted, torch.zeros_like(step))
        last = torch.gather(gold, 1, real.sum(dim=1, keepdim=True) - 1)[:, 0]
        return (torch.logsumexp(total + stop, dim=1) - mine - stop[last]).sum()


def forbidden() -> tuple[Tensor, Tensor, Tensor]:
    """Where labels may not follow each other (L, L), start (L) and stop (L): `NEVER`, else 0."""
    count = len(PIECES)
    steps = torch.zeros(count, count)
    start, stop = torch.zeros(count), torch.zeros(count)
    for to, label in enumerate(PIECES):
        goes_on = label[0] in "IE"
        if goes_on:
            start[to] = NEVER
        if label[0] in "BI":
            stop[to] = NEVER
        for of, before in enumerate(PIECES):
            is_open = before[0] in "BI" or before == "M-Content"
            same = is_open and before[2:] == label[2:]
            must = before[0] in "BI"
            if (goes_on and not same) or (must and not (goes_on and same)):
                steps[of, to] = NEVER
    return steps, start, stop
