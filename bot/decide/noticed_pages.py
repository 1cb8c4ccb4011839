"""What shows what was noticed: all of it, one thing of it, and week by week, each with its taps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.choices import (
    Choice,
    ClearNoticed,
    NoticedBetter,
    NoticedFine,
    NoticedStop,
    NoticedWhy,
    NoticedWrong,
    PickNoticed,
    ShowNoticed,
    ShowWeeks,
    StopNoticing,
)
from bot.consent import may_observe
from bot.layout import chart, dates, markup
from bot.layout.chart import Bars, Chart
from bot.layout.dates import Occasion
from bot.levels import Level
from bot.markers import Marker
from bot.markers.told import SILENT_FOR
from bot.snapshot import KeptSnapshot, Observed
from bot.strings import Strings
from bot.words import TextFile

Page = tuple[str, tuple[Choice, ...]]  # the words of a card, and what is under them
FOLDED_FROM = 4  # of so many days the first and the last are said
MOST_WHOLE = 2  # things in a list that says all of each at first sight
MOST_KINDS = 1  # of words, at first sight
NOON = time(12, tzinfo=UTC)  # that day it is nearly everywhere
NAME, DAYS = "attune-noticed", 7  # of the picture of weeks; in each


@dataclass(frozen=True, slots=True)
class Pages:
    """Everything that was noticed, seen by its person on one occasion."""

    strings: Strings
    observed: Observed
    now: Occasion
    is_noticing: bool  # at the level that holds

    @property
    def markers(self) -> tuple[Marker, ...]:
        """What was noticed, in the order of the list; of a distress, that it came again."""
        return self.observed.listed

    def every(self) -> Page:
        """Gives the list: first what is done differently, then each thing with its days."""
        said, markers = self.strings.noticed, self.markers
        if not markers:
            return said.none if self.is_noticing else f"{said.none}\n{self._only()}", ()
        points = (markup.point(self._line(number, one)) for number, one in enumerate(markers, 1))
        text = (markup.heading(said.heading), self._first(markers), *points)
        return "\n".join((*text, markup.small(said.small))), (*self._taps(), *self._rest())

    def one(self, marker: Marker) -> Page:
        """Gives one thing of the list, and what can be said to it."""
        said = self.strings.noticed
        text = (markup.heading(said.called[marker]), self.changed((marker,)), self.seen(marker))
        back = Choice(said.back_tap, ShowNoticed())
        return "\n".join(text), (*self.answers(marker), back)

    def why(self, marker: Marker) -> Page:
        """Gives from what it was noticed, in kinds of words and days."""
        said = self.strings.noticed
        seen = said.why.format(seen=self.seen(marker, most=len(said.kinds)))
        others = self.answers(marker)[1:]
        text = "\n".join(filter(None, (seen, said.why_how, self._fed())))
        return text, (*others, Choice(said.back_tap, ShowNoticed()))

    def _fed(self) -> str:
        """Says what in the replies of a week may have added to it, if anything was found."""
        said, found = self.strings.noticed, self.observed.fed
        each = (said.fed_kinds[kind].format(count=count) for kind, count in found.items())
        return said.fed.format(fed=self.strings.listed(each)) if found else ""

    def weeks(self) -> str:
        """Says on how many days of each week each thing was noticed; no other week is named."""
        said, markers = self.strings.noticed, self.markers
        if not markers:
            return said.nothing_in_weeks
        lines = (
            said.weeks_of.format(called=said.called[one], weeks=self._weeks_of(one))
            for one in markers
        )
        return "\n".join((markup.heading(said.weeks), *map(markup.point, lines)))

    def chart(self) -> tuple[TextFile, ...]:
        """Gives the same as a picture of every week from the first on; none where nothing is."""
        each = [sorted(self.observed.courses[one].days) for one in self.markers]
        if not each:
            return ()
        first, last = _monday(min(days[0] for days in each)), _monday(self.now.at.date())
        weeks = [first + timedelta(weeks=n) for n in range((last - first).days // DAYS + 1)]
        rows = (
            Bars(self.strings.noticed.called[one], tuple(map(_counted(days), weeks)))
            for one, days in zip(self.markers, each, strict=True)
        )
        names = chart.labels(weeks, self.strings)
        return (chart.file(Chart(NAME, names, tuple(rows), DAYS, self.weeks())),)

    def answers(self, marker: Marker) -> tuple[Choice, ...]:
        """Gives what can be said to one thing, the likeliest first."""
        said = self.strings.noticed
        is_holding = marker in self.observed.holding(self.now.at.date())
        stop = (Choice(said.stop_tap, NoticedStop(marker)),)
        better = (Choice(said.better_tap, NoticedBetter(marker)),)
        return (
            Choice(said.why_tap, NoticedWhy(marker)),
            Choice(said.wrong_tap, NoticedWrong(marker)),
            *(stop if is_holding else ()),
            Choice(said.fine_tap, NoticedFine(marker)),
            *(better if marker is Marker.DISTRESS_LOOP else ()),
        )

    def changed(self, markers: tuple[Marker, ...]) -> str:
        """Says what is done differently because of what was noticed, if anything is."""
        said, holding = self.strings.noticed, self.observed.holding(self.now.at.date())
        if not self.is_noticing:
            return f"{self._only()} {said.before}"
        changes = tuple(self._change(one) for one in markers if one in holding)
        if changes:
            return said.changed.format(changes="; ".join(changes))
        stopped = (self._stopped(one) for one in markers)
        return next((one for one in stopped if one), said.unchanged)

    def _change(self, marker: Marker) -> str:
        """Says what is done differently because of one thing."""
        said, has_asked = self.strings.noticed, self.observed.of(marker).asked is not None
        is_asking = marker is not Marker.WITHDRAWAL or has_asked
        return said.changes[marker] if is_asking else said.takes_up

    def _stopped(self, marker: Marker) -> str:
        """Says until when nothing is done because of it, where its person stopped that."""
        heard = self.observed.of(marker)
        if heard.stopped is None or not heard.is_stopped(self.now.at.date()):
            return ""
        return self.strings.noticed.is_stopped.format(day=self.day(heard.stopped + SILENT_FOR))

    def seen(self, marker: Marker, *, most: int = MOST_KINDS) -> str:
        """Says in what kinds of words it was said, the newest first, and on which days."""
        said, days = self.strings.noticed, self._days(sorted(self.observed.courses[marker].days))
        return said.seen.format(kinds=self.kinds(marker, most=most), days=days) if most else days

    def kinds(self, marker: Marker, *, most: int = MOST_KINDS) -> str:
        """Says in what kinds of words it was said, the newest first; of more, what they share."""
        said = self.strings.noticed
        newest = sorted(self.observed.each, key=lambda one: one.day, reverse=True)
        named = (one.reason for one in newest if one.marker is marker and one.reason)
        kinds = [said.kinds[one] for one in dict.fromkeys(named) if one in said.kinds]
        is_named = 0 < len(kinds) <= most
        return self.strings.listed(kinds if is_named else [said.unnamed[marker]])

    def day(self, day: date) -> str:
        """Says a day as its person reads it."""
        return dates.day(self.strings, datetime.combine(day, NOON), self.now)

    def _first(self, markers: tuple[Marker, ...]) -> str:
        """Says what is done differently; of many things, that it stands with each."""
        is_long = self.is_noticing and len(markers) > MOST_WHOLE
        return self.strings.noticed.changed_each if is_long else self.changed(markers)

    def _line(self, number: int, marker: Marker) -> str:
        said, is_long = self.strings.noticed, len(self.markers) > MOST_WHOLE
        called, seen = said.called[marker], self.seen(marker, most=0 if is_long else MOST_KINDS)
        return said.line.format(number=number, called=called, seen=seen)

    def _days(self, days: list[date]) -> str:
        """Says days one by one; of many only the first and the last."""
        if len(days) < FOLDED_FROM:
            return self.strings.listed(map(self.day, days))
        first, last = self.day(days[0]), self.day(days[-1])
        return self.strings.noticed.folded.format(first=first, last=last)

    def _weeks_of(self, marker: Marker) -> str:
        """Says on how many days of each week it was noticed; a week begins on Monday."""
        days = sorted(self.observed.courses[marker].days)
        mondays = [_monday(day) for day in days]
        plainly, form = Occasion(self.now.at), self.strings.noticed.week
        named = (
            (dates.day(self.strings, datetime.combine(week, NOON), plainly), mondays.count(week))
            for week in dict.fromkeys(mondays)
        )
        return self.strings.listed(form.format(day=day, count=count) for day, count in named)

    def _taps(self) -> tuple[Choice, ...]:
        """Gives what can be said to the only thing there is, or which one is meant."""
        if len(self.markers) == 1:
            return self.answers(self.markers[0])
        label = self.strings.noticed.number_tap
        return tuple(
            Choice(label.format(number=number), PickNoticed(one))
            for number, one in enumerate(self.markers, 1)
        )

    def _rest(self) -> tuple[Choice, ...]:
        said = self.strings.noticed
        return (
            Choice(said.weeks_tap, ShowWeeks()),
            Choice(said.clear_tap, ClearNoticed()),
            Choice(said.off_tap, StopNoticing()),
        )

    def _only(self) -> str:
        attuned, ongoing = (self.strings.level(one) for one in (Level.ATTUNED, Level.ONGOING))
        return self.strings.noticed.below.format(attuned=attuned, ongoing=ongoing)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _counted(days: list[date]) -> Callable[[date], float]:
    """Gives what counts the days that lie in a week."""
    mondays = [_monday(day) for day in days]
    return lambda week: float(mondays.count(week))


def pages(snapshot: KeptSnapshot, now: Occasion) -> Pages:
    """Gives what is shown of what was noticed to whom a snapshot is of."""
    is_noticing = snapshot.is_direct and may_observe(snapshot.effective(now.at).level)
    return Pages(snapshot.strings, snapshot.observed, now, is_noticing)
