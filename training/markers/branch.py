"""Layers of the markers' own on the lower layers of the crisis floor's network.

The lower layers stay as they are, so that the network hears a life at risk as it did, bit for bit.
What they make of a text is kept once and learnt from many times.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from bot.markers.shares import Shares
from training.network import DROPPED, WIDTH, Layer

BELOW, ABOVE = 3, 3  # layers that are shared, and of their own
SEED = 7
FAST, SLOW = 1e-3, 1e-4  # steps of the heads and of the layers below
AT_ONCE = 32
RARE = -3.0  # where each marker's score begins
MATRICES = ("query", "key", "value", "joined", "inner", "outer")
Numbers = NDArray[numpy.float32]


class Branch(nn.Module):
    """What the lower layers made of texts, and which pieces count -> a row of logits a text."""

    def __init__(self, layers: int = ABOVE) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.heads = nn.Linear(WIDTH, len(Shares._fields))

    def forward(self, below: Tensor, counts: Tensor) -> Tensor:
        share = counts.to(below.dtype)
        mask = (1.0 - share[:, None, None, :]) * -1e4
        for layer in self.layers:
            below = layer(below, mask)
        mean = (below * share[:, :, None]).sum(1) / share[:, :, None].sum(1)
        return self.heads(functional.dropout(mean, 2 * DROPPED, self.training))


@dataclass(frozen=True, slots=True)
class Piece:
    """One chunk of a text: what the lower layers make of it, what it shows, how much it counts."""

    below: NDArray[numpy.float16]  # (pieces, WIDTH)
    shows: Numbers
    counts: float = 1.0


class Exported:
    """The weights of the crisis floor's network as its file holds them."""

    def __init__(self, model: bytes) -> None:
        graph = onnx.load_model_from_string(model).graph
        self._arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
        self._inputs = {node.name: list(node.input) for node in graph.node}

    def whole(self, name: str) -> Tensor:
        """Gives an array of the file; one that was made small is made numbers again."""
        if name in self._arrays:
            return torch.tensor(self._arrays[name])
        kept = (self._arrays[f"{name}_{one}"] for one in ("quantized", "zero_point", "scale"))
        small, zero, scale = (one.astype(numpy.float32) for one in kept)
        return torch.tensor((small - zero) * scale)

    def layers(self, first: int, many: int) -> nn.ModuleList:
        """Gives some layers of the network, the lowest being number 0."""
        made = nn.ModuleList(Layer() for _ in range(many))
        for at, layer in enumerate(made):
            layer.load_state_dict(dict(self._layer(first + at)))
        return made

    def _layer(self, number: int) -> Iterable[tuple[str, Tensor]]:
        for name in MATRICES:
            matrix = self._inputs[f"/layers.{number}/{name}/MatMul_quant"][1]
            yield f"{name}.weight", self.whole(matrix.removesuffix("_quantized")).T
            yield f"{name}.bias", self.whole(f"layers.{number}.{name}.bias")
        for name in ("first", "second"):
            for part in ("weight", "bias"):
                yield f"{name}.{part}", self.whole(f"layers.{number}.{name}.{part}")


class Below(nn.Module):
    """The part of the network that is shared: numbered pieces -> what BELOW layers make of them."""

    def __init__(self, kept: Exported) -> None:
        super().__init__()
        self.words, self.places, self.kind = map(
            kept.whole, ("words.weight", "places.weight", "kind")
        )
        self.even = (kept.whole("norm.weight"), kept.whole("norm.bias"))
        self.layers = kept.layers(0, BELOW).eval()

    @torch.inference_mode()
    def forward(self, numbers: Tensor, counts: Tensor) -> Tensor:
        x = self.words[numbers] + self.places[: numbers.shape[1]] + self.kind
        x = functional.layer_norm(x, (WIDTH,), *self.even, 1e-12)
        mask = (1.0 - counts[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x


def laid_together(rows: Sequence[NDArray[Any]]) -> tuple[Tensor, Tensor]:
    """Gives rows of unlike length as one block, and which of it counts."""
    longest = max(map(len, rows))
    block = numpy.zeros((len(rows), longest, *rows[0].shape[1:]), numpy.float32)
    counts = numpy.zeros((len(rows), longest), numpy.float32)
    for at, row in enumerate(rows):
        block[at, : len(row)], counts[at, : len(row)] = row, 1
    return torch.from_numpy(block), torch.from_numpy(counts)


def begun(kept: Exported) -> Branch:
    """Gives a branch that has learnt nothing yet: the network's own layers above BELOW."""
    torch.manual_seed(SEED)
    branch = Branch()
    branch.layers = kept.layers(BELOW, ABOVE)
    nn.init.constant_(branch.heads.bias, RARE)
    return branch


def fitted(branch: Branch, pieces: Sequence[Piece], passes: int) -> Branch:
    """Gives the branch fine-tuned on the pieces; on the same machine always the same."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    groups = [
        {"params": branch.heads.parameters(), "lr": FAST},
        {"params": branch.layers.parameters(), "lr": SLOW},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = passes * -(-len(pieces) // AT_ONCE)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / (0.06 * steps), max(0.0, (steps - at) / steps))
    )
    branch.train()
    for number in range(passes):
        losses = []
        for batch in _batches(pieces, chance):
            loss = _cost(branch, batch)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
        print(f"pass {number + 1}: loss {sum(losses) / len(losses):.4f}", flush=True)
    return branch.eval()


def _cost(branch: Branch, batch: Sequence[Piece]) -> Tensor:
    told = branch(*laid_together([one.below for one in batch]))
    meant = torch.from_numpy(numpy.stack([one.shows for one in batch]))
    counts = torch.tensor([one.counts for one in batch])
    each = functional.binary_cross_entropy_with_logits(told, meant, reduction="none").sum(1)
    return (each * counts).sum() / counts.sum()


def _batches(pieces: Sequence[Piece], chance: random.Random) -> list[list[Piece]]:
    """Gives every piece once, those of like length together, in an order of chance."""
    every = sorted(pieces, key=lambda one: len(one.below) + chance.random() * 6)
    batches = [every[at : at + AT_ONCE] for at in range(0, len(every), AT_ONCE)]
    chance.shuffle(batches)
    return batches


def heard(branch: Branch, rows: Sequence[NDArray[numpy.float16]]) -> Numbers:
    """Gives the logits of each chunk: (chunks, fields of Shares)."""
    found = numpy.zeros((len(rows), len(Shares._fields)), numpy.float32)
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    with torch.inference_mode():
        for start in range(0, len(order), 128):
            these = order[start : start + 128]
            found[these] = branch(*laid_together([rows[at] for at in these])).numpy()
    return found
