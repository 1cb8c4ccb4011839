"""A comparison that a person makes on themselves: two ways of answering over fourteen days. Pure.

A trial of one person (Guyatt and others 1986): which way a day has is drawn by lot beforehand,
seven days each, so that neither mood nor weekday chooses it. A day is 24 hours, counted from when
the comparison began, as no time zone is known; a conversation stays with the day of its beginning.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import combinations, islice
from math import comb
from typing import Any, Final

from bot.impact import Felt

DAYS: Final = 14
EACH: Final = DAYS // 2
ORDERS: Final = comb(DAYS, EACH)
A_DAY: Final = timedelta(hours=24)
LONGEST_AGO: Final = 2  # days: what lies longer back is not asked about, as it is remembered badly
_VERSION: Final = 1


class Compares(StrEnum):
    """What is compared: each with the way of answering that was agreed on."""

    WARM = "warm"  # with plain
    QUESTIONS = "questions"  # with none


class StudyDeed(StrEnum):
    """What is done with a comparison."""

    SHOW = "show"
    WARM = "warm"
    QUESTIONS = "questions"
    STOP = "stop"
    CLEAR = "clear"

    @property
    def compares(self) -> Compares | None:
        """What it begins to compare, or None."""
        return Compares(self.value) if self in (StudyDeed.WARM, StudyDeed.QUESTIONS) else None


@dataclass(frozen=True, slots=True)
class StudyDay:
    """A day on which there was a reply.

    Args:
        felt: how it was, as the person says.
        is_out: something else held on it, as a pause does: it is not compared.
    """

    number: int  # from 0
    day: date
    felt: Felt | None = field(default=None, repr=False)
    is_out: bool = False


@dataclass(frozen=True, slots=True)
class Study:
    """A comparison: what was drawn, and what its person answered.

    Args:
        order: of each day, whether it has the lesser way: plain, or without questions.
        given_at: of the yes that it stands on; with another one it is over.
        asked: the number of the day that was asked about last.
        is_told: its person heard that it is over.
    """

    compares: Compares
    order: tuple[bool, ...]
    began: datetime
    given_at: datetime | None
    days: tuple[StudyDay, ...] = ()
    asked: int = -1
    is_stopped: bool = False
    is_told: bool = False

    def number(self, talk_began: datetime) -> int:
        """Gives the day of a conversation, by when that began; from DAYS on it is over."""
        return max(0, (talk_began - self.began) // A_DAY)

    def stands(self, given_at: datetime | None) -> bool:
        """Returns whether nobody ended it: it was not stopped, and its yes still holds."""
        return not self.is_stopped and given_at == self.given_at

    def is_over(self, talk_began: datetime, given_at: datetime | None) -> bool:
        """Returns whether it has ended: of itself, stopped, or with the yes that it stood on."""
        return not self.stands(given_at) or self.number(talk_began) >= DAYS

    def day(self, number: int) -> StudyDay | None:
        """Gives a day on which there was a reply, or None."""
        return next((one for one in self.days if one.number == number), None)

    def with_day(self, day: StudyDay) -> "Study":
        """Gives the same with a day in its place."""
        others = (one for one in self.days if one.number != day.number)
        return replace(self, days=tuple(sorted((*others, day), key=lambda one: one.number)))

    def open_day(self, now: int, *, with_today: bool = False) -> StudyDay | None:
        """Gives the newest day that still can be answered, or None.

        Args:
            now: the number of the day that it is.
            with_today: that day may be answered before it is over, as its person asks for it.
        """
        last = now if with_today else now - 1
        past = [one for one in self.days if now - LONGEST_AGO <= one.number <= last]
        newest = past[-1] if past else None
        is_open = newest is not None and newest.felt is None and not newest.is_out
        return newest if is_open else None

    def felt(self, *, is_less: bool) -> tuple[Felt, ...]:
        """Gives the answers of all days that have one way and are compared."""
        return tuple(one.felt for one in self.days if one.felt is not None and not one.is_out
                     and self.order[one.number] is is_less)  # fmt: skip


def drawn(number: int) -> tuple[bool, ...]:
    """Gives one of the orders of seven and seven days; each number below ORDERS gives another."""
    less = next(islice(combinations(range(DAYS), EACH), number % ORDERS, None))
    return tuple(day in less for day in range(DAYS))


def dump(study: Study) -> str:
    """Gives what is sealed of it."""
    return json.dumps([_VERSION, dict(_named(study))])


def _named(study: Study) -> Iterator[tuple[str, Any]]:
    yield "compares", study.compares.value
    yield "order", "".join("-" if one else "+" for one in study.order)
    yield "began", study.began.isoformat()
    yield "given", study.given_at.isoformat() if study.given_at is not None else None
    yield "days", [_day(one) for one in study.days]
    yield "asked", study.asked
    yield "stopped", study.is_stopped
    yield "told", study.is_told


def _day(one: StudyDay) -> list[Any]:
    felt = int(one.felt) if one.felt is not None else None
    return [one.number, one.day.isoformat(), felt, one.is_out]


def load(body: str) -> Study | None:
    """Reads it again; nothing of a form that this version does not know."""
    version, raw = json.loads(body)
    if version != _VERSION:
        return None
    given = raw["given"]
    return Study(
        Compares(raw["compares"]),
        tuple(one == "-" for one in raw["order"]),
        datetime.fromisoformat(raw["began"]),
        datetime.fromisoformat(given) if given is not None else None,
        tuple(_read(*one) for one in raw["days"]),
        raw["asked"],
        raw["stopped"],
        raw["told"],
    )


def _read(number: int, day: str, felt: int | None, is_out: bool) -> StudyDay:
    answer = Felt(felt) if felt is not None else None
    return StudyDay(number, date.fromisoformat(day), answer, is_out)
