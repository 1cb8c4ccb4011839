"""A break is suggested to a minor who talks where others read, where they alone read it.

In the room itself everybody reads the same notice at the same times, so that it tells nobody's age.
What waits for a private occasion is said there while the talk goes on; after it, a break was made.
"""

from bot.actions import Action
from bot.actions.state import EmptyTray, KeepInTray, RememberPerson
from bot.decide.decision import told
from bot.disclosure import is_due, talk_since
from bot.events import Happening
from bot.snapshot import CommandSnapshot, MessageSnapshot, Snapshot, TrayLine
from bot.stamps import is_within


def kept(event: Happening, snapshot: Snapshot) -> tuple[Action, ...]:
    """Keeps the line for the next private occasion, as often as the laws that are kept ask."""
    if snapshot.is_direct or not snapshot.is_minor or snapshot.episode is not None:
        return ()
    since = talk_since(snapshot, event.at)
    last = max(snapshot.person.break_at or since, since)
    if event.at - last < snapshot.house.duties.every_of_minors:
        return ()
    return waits(event)


def waits(event: Happening) -> tuple[Action, ...]:
    """Keeps the line, and that it was due now."""
    return (KeepInTray("rest"), RememberPerson(break_at=event.at))


def now(
    event: Happening, snapshot: MessageSnapshot | CommandSnapshot, lines: tuple[TrayLine, ...]
) -> tuple[Action, ...]:
    """Gives the line once, however often it was kept; while a life is at risk it waits on."""
    if not lines or snapshot.episode is not None:
        return ()
    gone = tuple(EmptyTray(line.scope, line.line) for line in lines)
    if snapshot.person.break_at is None:  # their age was put right since
        return gone
    if not is_within(snapshot.person.last_at, event.at, snapshot.house.gap):
        return gone
    if _stands_under_the_reply(event, snapshot):
        return gone
    return (*gone, told(event, snapshot.strings.replies.notice_under_18))


def _stands_under_the_reply(event: Happening, snapshot: Snapshot) -> bool:
    """Whether the next reply says the same, by the rhythm of a direct message."""
    if not isinstance(snapshot, MessageSnapshot) or not snapshot.is_minor:
        return False
    return is_due(snapshot, event.at)
