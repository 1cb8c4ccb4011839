"""Interactions: three seconds to acknowledge, once; follow-ups for fifteen minutes; ephemeral."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.platforms.discord_server.layout import changed
from tests.platforms.discord_server.world import EPHEMERAL, Message, World

JSON = dict[str, Any]
Refusal = tuple[int, int, str]
DEADLINE = timedelta(seconds=3)
LASTS = timedelta(minutes=15)
MOST_AS_GUEST = 5
PONG, SAY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9


@dataclass
class Interaction:
    """One interaction of a person."""

    id: str
    token: str
    person: str
    channel: str
    at: datetime
    message: Message | None = None  # under which a button was pressed
    kind: int = 0  # how it was acknowledged
    acknowledged_at: datetime | None = None
    original: Message | None = None
    data: JSON = field(default_factory=dict)  # of the acknowledgement: a modal, choices
    is_private: bool = False
    is_guest: bool = False  # it was done where the bot is no member
    follow_ups: int = 0
    answered: list[Message] = field(default_factory=list)


class Interactions:
    """All of them, by token."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.every: dict[str, Interaction] = {}
        self.refused: list[int] = []  # codes of refusals: there should be none

    def begin(self, one: Interaction) -> None:
        """Takes note of an interaction that is about to be told."""
        self.every[one.token] = one

    def lives(self, token: str) -> bool:
        """Whether follow-ups are still taken."""
        one = self.every.get(token)
        return one is not None and self.world.clock.now() - one.at < LASTS

    def acknowledge(self, key: str, token: str, body: JSON) -> Refusal | None:
        """Takes an acknowledgement; gives why it is refused, or None."""
        one = self.every.get(token)
        now = self.world.clock.now()
        if one is None or one.id != key or now - one.at > DEADLINE:
            self.refused.append(10062)
            return 404, 10062, "Unknown interaction"
        if one.kind:
            self.refused.append(40060)
            return 400, 40060, "Interaction has already been acknowledged."
        one.kind, one.acknowledged_at = body["type"], now
        one.data = body.get("data") or {}
        one.is_private = bool(one.data.get("flags", 0) & EPHEMERAL)
        if one.kind == SAY:
            one.original = self._made(one, one.data)
        if one.kind == UPDATE and one.message is not None:
            self._change(one.message, one.data)
        if one.kind in (DEFER_UPDATE, UPDATE):
            one.original = one.message
        return None

    def before(self, token: str, body: JSON) -> JSON | None:
        """Gives the message that an acknowledgement changes, {} if it says one, None if neither."""
        one = self.every.get(token)
        if body.get("type") == UPDATE and one is not None and one.message is not None:
            return one.message.payload
        return {} if body.get("type") == SAY else None

    def updated(self, token: str) -> Message | None:
        """Gives the message that an acknowledgement changed at once."""
        one = self.every[token]
        return one.message if one.kind == UPDATE else None

    def follow(self, token: str, body: JSON) -> Message | None:
        """Makes a follow-up; the first after a deferral takes its place. None: one too many."""
        one = self.every[token]
        one.follow_ups += 1
        if one.is_guest and one.follow_ups > MOST_AS_GUEST:
            self.refused.append(40094)
            return None
        if one.kind == DEFER and one.original is None:
            one.original = self._made(one, {**body, "flags": EPHEMERAL * one.is_private})
            return one.original
        return self._made(one, body)

    def message(self, token: str, key: str) -> Message | None:
        """Gives what a follow-up's token may change."""
        one = self.every[token]
        if key == "@original":
            if one.kind == DEFER and one.original is None:
                one.original = self._made(one, {"content": "", "flags": EPHEMERAL * one.is_private})
            found = one.original
        else:
            mine = (*one.answered, *((one.message,) if one.message else ()))
            found = next((each for each in mine if each.id == key), None)
        return found if found is not None and not found.is_gone else None

    def shown(self, token: str, message: Message) -> None:
        """Takes note that a message of the interaction has words now."""
        one = self.every[token]
        if message not in one.answered and message is not one.message:
            one.answered.append(message)

    def _made(self, one: Interaction, body: JSON) -> Message:
        from tests.platforms.discord_server.world import BOT

        made = self.world.message(one.channel, BOT, body.get("content") or "")
        made.payload |= {"components": body.get("components", []), "flags": body.get("flags", 0),
                         "webhook_id": BOT, "mentions": []}  # fmt: skip
        made.only_for = one.person if body.get("flags", 0) & EPHEMERAL else None
        one.answered.append(made)
        return made

    def _change(self, message: Message, body: JSON) -> None:
        message.edits += 1
        changed(message.payload, body)
