"""Longer lines out of hand-written ones of the same writer: a risk amid everyday talk, and none.

Whole hand-written lines are joined, never words put into a form: a template teaches its own shape
(../shared/notes/judgement.md). What a composite says of the person is what its one telling part
says; the others say nothing of anybody.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from training.crisis.lines import FOLDER, LabelledLine, read, written

SHARE = 0.6  # of the lines that become part of a composite
LONGEST = 90  # words of a composite
JOINTS = (" ", "\n", ". ", " ... ", ", ")


def composed(lines: Sequence[LabelledLine], seed: str) -> Iterator[LabelledLine]:
    """Gives composites of two or three lines each, of a share of the lines."""
    chance = random.Random(seed)
    quiet = [one for one in lines if one.who == "nobody" and len(one.text.split()) <= 30]
    for one in lines:
        if chance.random() >= SHARE:
            continue
        others = chance.sample(quiet, chance.choice((1, 1, 2)))
        text = _joined(chance, one, others)
        if len(text.split()) <= LONGEST:
            yield replace(one, text=text, note=f"composed: {one.note}")


def _joined(chance: random.Random, one: LabelledLine, others: Sequence[LabelledLine]) -> str:
    parts = [each.text for each in others]
    parts.insert(chance.randrange(len(parts) + 1), one.text)
    text = parts[0]
    for part in parts[1:]:
        text = text.rstrip(" .") + chance.choice(JOINTS) + part
    return text


def main() -> None:
    """Writes the composites of every writer anew, as `composed-WRITER.tsv`."""
    by_writer: dict[str, list[LabelledLine]] = {}
    for one in read():
        if not one.is_composed:
            by_writer.setdefault(one.writer, []).append(one)
    for writer, lines in by_writer.items():
        written(composed(lines, writer), FOLDER / f"composed-{writer}.tsv")


if __name__ == "__main__":
    main()
