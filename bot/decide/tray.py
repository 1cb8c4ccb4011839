"""The private lines of the tray, shown on their person's next private occasion."""

from bot.actions import Action
from bot.actions.state import EmptyTray
from bot.decide import lowered, resting
from bot.decide.age_check import age_card, noted
from bot.decide.decision import renew_line, told, wanted_line
from bot.events import Happening
from bot.levels import Level
from bot.records import COPIED, ERASED, REST, STAYS
from bot.snapshot import HOLDS, CommandSnapshot, MessageSnapshot, Snapshot, TrayLine

# What was asked for above a ceiling, by the line that waits for it to rise.
WANTED = {"wants attuned": Level.ATTUNED, "wants ongoing": Level.ONGOING}

LOWERED = "lowered"


def from_tray(event: Happening, snapshot: MessageSnapshot | CommandSnapshot) -> tuple[Action, ...]:
    """Gives the private lines that wait for this occasion; drops those that are settled."""
    rests = tuple(line for line in snapshot.tray if line.line == REST)
    others = (line for line in snapshot.tray if line.line != REST)
    waited = tuple(action for line in others for action in _waited(event, snapshot, line))
    return (*waited, *resting.now(event, snapshot, rests))


def _waited(event: Happening, snapshot: Snapshot, line: TrayLine) -> tuple[Action, ...]:
    gone = EmptyTray(line.scope, line.line)
    if line.line == "age":
        return (gone, age_card(event, snapshot)) if snapshot.person.age_open else (gone,)
    if line.line == "under-18":
        return (gone, told(event, noted(snapshot)))
    if line.line == STAYS:
        return (gone, told(event, snapshot.strings.rooms.stays))
    if line.line in (COPIED, ERASED):
        return (gone, told(event, snapshot.strings.data.operator[line.line]))
    if line.line in (*WANTED, LOWERED):
        return _of_a_level(event, snapshot.of(line, event.scope), line, gone)
    if line.state.state != "expired" or snapshot.is_minor:
        return (gone,)
    if line.state.conversation and line.scope != event.scope:
        return ()  # a yes for one conversation can only be renewed where that conversation is
    there = snapshot.of(line, event.scope)
    if there.askable is Level.PLAIN:
        return ()
    return (renew_line(event, there, line.scope), gone)


def _of_a_level(
    event: Happening, there: Snapshot, line: TrayLine, gone: EmptyTray
) -> tuple[Action, ...]:
    """Gives what waited because of what is allowed there."""
    if line.line == LOWERED:
        return (gone, *lowered.line(event, there))
    return _wanted(event, there, line, gone)


def _wanted(
    event: Happening, there: Snapshot, line: TrayLine, gone: EmptyTray
) -> tuple[Action, ...]:
    """Gives the question about a wish above a ceiling once that has risen; until then it waits."""
    wanted = WANTED[line.line]
    is_settled = there.consented >= wanted or there.is_minor
    if is_settled or there.scope.state not in HOLDS:
        return (gone,)
    is_waiting = there.askable <= there.consented or there.is_expired(event.at)
    return () if is_waiting else (wanted_line(event, there, wanted, line.scope), gone)
