"""Decides what is observed of a message: markers in a direct message, where its level observes."""

from bot.actions import Action
from bot.actions.observing import CorrectObservation, Observe
from bot.consent import may_observe
from bot.crisis.tiers import Tier
from bot.decide import crisis
from bot.events import MessageEdited, MessageSeen
from bot.markers import Observation
from bot.markers.shares import MARKERS
from bot.snapshot import EditSnapshot, MessageSnapshot, Snapshot, SpokenSnapshot


def observed(event: MessageSeen, snapshot: MessageSnapshot) -> tuple[Action, ...]:
    """Gives the action that keeps the markers of a message, or none.

    While a life is at risk nothing is observed, and never in words that may be another's. Where it
    only may be at risk, it is: much that shows a marker sounds as if, and most of it is not.
    """
    found = () if event.has_others else _found(event, snapshot)
    return (Observe(found),) if found else ()


def corrected(event: MessageEdited, snapshot: EditSnapshot) -> tuple[Action, ...]:
    """Gives what an edit changes of what was observed of its message; it adds nothing new.

    Of words that state a life at risk nothing stays observed.
    """
    is_same = snapshot.reply is not None and not snapshot.is_changed
    if is_same or not _may_be_any(snapshot):
        return ()
    is_at_risk = crisis.verdict_of(event, snapshot).tier >= Tier.ELEVATED
    return (CorrectObservation(() if is_at_risk else _found(event, snapshot)),)


def dropped(snapshot: Snapshot) -> tuple[Action, ...]:
    """Gives what a deletion drops of what was observed of its message."""
    return (CorrectObservation(),) if _may_be_any(snapshot) else ()


def _found(event: MessageSeen | MessageEdited, snapshot: SpokenSnapshot) -> tuple[Observation, ...]:
    reading = snapshot.reading
    if snapshot.episode is not None or not reading.reasons:
        return ()
    wanted = snapshot.may_observe(event.at)
    strengths = dict(zip(MARKERS, reading.marked, strict=True))
    return tuple(
        Observation(marker, event.at.date(), strengths[marker], why)
        for marker, why in reading.reasons.items()
        if marker in wanted
    )


def _may_be_any(snapshot: Snapshot) -> bool:
    """Returns whether anything can be observed here: at a level that observes, or put away."""
    is_there = may_observe(snapshot.consented) or snapshot.scope.frozen_until is not None
    return snapshot.is_direct and is_there
