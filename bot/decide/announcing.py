"""A line of the operator's to everybody: under the next reply that each person gets, once."""

from dataclasses import replace

from bot.actions.state import RememberPerson
from bot.decide.beginnings import is_alone, is_calm
from bot.decide.decision import Decision
from bot.layout.markup import plainly
from bot.snapshot import MessageSnapshot


def announced(snapshot: MessageSnapshot, turn: Decision) -> Decision | None:
    """Gives a turn whose reply ends with the line, or None where it is not the time for it.

    It stands under no goodbye, beside nothing of a life at risk, and not under a first greeting.
    """
    house, ask = snapshot.house, turn.ask
    is_new = bool(house.announced) and snapshot.person.announced != house.announced
    if not is_new or ask is None or ask.greets or not (is_alone(turn) and is_calm(snapshot)):
        return None
    line = snapshot.strings.replies.announced.format(text=plainly(house.announcement))
    heard = RememberPerson(announced=house.announced)
    return replace(turn, ask=replace(ask, announces=line), actions=(*turn.actions, heard))
