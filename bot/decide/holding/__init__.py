"""Decides what a person asks to be held: two lists, threads and memories, in one shape."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import assert_never

from bot.actions import Action
from bot.actions.holding import Hold, LetGo, PutAway
from bot.actions.state import RaiseEpoch
from bot.choices import (
    AskDay,
    Choice,
    ClearHeld,
    DoneHeld,
    DropHeld,
    EraseHeld,
    MentionHeld,
    OfHeld,
    PickHeld,
    PutOff,
    ShowHeld,
)
from bot.decide.decision import answered, card, told
from bot.decide.holding import by_command, pages, switching
from bot.events import ChoiceMade, CommandGiven
from bot.holding import Held, HeldDeed, HeldRow, opened_in, put_off
from bot.holding.command import MyHeld
from bot.layout.dates import day, occasion
from bot.layout.markup import plainly
from bot.records import ThreadRow
from bot.snapshot import CommandSnapshot, Holding, TapSnapshot
from bot.strings import Strings

Answer = tuple[Action, ...]
_LATER = (1, 3, 7)  # days that a tap puts a thread off by


def asked(given: MyHeld, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to `/attune threads` and `/attune memory`: the list as it is then."""
    said = snapshot.strings.holding
    match given.deed:
        case HeldDeed.SHOW:
            return (card(event, *pages.page(given.which, snapshot, occasion(event))),)
        case HeldDeed.ON:
            return switching.on(event, snapshot)
        case HeldDeed.OFF:
            return switching.off(event, snapshot)
        case HeldDeed.CLEAR:
            return (LetGo(given.which), RaiseEpoch(), told(event, said.gone))
        case HeldDeed.ADD:
            return by_command.added(given, event, snapshot)
        case _:
            return by_command.changed(given, event, snapshot)


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfHeld) -> Answer:
    """Gives what a tap on a list does; what holds then stands in the place of the card."""
    said, now = snapshot.strings.holding, occasion(event)
    match means:
        case ShowHeld(which, page):
            return (answered(event, *pages.page(which, snapshot, now, page)),)
        case ClearHeld(which, is_sure=True):
            return (LetGo(which), RaiseEpoch(), answered(event, said.gone))
        case ClearHeld(which):
            sure = Choice(said.clear, ClearHeld(which, is_sure=True))
            choices = (sure, Choice(snapshot.strings.choices.keep, ShowHeld(which)))
            return (answered(event, said.sure[which], choices),)
        case EraseHeld(is_sure=True):
            return (PutAway(None), RaiseEpoch(), answered(event, said.erased))
        case EraseHeld():
            sure = Choice(said.erase_now, EraseHeld(is_sure=True))
            choices = (sure, Choice(snapshot.strings.choices.keep, ShowHeld(Held.MEMORY)))
            return (answered(event, said.sure_erase, choices),)
        case PickHeld(which, key) | DropHeld(which, key) | MentionHeld(which, key):
            row = _found(snapshot.holding, which, key)
        case DoneHeld(key) | AskDay(key) | PutOff(key):
            row = _found(snapshot.holding, Held.THREADS, key)
        case _:
            assert_never(means)
    if row is None:
        return (answered(event, said.over),)
    return _of_a_line(event, snapshot, means, row)


def _of_a_line(
    event: ChoiceMade,
    snapshot: TapSnapshot,
    means: PickHeld | DropHeld | MentionHeld | DoneHeld | AskDay | PutOff,
    row: HeldRow,
) -> Answer:
    """Gives what a tap does to the line that it is about."""
    said, now = snapshot.strings.holding, occasion(event)
    match means:
        case DropHeld(which, key, is_new=True):
            return (LetGo(which, key), answered(event, said.dropped))
        case DropHeld(which, key):
            left = pages.after(snapshot, row, now, is_gone=True)
            return (LetGo(which, key), RaiseEpoch(), answered(event, *left))
        case MentionHeld(is_open=is_open):
            changed = opened_in(row, snapshot.room, is_open=is_open)
            silence = () if is_open else (RaiseEpoch(),)
            shown = answered(event, *pages.line(changed, snapshot, now))
            return (Hold(changed), *silence, shown)
        case PickHeld():
            return (answered(event, *pages.line(row, snapshot, now)),)
    assert isinstance(row, ThreadRow)
    match means:
        case DoneHeld():
            done = replace(row, done_at=event.at)
            return (Hold(done), answered(event, *pages.after(snapshot, done, now)))
        case AskDay():
            return (answered(event, said.which_day, _days(row, snapshot.strings)),)
        case PutOff(_, days):
            return _put_off(event, snapshot, row, days)


def _found(holding: Holding, which: Held, key: str) -> HeldRow | None:
    return next((one for one in holding.of(which) if one.key == key), None)


def _put_off(event: ChoiceMade, snapshot: TapSnapshot, row: ThreadRow, days: int | None) -> Answer:
    said, words = snapshot.strings.holding, plainly(row.body)
    if days is None:
        line = said.no_day_set.format(words=words)
        return (Hold(put_off(row, None)), answered(event, line))
    noon = datetime.combine(event.at.date() + timedelta(days=days), time(12), UTC)
    named = day(snapshot.strings, noon, occasion(event))
    line = said.day_set.format(day=named, words=words)
    return (Hold(put_off(row, noon)), answered(event, line))


def _days(row: ThreadRow, strings: Strings) -> tuple[Choice, ...]:
    """Gives the days that a thread can be put off to by a tap; any other by its command."""
    named = (
        strings.dates.tomorrow if count == 1 else strings.dates.in_days.format(count=count)
        for count in _LATER
    )
    taps = [
        Choice(f"{name[:1].upper()}{name[1:]}", PutOff(row.key, count))
        for name, count in zip(named, _LATER, strict=True)
    ]
    back = Choice(strings.holding.back, PickHeld(Held.THREADS, row.key))
    return (*taps, Choice(strings.holding.no_day, PutOff(row.key)), back)
