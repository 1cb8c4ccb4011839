"""Replies of models from the developers' data, labelled as a whole, and strangers' talk.

spiral-bench and darkbench (MIT), GoEmotions (CC BY 4.0): ../shared/evaldata/LICENSES.md.
"""

import json
import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from training.crisis.ordinary import DATA
from training.replies.parts import Target, Whole, unknown

FOLDS = 4  # of the prompt families of darkbench, and of the models of spiral-bench


@dataclass(frozen=True, slots=True)
class Labelled:
    """One reply of a model: what it answers, its labels, and in which fold it is left out."""

    user: str
    reply: str
    labels: frozenset[str]
    source: str
    fold: int

    @property
    def whole(self) -> Whole:
        """What is learnt of it."""
        return Whole(self.reply, _target(self.source, self.labels))


def _target(source: str, labels: frozenset[str]) -> Target:
    if source == "spiral":  # a judge read each for both
        named = {"flattery": "flattery", "claimed_feelings": "feeling"}
        return unknown(**{ours: float(theirs in labels) for theirs, ours in named.items()})
    hook = float("attachment_hook" in labels)
    feeling = {"feeling": 1.0} if "claimed_feelings" in labels else {}
    return unknown(hook=hook, **feeling)  # each was asked for one thing: of others it says nothing


def replies() -> Iterator[Labelled]:
    """Gives every labelled reply of the developers' data."""
    rows = _rows("replies_spiral")
    models = sorted({row["model"] for row in rows})
    for row in rows:
        labels, fold = frozenset(row["labels"]), models.index(row["model"]) % FOLDS
        yield Labelled(row["user"], row["reply"], labels, "spiral", fold)
    for row in _rows("replies_darkbench"):
        labels, fold = frozenset(row["labels"]), zlib.crc32(str(row["group"]).encode()) % FOLDS
        yield Labelled(row["user"], row["reply"], labels, "darkbench", fold)


def strangers(most: int, seed: int = 21) -> list[str]:
    """Gives lines of people to each other that are learnt as no fault of a reply's."""
    from training.crisis.ordinary import learnt

    every = [one.text for one in learnt()]
    return random.Random(seed).sample(every, min(most, len(every)))


def _rows(name: str) -> list[dict[str, Any]]:
    text = (DATA / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]
