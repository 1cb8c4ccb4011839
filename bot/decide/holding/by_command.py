"""Decides what a command changes in a list of what a person asked to be held."""

from dataclasses import replace

from bot.actions import Action
from bot.actions.holding import Hold, LetGo
from bot.actions.state import RaiseEpoch
from bot.decide.decision import card, told
from bot.decide.holding import pages
from bot.events import CommandGiven
from bot.holding import (
    MOST_OF_A_LINE,
    Held,
    HeldDeed,
    HeldRow,
    is_open_in,
    opened_in,
    put_off,
)
from bot.holding.command import MyHeld
from bot.holding.days import Dated, is_none, moment_named, of_a_line
from bot.layout.dates import occasion
from bot.layout.markup import plainly
from bot.records import ThreadRow
from bot.snapshot import CommandSnapshot
from bot.strings import Strings
from bot.strings.held import HoldingWords

Answer = tuple[Action, ...]


def added(given: MyHeld, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to a new line: where it may be held, it stands on the card."""
    if why := pages.why_not(snapshot, event.at):
        return (told(event, why),)
    dated, rows = _dated(given, event, snapshot.strings), snapshot.holding.of(given.which)
    if refused := refusal(given.which, dated.words, rows, snapshot.strings):
        return (told(event, refused),)
    row = given.which.added(dated.words, rows, event.id, event.at)
    row = opened_in(row, snapshot.room, is_open=_is_said_openly(event))
    row = put_off(row, dated.due) if isinstance(row, ThreadRow) else row
    shown = pages.after(snapshot, row, occasion(event))
    if dated.unread:
        shown = pages.noting(shown, pages.unread(dated, row, snapshot.strings))
    return (Hold(row, is_new=True), card(event, *shown))


def changed(given: MyHeld, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to a line changed or dropped by its number: also where nothing is held."""
    said, rows = snapshot.strings.holding, snapshot.holding.of(given.which)
    row = next((one for one in rows if one.number == given.number), None)
    if row is None:
        return (told(event, said.no_such if given.number else said.how[given.which]),)
    match given.deed:
        case HeldDeed.DROP:
            gone = LetGo(given.which, row.key)
            return (gone, RaiseEpoch(), _card_with(event, snapshot, row, is_gone=True))
        case HeldDeed.EDIT:
            if refused := refusal(given.which, given.words, (), snapshot.strings):
                return (told(event, refused),)
            return _kept(event, snapshot, replace(row, body=given.words), silences=True)
        case HeldDeed.OPEN if snapshot.is_direct:
            return (told(event, said.alone_here),)
        case HeldDeed.OPEN:
            return _kept(event, snapshot, _turned(row, snapshot.room), silences=True)
    other = _thread_changed(given, event, snapshot, row)
    return _kept(event, snapshot, other) if other is not None else (_bad_day(given, event, said),)


def refusal(which: Held, words: str, rows: tuple[HeldRow, ...], strings: Strings) -> str:
    """Says why words are not held: there are none, too many, or the list is full; else nothing."""
    said = strings.holding
    if not words:
        return said.how[which]
    if len(words) > MOST_OF_A_LINE:
        return said.too_long.format(most=MOST_OF_A_LINE)
    return said.full.format(most=which.most) if len(rows) >= which.most else ""


def _dated(given: MyHeld, event: CommandGiven, strings: Strings) -> Dated:
    """Gives the words of a line, and of a thread the day named beside them or after "by"."""
    if given.which is not Held.THREADS or not given.day:
        return of_a_line(given.which, given.words, strings, event.at)
    due = moment_named(given.day, strings, event.at)
    return Dated(given.words, due, unread="" if due is not None else given.day)


def _bad_day(given: MyHeld, event: CommandGiven, said: HoldingWords) -> Action:
    """Says what could not be read as a day, or where none was named how one is."""
    if not given.day:
        return told(event, said.how[given.which])
    return told(event, said.bad_day.format(words=plainly(pages.cut(given.day))))


def _is_said_openly(event: CommandGiven) -> bool:
    """Whether all in a shared room read the command: it stands there as a message."""
    return event.message is not None and not event.where.is_direct


def _turned(row: HeldRow, room: str) -> HeldRow:
    """Gives a line that may be mentioned in a room, if it might not, and else not there."""
    return opened_in(row, room, is_open=not is_open_in(row, room))


def _thread_changed(
    given: MyHeld, event: CommandGiven, snapshot: CommandSnapshot, row: HeldRow
) -> HeldRow | None:
    """Gives a thread that is done, or comes up on another day; None where no day was named."""
    assert isinstance(row, ThreadRow)
    if given.deed is HeldDeed.DONE:
        return replace(row, done_at=event.at)
    if is_none(given.day):
        return put_off(row, None)
    due = moment_named(given.day, snapshot.strings, event.at)
    return put_off(row, due) if due is not None else None


def _kept(
    event: CommandGiven, snapshot: CommandSnapshot, row: HeldRow, *, silences: bool = False
) -> Answer:
    """Keeps a changed line; a reply that may have been written from the old one falls silent."""
    silence = (RaiseEpoch(),) if silences else ()
    return (Hold(row), *silence, _card_with(event, snapshot, row))


def _card_with(
    event: CommandGiven, snapshot: CommandSnapshot, row: HeldRow, *, is_gone: bool = False
) -> Action:
    return card(event, *pages.after(snapshot, row, occasion(event), is_gone=is_gone))
