"""Learns the heads that read markers: `make markers`, a quarter of an hour on two cores.

It tells first how messages are heard that were not learnt: of the developers' data (each of its
scenarios by heads that learnt the others), of the writer who is the judge, and ordinary talk, of
which every other line is left out. From which probability a marker counts is laid on that ordinary
talk. Then it learns all, and writes `adapters/learnt/markers.npz` and `.json`. Without the
developers' data it stops: nothing would say how often ordinary talk sounds like a marker.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy
from numpy.typing import NDArray

from adapters.cli.weights import FOLDER
from bot.crisis.chunks import chunks
from bot.markers.shares import Shares
from bot.model.classifier import MOST
from bot.model.hidden import layers_of
from bot.model.marking import ABOUT, WEIGHTS, MarkerHead
from bot.text.normalize import normalized
from bot.text.wordpiece import encoded, vocabulary
from training.crisis.ordinary import DATA
from training.markers.learning import Told, learnt, nothing
from training.markers.lines import JUDGES, MarkedLine, read

ORDINARY = ("messages_irc.jsonl", "messages_reddit.jsonl")
EVERY = (2, 8)  # of the lines of each, so many are one that is learnt; the odd ones are the measure
COUNTS = 0.5  # as much as a line of one's own
AS_SCENARIO = 3.0
BOUNDS = {"exclusivity": 1.0, "withdrawal": 0.5, "functioning": 0.5, "distress": 1.0}  # per 1,000
Numbers = NDArray[numpy.float32]


@dataclass(frozen=True, slots=True)
class Seen:
    """Texts as the network sees them: the layers of each chunk, and whose chunk it is."""

    layers: Numbers
    of: NDArray[numpy.int64]
    many: int

    def only(self, which: NDArray[numpy.bool_]) -> "Seen":
        """Gives the chunks of some texts; the others keep their places, empty."""
        chosen = which[self.of]
        return Seen(self.layers[chosen], self.of[chosen], self.many)

    def told(self, shows: Numbers, counts: float = 1.0) -> Told:
        """Gives the chunks with what each text shows."""
        return Told(self.layers, shows[self.of], numpy.full(len(self.of), counts, numpy.float32))

    def heard(self, head: MarkerHead) -> Numbers:
        """Gives the probabilities of each text: of its loudest chunk."""
        found = numpy.zeros((self.many, len(Shares._fields)), numpy.float32)
        each = numpy.stack([head.probabilities(one) for one in self.layers])
        numpy.maximum.at(found, self.of, each)
        return found


def seen(texts: Sequence[str]) -> Seen:
    """Gives texts as the network sees them; some milliseconds each."""
    pieces = vocabulary((FOLDER / "vocab.txt").read_text("utf-8"))
    network = layers_of(FOLDER / "crisis.onnx")
    pairs = [(at, one) for at, text in enumerate(texts) for one in chunks(normalized(text))]
    layers = [network(encoded(one, pieces, MOST)).astype(numpy.float32) for _, one in pairs]
    return Seen(numpy.stack(layers), numpy.array([at for at, _ in pairs]), len(texts))


def rows(name: str) -> list[dict[str, object]]:
    """Gives the rows of a file of the developers' data."""
    return [json.loads(line) for line in (DATA / name).open(encoding="utf-8")]


def shows(each: Iterable[Iterable[str]]) -> Numbers:
    """Gives what each text shows as numbers: (texts, fields of Shares)."""
    named = [frozenset(one) for one in each]
    return numpy.array([[name in one for name in Shares._fields] for one in named], numpy.float32)


def upper(alarms: int, of: int) -> float:
    """Gives the upper end of the 95% interval of alarms per 1,000 (Wilson)."""
    z, share = 1.96, alarms / of
    middle, wide = share + z * z / (2 * of), z * sqrt(share * (1 - share) / of + z * z / 4 / of**2)
    return 1000 * (middle + wide) / (1 + z * z / of)


