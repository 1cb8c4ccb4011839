"""A row of a table, cell by cell: a bad part of a cell is removed, and the row stays."""

import re
from collections.abc import Callable

MOST_CELLS = 40  # of what has more, the row is one cell
_EDGE = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r"\s{0,3}\|[\s|:-]{1,2000}\Z")


def is_delimiter(row: str) -> bool:
    """Returns whether a row separates the head of a table from its body."""
    return "-" in row and _DELIMITER.match(row) is not None


def has_words(row: str) -> bool:
    """Returns whether a row holds any text."""
    return any(map(str.isalnum, row))


def cells(row: str) -> list[str]:
    """Gives the cells of a row, with the blanks around each."""
    inner = row.strip().removeprefix("|")
    parts = _EDGE.split(inner)
    return parts if len(parts) <= MOST_CELLS else [inner]


def judged(row: str, judge: Callable[[str], str]) -> str:
    """Gives a row in which a judge filtered each cell; an empty cell is one blank.

    Args:
        judge: gives the allowed part of a cell's words.
    """
    before, _, after = row.partition(row.strip())
    lead = "|" if row.strip().startswith("|") else ""
    return f"{before}{lead}{'|'.join(_left(cell, judge) for cell in cells(row))}{after}"


def _left(cell: str, judge: Callable[[str], str]) -> str:
    words = cell.strip()
    if not has_words(words):
        return cell
    left = judge(words).strip()
    if left == words:
        return cell
    return cell.replace(words, left, 1) if left else " "
