"""Fine-tuning: one network for several tasks, each with logits and a cost of its own."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import Tensor, nn

from training.network import Network, begun

MOST = 48  # pieces of a row
ITEMS = 32  # of a batch
PASSES = 4
FAST, SLOW = 1e-3, 1e-4  # steps of the heads and of the layers below
Pieces = list[list[int]]  # the numbered pieces of each part of one item


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to learn from: its parts, and what is to be said of them together."""

    parts: Pieces
    target: Any


class Task(Protocol):
    """What a part of the logits is for."""

    logits: int

    def items(self, chance: random.Random) -> Sequence[Item]:
        """Gives all there is to learn, as it is read in this pass."""

    def cost(self, told: Tensor, items: Sequence[Item]) -> Tensor:
        """Gives the loss of a batch; `told` holds a row for each part of each item, in order."""


def block(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Gives rows of numbers as one block, and which of it counts."""
    longest = max(map(len, rows))
    numbers = torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])
    counts = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    return numbers, counts


def spans(items: Sequence[Item]) -> Iterator[slice]:
    """Gives where the rows of each item stand among those of all."""
    start = 0
    for item in items:
        yield slice(start, start + len(item.parts))
        start += len(item.parts)


def fitted(tasks: Sequence[Task], weights: Path, seed: int, passes: int = PASSES) -> Network:
    """Gives a network fine-tuned on the tasks; the same seed on the same machine, the same."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = begun(weights, sum(task.logits for task in tasks))
    network.words.weight.requires_grad = False
    heads = list(network.heads.parameters())
    below = [one for name, one in network.named_parameters() if not name.startswith("heads")]
    groups = [{"params": heads, "lr": FAST}, {"params": below, "lr": SLOW}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = passes * sum(1 for _ in batches(tasks, random.Random(seed)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / (0.06 * steps), max(0.0, (steps - at) / steps))
    )
    network.train()
    half = bool(torch.cpu.get_capabilities().get("avx512_bf16"))  # where the machine counts in it
    ends = _ends(tasks)
    for number in range(passes):
        told = [[0.0, 0] for _ in tasks]
        for which, items in batches(tasks, chance):
            with torch.autocast("cpu", torch.bfloat16, enabled=half):
                logits = network(*block([row for item in items for row in item.parts]))
                loss = tasks[which].cost(logits[:, ends[which]], items)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            told[which][0] += float(loss.detach())
            told[which][1] += 1
        losses = ", ".join(f"{total / max(1, count):.3f}" for total, count in told)
        print(f"pass {number + 1}: loss {losses}", flush=True)
    return network.eval()


def _ends(tasks: Sequence[Task]) -> list[slice]:
    starts = [sum(task.logits for task in tasks[:at]) for at in range(len(tasks))]
    return [slice(at, at + task.logits) for at, task in zip(starts, tasks, strict=True)]


def batches(tasks: Sequence[Task], chance: random.Random) -> Iterator[tuple[int, list[Item]]]:
    """Gives every item once, those of like length together, in an order of chance."""
    groups: list[tuple[int, list[Item]]] = []
    for which, task in enumerate(tasks):
        every = list(task.items(chance))
        every.sort(key=lambda one: len(one.parts) * 100 + len(one.parts[0]) + chance.random() * 12)
        groups += [(which, group) for group in _cut(every)]
    chance.shuffle(groups)
    yield from groups


def _cut(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Gives batches of at most ITEMS items, and of at most four times as many parts."""
    group: list[Item] = []
    for item in items:
        parts = sum(len(one.parts) for one in group) + len(item.parts)
        if group and (len(group) == ITEMS or parts > 4 * ITEMS):
            yield group
            group = []
        group.append(item)
    if group:
        yield group
