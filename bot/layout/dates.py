"""When something ends, as people say it: a day, or how many hours are left; never a clock time.

Nobody's time zone is known. A platform that shows a moment to each reader in their own time is
given the moment, where it shows it in the language of the words around it; elsewhere its day is
written, with the year only where that is another.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.capabilities import EVERYWHERE, Capabilities
from bot.events import Happening
from bot.layout import markup
from bot.strings.strings import MODEL, Strings

SHORT = timedelta(hours=24)  # up to it, what is left is said in hours
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a piece is read, what its platform can do, and what the room it is about is called.

    Args:
        locale: the language in which the platform shows a moment to its reader; empty: unknown.
    """

    at: datetime
    can: Capabilities = EVERYWHERE
    called: str = field(default="", repr=False)
    locale: str = ""


def occasion(event: Happening) -> Occasion:
    """Gives the occasion on which an event is answered."""
    return Occasion(event.at, event.where.can, event.where.called, event.locale)


def day(strings: Strings, moment: datetime, now: Occasion) -> str:
    """Gives the day of a moment: 27 May, with the year where it is another."""
    if now.can.renders_moments and strings.code == (now.locale or MODEL):
        return markup.day(moment)
    said = strings.dates
    form = said.day if moment.year == now.at.year else said.day_of_another_year
    number = moment.day if moment.day > 1 else said.first
    return form.format(day=number, month=said.months[moment.month - 1], year=moment.year)


def until(strings: Strings, moment: datetime, now: Occasion) -> str:
    """Says until when: until a day, or for how many hours where it is less than one."""
    left, said = moment - now.at, strings.dates
    if left > SHORT:
        return said.until.format(day=day(strings, moment, now))
    if left < HOUR * 0.95:
        minutes = round(left / MINUTE)
        return said.for_minutes.format(count=minutes) if minutes > 1 else said.for_a_minute
    hours = round(left / HOUR)
    return said.for_an_hour if hours == 1 else said.for_hours.format(count=hours)
