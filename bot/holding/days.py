"""Which day a person names: 2031-05-06, 6 May, Friday, in 3 days; in their language or English.

Nobody's time zone is known, so a day is UTC's; it is kept as its noon, which is that day nearly
everywhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from bot.holding import Held
from bot.strings import Strings
from bot.strings.carded import Dates
from bot.text.normalize import normalized

FARTHEST = timedelta(days=3660)
LONGEST = 40  # characters of what may be a day
_A_YEAR, _THREE_YEARS = 366, 1096  # days, within which a day is named without and with its year
_BY, _NONE = " by ", "none"
_ENDS = " .!。"  # of a sentence that a day ends
_AHEAD = re.compile(r"(\d{1,6})(\D*)")


@dataclass(frozen=True, slots=True)
class Dated:
    """Words, and the noon of the day that was named beside them.

    Args:
        unread: what was named as a day, and is none that can be read.
    """

    words: str = field(repr=False)
    due: datetime | None = None
    unread: str = field(default="", repr=False)


def moment_named(words: str, strings: Strings, at: datetime) -> datetime | None:
    """Gives the noon of the day that words name, from today on, or None where they name none."""
    asked, today = " ".join(normalized(words).split()).rstrip(_ENDS), at.date()
    if len(words) > LONGEST or not asked:
        return None
    found = _by_number(asked) or next(
        (day for said in _read(strings) for day in _named(asked, said, today)), None
    )
    if found is None or not today <= found <= today + FARTHEST:
        return None
    return datetime.combine(found, time(12), UTC)


def is_none(words: str) -> bool:
    """Returns whether words say that there is to be no day."""
    return normalized(words).strip() == _NONE


def of_a_line(which: Held, words: str, strings: Strings, at: datetime) -> Dated:
    """Gives the words of a line of a list, and of a thread the day that they end with."""
    return without_day(words, strings, at) if which is Held.THREADS else Dated(words)


def without_day(words: str, strings: Strings, at: datetime) -> Dated:
    """Gives words without the day that they end with after "by", and that day.

    Words after "by" that name no day stay, and are told: they may have been meant as one.
    """
    before, by, named = words.rpartition(_BY)
    if not (by and before.strip()) or len(named) > LONGEST:
        return Dated(words)
    moment = moment_named(named, strings, at)
    if moment is not None:
        return Dated(before.strip(), moment)
    return Dated(words, unread=named.rstrip(_ENDS))


def _read(strings: Strings) -> tuple[Dates, ...]:
    """Gives how days are written in the person's language and in English."""
    return strings.dates, strings.to("en").dates


def _by_number(asked: str) -> date | None:
    try:
        return date.fromisoformat(asked)
    except ValueError:
        return None


def _named(asked: str, said: Dates, today: date) -> Iterator[date]:
    """Gives the day that the words of one language name, if they name one."""
    count = _count_in(asked, said)
    if count is not None:
        yield today + timedelta(days=count)
    yield from _named_weekday(asked, said, today)
    months = tuple(map(normalized, said.months))
    for form, days in ((said.day, _A_YEAR), (said.day_of_another_year, _THREE_YEARS)):
        spelled = normalized(form)
        for day in (today + timedelta(days=ahead) for ahead in range(days)):
            numbers = (str(day.day), normalized(said.first)) if day.day == 1 else (day.day,)
            month = months[day.month - 1]
            if any(asked == spelled.format(day=one, month=month, year=day.year) for one in numbers):
                yield day


def _named_weekday(asked: str, said: Dates, today: date) -> Iterator[date]:
    """Gives the next such day of the week after today: who means today says so."""
    for number, name in enumerate(map(normalized, said.weekdays)):
        if asked in {name, name.partition("-")[0]}:  # "sexta-feira" is said "sexta"
            yield today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def _count_in(asked: str, said: Dates) -> int | None:
    """Gives how many days ahead words say: today, tomorrow, in 3 days."""
    plainly = {normalized(said.today): 0, normalized(said.tomorrow): 1}
    if asked in plainly:
        return plainly[asked]
    before, _, after = normalized(said.in_days).partition("{count}")
    found = _AHEAD.fullmatch(asked.removeprefix(before))
    if not asked.startswith(before) or found is None:
        return None
    is_so = found[2].strip() == after.strip() or (before and _is_word(found[2].strip()))
    return min(int(found[1]), FARTHEST.days + 1) if is_so else None


def _is_word(said: str) -> bool:
    """Whether this is one word: how "days" is written depends on their number."""
    return said.isalpha()
