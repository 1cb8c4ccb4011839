"""A line of the operator's to everybody: under the next reply that each person gets, once.

That somebody got it is recorded with the reply that carried it (`bot/engine/bookkeeping.py`): where
a reply was stopped before its first word, or could not be sent, a later one says it.
"""

from dataclasses import replace

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
    return replace(turn, ask=replace(ask, announces=line, announced=house.announced))
