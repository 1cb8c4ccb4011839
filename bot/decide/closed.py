"""What is decided once an installation has closed: no reply, one fixed line, and every right.

The words for a life at risk are said as ever; only the answer beside them is written by nobody.
"""

from dataclasses import replace

from bot.actions.ask import Ask
from bot.actions.state import HoldEpisode, RememberPerson
from bot.closing.words import standing
from bot.commands import is_right
from bot.decide.decision import Decision, introduced, mentioned, told
from bot.events import CommandGiven, Event, MessageDeleted
from bot.layout.dates import occasion
from bot.limits import was_told
from bot.snapshot import Snapshot


def over(event: Event, snapshot: Snapshot, turn: Decision) -> Decision:
    """Gives a decision as it is once it has closed; before that, the decision itself."""
    if not snapshot.has_closed(event.at):
        return turn
    line = standing(snapshot.house, occasion(event))
    is_grave = any(isinstance(one, HoldEpisode) for one in turn.actions)
    if isinstance(event, CommandGiven) and not is_right(event.command) and not is_grave:
        return Decision((told(event, line),))
    if turn.ask is None:
        return turn
    if isinstance(event, MessageDeleted):
        return replace(turn, ask=None)
    if turn.ask.crisis:
        say = mentioned(event, _beside_help(turn.ask, snapshot, line))
        return replace(turn, actions=(*turn.actions, say), ask=None, greets=False)
    if was_told(snapshot, event.at):
        return Decision()
    once = Decision((RememberPerson(told_at=event.at), mentioned(event, line)))
    return introduced(event, snapshot, once)


def _beside_help(ask: Ask, snapshot: Snapshot, line: str) -> str:
    """Gives the line below where help is, to one person alone; where others read it names none."""
    if not ask.is_direct or ask.crisis == "past":
        return line
    said = snapshot.strings.crisis
    helps = said.concern if ask.crisis == "concern" else ask.help or said.help
    return f"{helps}\n\n{line}"
