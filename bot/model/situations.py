"""Which situation a message is about, as far as that is sure: a linear head on a hidden network.

The network is the one of the crisis floor, whose hidden layers know what a text is about. It is
opened a second time, with those layers as results, so that the floor's own is as it was. The head
(`situations.npz`) is learnt by `make situations`; nothing of a text is kept.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

import structlog

from bot.crisis.chunks import chunks
from bot.model.hidden import LAYERS, Array, layers_of
from bot.text.normalize import normalized
from bot.text.wordpiece import encoded, vocabulary

log = structlog.get_logger()
MOST = 48  # pieces of one chunk
BIAS = 0.3  # beside the layers, so that a situation may be rare
Layers = Callable[[Sequence[int]], Array]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message is about: a situation, or only its family, or neither ("")."""

    situation: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The weights of the head, and from which score on it is sure."""

    weights: Array = field(repr=False)  # layers and bias -> situations
    mean: Array = field(repr=False)
    spread: Array = field(repr=False)
    names: tuple[str, ...]
    families: Mapping[str, str]  # by situation
    sure: float
    likely: float

    @property
    def kinds(self) -> tuple[str, ...]:
        """The families, whose scores stand after those of the situations."""
        return tuple(sorted(set(self.families.values())))

    def heard(self, scores: Array) -> Heard:
        """Gives the situation whose score is sure, else the family whose score is likely.

        Both must agree on the family; else it is unsure.
        """
        named, kin = scores[: len(self.names)], scores[len(self.names) :]
        name, family = self.names[int(named.argmax())], self.kinds[int(kin.argmax())]
        if self.families[name] != family:
            return Heard()
        if named.max() >= self.sure:
            return Heard(name, family)
        return Heard(family=family if kin.max() >= self.likely else "")


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
        return self.head.heard(sum(each[1:], each[0]) / len(each))

    def _scores(self, text: str) -> Array:
        features = featured(self.layers(encoded(text, self.pieces, MOST)), self.head)
        scores: Array = features @ self.head.weights
        return scores


def featured(layers: Array, head: Head) -> Array:
    """Gives what the weights are applied to: each layer evened and of the same length."""
    import numpy

    even = (layers - head.mean) / head.spread
    even /= numpy.linalg.norm(even, axis=1, keepdims=True) * LAYERS**0.5
    return numpy.append(even.ravel(), numpy.float32(BIAS))


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
    names, families = tuple(about["families"]), about["families"]
    return Head(
        **arrays, names=names, families=families, sure=about["sure"], likely=about["likely"]
    )
