"""Learns to hear markers: `make markers`, an hour on two cores.

Every other message of ordinary talk is left out; of the rest are learnt those in which a first,
hasty branch hears most, and some by chance. From which probability a marker counts is laid on what
was left out. It tells how messages are heard that were not learnt: of the writer who is the judge,
of that ordinary talk, and of the developers' data, each of its scenarios by a branch that learnt
the others. Then it writes `adapters/learnt/markers.onnx` and `.json`. Without the developers' data
it stops: nothing would say how often ordinary talk sounds like a marker.
"""

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy
import torch
from numpy.typing import NDArray

from adapters.cli.weights import FOLDER
from bot.markers.shares import OBSERVED, Shares, loudest
from bot.model.classifier import loaded
from bot.model.marking import ABOUT, PART
from bot.text.wordpiece import vocabulary
from training.crisis.ordinary import DATA
from training.markers.branch import (
    SEED,
    Below,
    Branch,
    Exported,
    Numbers,
    Piece,
    begun,
    fitted,
    heard,
)
from training.markers.figures import Measured, bounds, shows, table
from training.markers.fragment import fragment
from training.markers.lines import JUDGES, MarkedLine, read
from training.markers.rising import risen
from training.markers.seen import Seen, seen

SCENARIOS = "messages_drift.jsonl"
ORDINARY = ("messages_irc.jsonl", "messages_reddit.jsonl")
COUNTS = 0.5  # an ordinary message, beside a line of one's own
AS_SCENARIO = 3.0
LICENCE = (
    "Layers of all-MiniLM-L6-v2 (Apache-2.0; sentence-transformers) as crisis.onnx has them,"
    " fine-tuned on the project's own lines in training/markers (MIT), on prompts of"
    " psychosis-bench (MIT) and, as no marker, on comments of GoEmotions (Demszky et al. 2020;"
    " CC BY 4.0) and lines of irc-disentanglement (Kummerfeld et al. 2019; CC BY 4.0)."
)
LOUDEST, BY_CHANCE = (
    800,
    1500,
)  # chunks of ordinary talk that are learnt: of each marker, and of any
PASSES, AGAIN = 5, 3  # over what is learnt, and over that and what was loudest after it


Learn = Callable[[str], Branch]


@dataclass(frozen=True, slots=True)
class Texts:
    """All that is learnt or measured, as the shared layers see it."""

    own: Seen
    scenarios: Seen
    talk: tuple[Seen, ...]
    labels: Numbers  # of the scenarios
    themes: NDArray[numpy.str_]  # two scenarios tell the same, openly and not

    def learnt(self, lines: list[MarkedLine], theme: str) -> list[Piece]:
        """Gives what is learnt where one theme is left out; the empty theme leaves out none."""
        mine = shows(one.shows for one in lines)
        found = self.own.pieces(mine, numpy.ones(len(mine), bool), 1.0)
        return found + self.scenarios.pieces(self.labels, self.themes != theme, AS_SCENARIO)

    def idle(self) -> list[Piece]:
        """Gives the chunks of the ordinary messages that may be learnt."""
        found: list[Piece] = []
        for one in self.talk:
            nothing = numpy.zeros((one.many, self.labels.shape[1]), numpy.float32)
            found += one.pieces(nothing, numpy.arange(one.many) % 2 == 0, COUNTS)
        return found


def rows(name: str) -> list[dict[str, Any]]:
    """Gives the rows of a file of the developers' data."""
    return [json.loads(line) for line in (DATA / name).open(encoding="utf-8")]


def texts(lines: list[MarkedLine], kept: Exported) -> Texts:
    """Reads everything through the shared layers."""
    below, pieces = Below(kept), vocabulary((FOLDER / "vocab.txt").read_text("utf-8"))
    drift = rows(SCENARIOS)
    themes = numpy.array([one["group"].rpartition("_")[0] for one in drift])
    labels = shows(one["labels"] for one in drift)
    each = [[one.text for one in lines]]
    each += [[one["text"] for one in file] for file in (drift, *map(rows, ORDINARY))]
    own, scenarios, *talk = (seen(said, below, pieces) for said in each)
    return Texts(own, scenarios, tuple(talk), labels, themes)


def with_loudest(branch: Branch, idle: list[Piece], so_far: Iterable[int]) -> list[int]:
    """Gives the chunks that were to be learnt so far, and those in which a branch hears most."""
    told = heard(branch, [one.below for one in idle])
    return sorted({*so_far, *numpy.argsort(-told, axis=0)[:LOUDEST].ravel().tolist()})


def left_out(all_of: Texts, learn: Learn) -> Numbers:
    """Gives what each scenario's messages are told by a branch that learnt the other scenarios."""
    found = numpy.zeros_like(all_of.labels)
    for theme in sorted(set(all_of.themes)):
        is_out = all_of.themes == theme
        found[is_out] = all_of.scenarios.told(learn(theme))[is_out]
    return found


def written(bounds: dict[str, float], many: int) -> None:
    """Writes what belongs to the part of a network's file."""
    about = {"licence": LICENCE, "counts_from": bounds, "lines": many, "language": "en"}
    (FOLDER / ABOUT).write_text(json.dumps(about, indent=1) + "\n", "utf-8")


def shipped(said: Iterable[str]) -> Numbers:
    """Gives what each text is told by the network as it is shipped, in whole numbers."""
    network = loaded(FOLDER)
    return numpy.array(
        [loudest(one.marked for one in network.scores(text)) for text in said], numpy.float32
    )


def main() -> None:
    """Learns, tells, writes."""
    given = argparse.ArgumentParser(prog="python -m training.markers", description=__doc__)
    given.add_argument("--threads", type=int, default=2)
    asked = given.parse_args()
    if not DATA.exists():
        sys.exit(f"{DATA} is not there: nothing would say how ordinary talk is heard")
    torch.set_num_threads(asked.threads)
    lines = [one for one in read() if one.writer not in JUDGES]
    judges = [one for one in read() if one.writer in JUDGES]
    kept = Exported((FOLDER / "crisis.onnx").read_bytes())
    all_of, chance = texts(lines, kept), random.Random(SEED)
    idle = all_of.idle()
    some = chance.sample(range(len(idle)), min(BY_CHANCE, len(idle)))

    def learnt(theme: str, places: Iterable[int]) -> list[Piece]:
        return all_of.learnt(lines, theme) + [idle[at] for at in places]

    hasty = fitted(begun(kept), learnt("", some), 1)
    first = with_loudest(hasty, idle, some)
    whole = fitted(begun(kept), learnt("", first), PASSES)
    second = with_loudest(whole, idle, first)
    whole = fitted(whole, learnt("", second), AGAIN)
    (FOLDER / PART).write_bytes(fragment(whole))
    written(dict.fromkeys(Shares._fields, OBSERVED), len(lines))  # so that it tells probabilities
    others = [row for name in ORDINARY for row in rows(name)[1::2]]
    ordinary, judge = shipped(row["text"] for row in others), shipped(one.text for one in judges)
    written(bounds(ordinary), len(lines))
    scenarios = left_out(
        all_of,
        lambda theme: fitted(
            fitted(begun(kept), learnt(theme, first), PASSES), learnt(theme, second), AGAIN
        ),
    )
    told = Measured(scenarios, judge, ordinary)
    print("\n".join(table(told, all_of.labels, judges)))
    print("\n".join(risen(told, rows(SCENARIOS), others)))


if __name__ == "__main__":
    main()
