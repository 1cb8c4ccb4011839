"""How often each label was right and how often it was reported, with intervals."""

from collections.abc import Sequence
from math import sqrt

HEAD = "{:24} {:>6} {:>6} {:>18} {:>18} {:>6} {:>7} {:>7}"
Z = 1.96  # of an interval of 95%


def figures(
    rows: Sequence[tuple[Sequence[str], Sequence[str]]],
    known: Sequence[str],
    always: Sequence[str] = (),
) -> list[str]:
    """Gives a head and a line a label that some row has or was told.

    Args:
        rows: of each row the labels it has, and those it was told.
        known: the labels there are, in the order of the lines.
        always: of these, what has a line also where no row has it or was told it.
    """
    lines = [HEAD.format("label", "n", "pos", "precision", "recall", "F1", "/1000", "at most")]
    for label in known:
        there = sum(label in labels for labels, _ in rows)
        told = sum(label in raised for _, raised in rows)
        hits = sum(label in labels and label in raised for labels, raised in rows)
        if there or told or label in always:
            lines.append(_line(label, len(rows), (there, told, hits)))
    return lines


def _line(label: str, count: int, found: tuple[int, int, int]) -> str:
    there, told, hits = found
    precision, recall = hits / max(1, told), hits / max(1, there)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return HEAD.format(
        label,
        count,
        there,
        with_interval(hits, told),
        with_interval(hits, there),
        f"{f1:.3f}" if there else "-",
        f"{1000 * told / max(1, count):.1f}",
        at_most(told, count),
    )


def with_interval(hits: int, count: int) -> str:
    """Gives a share with its 95% interval after Wilson (1927); a dash for a share of nothing."""
    if not count:
        return "-"
    low, high = _ends(hits, count)
    return f"{hits / count:.3f} [{low:.2f} {high:.2f}]"


def at_most(hits: int, count: int) -> str:
    """Gives the upper end of that interval per 1,000; a dash for a share of nothing."""
    return f"{1000 * _ends(hits, count)[1]:.2f}" if count else "-"


def _ends(hits: int, count: int) -> tuple[float, float]:
    share = hits / count
    middle = (share + Z * Z / (2 * count)) / (1 + Z * Z / count)
    spread = Z * sqrt(share * (1 - share) / count + Z * Z / (4 * count * count))
    spread /= 1 + Z * Z / count
    return max(0.0, middle - spread), min(1.0, middle + spread)
