"""What is told in the room that admins chose for it: that something was set, and was reported.

Never what anybody said, who reported, who agreed to what, or whose life is at risk. It is told in
the language of the place, whoever set it, and no more of it in an hour than can be read.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.actions import Action
from bot.actions.of_spaces import KeepRule, Mute, Report, TellRooms
from bot.decide.decision import Decision
from bot.events import Event
from bot.house_rules import LOG, spoken, value
from bot.ids import RoomId
from bot.layout.markup import point
from bot.snapshot import Snapshot
from bot.stamps import is_within
from bot.strings import Strings

MOST: Final = 10  # lines of a space in an hour
HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Lately:
    """When lines were told in a space, and when it was said that there is more."""

    lines: tuple[datetime, ...] = ()  # at most MOST
    more: datetime | None = None


def within(event: Event, snapshot: Snapshot, turn: Decision) -> Decision:
    """Gives a decision that tells all that it changes in each of those rooms."""
    rooms = () if snapshot.is_direct or event.where.is_direct else value(snapshot.space, LOG)
    first, *_ = (*spoken((snapshot.space, *snapshot.above)), snapshot.house.usual)
    strings = snapshot.house.strings.to(first)
    lines = tuple(filter(None, (_line(one, strings) for one in turn.actions))) if rooms else ()
    if not lines:
        return turn
    told = TellRooms(tuple(RoomId(one.id) for one in rooms), lines, strings.settings.told_more)
    return replace(turn, actions=(*turn.actions, told))


def paced(lately: Lately, told: TellRooms, at: datetime) -> tuple[Lately, str]:
    """Gives what is told now and what was told lately then: empty text where an hour has enough."""
    recent = tuple(one for one in lately.lines if is_within(one, at, HOUR))
    lines = told.lines[: MOST - len(recent)]
    after = Lately((*recent, *(at for _ in lines)), lately.more)
    if len(lines) < len(told.lines) and not is_within(lately.more, at, HOUR):
        after, lines = replace(after, more=at), (*lines, told.more)
    return after, lines[0] if len(lines) == 1 else "\n".join(map(point, lines))


def _line(action: Action, strings: Strings) -> str:
    said = strings.settings
    match action:
        case KeepRule(rule=name):
            return said.told_set.format(name=said.names[name])
        case Mute():
            return said.told_mute
        case Report(about=link):
            return said.told_report.format(link=link)
        case _:
            return ""
