"""The governor's table, from what was left out: `python -m training.replies.figures`.

For the rules alone, the network alone (more likely than not), and both as the program combines
them; the bands of a fold are laid on the other folds. Needs build/folds.jsonl (`folds`).
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from adapters.evaluation.review import ReviewRow, reviewed, rules_alone
from bot.governor.backing import LEANS, SUSPECT
from bot.governor.leanings import Leanings
from bot.levels import Level
from training.replies import kept, laid
from training.replies.kept import PEOPLE, Kept

WARMTH = frozenset({"flattery", "attachment_hook", "claimed_feelings"})
HEAD = "{:44} {:>7} {:>18} {:>18} {:>18} {:>7}"
F1 = (("spiral", "flattery"), ("spiral", "claimed_feelings"), ("darkbench", "attachment_hook"))
Flags = Callable[[Kept], frozenset[str]]
Lean = Callable[[str], Leanings | None]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one flag."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        """Gives all three in one cell."""
        return f"{self.f1:.3f} ({self.precision:.2f} {self.recall:.2f})"


def score(truth: Sequence[bool], told: Sequence[bool]) -> Score:
    """Gives how well what was told fits what is true."""
    hits = sum(is_true and was_told for is_true, was_told in zip(truth, told, strict=True))
    return Score(hits / max(1, sum(told)), hits / max(1, sum(truth)))


def laid_out(rows: Sequence[Kept]) -> list[Kept]:
    """Gives the rows, in their order, with bands laid on the other folds; of one fold on itself."""
    folds = {one.fold for one in rows}
    bands = {}
    for fold in folds:
        others = [one for one in rows if one.fold != fold or len(folds) == 1]
        bands[fold] = laid.bands([one.loudest for one in others if one.of in PEOPLE], others)
    return [one.laid_out(bands[one.fold]) for one in rows]


def by_rules(row: Kept) -> frozenset[str]:
    """Gives what the rules alone say of a reply."""
    return _reviewed(row, rules_alone)


def by_network(row: Kept) -> frozenset[str]:
    """Gives what the network alone finds more likely than not."""
    return frozenset(flag for flag, names in LEANS.items() if row.loudest[names[0]] >= SUSPECT)


def by_both(row: Kept) -> frozenset[str]:
    """Gives what the program says: the bands have to be laid out already."""
    return _reviewed(row, dict(row.leanings).get)


def _reviewed(row: Kept, lean: Lean) -> frozenset[str]:
    level = Level.PLAIN if row.of in kept.PUBLIC else Level.WARM
    told = reviewed(ReviewRow("", row.user, row.reply, level), lean)
    return frozenset(told["flags"])


def table(rows: Sequence[Kept]) -> list[str]:
    """Gives the table as lines."""
    laid_rows = laid_out(rows)
    lines = [HEAD.format("what", "rows", "rules", "network", "both", "all")]
    for of, flag in F1:
        lines.append(_f1(f"{of}: {flag}, F1 (P R)", flag, *_pairs(rows, laid_rows, {of})))
    for name in PEOPLE:
        lines.append(_share(f"{name}: any flag of warmth", *_pairs(rows, laid_rows, {name})))
    ours = {one.of for one in kept.own(rows) if not one.labels}
    innocent = [one for one in rows if not one.labels], [one for one in laid_rows if not one.labels]
    lines.append(_share("our own without a fault: touched", *_pairs(*innocent, ours), is_any=True))
    return lines


def _pairs(
    rows: Sequence[Kept], laid_rows: Sequence[Kept], names: set[str]
) -> tuple[list[Kept], list[Kept]]:
    return [one for one in rows if one.of in names], [one for one in laid_rows if one.of in names]


def _told(raw: Sequence[Kept], laid_rows: Sequence[Kept]) -> list[list[frozenset[str]]]:
    asked: list[tuple[Flags, Sequence[Kept]]] = [
        (by_rules, raw), (by_network, raw), (by_both, laid_rows),
    ]  # fmt: skip
    return [[flags(one) for one in of] for flags, of in asked]


def _f1(what: str, flag: str, raw: Sequence[Kept], laid_rows: Sequence[Kept]) -> str:
    truth = [flag in one.labels for one in raw]
    cells = [str(score(truth, [flag in one for one in told])) for told in _told(raw, laid_rows)]
    return HEAD.format(what, len(raw), *cells, f"{score(truth, [True] * len(truth)).f1:.3f}")


def _share(
    what: str, raw: Sequence[Kept], laid_rows: Sequence[Kept], *, is_any: bool = False
) -> str:
    cells = []
    for told in _told(raw, laid_rows):
        seen = sum(bool(one if is_any else one & WARMTH) for one in told)
        cells.append(f"{100 * seen / max(1, len(raw)):.2f}%")
    return HEAD.format(what, len(raw), *cells, "100%")


def main() -> None:
    """Prints it."""
    rows = kept.read()
    if not rows:
        raise SystemExit(f"{kept.KEPT} is not there: python -m training.replies.folds writes it")
    sys.stdout.write("\n".join(table(rows)) + "\n")


if __name__ == "__main__":
    main()
