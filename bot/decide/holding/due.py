"""Brings a thread up once, at the first message on or after its day: its person asked for that.

Never where a life is at risk, beside a goodbye, where nothing may be held any more, or where others
read along and it may not be mentioned there.
"""

from dataclasses import replace

from bot.actions import Action
from bot.actions.holding import Hold
from bot.choices import Choice, PickHeld
from bot.decide.decision import mentioned
from bot.decide.holding.pages import deeds
from bot.events import MessageSeen
from bot.holding import Held, in_order, is_due, is_open_in
from bot.layout.markup import plainly, point
from bot.records import ThreadRow
from bot.snapshot import MessageSnapshot

Answer = tuple[Action, ...]
MOST = 3  # at once; what else is due comes with the next message


def came_up(event: MessageSeen, snapshot: MessageSnapshot) -> Answer:
    """Gives what brings up the threads whose day has come, and keeps that it was told."""
    if snapshot.is_goodbye or snapshot.episode is not None or not snapshot.may_hold(event.at):
        return ()
    rows = (one for one in in_order(snapshot.holding.threads) if isinstance(one, ThreadRow))
    due = [one for one in rows if is_due(one, event.at) and _may_be_told(one, snapshot)][:MOST]
    if not due:
        return ()
    told = (Hold(replace(one, told_at=event.at)) for one in due)
    line = replace(mentioned(event, _text(due, snapshot)), choices=_choices(due, snapshot))
    return (*told, line)


def _may_be_told(row: ThreadRow, snapshot: MessageSnapshot) -> bool:
    """Whether a line may be said here: where others read, only in the room in which it is open."""
    return snapshot.is_direct or is_open_in(row, snapshot.conversation.key)


def _text(due: list[ThreadRow], snapshot: MessageSnapshot) -> str:
    said = snapshot.strings.holding
    if len(due) == 1:
        return said.came_up.format(words=plainly(due[0].body))
    lines = (said.line.format(number=one.number, words=plainly(one.body)) for one in due)
    return "\n".join((said.came_up.format(words="").rstrip(), *map(point, lines)))


def _choices(due: list[ThreadRow], snapshot: MessageSnapshot) -> tuple[Choice, ...]:
    """Gives what can be done with the one line, or a tap for each of several."""
    if len(due) == 1:
        return deeds(due[0], snapshot.strings)
    number = snapshot.strings.holding.number
    return tuple(
        Choice(number.format(number=one.number), PickHeld(Held.THREADS, one.key)) for one in due
    )
