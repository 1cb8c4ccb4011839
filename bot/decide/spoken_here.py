"""Which languages are spoken where all read it, as the admins of a place set it.

What is a person's alone stays in their own language: a command's answer, a tap's, what is about
leaving, and every word about a life at risk.
"""

from dataclasses import replace

from bot.crisis.tiers import Tier
from bot.decide import crisis
from bot.decide.decision import Decision
from bot.decide.languages import Hearing
from bot.events import (
    Event,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
    WordlessSeen,
)
from bot.house_rules import spoken
from bot.snapshot import Snapshot, SpokenSnapshot

READ_BY_ALL = (MessageSeen, WordlessSeen, MessageEdited, ReactionAdded, ReactionRemoved)


def among(event: Event, snapshot: Snapshot) -> tuple[str, ...]:
    """Gives the languages that an event may be answered in; none where any may be."""
    is_shared = not (snapshot.is_direct or event.where.is_direct)
    if not is_shared or not isinstance(event, READ_BY_ALL):
        return ()
    codes = spoken((snapshot.space, *snapshot.above))
    return () if not codes or _is_own(event, snapshot) else codes


def aloud(event: Event, snapshot: Snapshot, heard: Hearing) -> Hearing:
    """Gives what was heard with another language to speak, where its own is none of the place's."""
    codes = among(event, snapshot)
    own = heard.speaks or snapshot.strings.code
    return replace(heard, aloud=codes[0]) if codes and own not in codes else heard


def asked(turn: Decision, codes: tuple[str, ...]) -> Decision:
    """Gives a decision whose reply is written in one of these."""
    if turn.ask is None or not codes:
        return turn
    return replace(turn, ask=replace(turn.ask, among=codes))


def _is_own(event: Event, snapshot: Snapshot) -> bool:
    if snapshot.episode is not None:
        return True
    if not isinstance(event, MessageSeen | MessageEdited):
        return False
    if not isinstance(snapshot, SpokenSnapshot) or snapshot.person.ignored:
        return False
    verdict = crisis.verdict_of(event, snapshot)
    is_risk = verdict.tier is not Tier.NONE or verdict.is_unsure
    return is_risk or snapshot.reading.wish is not None
