"""Holds what a message asks to be held in words: "hold this: …", "remember that …".

The reply goes on beside one line that says what is held, with a tap that drops it; where nothing
else was said, there is that line alone. A day is read as the command reads it. Where nothing may
be held a line says so once a conversation, and the message is answered as any other.
"""

from dataclasses import replace

from bot.actions import Action
from bot.actions.holding import Hold, SayWhyNot
from bot.actions.platform import Say
from bot.choices import Choice, DropHeld
from bot.decide.decision import mentioned
from bot.decide.holding.by_command import refusal
from bot.decide.holding.pages import unread, why_not, with_day
from bot.events import MessageSeen
from bot.holding import HeldRow, list_of, opened_in, put_off
from bot.holding.days import Dated, of_a_line
from bot.holding.orders import asked_in
from bot.layout.dates import occasion
from bot.layout.markup import plainly, small
from bot.records import ThreadRow
from bot.snapshot import MessageSnapshot
from bot.strings import Strings

Answer = tuple[Action, ...]


def is_all(event: MessageSeen, snapshot: MessageSnapshot) -> bool:
    """Returns whether a message says nothing but what is held now, so that nothing is answered."""
    order = snapshot.reading.order
    if order is None or not snapshot.may_hold(event.at):
        return False
    return not asked_in(event.text, order).has_more


def beside(event: MessageSeen, snapshot: MessageSnapshot) -> Answer:
    """Gives what holds what a message asks for, and the line that says so; nothing where none."""
    order, strings = snapshot.reading.order, snapshot.strings
    if order is None:
        return ()
    if not snapshot.may_hold(event.at):
        return _why_not(event, snapshot)
    rows = snapshot.holding.of(order.which)
    dated = of_a_line(order.which, asked_in(event.text, order).words, strings, event.at)
    if refused := refusal(order.which, dated.words, rows, strings):
        return (_line(event, refused),)
    row = order.which.added(dated.words, rows, event.id, event.at)
    row = opened_in(row, snapshot.conversation.key, is_open=not snapshot.is_direct)
    row = put_off(row, dated.due) if isinstance(row, ThreadRow) else row
    return (Hold(row, is_new=True), _held(event, strings, row, dated))


def _held(event: MessageSeen, strings: Strings, row: HeldRow, dated: Dated) -> Say:
    """Says what is held, with the day it comes up; and where a day could not be read, that too."""
    said, which = strings.holding, list_of(row)
    words = with_day(plainly(row.body), row, strings, occasion(event))
    lines = [said.held.format(words=words)]
    lines += [unread(dated, row, strings)] if dated.unread else []
    drop = Choice(said.drop, DropHeld(which, row.key, is_new=True))
    return replace(_line(event, "\n".join(lines)), choices=(drop,))


def _why_not(event: MessageSeen, snapshot: MessageSnapshot) -> Answer:
    """Says once a conversation that nothing is held; where others read, not why."""
    if snapshot.talk(event.at).said_why_not:
        return ()
    said = snapshot.strings.holding
    why = why_not(snapshot, event.at) if snapshot.is_direct else said.not_held
    return (SayWhyNot(), _line(event, why))


def _line(event: MessageSeen, text: str) -> Say:
    return replace(mentioned(event, small(text)), reply_to=event.message)
