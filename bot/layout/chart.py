"""A small picture of weeks, as data: rows of bars under one line of days. A platform draws it.

A row is numbered, so that the words below can name it where a picture cannot write its language.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Final

from bot.strings import Strings
from bot.words import CHART, TextFile

MOST_WEEKS: Final = 26
MOST_ROWS: Final = 6


@dataclass(frozen=True, slots=True)
class Bars:
    """One row: a number a week, or None for a week without one; below zero it hangs."""

    name: str = field(repr=False)
    values: tuple[float | None, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of bars over the same weeks.

    Args:
        name: of the file, without its end.
        weeks: what stands below each bar, for all rows.
        most: the number that fills a row from its line to its edge.
        alternative: the same in words, for who does not see it.
    """

    name: str
    weeks: tuple[str, ...] = field(repr=False)
    rows: tuple[Bars, ...] = field(repr=False)
    most: float
    alternative: str = field(repr=False)

    @property
    def hangs(self) -> bool:
        """Whether any bar lies below its line."""
        return any(value is not None and value < 0 for row in self.rows for value in row.values)

    def lately(self) -> "Chart":
        """Gives the last weeks and the first rows: as much as a picture has room for."""
        weeks, rows = self.weeks[-MOST_WEEKS:], self.rows[:MOST_ROWS]
        cut = tuple(Bars(one.name, one.values[-MOST_WEEKS:]) for one in rows)
        return Chart(self.name, weeks, cut, self.most, self.alternative)


def labels(days: Sequence[date], strings: Strings) -> tuple[str, ...]:
    """Gives days as they stand in a picture, without the year."""
    said = strings.dates
    return tuple(
        said.day.format(
            day=one.day if one.day > 1 else said.first, month=said.months[one.month - 1]
        )
        for one in days
    )


def file(chart: Chart) -> TextFile:
    """Gives a chart as a file of a message; the platform that says it draws it."""
    text = json.dumps(asdict(chart.lately()), ensure_ascii=False)
    return TextFile(f"{chart.name}{CHART}", text, chart.alternative)


def load(given: TextFile) -> Chart:
    """Reads a chart from its file."""
    raw = json.loads(given.text)
    rows = tuple(Bars(one["name"], tuple(one["values"])) for one in raw["rows"])
    return Chart(raw["name"], tuple(raw["weeks"]), rows, raw["most"], raw["alternative"])
