"""`attune markers`: what would be noticed in messages of a file, day by day, never their words.

It reads as the program reads a direct message of somebody who ticked both boxes: nothing is
observed in a shared room, nor of what may tell of a life at risk, nor later on the day of one that
surely does.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from adapters.evaluation.crisis import band
from adapters.evaluation.heard import Reads, heard, strengths
from adapters.evaluation.jsonl import object_of
from bot.crisis.conversation import LATELY, weighed
from bot.crisis.tiers import Stated
from bot.markers import Marker, Observation
from bot.markers.effects import in_spells
from bot.markers.state import State
from bot.markers.told import Told
from bot.snapshot.observed import Observed

DIRECT = "dm"  # the room of direct messages; any other is shared
_FIRST = date(2026, 1, 1)  # of a person whose first row has no day
_DAY = timedelta(days=1)
_LINE = "{:10}  {:44}  {}"


@dataclass(frozen=True, slots=True)
class DatedMessage:
    """One message of a file: whose, where, and on which day; None is the day after the last."""

    text: str = field(repr=False)
    day: date | None = None
    by: str = ""
    room: str = DIRECT
    id: str = ""


@dataclass(frozen=True, slots=True)
class NoticedDay:
    """What would be noticed of one person on one day, and how far it has come by then.

    Args:
        observed: each with the id of its message.
        alarms: the markers of which a spell begins on that day.
    """

    by: str
    day: date
    observed: tuple[tuple[Observation, str], ...]
    states: dict[Marker, State]
    alarms: tuple[Marker, ...]


def read(line: str) -> DatedMessage:
    """Reads one row. Raises ValueError with what is wrong with it."""
    raw = object_of(line)
    if not isinstance(raw.get("text"), str):
        raise ValueError("has no text")
    by = _name(raw, "by") or _name(raw, "group")
    return DatedMessage(raw["text"], _day(raw), by, _name(raw, "room") or DIRECT, _name(raw, "id"))


def _name(raw: dict[str, Any], key: str) -> str:
    found = "" if raw.get(key) is None else raw[key]
    if isinstance(found, bool) or not isinstance(found, str | int):
        raise ValueError(f"has a {key} that is no name")
    return str(found)


def _day(raw: dict[str, Any]) -> date | None:
    found = raw.get("at") if raw.get("day") is None else raw["day"]
    if found is None:
        return None
    try:
        return datetime.fromisoformat(found).date()
    except (TypeError, ValueError):
        raise ValueError("has a day that is no date as 2026-05-04") from None


def noticed(messages: Iterable[DatedMessage], network: Reads) -> Iterator[NoticedDay]:
    """Gives each day of each person on which they said something, in its order."""
    people = defaultdict[str, dict[date, list[DatedMessage]]](dict)
    for one in messages:
        days = people[one.by]
        at = one.day or (max(days) + _DAY if days else _FIRST)
        days.setdefault(at, []).append(one)
    for by, days in people.items():
        yield from _Person(by, network).days(sorted(days.items()))


@dataclass(slots=True)
class _Person:
    """Reads what one person says, day by day."""

    by: str
    network: Reads
    every: tuple[Observation, ...] = ()
    told: dict[Marker, Told] = field(default_factory=dict)

    def days(self, days: Sequence[tuple[date, list[DatedMessage]]]) -> Iterator[NoticedDay]:
        """Gives each day with what would be noticed."""
        for at, said in days:
            found = tuple(self._of_a_day(at, said))
            self.every += tuple(one for one, _ in found)
            states = Observed(self.every).states(at)
            self.told = in_spells(self.told, states, at)
            alarms = tuple(one for one, told in self.told.items() if told.since == at)
            yield NoticedDay(self.by, at, found, states, alarms)

    def _of_a_day(
        self, at: date, said: Iterable[DatedMessage]
    ) -> Iterator[tuple[Observation, str]]:
        lately, is_at_risk = tuple[Stated, ...](), False
        for one in said:
            reading = heard(one.text, self.network)
            lately = (*lately, reading.stated)[-LATELY:]
            risk = band(weighed(lately))
            is_at_risk = is_at_risk or risk == "certain"
            if is_at_risk or risk != "nothing" or one.room != DIRECT:
                continue
            for marker, strength in strengths(reading).items():
                yield Observation(marker, at, strength, reading.reasons[marker]), one.id


def as_row(day: NoticedDay) -> dict[str, Any]:
    """Gives one day as an object."""
    return {
        "by": day.by,
        "day": day.day.isoformat(),
        "observations": [_as_object(one, message) for one, message in day.observed],
        "alarms": list(day.alarms),
        "state": dict(day.states),
    }


def _as_object(one: Observation, message: str) -> dict[str, Any]:
    found = {"marker": one.marker, "strength": round(one.strength, 2), "reason": one.reason}
    return found | ({"id": message} if message else {})


def table(days: Iterable[NoticedDay]) -> Iterator[str]:
    """Gives a line a day under each person's name, and how much it was in all."""
    by, every = "", list[NoticedDay]()
    yield _LINE.format("day", "state", "observed")
    for one in days:
        if one.by != by:
            yield f"{_shown(one.by) or 'nobody named'}:"
        by = one.by
        every.append(one)
        yield _line(one)
    observed, alarms = (sum(map(len, each)) for each in zip(*map(_found, every), strict=True))
    yield f"days: {len(every)}, observations: {observed}, alarms (!): {alarms}"


def _found(day: NoticedDay) -> tuple[Sized, Sized]:
    return day.observed, day.alarms


def _line(day: NoticedDay) -> str:
    states = (
        f"{marker} {state}{'!' if marker in day.alarms else ''}"
        for marker, state in day.states.items()
        if state is not State.QUIET
    )
    seen = (f"{one.marker} {one.strength:.2f} {one.reason}".rstrip() for one, _ in day.observed)
    return _LINE.format(day.day.isoformat(), ", ".join(states), ", ".join(seen)).rstrip()


def _shown(name: str) -> str:
    return "".join(one if one.isprintable() else "?" for one in name)
