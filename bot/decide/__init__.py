"""An event, and what is known -> what should be done. Pure, and the whole of the decision."""

from typing import assert_never

from bot.decide import (
    buttons,
    commands,
    consent,
    crisis,
    edits,
    leaving,
    messages,
    repairing,
)
from bot.decide.decision import Decision
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
from bot.snapshot import Snapshot

UNREAD = (
    MessageSeen,
    WordlessSeen,
    MessageEdited,
    ReactionAdded,
    ReactionRemoved,
    RiskJudged,
)  # of who is ignored

__all__ = ["Decision", "decide"]


def decide(event: Event, snapshot: Snapshot) -> Decision:
    """Gives what should be done about the event, from what is known and nothing else."""
    if snapshot.person.ignored and isinstance(event, UNREAD):
        return Decision(leaving.while_ignored(event, snapshot))
    match event:
        case MessageSeen():
            return messages.decide(event, snapshot)
        case WordlessSeen():
            return messages.wordless(event, snapshot)
        case CommandGiven():
            return commands.decide(event, snapshot)
        case ChoiceMade():
            return buttons.decide(event, snapshot)
        case ReactionAdded():
            return repairing.added(event, snapshot)
        case ReactionRemoved():
            return repairing.removed(event, snapshot)
        case MessageDeleted():
            return edits.deleted(event, snapshot)
        case MessageEdited():
            return edits.edited(event, snapshot)
        case RiskJudged():
            return crisis.judged(event, snapshot)
        case Left():
            return Decision(consent.left(event, snapshot))
        case _:
            assert_never(event)
