"""Learns the two heads: situations by ridge, tones by a softmax that is held small."""

from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from bot.model.situations import Head, featured, toned
from training.situations.lines import Example

EVEN = 0.3  # how strongly the weights of situations are held small
SMALL = 6e-5  # and those of tones
PARTS = 600  # directions of the layers in which tones are told apart
STEPS, PACE = 200, 0.3
BY_TONE = 3.0  # so much a line counts whose writer gave only its tone
BY_TALK = 0.5
Numbers = NDArray[numpy.float32]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines, how each begins in its one spelling, and the hidden layers of that."""

    examples: tuple[Example, ...]
    texts: tuple[str, ...]
    layers: Numbers

    def only(self, which: NDArray[numpy.bool_]) -> "Lines":
        """Gives some of the lines."""
        at = numpy.flatnonzero(which)
        examples, texts = ([of[one] for one in at] for of in (self.examples, self.texts))
        return Lines(tuple(examples), tuple(texts), self.layers[which])  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Learner:
    """What all heads learnt here have in common."""

    empty: Head
    parts: Numbers  # features of layers -> the directions in which lines differ most

    @classmethod
    def of(cls, told: Lines, families: dict[str, str]) -> "Learner":
        """Gives the learner of these lines."""
        names = tuple(sorted({one.situation for one in told.examples if one.situation}))
        known = {name: families[name] for name in names}
        nothing, mean, spread = numpy.zeros(0), told.layers.mean(0), told.layers.std(0)
        empty = Head(nothing, nothing, mean, spread, names, known, 1.0, {})
        lines = numpy.stack([featured(one, empty)[:-1] for one in told.layers[::2]])
        _, _, parts = numpy.linalg.svd(lines - lines.mean(0), full_matrices=False)
        return cls(empty, parts[:PARTS].T)

    def learnt(self, told: Lines, talk: Lines) -> Head:
        """Gives the heads that tell these lines, and hear nothing in ordinary talk."""
        seen = (*told.layers, *talk.layers)
        lines = numpy.stack([featured(one, self.empty) for one in seen])
        pairs = zip(lines, (*told.texts, *talk.texts), strict=True)
        formed = numpy.stack([toned(one, text) for one, text in pairs])
        empty = self.empty
        return Head(
            _rounded(self._situations(lines, told)),
            _rounded(self._tones(formed, (*told.examples, *talk.examples))),
            empty.mean, empty.spread, empty.names, empty.families, 1.0, {},
        )  # fmt: skip

    def _situations(self, lines: Numbers, told: Lines) -> Numbers:
        """Gives the weights by ridge: a line of no situation wants none of them."""
        names, exact = self.empty.names, lines.astype("float64")
        wanted = numpy.zeros((len(lines), len(names)))
        for at, one in enumerate(told.examples):
            if one.situation:
                wanted[at, names.index(one.situation)] = 1
        held = exact.T @ exact + EVEN * numpy.eye(exact.shape[1])
        weights: Numbers = numpy.linalg.solve(held, exact.T @ wanted)
        return weights

    def _tones(self, formed: Numbers, examples: tuple[Example, ...]) -> Numbers:
        """Gives the weights by softmax in the main directions, told as weights of the features."""
        tones, width = self.empty.tones, len(self.parts)
        lines = numpy.concatenate((formed[:, :width] @ self.parts, formed[:, width:]), axis=1)
        of = numpy.array([tones.index(one.family) for one in examples])
        rare = 1 / numpy.sqrt(numpy.bincount(of, minlength=len(tones)).clip(1))
        counts = rare[of] * numpy.array([counted(one) for one in examples])
        weights = _softmax_learnt(lines, numpy.eye(len(tones), dtype="float32")[of], counts)
        told = self.parts @ weights[: self.parts.shape[1]]
        return numpy.concatenate((told, weights[self.parts.shape[1] :]))


def counted(one: Example) -> float:
    """Gives how much a line counts: more where its writer wrote first messages, of no situation."""
    if not one.family:
        return BY_TALK
    return 1.0 if one.situation else BY_TONE


def _softmax_learnt(lines: Numbers, wanted: Numbers, counts: Numbers) -> Numbers:
    """Gives the weights of a softmax (Adam: Kingma and Ba 2015)."""
    weights = numpy.zeros((lines.shape[1], wanted.shape[1]), "float32")
    mean, square = numpy.zeros_like(weights), numpy.zeros_like(weights)
    share = (counts / counts.sum())[:, None].astype("float32")
    for step in range(1, STEPS + 1):
        slope = lines.T @ ((_softmax(lines @ weights) - wanted) * share) + SMALL * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        pace = PACE * (1 - 0.9 * step / STEPS) / (1 - 0.9**step)
        weights -= pace * mean / (numpy.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def _softmax(powers: Numbers) -> Numbers:
    grown = numpy.exp(powers - powers.max(1, keepdims=True))
    told: Numbers = grown / grown.sum(1, keepdims=True)
    return told


def _rounded(weights: Numbers) -> Numbers:
    """Gives weights as exactly as the file keeps them."""
    return weights.astype(numpy.float16).astype(numpy.float32)
