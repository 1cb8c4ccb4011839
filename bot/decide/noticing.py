"""Decides what a person does with what was noticed: it is shown, answered, erased and ended."""

from dataclasses import replace
from typing import assert_never

from bot.actions import Action
from bot.actions.observing import DropObserved, KeepTold
from bot.choices import (
    Choice,
    ClearNoticed,
    NoticedBetter,
    NoticedFine,
    NoticedStop,
    NoticedWhy,
    NoticedWrong,
    OfNoticed,
    PickNoticed,
    ShowNoticed,
    ShowWeeks,
    StopNoticing,
)
from bot.commands.values import MyNoticed, NoticedDeed
from bot.consent import may_observe
from bot.decide import consent
from bot.decide.decision import answered, card, in_place, told
from bot.decide.noticed_pages import Pages, pages
from bot.events import ChoiceMade, CommandGiven, Happening
from bot.layout.dates import occasion
from bot.levels import Level
from bot.markers import Marker
from bot.markers.effects import ended
from bot.markers.told import changed
from bot.snapshot import CommandSnapshot, KeptSnapshot, TapSnapshot

Answer = tuple[Action, ...]
ENDS_AT = Level.WARM  # the deepest level that notices nothing


def asked(given: MyNoticed, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to `/attune noticed`; where others may read nothing is shown."""
    said, seen = snapshot.strings.noticed, pages(snapshot, occasion(event))
    if not snapshot.is_direct:
        return (told(event, said.where),)
    match given.deed:
        case NoticedDeed.SHOW:
            return (card(event, *seen.every()),)
        case NoticedDeed.WEEKS:
            return (_by_weeks(event, seen),)
        case NoticedDeed.CLEAR:
            return (DropObserved(), told(event, said.cleared))
        case NoticedDeed.OFF:
            return _ended(event, snapshot)
        case _:
            marker = _meant(given.number, seen)
            return _to_one(given.deed, marker, event, snapshot) if marker else _which(event, seen)


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfNoticed) -> Answer:
    """Gives what a tap below what was noticed does, in its place."""
    said, seen = snapshot.strings, pages(snapshot, occasion(event))
    match means:
        case ShowNoticed():
            return (answered(event, *seen.every()),)
        case ShowWeeks():
            return (_by_weeks(event, seen),)
        case ClearNoticed(is_sure=True):
            return (DropObserved(), answered(event, said.noticed.cleared))
        case StopNoticing(is_sure=True):
            return in_place(event, _ended(event, snapshot))
        case ClearNoticed():
            sure = Choice(said.noticed.clear_tap, ClearNoticed(is_sure=True))
            return _asks(event, snapshot, said.noticed.sure, sure)
        case StopNoticing():
            sure = Choice(said.noticed.off_tap, StopNoticing(is_sure=True))
            text = said.noticed.sure_off.format(level=said.level(ENDS_AT))
            return _asks(event, snapshot, text, sure)
        case _:
            if means.marker not in seen.markers:
                return (answered(event, *seen.every()),)
            return in_place(event, _to_one(_deed(means), means.marker, event, snapshot))


def _by_weeks(event: Happening, seen: Pages) -> Action:
    """Gives a picture of weeks, and the same in words."""
    return replace(told(event, seen.weeks()), files=seen.chart())


def _deed(
    means: NoticedWhy | NoticedWrong | NoticedFine | NoticedStop | NoticedBetter | PickNoticed,
) -> NoticedDeed:
    """Gives the command that a tap on one thing is short for."""
    match means:
        case NoticedWhy():
            return NoticedDeed.WHY
        case NoticedWrong():
            return NoticedDeed.NOT_RIGHT
        case NoticedFine():
            return NoticedDeed.FINE
        case NoticedStop():
            return NoticedDeed.STOP
        case NoticedBetter():
            return NoticedDeed.BETTER
        case PickNoticed():
            return NoticedDeed.SHOW
        case _:
            assert_never(means)


def _to_one(deed: NoticedDeed, marker: Marker, event: Happening, snapshot: KeptSnapshot) -> Answer:
    """Gives what is said to one thing that was noticed, and what that changes."""
    said, seen = snapshot.strings.noticed, pages(snapshot, occasion(event))
    heard, today = snapshot.observed.told, event.at.date()
    match deed:
        case NoticedDeed.WHY:
            return (card(event, *seen.why(marker)),)
        case NoticedDeed.NOT_RIGHT:
            return _disputed(marker, event, snapshot)
        case NoticedDeed.FINE:
            now = changed(heard, marker, fine=today, stopped=None)
            return (KeepTold(now), told(event, said.fine))
        case NoticedDeed.STOP:
            now = changed(ended(heard, marker), marker, stopped=today)
            return (KeepTold(now), told(event, said.stopped))
        case NoticedDeed.BETTER if marker is Marker.DISTRESS_LOOP:
            now = changed(heard, marker, relieved=today, stopped=None)
            return (KeepTold(now), told(event, said.better))
        case _:
            return (card(event, *seen.one(marker)),)


def _disputed(marker: Marker, event: Happening, snapshot: KeptSnapshot) -> Answer:
    """Takes back what was observed of a marker, which ends its spell, and raises its bounds."""
    observed = snapshot.observed
    days = frozenset(observed.courses[marker].days)
    disputes = observed.of(marker).disputes + len(days)
    heard = changed(ended(observed.told, marker), marker, disputes=disputes)
    say = told(event, snapshot.strings.noticed.wrong)
    return (DropObserved(marker, days), KeepTold(heard), say)


def _ended(event: Happening, snapshot: KeptSnapshot) -> Answer:
    """Erases all that was noticed, and lowers the level to one that notices nothing.

    A yes that has lapsed is not given anew by this: nothing is noticed then, and its card says so.
    """
    said, level = snapshot.strings, snapshot.consented
    if not may_observe(level) or snapshot.is_expired(event.at) or snapshot.is_outdated():
        holds = snapshot.effective(event.at).level
        text = said.noticed.off_already.format(level=said.level(holds))
        return (DropObserved(), told(event, text))
    text = said.noticed.off.format(level=said.level(ENDS_AT))
    lowered = consent.lowered(event, snapshot, ENDS_AT)
    return (DropObserved(), *lowered, told(event, text))


def _meant(number: int, seen: Pages) -> Marker | None:
    """Gives the thing of that number; without one the only thing there is."""
    markers = seen.markers
    if number == 0:
        return markers[0] if len(markers) == 1 else None
    return markers[number - 1] if number <= len(markers) else None


def _which(event: CommandGiven, seen: Pages) -> Answer:
    """Asks which one is meant, where there is any."""
    said = seen.strings.noticed
    return (told(event, said.which if seen.markers else said.none),)


def _asks(event: ChoiceMade, snapshot: TapSnapshot, text: str, sure: Choice) -> Answer:
    keep = Choice(snapshot.strings.choices.keep, ShowNoticed())
    return (answered(event, text, (sure, keep)),)
