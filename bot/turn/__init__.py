"""An event, and what is known -> what should be done. Pure, and the whole of the decision."""

from typing import assert_never

from bot.events import (
    ChoiceMade,
    CommandGiven,
    Event,
    Left,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
    RiskJudged,
    WordlessSeen,
)
from bot.known import Known
from bot.turn import (
    choosing,
    commanding,
    consenting,
    crisis,
    leaving,
    messaging,
    repairing,
    revising,
)
from bot.turn.shape import Turn

UNREAD = (
    MessageSeen,
    WordlessSeen,
    MessageEdited,
    ReactionAdded,
    ReactionRemoved,
    RiskJudged,
)  # of who is ignored

__all__ = ["Turn", "decide"]


def decide(event: Event, known: Known) -> Turn:
    """Gives what should be done about the event, from what is known and nothing else."""
    if known.person.ignored and isinstance(event, UNREAD):
        return Turn(leaving.while_ignored(event, known))
    match event:
        case MessageSeen():
            return messaging.decide(event, known)
        case WordlessSeen():
            return messaging.wordless(event, known)
        case CommandGiven():
            return commanding.decide(event, known)
        case ChoiceMade():
            return choosing.decide(event, known)
        case ReactionAdded():
            return repairing.added(event, known)
        case ReactionRemoved():
            return repairing.removed(event, known)
        case MessageDeleted():
            return revising.deleted(event, known)
        case MessageEdited():
            return revising.edited(event, known)
        case RiskJudged():
            return crisis.judged(event, known)
        case Left():
            return Turn(consenting.left(event, known))
        case _:
            assert_never(event)
