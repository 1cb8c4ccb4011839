"""Rows of what is still to be done: whose they are, their order, and which may not wait."""

from collections.abc import Callable

from bot.actions.platform import Say
from bot.crisis import texts
from bot.engine.codec import load_ask, load_sending
from bot.ids import RoomId, SpaceId
from bot.records import AskRow, OutboxRow
from bot.strings import Strings

Serves = Callable[[RoomId, SpaceId], bool]


def is_of(row: OutboxRow | AskRow, serves: Serves) -> bool:
    """Returns whether an open row belongs to a room that is served here."""
    found = load_ask(row.body) if isinstance(row, AskRow) else load_sending(row.body)
    return serves(found.room, found.scope.space)


def is_vital(row: OutboxRow, strings: Strings) -> bool:
    """Returns whether a send holds the words for a life at risk."""
    action = load_sending(row.body).action
    return isinstance(action, Say) and texts.is_vital(strings, action.text)


def in_order(rows: tuple[OutboxRow, ...]) -> tuple[OutboxRow, ...]:
    """Gives rows in the order in which they must be sent."""
    return tuple(sorted(rows, key=lambda row: (row.at, row.place)))
