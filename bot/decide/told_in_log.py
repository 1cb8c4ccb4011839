"""What is told in the room that admins chose for it: that something was set, and was reported.

Never what anybody said, who reported, who agreed to what, or whose life is at risk.
"""

from dataclasses import replace

from bot.actions import Action
from bot.actions.of_spaces import KeepRule, Mute, Report, TellRoom
from bot.decide.decision import Decision
from bot.events import Event
from bot.house_rules import LOG, value
from bot.ids import RoomId
from bot.layout.markup import point
from bot.snapshot import Snapshot


def within(event: Event, snapshot: Snapshot, turn: Decision) -> Decision:
    """Gives a decision with one message about all that it changes, in each of those rooms."""
    rooms = () if snapshot.is_direct or event.where.is_direct else value(snapshot.space, LOG)
    lines = tuple(filter(None, (_line(one, snapshot) for one in turn.actions))) if rooms else ()
    if not lines:
        return turn
    text = lines[0] if len(lines) == 1 else "\n".join(map(point, lines))
    told = tuple(TellRoom(RoomId(one.id), text) for one in rooms)
    return replace(turn, actions=(*turn.actions, *told))


def _line(action: Action, snapshot: Snapshot) -> str:
    said = snapshot.strings.settings
    match action:
        case KeepRule(rule=name):
            return said.told_set.format(name=said.names[name])
        case Mute():
            return said.told_mute
        case Report(about=link):
            return said.told_report.format(link=link)
        case _:
            return ""
