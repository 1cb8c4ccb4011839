"""What whoever speaks can see, and which message they mean when they name one or none."""

from collections.abc import Callable
from itertools import takewhile

from adapters.console.ids import Seat
from adapters.console.lines import Mistyped
from adapters.console.rows import number_in
from adapters.console.transcript import Message, Transcript
from bot.ids import MessageId
from bot.text.normalize import normalized

_BOXES = "☐☑ "


class Sight:
    """Finds messages in the room of whoever speaks, never one that is private to another."""

    def __init__(self, transcript: Transcript, seat: Seat) -> None:
        self._transcript = transcript
        self._seat = seat

    def named(self, word: str) -> Message:
        """Gives the message with that id. Raises Mistyped when it cannot be seen here."""
        found = self._transcript.get(MessageId(word))
        if found is None or not found.is_visible(self._seat.where.room, self._seat.person):
            raise Mistyped(lambda say: say.not_seen)
        return found

    def mine(self, word: str = "") -> Message:
        """Gives the speaker's message with that id, or their newest. Raises Mistyped."""
        if not word:
            return self._mine_newest()
        found = self.named(word)
        if found.by != self._seat.person:
            raise Mistyped(lambda say: say.not_yours)
        return found

    def newest_reply(self) -> Message:
        """Gives the bot's newest message to the room, else to the speaker. Raises Mistyped."""
        found = self._newest(lambda message: message.by is None and message.to is None)
        found = found or self._newest(lambda message: message.by is None)
        if found is None:
            raise Mistyped(lambda say: say.no_reply)
        return found

    def newest_marked(self, mark: tuple[str, str]) -> Message:
        """Gives the newest reply, or where it does not carry the mark, the newest that does."""
        reply = self.newest_reply()
        if mark in reply.reactions:
            return reply
        return self._newest(lambda message: mark in message.reactions) or reply

    def newest_card(self) -> Message:
        """Gives the newest message with choices, else the newest reply."""
        return self._newest(lambda message: bool(message.choices)) or self.newest_reply()

    def open_card(self) -> Message | None:
        """Gives the newest message with choices, when the person said nothing after it."""
        seen = self._transcript.newest(self._seat.where.room, self._seat.person)
        since = takewhile(lambda message: message.by != self._seat.person, seen)
        return next((message for message in since if message.choices), None)

    def _mine_newest(self) -> Message:
        found = self._newest(lambda message: message.by == self._seat.person)
        if found is None:
            raise Mistyped(lambda say: say.nothing_said)
        return found

    def _newest(self, fits: Callable[[Message], bool]) -> Message | None:
        seen = self._transcript.newest(self._seat.where.room, self._seat.person)
        return next((message for message in seen if fits(message)), None)


def label_of(card: Message, typed: str) -> str:
    """Gives the label that was typed, or whose number was. Raises Mistyped with all of them.

    The box of a tick is no key on a keyboard: its words name it.
    """
    for label in card.choices:
        if _named(label) == _named(typed):
            return label
    number = number_in(typed)
    if number is not None and 1 <= number <= len(card.choices):
        return card.choices[number - 1]
    offered = ", ".join(f"[{at}] {label}" for at, label in enumerate(card.choices, 1))
    if not offered:
        raise Mistyped(lambda say: say.offers_nothing)
    raise Mistyped(lambda say: say.offers.format(labels=offered))


def _named(label: str) -> str:
    return normalized(label.lstrip(_BOXES))
