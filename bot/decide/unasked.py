"""What a decision says that nobody asked for just then, within the attention budget.

What is owed is decided with the reply. One line more, that can wait, comes last of all, when it is
known what else is said: it stands beside nothing, as a conversation begins.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import RememberPerson
from bot.attention import Unasked, said
from bot.decide import announcing, effects, impact_offer, studying
from bot.decide.beginnings import has_room
from bot.decide.decision import Decision, has_lapsed, renewal
from bot.decide.holding import due, offering
from bot.decide.tray import from_tray
from bot.events import CommandGiven, Event, MessageSeen
from bot.snapshot import CommandSnapshot, MessageSnapshot, Snapshot

Answer = tuple[Action, ...]


def owed(event: MessageSeen, snapshot: MessageSnapshot) -> tuple[Answer, tuple[Unasked, ...]]:
    """Gives what is owed beside the reply to a message, and which kinds of line it says."""
    lines = {
        Unasked.WAITED: from_tray(event, snapshot) if snapshot.is_direct else (),
        Unasked.DUE: due.came_up(event, snapshot),
        Unasked.STUDIED: studying.came_up(event, snapshot),
        Unasked.LAPSED: renewal(event, snapshot) if has_lapsed(snapshot, event.at) else (),
    }
    actions = tuple(action for answer in lines.values() for action in answer)
    return actions, tuple(line for line, answer in lines.items() if _says(answer))


def with_tray(event: CommandGiven, snapshot: CommandSnapshot, turn: Decision) -> Decision:
    """Gives the decision about a command with what waited for a private occasion."""
    waited = from_tray(event, snapshot)
    lines = (Unasked.WAITED,) if _says(waited) else ()
    return replace(turn, actions=(*turn.actions, *waited), unasked=lines)


def within(event: Event, snapshot: Snapshot, turn: Decision) -> Decision:
    """Gives a decision that keeps when its person was told what they did not ask for.

    Where nothing of the kind is said today, it may say one of the lines that can wait.
    """
    may_be = _may_be(event, snapshot, turn)
    now = said((*turn.unasked, *may_be), snapshot.person.unasked_at, event.at)
    if not now:
        return turn
    with_it = next((may_be[line] for line in now if line in may_be), turn)
    actions = (*with_it.actions, RememberPerson(unasked_at=event.at))
    return replace(with_it, actions=actions, unasked=now)


def _may_be(event: Event, snapshot: Snapshot, turn: Decision) -> Mapping[Unasked, Decision]:
    """Gives a turn with each line that there is a reason for and that can wait."""
    if not isinstance(event, MessageSeen) or not isinstance(snapshot, MessageSnapshot):
        return {}
    told = announcing.announced(snapshot, turn)
    from_operator = {Unasked.ANNOUNCED: told} if told is not None else {}
    if not has_room(snapshot, event.at, turn):
        return from_operator
    offers = {
        line: replace(turn, actions=(*turn.actions, *offer))
        for line, offer in _offers(event, snapshot).items()
        if offer
    }
    return {**from_operator, **effects.lines(event, snapshot, turn), **offers}


def _offers(event: MessageSeen, snapshot: MessageSnapshot) -> Mapping[Unasked, Answer]:
    """Gives what each offer says, empty where there is no reason for it."""
    row = offering.may_be(event, snapshot)
    asks = impact_offer.may_be(event, snapshot)
    return {
        Unasked.OFFERED: offering.offered(event, snapshot, row) if row is not None else (),
        Unasked.IMPACT: impact_offer.offered(event, snapshot) if asks else (),
    }


def _says(answer: Answer) -> bool:
    return any(isinstance(one, Say) for one in answer)
