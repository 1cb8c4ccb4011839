"""The task of the crisis floor: a line's risk is that of its loudest piece, as it is read later."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from bot.crisis.chunks import chunks
from bot.crisis.scores import REGISTER, WHAT, WHEN, WHO
from bot.text.normalize import normalized
from bot.text.wordpiece import encoded
from training.crisis.lines import LabelledLine
from training.fitting import MOST, Item, spans

HEADS = {
    "risk": 1,
    "who": len(WHO),
    "what": len(WHAT),
    "when": len(WHEN),
    "register": len(REGISTER),
}
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
    def of(cls, line: LabelledLine) -> "Target":
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


@dataclass(frozen=True, slots=True)
class Crisis:
    """Lines, each judged by its loudest chunk."""

    lines: Sequence[LabelledLine]
    known: Mapping[str, int]
    logits: int = sum(HEADS.values())

    def items(self, chance: random.Random) -> list[Item]:
        """Gives every line, some as another might type them."""
        return [
            Item(pieces_of(changed(one.text, chance), self.known), Target.of(one))
            for one in self.lines
        ]

    def cost(self, told: Tensor, items: Sequence[Item]) -> Tensor:
        """Gives the loss of a batch."""
        heads = dict(zip(HEADS, told.split(list(HEADS.values()), 1), strict=True))
        loud = heads["who"][:, 1:].logsumexp(1) - heads["who"][:, 0]
        targets: list[Target] = [one.target for one in items]
        risks = torch.stack([heads["risk"][here, 0].max() for here in spans(items)])
        at = torch.tensor([here.start + int(loud[here].argmax()) for here in spans(items)])
        risk = torch.tensor([one.risk for one in targets])
        what = torch.tensor([one.what for one in targets])
        costs = {
            "risk": functional.binary_cross_entropy_with_logits(risks, risk),
            "what": functional.binary_cross_entropy_with_logits(
                heads["what"][at], what, pos_weight=torch.full((len(WHAT),), 3.0)
            ),
            **{
                name: functional.cross_entropy(
                    heads[name][at], torch.tensor([getattr(t, name) for t in targets])
                )
                for name in ("who", "when", "register")
            },
        }
        return torch.stack([WEIGHTS[name] * one for name, one in costs.items()]).sum()
