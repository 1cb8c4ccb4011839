"""What talking with the bot does to a person, as they say it themselves: five questions. Pure.

Each is answered by one tap out of three words, at most once a week; nobody else reads it. Better,
the same or worse is all that is kept of an answer: a scale finer than that would say no more from
one question than it asks (single-item measures: Allen, Iliescu and Greiff 2022).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from typing import Final

WEEK: Final = timedelta(days=7)
MOST_ROUNDS: Final = 52
_VERSION: Final = 1


class ImpactDeed(StrEnum):
    """What is done with the five questions."""

    SHOW = "show"
    ASK = "ask"
    OFF = "off"
    ON = "on"
    SHARE = "share"
    ALONE = "alone"
    CLEAR = "clear"


class Question(StrEnum):
    """What is asked, in this order."""

    STEADY = "steady"
    LOAD = "load"
    CLEAR = "clear"
    MYSELF = "myself"
    THREAD = "thread"

    @property
    def following(self) -> "Question | None":
        """The one that is asked after it, or None."""
        every = tuple(Question)
        return next(iter(every[every.index(self) + 1 :]), None)


class Felt(IntEnum):
    """One of the three answers to a question."""

    BETTER = 1
    SAME = 0
    WORSE = -1

    @property
    def word(self) -> str:
        """Its name where it is counted, and among the strings."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Round:
    """The answers of one week, by the day on which they began."""

    day: date
    felt: Mapping[Question, Felt]

    @property
    def next(self) -> Question | None:
        """The first question without an answer, or None."""
        return next((one for one in Question if one not in self.felt), None)

    @property
    def worse(self) -> tuple[Question, ...]:
        """The questions whose answer was the worse one."""
        return tuple(one for one in Question if self.felt.get(one) is Felt.WORSE)


@dataclass(frozen=True, slots=True)
class Impact:
    """Every answer of a person in a scope, oldest first, and what they set.

    Args:
        offered: the day on which the questions were offered last.
        unanswered: how many offers running led to nothing.
        proposed: the day on which a change was proposed last.
        shared: the last month whose answers of this place were counted, as an earlier version
            kept it; it is kept with the person now (`PersonRow`).
    """

    rounds: tuple[Round, ...] = ()
    is_off: bool = False
    is_shared: bool = False
    offered: date | None = None
    unanswered: int = 0
    proposed: date | None = None
    shared: str = ""

    def at(self, day: date) -> Round:
        """Gives the round of that day: the last one for a week, then a new one without answers."""
        last = self.rounds[-1] if self.rounds else None
        if last is not None and last.day <= day < last.day + WEEK:
            return last
        return Round(day, {})

    def answered(self, question: Question, felt: Felt, day: date) -> "Impact":
        """Gives the same with one more answer; another one of the same week takes its place."""
        now = self.at(day)
        others = tuple(one for one in self.rounds if one is not now and one.day <= day)
        new = Round(now.day, {**now.felt, question: felt})
        return replace(self, rounds=(*others, new)[-MOST_ROUNDS:], unanswered=0)


NO_IMPACT: Final = Impact()


def dump(impact: Impact) -> str:
    """Gives what is sealed of it."""
    rounds = [[one.day.isoformat(), _plain(one.felt)] for one in impact.rounds]
    others = {
        "off": impact.is_off,
        "shares": impact.is_shared,
        "offered": _spelled(impact.offered),
        "unanswered": impact.unanswered,
        "proposed": _spelled(impact.proposed),
        "shared": impact.shared,
    }
    return json.dumps([_VERSION, rounds, {name: one for name, one in others.items() if one}])


def load(body: str) -> Impact:
    """Reads it again; nothing of a form that this version does not know."""
    version, rounds, others = json.loads(body) if body else (_VERSION, [], {})
    if version != _VERSION:
        return NO_IMPACT
    return Impact(
        tuple(Round(date.fromisoformat(day), _read(felt)) for day, felt in rounds),
        is_off=others.get("off", False),
        is_shared=others.get("shares", False),
        offered=_day(others.get("offered")),
        unanswered=others.get("unanswered", 0),
        proposed=_day(others.get("proposed")),
        shared=others.get("shared", ""),
    )


def _plain(felt: Mapping[Question, Felt]) -> dict[str, int]:
    return {question.value: int(one) for question, one in felt.items()}


def _read(felt: Mapping[str, int]) -> dict[Question, Felt]:
    return {Question(name): Felt(one) for name, one in felt.items()}


def _spelled(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _day(spelled: str | None) -> date | None:
    return date.fromisoformat(spelled) if spelled else None
