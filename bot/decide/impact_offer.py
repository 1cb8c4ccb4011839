"""Offers the five questions, at most weekly: one line beside the first reply of a conversation.

From warm on. Who passes twice is offered them no more until they ask themselves.
"""

from dataclasses import replace

from bot.actions import Action
from bot.actions.of_impact import KeepImpact
from bot.choices import Choice, DoImpact, LeaveImpact
from bot.decide.decision import told
from bot.decide.impact import may_ask
from bot.events import Happening, MessageSeen
from bot.impact import ImpactDeed
from bot.impact.offering import may_offer
from bot.snapshot import MessageSnapshot

Answer = tuple[Action, ...]


def may_be(event: MessageSeen, snapshot: MessageSnapshot) -> bool:
    """Returns whether the questions may be offered to who begins a conversation now.

    Never beside words that show a marker: they want an answer, and no form.
    """
    if not may_ask(snapshot, event.at) or snapshot.reading.marked.observed:
        return False
    given_at = snapshot.scope.given_at
    since = given_at.date() if given_at is not None else None
    return may_offer(snapshot.impact, event.at.date(), since)


def offered(event: Happening, snapshot: MessageSnapshot) -> Answer:
    """Gives the offer with its three taps, and keeps that it was made."""
    said, own = snapshot.strings.impact, snapshot.impact
    choices = (
        Choice(said.begin, DoImpact(ImpactDeed.ASK)),
        Choice(said.later, LeaveImpact()),
        Choice(said.never, DoImpact(ImpactDeed.OFF)),
    )
    now = replace(own, offered=event.at.date(), unanswered=own.unanswered + 1)
    return (KeepImpact(now), told(event, said.offer, choices))
