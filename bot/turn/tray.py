"""The private lines that waited for their person's next private occasion."""

from bot.actions import Action, EmptyTray
from bot.events import Happening
from bot.known import Known, TrayLine
from bot.phrases import UNDER_18
from bot.turn.aging import age_card
from bot.turn.shape import renew_line, told


def from_tray(event: Happening, known: Known) -> tuple[Action, ...]:
    """Gives the private lines that waited for this occasion; one that was settled is dropped."""
    return tuple(action for line in known.tray for action in _waited(event, known, line))


def _waited(event: Happening, known: Known, line: TrayLine) -> tuple[Action, ...]:
    gone = EmptyTray(line.scope, line.line)
    if line.line == "age":
        return (gone, age_card(event)) if known.person.age_open else (gone,)
    if line.line == "under-18":
        return (gone, told(event, UNDER_18))
    if line.state.state != "expired" or known.person.under_18:
        return (gone,)
    if line.state.conversation and line.scope != event.scope:
        return ()  # a yes for one conversation can only be renewed where that conversation is
    return (renew_line(event, known.of(line, event.scope), line.scope), gone)
