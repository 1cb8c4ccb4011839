"""A level that admins, or the operator, lowered is told once, where its person alone reads it."""

from dataclasses import replace

from bot.actions import Action
from bot.actions.state import KeepInTray, SeeLowered
from bot.consent_card import place
from bot.decide.decision import Decision, told
from bot.events import CommandGiven, Event, Happening, MessageSeen
from bot.house_rules import lowered
from bot.layout.dates import occasion
from bot.levels import Why
from bot.snapshot import HOLDS, Snapshot


def within(event: Event, snapshot: Snapshot, turn: Decision) -> Decision:
    """Gives a decision that keeps the line for its person's next private occasion, if one is due.

    It is due where less is allowed than they agreed to, and something was lowered since they did.
    """
    if turn.leads_to_nothing or not isinstance(event, MessageSeen | CommandGiven):
        return turn
    if snapshot.where is None or turn.scope is not None:
        return turn
    count = of(snapshot)
    is_held = snapshot.scope.state in HOLDS and snapshot.effective(event.at).why is Why.CEILING
    if not is_held or count <= snapshot.scope.lowered_seen:
        return turn
    return replace(turn, actions=(*turn.actions, KeepInTray("lowered"), SeeLowered(count)))


def of(snapshot: Snapshot) -> int:
    """Gives how often what is allowed was lowered: here, in the spaces above, and everywhere."""
    own = sum(lowered(row) for row in (snapshot.space, *snapshot.above))
    return own + snapshot.house.epoch


def line(event: Happening, there: Snapshot) -> tuple[Action, ...]:
    """Gives the line as it is read then; none to who agrees to nothing there any more."""
    if there.scope.state not in HOLDS:
        return ()
    said = there.strings.settings.lowered
    return (told(event, said.format(place=place(there, occasion(event)))),)
