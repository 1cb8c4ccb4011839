"""The task of the governor: a reply leans to a fault as its loudest sentence does.

A sentence of ours that carries one label is learnt alone; where only the whole reply is labelled,
its loudest sentence answers for it. What is not known of a reply is no part of its cost.
"""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import nan

import torch
from torch import Tensor
from torch.nn import functional

from bot.governor.leanings import LEANINGS
from bot.governor.ngrams import plain
from bot.governor.sentences import Kind, split
from bot.text.wordpiece import encoded
from training.fitting import MOST, Item, Pieces, spans
from training.replies.lines import Reply

MOST_SENTENCES = 24  # of one reply that is judged as a whole
NONE = (0.0,) * len(LEANINGS)
Target = tuple[float, ...]  # 0 or 1 for each of LEANINGS, nan where it is not known


def sentences(reply: str) -> list[str]:
    """Gives the sentences of a reply as rules read them; code is none."""
    found = [plain(one.text) for one in split(reply) if one.kind is Kind.PROSE]
    return [one for one in found if any(map(str.isalpha, one))]


def target(labels: Iterable[str]) -> Target:
    """Gives what is to be said of what carries these labels and no others."""
    return tuple(float(name in labels) for name in LEANINGS)


@dataclass(frozen=True, slots=True)
class Whole:
    """A reply of which only as a whole something is known."""

    reply: str
    target: Target


def parts(replies: Iterable[Reply]) -> Iterator[tuple[list[str], Target]]:
    """Gives the sentences of our own replies: what carries a label, and each of the others."""
    for one in replies:
        bad = [said for each in one.bad for said in sentences(each)]
        own = [said for said in sentences(one.reply) if not any(each in said for each in bad)]
        yield from (([said], NONE) for said in own)
        if len(one.labels) == 1:
            yield from (([said], target(one.labels)) for said in bad)
        elif bad:
            yield bad, target(one.labels)


class Governing:
    """Sentences of our own, strangers' lines, and whole replies of models."""

    logits = len(LEANINGS)

    def __init__(
        self,
        own: Iterable[Reply],
        strangers: Iterable[str],
        whole: Iterable[Whole],
        known: Mapping[str, int],
    ) -> None:
        told = [*parts(own), *(([plain(one)], NONE) for one in strangers)]
        told += [(sentences(one.reply)[:MOST_SENTENCES], one.target) for one in whole]
        self._items = [Item(_pieces(said, known), goal) for said, goal in told if said]

    def items(self, chance: random.Random) -> list[Item]:
        """Gives all of it; nothing of it changes from pass to pass."""
        return self._items

    def cost(self, told: Tensor, items: Sequence[Item]) -> Tensor:
        """Gives the loss of a batch."""
        loudest = torch.stack([told[here].max(0).values for here in spans(items)])
        wanted = torch.tensor([one.target for one in items])
        is_known = ~wanted.isnan()
        return 3 * functional.binary_cross_entropy_with_logits(loudest[is_known], wanted[is_known])


def _pieces(said: Sequence[str], known: Mapping[str, int]) -> Pieces:
    return [encoded(one, known, MOST) for one in said]


def unknown(**known: float) -> Target:
    """Gives a target of which only what is named is known."""
    return tuple(known.get(name, nan) for name in LEANINGS)
