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
    house_gate,
    languages,
    leaving,
    lowered,
    messages,
    news,
    repairing,
    silences,
    spoken_here,
    summaries,
    told_in_log,
    unasked,
)
from bot.decide.decision import Decision
from bot.emojis import is_anew
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
    heard = spoken_here.aloud(event, snapshot, languages.hearing(event, snapshot))
    over = heard.over(snapshot)
    match event:
        case _ if snapshot.person.ignored and isinstance(event, UNREAD):
            turn = Decision(leaving.while_ignored(event, over))
        case MessageSeen():
            turn = anew.passed(over, messages.decide(event, _as(MessageSnapshot, over)))
        case WordlessSeen():
            turn = messages.wordless(event, over)
        case CommandGiven():
            turn = commands.decide(event, _as(CommandSnapshot, over))
        case ChoiceMade():
            turn = buttons.decide(event, _as(TapSnapshot, over))
        case ReactionAdded() if is_anew(event.emoji):
            turn = anew.marked(event, _as(RepairSnapshot, over))
        case ReactionAdded():
            turn = repairing.added(event, _as(RepairSnapshot, over))
        case ReactionRemoved():
            turn = repairing.removed(event, _as(RepairSnapshot, over))
        case MessageDeleted():
            turn = summaries.after_edit(edits.deleted(event, _as(DeletionSnapshot, over)), over)
        case MessageEdited():
            turn = summaries.after_edit(edits.edited(event, _as(EditSnapshot, over)), over)
        case RiskJudged():
            turn = crisis.judged(event, over)
        case Left():
            turn = Decision(consent.left(event, over))
        case _:
            assert_never(event)
    return _told(event, snapshot, heard, turn)


def _told(event: Event, snapshot: Snapshot, heard: languages.Hearing, turn: Decision) -> Decision:
    """Gives a decision with what its person hears beside it: that it closed, what is new."""
    over = heard.over(snapshot)
    turn = house_gate.within(event, over, silences.within(event, over, turn))
    turn = lowered.within(event, over, told_in_log.within(event, over, turn))
    turn = news.first(event, over, closed.over(event, over, turn))
    turn = spoken_here.asked(turn, spoken_here.among(event, snapshot))
    return unasked.within(event, over, languages.kept(event, snapshot, heard, turn))
