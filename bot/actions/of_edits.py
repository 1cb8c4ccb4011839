"""Actions of the store about an edit after the answer: part of `bot.actions.state`."""

from dataclasses import dataclass

from bot.ids import MessageId
from bot.records import MemoryRow, ThreadRow


@dataclass(frozen=True, slots=True)
class OfferAnew:
    """Remember that a reply may be written anew, as its message was edited; the event's words.

    Args:
        mark: the message of the reply that an emoji offers it on; None: a message of its own does.
    """

    reply: str
    mark: MessageId | None = None


@dataclass(frozen=True, slots=True)
class EndOffer:
    """Forget that a reply may be written anew."""


@dataclass(frozen=True, slots=True)
class CorrectHeld:
    """Put a row in the place of the one with its key: its words, or where it is used, changed."""

    row: ThreadRow | MemoryRow


@dataclass(frozen=True, slots=True)
class ForgetHeld:
    """Forget a row: its person drops it, or what it came from is gone."""

    row: ThreadRow | MemoryRow


OfEdits = OfferAnew | EndOffer | CorrectHeld | ForgetHeld
