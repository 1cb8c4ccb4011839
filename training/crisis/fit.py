"""Fine-tuning: a line's risk is that of its loudest piece, as the program reads it."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from bot.crisis.chunks import chunks
from bot.crisis.scores import REGISTER, WHAT, WHEN, WHO
from bot.text.normalize import normalized
from bot.text.wordpiece import encoded
from training.crisis.lines import Line
from training.crisis.network import HEADS, Network, begun

MOST = 48  # pieces of a chunk
LINES = 32  # of a batch
PASSES = 4
FAST, SLOW = 1e-3, 1e-4  # steps of the heads and of the layers below
WEIGHTS = {"risk": 2.0, "who": 1.0, "what": 1.0, "when": 0.5, "register": 0.5}
_MARKS = re.compile(r"[^\w\s]")


@dataclass(frozen=True, slots=True)
class Target:
    """What the heads should say of one line."""

    risk: float
    who: int
    what: tuple[float, ...]
    when: int
    register: int

    @classmethod
    def of(cls, line: Line) -> "Target":
        what = tuple(float(one in line.what) for one in WHAT)
        return cls(
            float(line.is_risk), WHO.index(line.who), what, WHEN.index(line.when),
            REGISTER.index(line.register),
        )  # fmt: skip


def changed(text: str, chance: random.Random) -> str:
    """Gives a text as another might type it: without marks, or with a slip of the finger."""
    if chance.random() < 0.25:
        text = _MARKS.sub("" if chance.random() < 0.5 else " ", text)
    if chance.random() < 0.15 and len(text) > 8:
        at = chance.randrange(1, len(text) - 2)
        text = (
            text[:at] + chance.choice(("", text[at] * 2, text[at + 1] + text[at])) + text[at + 1 :]
        )
    return text


def pieces_of(text: str, known: Mapping[str, int]) -> list[list[int]]:
    """Gives the numbered pieces of each chunk of a text."""
    return [encoded(one, known, MOST) for one in chunks(normalized(text))] or [[101, 102]]


def batch(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Gives rows of numbers as one block, and which of it counts."""
    longest = max(map(len, rows))
    numbers = torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])
    counts = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    return numbers, counts


def fitted(lines: Sequence[Line], known: Mapping[str, int], weights: Path, seed: int) -> Network:
    """Gives a network fine-tuned on the lines; the same seed on the same machine, the same."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = begun(weights)
    network.words.weight.requires_grad = False
    heads = list(network.heads.parameters())
    below = [one for name, one in network.named_parameters() if not name.startswith("heads")]
    groups = [{"params": heads, "lr": FAST}, {"params": below, "lr": SLOW}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = PASSES * (-(-len(lines) // LINES))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / (0.06 * steps), max(0.0, (steps - at) / steps))
    )
    network.train()
    half = bool(torch.cpu.get_capabilities().get("avx512_bf16"))  # where the machine counts in it
    for number in range(PASSES):
        told, seen = 0.0, 0
        for of, targets in batches(lines, known, chance):
            with torch.autocast("cpu", torch.bfloat16, enabled=half):
                loss = cost(network, of, targets)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            told, seen = told + float(loss.detach()), seen + 1
        print(f"pass {number + 1}: loss {told / seen:.3f}", flush=True)
    return network.eval()


def batches(
    lines: Sequence[Line], known: Mapping[str, int], chance: random.Random
) -> Iterator[tuple[list[list[list[int]]], list[Target]]]:
    """Gives every line once, those of like length together, in an order of chance."""
    every = [(pieces_of(changed(one.text, chance), known), Target.of(one)) for one in lines]
    every.sort(key=lambda one: len(one[0]) * 100 + len(one[0][0]) + chance.random() * 12)
    groups = [every[at : at + LINES] for at in range(0, len(every), LINES)]
    chance.shuffle(groups)
    for group in groups:
        yield [one for one, _ in group], [target for _, target in group]


def cost(network: Network, of: Sequence[list[list[int]]], targets: Sequence[Target]) -> Tensor:
    """Gives the loss of a batch, each line judged by its loudest chunk."""
    split = network(*batch([row for rows in of for row in rows])).split(list(HEADS.values()), 1)
    told = dict(zip(HEADS, split, strict=True))
    loud = told["who"][:, 1:].logsumexp(1) - told["who"][:, 0]
    risks, loudest, start = [], [], 0
    for rows in of:
        here = slice(start, start + len(rows))
        risks.append(told["risk"][here, 0].max())
        loudest.append(start + int(loud[here].argmax()))
        start += len(rows)
    at = torch.tensor(loudest)
    what = torch.tensor([one.what for one in targets])
    costs = {
        "risk": functional.binary_cross_entropy_with_logits(
            torch.stack(risks), torch.tensor([one.risk for one in targets])
        ),
        "what": functional.binary_cross_entropy_with_logits(
            told["what"][at], what, pos_weight=torch.full((len(WHAT),), 3.0)
        ),
        **{
            name: functional.cross_entropy(
                told[name][at], torch.tensor([getattr(t, name) for t in targets])
            )
            for name in ("who", "when", "register")
        },
    }
    return torch.stack([WEIGHTS[name] * one for name, one in costs.items()]).sum()
