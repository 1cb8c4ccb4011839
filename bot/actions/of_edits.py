"""Actions of the store about an edit after the answer: part of `bot.actions.state`."""

from dataclasses import dataclass

from bot.ids import MessageId


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


OfEdits = OfferAnew | EndOffer
