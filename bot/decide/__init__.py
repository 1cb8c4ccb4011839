"""Decides from an event and its snapshot what should be done: pure, and the whole decision."""

from typing import TypeVar, assert_never

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
from bot.snapshot import (
    CommandSnapshot,
    DeletionSnapshot,
    EditSnapshot,
    MessageSnapshot,
    RepairSnapshot,
    Snapshot,
    TapSnapshot,
)

S = TypeVar("S", bound=Snapshot)

UNREAD = (
    MessageSeen,
    WordlessSeen,
    MessageEdited,
    ReactionAdded,
    ReactionRemoved,
    RiskJudged,
)  # of who is ignored

__all__ = ["Decision", "decide"]


def _as(kind: type[S], snapshot: Snapshot) -> S:
    """Gives the snapshot as the type that this kind of event is decided on.

    Raises:
        TypeError: it was loaded for another kind of event.
    """
    if not isinstance(snapshot, kind):
        raise TypeError(f"{type(snapshot).__name__} is no {kind.__name__}.")
    return snapshot


def decide(event: Event, snapshot: Snapshot) -> Decision:
    """Gives the decision about an event, from its snapshot and nothing else."""
    if snapshot.person.ignored and isinstance(event, UNREAD):
        return Decision(leaving.while_ignored(event, snapshot))
    match event:
        case MessageSeen():
            return messages.decide(event, _as(MessageSnapshot, snapshot))
        case WordlessSeen():
            return messages.wordless(event, snapshot)
        case CommandGiven():
            return commands.decide(event, _as(CommandSnapshot, snapshot))
        case ChoiceMade():
            return buttons.decide(event, _as(TapSnapshot, snapshot))
        case ReactionAdded():
            return repairing.added(event, _as(RepairSnapshot, snapshot))
        case ReactionRemoved():
            return repairing.removed(event, _as(RepairSnapshot, snapshot))
        case MessageDeleted():
            return edits.deleted(event, _as(DeletionSnapshot, snapshot))
        case MessageEdited():
            return edits.edited(event, _as(EditSnapshot, snapshot))
        case RiskJudged():
            return crisis.judged(event, snapshot)
        case Left():
            return Decision(consent.left(event, snapshot))
        case _:
            assert_never(event)
