"""Hours of a day in a time zone, such as 22:00 to 07:00 in Europe/Berlin; or none."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.house_rules.kinds.plain import NoPicks, spelled
from bot.house_rules.rule import Fault, Given
from bot.layout.markup import plainly
from bot.strings import Strings

_TIME = re.compile(r"([01]?\d|2[0-3]):?([0-5]\d)?", re.ASCII)
_SPAN = re.compile(r"([0-9:]{1,5})[-–]([0-9:]{1,5})", re.ASCII)
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}", re.ASCII)
_MOST_OF_A_ZONE = 40
_DAY, _MINUTES = timedelta(days=1), 1440
_MOST_OF_A_WORD = 30
EXAMPLE = "Europe/Berlin"
# Each area that the cities of time zones stand in, those first in which most people live.
AREAS = ("Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian")


@dataclass(frozen=True, slots=True)
class Hours:
    """From one minute of the day to another, by the clocks of a place."""

    since: int  # minutes after midnight
    until: int
    zone: str

    def ends(self, at: datetime) -> datetime | None:
        """Gives when the hours end in which a time lies, in UTC; None outside of them.

        Where clocks are set forward past an end, it is when they would have shown it; where they
        show it twice, it is the first.
        """
        if self.since == self.until:
            return None
        here = at.astimezone(ZoneInfo(self.zone))
        minute = here.hour * 60 + here.minute
        is_over_midnight = self.since > self.until
        is_late, is_early = minute >= self.since, minute < self.until
        if not ((is_late or is_early) if is_over_midnight else (is_late and is_early)):
            return None
        day = here + _DAY if is_over_midnight and is_late else here
        hour, minute = divmod(self.until, 60)
        end = day.replace(hour=hour, minute=minute, second=0, microsecond=0, fold=0).astimezone(UTC)
        return max(end, at.astimezone(UTC))


NO_HOURS = Hours(0, 0, "")


def zone_named(word: str) -> str | None:
    """Gives the name of a time zone as it is spelled, or None where there is none of that name."""
    if len(word) > _MOST_OF_A_ZONE or not _ZONE.fullmatch(word):
        return None
    try:
        return ZoneInfo(word).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_near(word: str) -> str | None:
    """Gives the time zone whose city is that word, or that is the word but for its case."""
    parts = ["_".join(map(str.capitalize, one.split("_"))) for one in word.split("/")]
    tried = (word.upper(), "/".join(parts), *(f"{area}/{parts[-1]}" for area in AREAS))
    return next(filter(None, map(zone_named, tried)), None)


def fault_in(given: Given, now: Hours) -> Fault[Hours] | None:
    """Gives which part of the words is no time or no zone, with the hours probably meant."""
    words, said = _words(given), given.strings.settings.faults
    minutes = [_minute(one) for one in words[:2]]
    if None in minutes:
        wrong = plainly(words[minutes.index(None)])[:_MOST_OF_A_WORD]
        return Fault(said["time"].format(word=wrong))
    zone = "_".join(words[2:]) or now.zone
    if len(minutes) < 2 or minutes[0] == minutes[1] or not zone:
        return Fault(said["hours"].format(zone=plainly(now.zone or EXAMPLE)))
    return _no_zone(zone, (minutes[0] or 0, minutes[1] or 0), given.strings)


def _no_zone(word: str, minutes: tuple[int, int], strings: Strings) -> Fault[Hours]:
    near, shown = zone_near(word), plainly(word)[:_MOST_OF_A_WORD]
    says = strings.settings.faults["zone"].format(word=shown, zone=plainly(near or EXAMPLE))
    return Fault(says, Hours(*minutes, near) if near else None)


@dataclass(frozen=True, slots=True)
class OfHours(NoPicks):
    """Hours of each day; where they begin and end at once, there are none."""

    def dump(self, value: Hours) -> Any:
        """Gives minutes and zone."""
        return [value.since, value.until, value.zone]

    def load(self, raw: Any) -> Hours:
        """Reads minutes and zone."""
        since, until, zone = raw
        in_a_day = all(type(one) is int and 0 <= one < _MINUTES for one in (since, until))
        if raw == self.dump(NO_HOURS):
            return NO_HOURS
        if not in_a_day or since == until or zone_named(zone) is None:
            raise ValueError("are no hours")
        return Hours(since, until, zone)

    def read(self, given: Given, now: Hours) -> Hours | None:
        """Reads off; or two times and a zone, without which the zone that was set before stays."""
        if spelled(given) in ("off", "none"):
            return NO_HOURS
        words = _words(given)
        if not 2 <= len(words) <= 3:
            return None
        since, until = map(_minute, words[:2])
        zone = zone_named(words[2] if len(words) == 3 else now.zone)
        if since is None or until is None or zone is None or since == until:
            return None
        return Hours(since, until, zone)

    def said(self, value: Hours, strings: Strings) -> str:
        """Says from when to when, and by the clocks of which place."""
        if value == NO_HOURS:
            return strings.settings.values["no_hours"]
        since, until = clock(value.since), clock(value.until)
        form = strings.settings.values["hours"]
        return form.format(since=since, until=until, zone=plainly(value.zone))

    def fact(self, value: Hours) -> str:
        """Gives from when to when."""
        return "none" if value == NO_HOURS else f"{clock(value.since)}-{clock(value.until)}"

    def told(self, fact: str, strings: Strings) -> str:
        """Says from when to when; no place is recorded."""
        return strings.settings.values["no_hours"] if fact == "none" else fact.replace("-", "–")

    def taps(self, now: Hours) -> tuple[Hours, ...]:
        """Gives none, and what holds."""
        return tuple(dict.fromkeys((NO_HOURS, now)))


def clock(minutes: int) -> str:
    """Gives a time of day as clocks show it."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _words(given: Given) -> list[str]:
    """Gives the times and the zone; of what is written as 22-7 both ends."""
    every = (each for one in given.words for each in _ends(one))
    return [one for one in every if one not in ("-", "–", "to")]


def _ends(word: str) -> tuple[str, ...]:
    found = _SPAN.fullmatch(word)
    return (found[1], found[2]) if found is not None else (word,)


def _minute(word: str) -> int | None:
    found = _TIME.fullmatch(word)
    return int(found[1]) * 60 + int(found[2] or 0) if found is not None else None
