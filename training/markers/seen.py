"""Texts as the layers that are shared see them, once for all that is learnt from them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy
import torch
from numpy.typing import NDArray

from bot.crisis.chunks import chunks
from bot.markers.shares import Shares
from bot.model.classifier import MOST
from bot.text.normalize import normalized
from bot.text.wordpiece import encoded
from training.fitting import block
from training.markers.branch import Below, Branch, Numbers, Piece, heard

AT_ONCE = 128


@dataclass(frozen=True, slots=True)
class Seen:
    """The chunks of texts as the shared layers see them, and whose chunk each is."""

    below: Sequence[NDArray[numpy.float16]]
    of: NDArray[numpy.int64]
    many: int

    def pieces(self, labels: Numbers, which: NDArray[numpy.bool_], counts: float) -> list[Piece]:
        """Gives the chunks of some texts to be learnt, with what each text shows."""
        pairs = zip(self.below, self.of, strict=True)
        return [Piece(below, labels[of], counts) for below, of in pairs if which[of]]

    def told(self, branch: Branch) -> Numbers:
        """Gives the probabilities of each text: of its loudest chunk."""
        found = numpy.full((self.many, len(Shares._fields)), -99, numpy.float32)
        numpy.maximum.at(found, self.of, heard(branch, self.below))
        return 1 / (1 + numpy.exp(-found))


def seen(texts: Sequence[str], below: Below, pieces: dict[str, int]) -> Seen:
    """Gives texts as the shared layers see them; about a millisecond each."""
    pairs = [(at, one) for at, text in enumerate(texts) for one in chunks(normalized(text))]
    rows = [encoded(one, pieces, MOST) for _, one in pairs]
    made: dict[int, NDArray[numpy.float16]] = {}
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    for start in range(0, len(order), AT_ONCE):
        these = order[start : start + AT_ONCE]
        numbers, counts = block([rows[at] for at in these])
        with torch.inference_mode():
            told = below(numbers, counts).numpy().astype(numpy.float16)
        made |= {at: told[place, : len(rows[at])].copy() for place, at in enumerate(these)}
    return Seen(
        [made[at] for at in range(len(rows))], numpy.array([at for at, _ in pairs]), len(texts)
    )
