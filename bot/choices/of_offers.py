"""What a card before a yes offers, and what a tap on it means."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from bot.choices.traits import Traits
from bot.commands import Term
from bot.levels import Level


@dataclass(frozen=True, slots=True)
class Offer:
    """What a card offers: its yes means this, and neither more nor longer, whenever it is tapped.

    Args:
        level: what would hold here; `wanted` was asked for, and may lie above the ceiling.
        epoch: the scope's when it was shown; None of a card that an earlier release showed.
        until: the moment it names; None where it holds for one conversation.
        talk: when the conversation began in which it was shown.
        memory: whether that what they ask for is held is ticked; never before they asked.
        notices: whether a yes covers what is noticed in a direct message.
        functioning: whether it is ticked that worse sleep, food, work or money is noticed too.
        loops: whether it is ticked that a distress that comes again is noticed too.
    """

    level: Level
    wanted: Level
    term: Term
    policy: str
    epoch: int | None = None
    until: datetime | None = None
    talk: str = ""
    memory: bool = False
    notices: bool = False
    functioning: bool = False
    loops: bool = False

    @property
    def for_a_conversation(self) -> bool:
        """Whether it holds for one conversation only."""
        return self.term.span(1) is None


@dataclass(frozen=True, slots=True)
class AcceptOffer:
    """Say yes to what a consent card offers."""

    traits: ClassVar = Traits("accept")
    offer: Offer


@dataclass(frozen=True, slots=True)
class RenewOffer:
    """Say yes again to what has lapsed or changed."""

    traits: ClassVar = Traits("renew")
    offer: Offer


@dataclass(frozen=True, slots=True)
class DeclineOffer:
    """Say "Not now" to a card that offers this level."""

    traits: ClassVar = Traits("not-now", is_for_blocked=True)
    level: Level


@dataclass(frozen=True, slots=True)
class ReadEverything:
    """Show all that a yes to this offer would mean; nothing changes."""

    traits: ClassVar = Traits("read-everything")
    offer: Offer


@dataclass(frozen=True, slots=True)
class TickOffer:
    """Show the card with this offer instead, of which one tick differs; nothing is agreed to."""

    traits: ClassVar = Traits("tick-memory")
    offer: Offer
    renews: bool = False


OfAnOffer = AcceptOffer | RenewOffer | DeclineOffer | ReadEverything | TickOffer
