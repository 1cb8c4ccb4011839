"""Decides from an event and its snapshot what should be done: pure, and the whole decision."""

from typing import TypeVar, assert_never

from bot.decide import (
    anew,
    buttons,
    closed,
    commands,
    consent,
    crisis,
    edits,
    languages,
    leaving,
    messages,
    news,
    repairing,
    summaries,
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
from bot.repair.kinds import is_anew
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
    heard = languages.hearing(event, snapshot)
    over = heard.over(snapshot)
    turn = news.first(event, over, closed.over(event, over, _turn(event, over)))
    return languages.kept(event, snapshot, heard, turn)


def _turn(event: Event, over: Snapshot) -> Decision:
    """Gives what is decided of the event itself, in the language that it is answered in."""
    match event:
        case _ if over.person.ignored and isinstance(event, UNREAD):
            return Decision(leaving.while_ignored(event, over))
        case MessageSeen():
            return anew.passed(over, messages.decide(event, _as(MessageSnapshot, over)))
        case WordlessSeen():
            return messages.wordless(event, over)
        case CommandGiven():
            return commands.decide(event, _as(CommandSnapshot, over))
        case ChoiceMade():
            return buttons.decide(event, _as(TapSnapshot, over))
        case ReactionAdded() if is_anew(event.emoji):
            return anew.marked(event, _as(RepairSnapshot, over))
        case ReactionAdded():
            return repairing.added(event, _as(RepairSnapshot, over))
        case ReactionRemoved():
            return repairing.removed(event, _as(RepairSnapshot, over))
        case MessageDeleted():
            return summaries.after_edit(edits.deleted(event, _as(DeletionSnapshot, over)), over)
        case MessageEdited():
            return summaries.after_edit(edits.edited(event, _as(EditSnapshot, over)), over)
        case RiskJudged():
            return crisis.judged(event, over)
        case Left():
            return Decision(consent.left(event, over))
        case _:
            assert_never(event)
