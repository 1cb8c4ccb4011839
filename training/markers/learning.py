"""Learns the heads of markers: small networks over the main directions of the hidden layers.

Some networks are learnt from different beginnings and told as one, whose result is their mean
(Lakshminarayanan et al. 2017): alone each is surer of a near miss than it should be.
"""

from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from bot.markers.shares import Shares
from bot.model.hidden import evened
from bot.model.marking import MarkerHead

DIRECTIONS = 400  # of the layers, in which lines differ most
STRETCHED = 20.0  # the directions are short
INNER, NETWORKS = 64, 3
STEPS, PACE, AT_ONCE = 1500, 0.003, 512
DROPPED, SMALL = 0.4, 3e-4
RARE = -3.0  # where each marker's score begins
Numbers = NDArray[numpy.float32]


@dataclass(frozen=True, slots=True)
class Told:
    """Chunks by their hidden layers, what each shows, and how much it counts."""

    layers: Numbers  # (chunks, LAYERS, width)
    shows: Numbers  # (chunks, fields of Shares), 0 or 1
    counts: Numbers  # (chunks,)

    def and_also(self, other: "Told") -> "Told":
        """Gives both."""
        pairs = (
            (self.layers, other.layers), (self.shows, other.shows), (self.counts, other.counts)
        )  # fmt: skip
        return Told(*(numpy.concatenate(pair) for pair in pairs))


def learnt(own: Told, also: Told) -> MarkerHead:
    """Gives the heads that tell these chunks.

    Args:
        own: by which the layers are evened, and their main directions found.
        also: what is learnt beside it.
    """
    mean, spread = own.layers.mean(0), own.layers.std(0)
    lines = _features(own.layers, mean, spread)
    middle = lines.mean(0)
    _, _, parts = numpy.linalg.svd(lines - middle, full_matrices=False)
    turned = (parts[:DIRECTIONS].T * STRETCHED).astype(numpy.float32)
    every = own.and_also(also)
    seen = (_features(every.layers, mean, spread) - middle) @ turned
    networks = [_network(seen, every, seed) for seed in range(NETWORKS)]
    return _as_one(networks, turned, middle, mean, spread)


def _features(layers: Numbers, mean: Numbers, spread: Numbers) -> Numbers:
    return numpy.stack([evened(one, mean, spread)[:-1] for one in layers]).astype(numpy.float32)


def _network(seen: Numbers, told: Told, seed: int) -> list[Numbers]:
    """Gives the weights of one network: into it, of its middle, out of it, of its end (Adam)."""
    chance = numpy.random.default_rng(seed)
    width, ends = seen.shape[1], told.shows.shape[1]
    kept = [
        chance.normal(0, 3 / width**0.5, (width, INNER)), numpy.zeros(INNER),
        chance.normal(0, 1 / INNER**0.5, (INNER, ends)), numpy.full(ends, RARE),
    ]  # fmt: skip
    weights = [one.astype(numpy.float32) for one in kept]
    means, squares = ([numpy.zeros_like(one) for one in weights] for _ in range(2))
    share = told.counts / told.counts.mean()
    for step in range(1, STEPS + 1):
        of = chance.choice(len(seen), min(AT_ONCE, len(seen)), replace=False)
        keeps = (chance.random((len(of), INNER)) > DROPPED) / (1 - DROPPED)
        slopes = _slopes(weights, seen[of], told.shows[of], share[of], keeps)
        pace = PACE * (1 - 0.9 * step / STEPS) / (1 - 0.9**step)
        for at, slope in enumerate(slopes):
            means[at] = 0.9 * means[at] + 0.1 * slope
            squares[at] = 0.99 * squares[at] + 0.01 * slope**2
            weights[at] = weights[at] - pace * means[at] / (
                numpy.sqrt(squares[at] / (1 - 0.99**step)) + 1e-8
            )
    return weights


def _slopes(
    weights: list[Numbers], seen: Numbers, shows: Numbers, share: Numbers, keeps: Numbers
) -> list[Numbers]:
    into, middle, out, end = weights
    power = numpy.maximum(seen @ into + middle, 0)
    told = 1 / (1 + numpy.exp(-((power * keeps) @ out + end)))
    off = (told - shows) * share[:, None] / len(seen)
    back = (off @ out.T) * keeps * (power > 0)
    return [
        seen.T @ back + SMALL * into, back.sum(0),
        (power * keeps).T @ off + SMALL * out, off.sum(0),
    ]  # fmt: skip


def _as_one(
    networks: list[list[Numbers]], turned: Numbers, middle: Numbers, mean: Numbers, spread: Numbers
) -> MarkerHead:
    """Gives networks as one that reads the layers themselves, as exactly as the file keeps it."""
    into = numpy.concatenate([turned @ one[0] for one in networks], axis=1)
    begins = numpy.concatenate([one[1] for one in networks]) - middle @ into
    out = numpy.concatenate([one[2] for one in networks]) / len(networks)
    end = sum(one[3] for one in networks) / len(networks)
    kept = (into, begins, out, end, mean, spread)
    return MarkerHead(*(one.astype(numpy.float16).astype(numpy.float32) for one in kept))


def nothing(layers: Numbers, counts: float) -> Told:
    """Gives chunks that show nothing."""
    many = len(layers)
    shows = numpy.zeros((many, len(Shares._fields)), numpy.float32)
    return Told(layers, shows, numpy.full(many, counts, numpy.float32))
