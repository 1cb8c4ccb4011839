"""Learns to hear markers: `make markers`, half an hour on two cores.

It tells first how messages are heard that were not learnt: of the developers' data (each of its
scenarios by a branch that learnt the others), of the writer who is the judge, and ordinary talk, of
which every other message is left out. From which probability a marker counts is laid on that
ordinary talk. Then it learns all, and writes `adapters/learnt/markers.onnx` and `.json`. Without
the developers' data it stops: nothing would say how often ordinary talk sounds like a marker.
"""

import argparse
import json
import sys
from dataclasses import dataclass

import numpy
import torch
from numpy.typing import NDArray

from adapters.cli.weights import FOLDER
from bot.model.marking import ABOUT, PART
from bot.text.wordpiece import vocabulary
from training.crisis.ordinary import DATA
from training.markers.branch import Below, Branch, Exported, Numbers, Piece, fitted
from training.markers.figures import Measured, table
from training.markers.fragment import fragment
from training.markers.lines import JUDGES, MarkedLine, read, shows
from training.markers.seen import Seen, seen

ORDINARY = ("messages_irc.jsonl", "messages_reddit.jsonl")
COUNTS = 0.5  # an ordinary message, beside a line of one's own
AS_SCENARIO = 3.0
SEED = 7


@dataclass(frozen=True, slots=True)
class Texts:
    """All that is learnt or measured, as the shared layers see it."""

    own: Seen
    judge: Seen
    scenarios: Seen
    talk: tuple[Seen, ...]
    labels: Numbers  # of the scenarios
    themes: NDArray[numpy.str_]  # two scenarios tell the same, openly and not

    def learnt(self, lines: list[MarkedLine], theme: str) -> list[Piece]:
        """Gives what is learnt where one theme is left out; the empty theme leaves out none."""
        mine = shows(one.shows for one in lines)
        found = self.own.pieces(mine, numpy.ones(len(mine), bool), 1.0)
        found += self.scenarios.pieces(self.labels, self.themes != theme, AS_SCENARIO)
        for one in self.talk:
            nothing = numpy.zeros((one.many, self.labels.shape[1]), numpy.float32)
            found += one.pieces(nothing, numpy.arange(one.many) % 2 == 0, COUNTS)
        return found

    def ordinary(self, branch: Branch) -> Numbers:
        """Gives the probabilities of the ordinary messages that are not learnt."""
        return numpy.concatenate([one.told(branch)[1::2] for one in self.talk])


def rows(name: str) -> list[dict[str, object]]:
    """Gives the rows of a file of the developers' data."""
    return [json.loads(line) for line in (DATA / name).open(encoding="utf-8")]


def texts(lines: list[MarkedLine], judges: list[MarkedLine], kept: Exported) -> Texts:
    """Reads everything through the shared layers."""
    below, pieces = Below(kept), vocabulary((FOLDER / "vocab.txt").read_text("utf-8"))
    drift = rows("messages_drift.jsonl")
    themes = numpy.array([str(one["group"]).rpartition("_")[0] for one in drift])
    labels = shows([str(name) for name in one["labels"]] for one in drift)  # type: ignore[attr-defined]
    each = [[one.text for one in lines], [one.text for one in judges]]
    each += [[str(one["text"]) for one in file] for file in (drift, *map(rows, ORDINARY))]
    own, judge, scenarios, *talk = (seen(said, below, pieces) for said in each)
    return Texts(own, judge, scenarios, tuple(talk), labels, themes)


def measured(all_of: Texts, lines: list[MarkedLine], kept: Exported, passes: int) -> Measured:
    """Gives what branches that did not learn a text make of it."""
    scenarios, judged, ordinary = numpy.zeros_like(all_of.labels), [], []
    for theme in sorted(set(all_of.themes)):
        branch = fitted(all_of.learnt(lines, theme), kept, SEED, passes)
        left_out = all_of.themes == theme
        scenarios[left_out] = all_of.scenarios.told(branch)[left_out]
        judged.append(all_of.judge.told(branch))
        ordinary.append(all_of.ordinary(branch))
    return Measured(scenarios, numpy.mean(judged, axis=0), numpy.mean(ordinary, axis=0))


def main() -> None:
    """Learns, tells, writes."""
    given = argparse.ArgumentParser(prog="python -m training.markers", description=__doc__)
    given.add_argument("--passes", type=int, default=4)
    given.add_argument("--threads", type=int, default=2)
    asked = given.parse_args()
    if not DATA.exists():
        sys.exit(f"{DATA} is not there: nothing would say how ordinary talk is heard")
    torch.set_num_threads(asked.threads)
    lines = [one for one in read() if one.writer not in JUDGES]
    judges = [one for one in read() if one.writer in JUDGES]
    kept = Exported((FOLDER / "crisis.onnx").read_bytes())
    all_of = texts(lines, judges, kept)
    found = measured(all_of, lines, kept, asked.passes)
    print("\n".join(table(found, all_of.labels, judges)))
    whole = fitted(all_of.learnt(lines, ""), kept, SEED, asked.passes)
    (FOLDER / PART).write_bytes(fragment(whole))
    about = {"counts_from": found.bounds(), "lines": len(lines), "language": "en"}
    (FOLDER / ABOUT).write_text(json.dumps(about, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