@dataclass(frozen=True, slots=True)
class Measured:
    """What heads that did not learn a text make of it."""

    drift: Numbers
    judge: Numbers
    ordinary: Numbers

    def bounds(self) -> dict[str, float]:
        """Gives from which probability each marker alarms in no more ordinary talk than it may."""
        return {name: self._bound(at, BOUNDS[name]) for at, name in enumerate(Shares._fields)}

    def _bound(self, at: int, most: float) -> float:
        loudest = numpy.sort(self.ordinary[:, at])[::-1]
        alarms = 0
        while upper(alarms + 1, len(loudest)) <= most:
            alarms += 1
        return round(float(loudest[alarms]) + 0.0005, 4)


def table(told: Measured, labels: Numbers, lines: Sequence[MarkedLine]) -> list[str]:
    """Gives the figures, a line a marker."""
    near = numpy.array([one.is_near for one in lines])
    judged, found = shows(one.shows for one in lines), []
    for at, (name, bound) in enumerate(told.bounds().items()):
        drift = _figures(told.drift[:, at] >= bound, labels[:, at] > 0)
        judge = _figures(told.judge[:, at] >= bound, judged[:, at] > 0)
        alarms = int((told.ordinary[:, at] >= bound).sum())
        share = 100 * (told.judge[near, at] >= bound).mean()
        found.append(
            f"{name}: scenarios left out {drift}; the judge {judge}; near misses {share:.1f}% of "
            f"{near.sum()}; ordinary talk {alarms} of {len(told.ordinary)}, at most "
            f"{upper(alarms, len(told.ordinary)):.2f} per 1,000"
        )
    return found


def _figures(heard: NDArray[numpy.bool_], meant: NDArray[numpy.bool_]) -> str:
    right = int((heard & meant).sum())
    return (
        f"P {right / max(1, heard.sum()):.2f} R {right / max(1, meant.sum()):.2f} of {meant.sum()}"
    )


def main() -> None:
    """Learns, tells, writes."""
    if not DATA.exists():
        sys.exit(f"{DATA} is not there: nothing would say how ordinary talk is heard")
    lines = read()
    judges = [one for one in lines if one.writer in JUDGES]
    own = [one for one in lines if one.writer not in JUDGES]
    drift = rows("messages_drift.jsonl")
    labels, themes = shows(_labels(drift)), numpy.array([_theme(one) for one in drift])
    told, scenarios = seen([one.text for one in own]), seen([str(one["text"]) for one in drift])
    mine = told.told(shows(one.shows for one in own))
    talk = [seen([str(one["text"]) for one in rows(name)]) for name in ORDINARY]
    judge = seen([one.text for one in judges])
    ordinary = _learnt_talk(talk)
    heard, others, everyday = numpy.zeros_like(labels), [], []
    for theme in sorted(set(themes)):
        kept = scenarios.only(themes != theme).told(labels, AS_SCENARIO)
        head = learnt(mine, kept.and_also(ordinary))
        heard[themes == theme] = scenarios.heard(head)[themes == theme]
        others.append(judge.heard(head))
        everyday.append(numpy.concatenate([one.heard(head)[1::2] for one in talk]))
    found = Measured(heard, numpy.mean(others, axis=0), numpy.mean(everyday, axis=0))
    print("\n".join(table(found, labels, judges)))
    head = learnt(mine, scenarios.told(labels, AS_SCENARIO).and_also(ordinary))
    _write(head, found.bounds(), len(own))


def _labels(drift: list[dict[str, object]]) -> list[list[str]]:
    return [[str(name) for name in one["labels"]] for one in drift]  # type: ignore[attr-defined]


def _theme(row: dict[str, object]) -> str:
    """Gives what a scenario is about: two tell the same, openly and not."""
    return str(row["group"]).rpartition("_")[0]


def _learnt_talk(talk: Sequence[Seen]) -> Told:
    each = (
        nothing(one.layers[one.of % every == 0], COUNTS)
        for one, every in zip(talk, EVERY, strict=True)
    )
    first, second = each
    return first.and_also(second)


def _write(head: MarkerHead, bounds: dict[str, float], many: int) -> None:
    names = ("into", "begins", "out", "ends", "mean", "spread")
    kept = {name: getattr(head, name).astype(numpy.float16) for name in names}
    numpy.savez_compressed(FOLDER / WEIGHTS, **kept)
    about = {"counts_from": bounds, "lines": many, "language": "en"}
    (FOLDER / ABOUT).write_text(json.dumps(about, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
