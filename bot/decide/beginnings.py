"""Whether a conversation begins in calm, so that one line nobody asked for may stand in it."""

from datetime import datetime

from bot.actions.platform import Say
from bot.crisis.tiers import Tier
from bot.decide.decision import Decision
from bot.snapshot import MessageSnapshot


def has_room(snapshot: MessageSnapshot, at: datetime, turn: Decision) -> bool:
    """Returns whether a turn is the first reply of a calm direct conversation, and nothing else."""
    is_first = snapshot.is_direct and snapshot.talk(at).turn == 0
    return is_first and is_alone(turn) and is_calm(snapshot)


def is_alone(turn: Decision) -> bool:
    """Returns whether a turn is nothing but a reply, of no crisis and to no complaint."""
    says = any(isinstance(one, Say) for one in turn.actions)
    ask = turn.ask
    return ask is not None and not (says or ask.crisis or ask.rupture or ask.reaches)


def is_calm(snapshot: MessageSnapshot) -> bool:
    """Returns whether nothing was said lately of a life, and this is no goodbye."""
    return is_steady(snapshot) and not snapshot.is_goodbye


def is_steady(snapshot: MessageSnapshot) -> bool:
    """Returns whether nothing was said lately of a life."""
    states = (one.verdict.tier is not Tier.NONE or one.faint for one in snapshot.lately)
    return snapshot.episode is None and not any(states)
