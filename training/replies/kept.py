"""What was made of replies that were left out of learning, as `folds` keeps it; without torch."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.governor.leanings import LEANINGS, Leanings
from bot.model.calibrated import EVEN, Knots, meant

KEPT = Path("build") / "folds.jsonl"
PUBLIC = ("spiral", "darkbench", "messages_irc", "messages_reddit")  # all others are our writers
PEOPLE = ("messages_irc", "messages_reddit")


@dataclass(frozen=True, slots=True)
class Kept:
    """One reply: where it is from, what is known of it, and what each plain sentence leans to."""

    of: str
    fold: int
    user: str
    reply: str
    labels: frozenset[str]
    note: str
    leanings: tuple[tuple[str, Leanings], ...]

    @property
    def loudest(self) -> Leanings:
        """What the reply leans to: as far as its loudest sentence does."""
        return loudest(each for _, each in self.leanings)

    def laid_out(self, bands: Mapping[str, Knots]) -> "Kept":
        """Gives the same with probabilities that mean what they mean in the program."""
        laid = tuple((said, laid_out(each, bands)) for said, each in self.leanings)
        return replace(self, leanings=laid)


def loudest(every: Iterable[Leanings]) -> Leanings:
    """Gives the highest of each leaning; of nothing none leans."""
    rows = (Leanings().shares, *(one.shares for one in every))
    return Leanings(tuple(map(max, zip(*rows, strict=True))))


def laid_out(told: Leanings, bands: Mapping[str, Knots]) -> Leanings:
    """Gives leanings whose probabilities are laid out by the bands."""
    named = zip(LEANINGS, told.shares, strict=True)
    return Leanings(tuple(meant(bands.get(name, EVEN), share) for name, share in named))


def read(file: Path = KEPT) -> tuple[Kept, ...]:
    """Gives every reply that was kept; none where no fold was learnt yet."""
    rows = file.read_text("utf-8").splitlines() if file.exists() else []
    return tuple(map(_kept, map(json.loads, rows)))


def _kept(row: dict[str, Any]) -> Kept:
    leanings = zip(row["sentences"], map(Leanings.of, row["logits"]), strict=True)
    said = row["of"], row["fold"], row["user"], row["reply"]
    return Kept(*said, frozenset(row["labels"]), row.get("note", ""), tuple(leanings))


def own(rows: Sequence[Kept]) -> list[Kept]:
    """Gives the replies of our own writers."""
    return [one for one in rows if one.of not in PUBLIC]
