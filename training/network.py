"""MiniLM-L6 (Wang et al. 2020; the weights of all-MiniLM-L6-v2, Apache-2.0) with our heads."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, AT_ONCE, INNER = 384, 6, 12, 1536
DROPPED = 0.1


class Layer(nn.Module):
    """One layer of BERT: attention, then two products, each with what came in added."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.joined, self.inner = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.first, self.second = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        count, length = x.shape[:2]
        shape = (count, length, AT_ONCE, WIDTH // AT_ONCE)
        q, k, v = (one(x).view(shape).transpose(1, 2) for one in (self.query, self.key, self.value))
        scores = q @ k.transpose(-1, -2) / (WIDTH // AT_ONCE) ** 0.5 + mask
        seen = (functional.dropout(scores.softmax(-1), DROPPED, self.training) @ v).transpose(1, 2)
        seen = self.joined(seen.reshape(count, length, WIDTH))
        x = self.first(x + functional.dropout(seen, DROPPED, self.training))
        made = self.outer(functional.gelu(self.inner(x)))
        return self.second(x + functional.dropout(made, DROPPED, self.training))


class Network(nn.Module):
    """Numbers of pieces, and which of them count -> one row of logits a text, task after task."""

    def __init__(self, pieces: int, logits: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(pieces, WIDTH), nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.heads = nn.Linear(WIDTH, logits)

    def forward(self, numbers: Tensor, counts: Tensor) -> Tensor:
        places = self.places.weight[: numbers.shape[1]]
        x = self.norm(self.words(numbers) + places + self.kind)
        x = functional.dropout(x, DROPPED, self.training)
        mask = (1.0 - counts[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        share = counts[:, :, None].to(x.dtype)
        mean = (x * share).sum(1) / share.sum(1)
        return self.heads(functional.dropout(mean, DROPPED, self.training))


def begun(folder: Path, logits: int) -> Network:
    """Gives the network with the weights of all-MiniLM-L6-v2, and heads that know nothing."""
    kept = load_file(folder / "model.safetensors")
    config = json.loads((folder / "config.json").read_text("utf-8"))
    network = Network(config["vocab_size"], logits)
    own = network.state_dict()
    own["words.weight"] = kept["embeddings.word_embeddings.weight"]
    own["places.weight"] = kept["embeddings.position_embeddings.weight"]
    own["kind"] = kept["embeddings.token_type_embeddings.weight"][0]
    _copy(own, kept, "norm", "embeddings.LayerNorm")
    for number in range(LAYERS):
        for here, there in _NAMES.items():
            _copy(own, kept, f"layers.{number}.{here}", f"encoder.layer.{number}.{there}")
    network.load_state_dict(own)
    return network


_NAMES = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "joined": "attention.output.dense", "first": "attention.output.LayerNorm",
    "inner": "intermediate.dense", "outer": "output.dense", "second": "output.LayerNorm",
}  # fmt: skip


def _copy(own: dict[str, Tensor], kept: dict[str, Tensor], here: str, there: str) -> None:
    for one in ("weight", "bias"):
        own[f"{here}.{one}"] = kept[f"{there}.{one}"]
