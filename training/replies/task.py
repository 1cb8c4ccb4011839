"""The task of the governor: a reply leans to a fault as its loudest sentence does.

What is not known of a reply is no part of its cost.
"""

import random
from collections.abc import Iterable, Mapping, Sequence

import torch
from torch import Tensor
from torch.nn import functional

from bot.governor.leanings import LEANINGS
from bot.text.plain import plain
from bot.text.wordpiece import encoded
from training.fitting import MOST, Item, Pieces, spans
from training.replies.lines import Reply
from training.replies.parts import MOST_SENTENCES, NONE, Whole, parts, sentences


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
