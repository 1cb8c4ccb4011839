"""Which situation a message is about, as far as that is sure, else in which tone it is written.

Two linear heads read the hidden layers of the crisis floor's network, which know what a text is
about; the one for tones reads the forms of its sentences too. The network is opened a second time,
with those layers as results, so that the floor's own is as it was. The heads (`situations.npz`) are
learnt by `make situations`; nothing of a text is kept.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

import structlog

from bot.crisis.chunks import chunks
from bot.model.forms import forms
from bot.model.hidden import LAYERS, Array, layers_of
from bot.text.normalize import normalized
from bot.text.wordpiece import encoded, vocabulary

log = structlog.get_logger()
MOST = 48  # pieces of one chunk
BIAS = 0.3  # beside the layers, so that a situation may be rare
AGREES = 0.5  # so probable are the tones in which a situation that is sure may be told
NEAR = (
    frozenset(("heavy", "mixed", "life")),
    frozenset(("asking", "task", "opinion", "play")),
)
MOVED, MOVING, CLEARLY = "mixed", ("heavy", "mixed", "glad", "life"), 0.6  # it is not sure which
Layers = Callable[[Sequence[int]], Array]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message is about: a situation, or only its family (a tone), or neither ("")."""

    situation: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads make of a text: a score of each situation, a probability of each tone."""

    situations: Array = field(repr=False)
    tones: Array = field(repr=False)


@dataclass(frozen=True, slots=True)
class Head:
    """The weights of the heads, and from which score on each is sure.

    A tone is a family of situations, or "" for what is none of them.
    """

    weights: Array = field(repr=False)  # layers and bias -> situations
    toning: Array = field(repr=False)  # layers, bias and forms -> tones
    mean: Array = field(repr=False)
    spread: Array = field(repr=False)
    names: tuple[str, ...]
    families: Mapping[str, str]  # by situation
    sure: float
    likely: Mapping[str, float]  # by tone

    @property
    def tones(self) -> tuple[str, ...]:
        """The tones, in the order of their probabilities."""
        return tuple(sorted({"", *self.families.values()}))

    def scores(self, layers: Array, text: str) -> Scores:
        """Gives the scores of a text by its layers."""
        import numpy

        features = featured(layers, self)
        powers = toned(features, text) @ self.toning
        grown = numpy.exp(powers - powers.max())
        return Scores(features @ self.weights, grown / grown.sum())

    def heard(self, scores: Scores) -> Heard:
        """Gives the situation whose score is sure, else the tone whose probability is high enough.

        A situation in another tone than the text's is not sure.
        """
        each = dict(zip(self.tones, scores.tones.tolist(), strict=True))
        name, tone = self.names[int(scores.situations.argmax())], max(each, key=each.__getitem__)
        family = self.families[name]
        agreeing = sum(each.get(one, 0) for one in _near(family))
        if scores.situations.max() >= self.sure and agreeing >= AGREES:
            return Heard(name, family)
        if tone and each[tone] >= self.likely[tone]:
            return Heard(family=tone)
        return Heard(family=MOVED if sum(each[one] for one in MOVING) >= CLEARLY else "")


@dataclass(frozen=True, slots=True)
class Situations:
    """Tells the situation of a text; the beginning and the end of a long one are read."""

    layers: Layers = field(repr=False)
    pieces: dict[str, int] = field(repr=False)
    head: Head = field(repr=False)

    def heard(self, text: str) -> Heard:
        """Gives what a text is about; blocks for some milliseconds."""
        told = chunks(normalized(text))
        if not told:
            return Heard()
        each = [self._scores(one) for one in dict.fromkeys((told[0], told[-1]))]
        return self.head.heard(_together(each))

    def _scores(self, text: str) -> Scores:
        return self.head.scores(self.layers(encoded(text, self.pieces, MOST)), text)


def _near(family: str) -> frozenset[str]:
    """Gives the tones in which a situation of a family may be told."""
    return next((one for one in NEAR if family in one), frozenset((family,)))


def _together(each: Sequence[Scores]) -> Scores:
    """Gives the scores of a text by those of its chunks; of tones, the surer chunk counts more."""
    import numpy

    tones = numpy.exp(sum(numpy.log(one.tones + 1e-6) for one in each) / len(each))
    return Scores(sum(one.situations for one in each) / len(each), tones / tones.sum())


def featured(layers: Array, head: Head) -> Array:
    """Gives what the weights are applied to: each layer evened and of the same length."""
    import numpy

    even = (layers - head.mean) / head.spread
    even /= numpy.linalg.norm(even, axis=1, keepdims=True) * LAYERS**0.5
    return numpy.append(even.ravel(), numpy.float32(BIAS))


def toned(features: Array, text: str) -> Array:
    """Gives what the weights of tones are applied to: features of the layers, and the forms."""
    import numpy

    return numpy.append(features, numpy.array(forms(text), "float32"))


def opened(folder: Path) -> Situations:
    """Gives what tells situations by the files of a folder.

    Raises:
        ImportError, OSError, ValueError: the runtime or a file is missing or unusable.
    """
    pieces = vocabulary((folder / "vocab.txt").read_text("utf-8"))
    return Situations(layers_of(folder / "crisis.onnx"), pieces, head_of(folder))


def hearing(folder: Path) -> Callable[[str], Heard]:
    """Gives what hears by the files of a folder, opened at the first text.

    Where they or the runtime are missing or broken it says so once, and hears nothing.
    """
    return _Hearing(folder).heard


@dataclass(slots=True)
class _Hearing:
    folder: Path
    _lock: Lock = field(default_factory=Lock)
    _opened: Situations | None = None
    _is_broken: bool = False

    def heard(self, text: str) -> Heard:
        try:
            situations = self._situations()
            return situations.heard(text) if situations is not None else Heard()
        except Exception as failure:  # around one file: whatever the runtime breaks by
            self._is_broken = True
            log.warning("the demonstration voice hears no situations", why=type(failure).__name__)
            return Heard()

    def _situations(self) -> Situations | None:
        with self._lock:  # two first texts at once open it once
            if self._opened is None and not self._is_broken:
                self._opened = opened(self.folder)
            return None if self._is_broken else self._opened


def head_of(folder: Path) -> Head:
    """Gives the head that stands in a folder."""
    import numpy

    about: dict[str, Any] = json.loads((folder / "situations.json").read_text("utf-8"))
    with numpy.load(folder / "situations.npz", allow_pickle=False) as kept:
        arrays = {name: kept[name].astype(numpy.float32) for name in kept.files}
    families = about["families"]
    known = {"names": tuple(families), "families": families}
    return Head(**arrays, **known, sure=about["sure"], likely=about["likely"])
