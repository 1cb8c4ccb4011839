"""Decides what is observed of a message: markers in a direct message, where its level observes."""

from bot.actions import Action
from bot.actions.observing import Observe
from bot.events import MessageSeen
from bot.markers import Observation
from bot.markers.shares import MARKERS
from bot.snapshot import MessageSnapshot


def observed(event: MessageSeen, snapshot: MessageSnapshot) -> tuple[Action, ...]:
    """Gives the action that keeps the markers of a message, or none.

    While a life is at risk nothing is observed, and never in words that may be another's.
    """
    reading = snapshot.reading
    if event.others or snapshot.episode is not None or not reading.reasons:
        return ()
    wanted = snapshot.may_observe(event.at)
    strengths = dict(zip(MARKERS, reading.marked, strict=True))
    found = tuple(
        Observation(marker, event.at.date(), strengths[marker], why)
        for marker, why in reading.reasons.items()
        if marker in wanted
    )
    return (Observe(found),) if found else ()
