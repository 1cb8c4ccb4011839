"""`/attune ask` and its answers: an exchange that one person sees, while its token is valid.

It works without membership, in group direct messages too. Discord does not show such messages
again, so the exchange is held in memory while its messages can be edited.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from adapters.discord import ids
from adapters.discord.api import Api
from adapters.discord.bodies import offered, shown
from adapters.discord.capabilities import capabilities
from adapters.discord.cards import IS_CARD, edited
from adapters.discord.components import ASIDE
from adapters.discord.ephemeral import EPHEMERAL, LASTS, EphemeralAnswers, Token
from adapters.discord.history import Me
from adapters.discord.sentences import own_button
from bot.bounded import BoundedMap, BoundedSet
from bot.errors import MessageFixed, PlatformError
from bot.ids import MessageId, PersonId, RoomId, SendKey, Where
from bot.ports import Clock
from bot.strings import Strings
from bot.words import Edit, Outgoing, Said

JSON = dict[str, Any]
MOST = 500
MOST_SAID = 100  # messages of one exchange
MOST_FOLLOW_UPS = 5  # Discord's limit where the bot is a guest


def where_asked(room: RoomId, user: str, inside: Where | None = None) -> Where:
    """Gives where a private ask happens: in a space without an admin or another person.

    Args:
        inside: where in a server it is read, whose settings bound it; None: the bot is a guest.
    """
    own = Where(room, ids.aside_space(user), is_direct=True, can=capabilities(room))
    if inside is None or inside.is_direct:
        return own
    rooms, roles, since = (inside.room, *inside.within), inside.roles, inside.since
    return replace(own, within=rooms, above=(inside.space,), roles=roles, since=since)


@dataclass
class PrivateAsk:
    """One private ask: a question and its answers."""

    person: PersonId
    asked: MessageId
    text: str = field(repr=False)
    at: datetime
    token: Token  # of the newest thing that its person did
    tokens: BoundedMap[MessageId, Token] = field(  # by which each can be changed
        default_factory=lambda: BoundedMap(MOST_SAID)
    )
    said: BoundedMap[MessageId, str] = field(
        default_factory=lambda: BoundedMap(MOST_SAID), repr=False
    )
    cards: BoundedSet[MessageId] = field(default_factory=lambda: BoundedSet(MOST_SAID))
    sent: BoundedMap[SendKey, MessageId] = field(default_factory=lambda: BoundedMap(MOST_SAID))
    follow_ups: int = 0
    language: str = ""  # of its person, as a code: what was said last is in it


@dataclass
class PrivateAsks:
    """All private asks in memory; the oldest is dropped first (LRU)."""

    api: Api
    whispers: EphemeralAnswers
    clock: Clock
    strings: Strings = field(repr=False)
    me: Me = field(default_factory=Me)
    _open: BoundedMap[RoomId, PrivateAsk] = field(default_factory=lambda: BoundedMap(MOST))
    _of: BoundedMap[MessageId, RoomId] = field(
        default_factory=lambda: BoundedMap(MOST * MOST_FOLLOW_UPS)
    )

    def begin(self, room: RoomId, one: PrivateAsk) -> None:
        """Adds a private ask."""
        self._open[room] = one

    def renew(self, message: MessageId, token: Token, *, pressed: bool) -> RoomId | None:
        """Gives the room of a private ask's message if a new token lets the bot answer again.

        Only the token of a button under a message can edit that message.
        """
        room = self._of.get(message)
        one = self._open.get(room) if room is not None else None
        if one is None:
            return None
        one.token, one.follow_ups = token, 0
        if pressed:
            one.tokens[message] = token
        return room

    def knows(self, room: RoomId) -> bool:
        """Returns whether a room is that of a private ask held here."""
        return room in self._open

    def forget(self, person: PersonId, until: datetime) -> None:
        """Forgets the questions of a person up to a time, and the answers to them."""
        gone = {
            room
            for room, one in self._open.items()
            if one.person == person and one.token.at <= until
        }
        for room in gone:
            del self._open[room]
        for message in [one for one, room in self._of.items() if room in gone]:
            del self._of[message]

    async def say(self, new: Outgoing) -> MessageId:
        """Sends an answer, at most five an ask; the same key again sends nothing (idempotent)."""
        one = self._of_room(new.room)
        if new.key in one.sent:
            return one.sent[new.key]
        self._must_live(one.token)
        if one.follow_ups >= MOST_FOLLOW_UPS:
            raise PlatformError("Discord takes no more messages there.")
        one.follow_ups += 1
        one.language, said = new.language, self.strings.to(new.language)
        body = shown(new, said, own_button(ASIDE, said) if new.is_reply else None)
        body |= {"flags": EPHEMERAL | int(body.get("flags") or 0)}
        made = await self.api.ask("POST", one.token.path, body, wait="true")
        message = one.sent[new.key] = MessageId(str(made["id"]))
        one.said[message], one.tokens[message] = new.text, one.token
        if new.is_card:
            one.cards.add(message)
        self.whispers.is_answered(one.token)
        self._of[message] = new.room
        return message

    async def extend(self, room: RoomId, message: MessageId, text: str) -> None:
        """Replaces an answer by its whole text, in the language it was said in."""
        await self.replace(room, message, Edit(text, language=self._of_room(room).language))

    async def replace(self, room: RoomId, message: MessageId, new: Edit) -> None:
        """Puts other words, or other choices, in the place of an answer."""
        one = self._of_room(room)
        if message not in one.said:
            raise PlatformError("There is no such message.")
        token = self._must_live(one.tokens[message])
        words, is_card = one.said[message] if new.text is None else new.text, message in one.cards
        words = self.me.linked(words) if is_card else words
        one.language, said = new.language, self.strings.to(new.language)
        extra = None if new.choices or is_card else own_button(ASIDE, said)
        stands = {"flags": IS_CARD if is_card else 0}
        body = edited(stands, words, offered(new, said, extra))
        await self.api.ask("PATCH", f"{token.path}/messages/{message}", body)
        one.said[message] = words

    async def delete(self, room: RoomId, message: MessageId) -> None:
        """Deletes an answer; deleting it again changes nothing (idempotent)."""
        one = self._of_room(room)
        if one.said.pop(message, None) is not None:
            token = self._must_live(one.tokens[message])
            await self.api.ask("DELETE", f"{token.path}/messages/{message}")

    def history(self, room: RoomId) -> tuple[Said, ...]:
        """Gives the question and its answers."""
        one = self._of_room(room)
        asked = Said(one.asked, one.person, one.at, one.text, None)
        said = (message for message in one.sent.values() if message in one.said)
        return (asked, *(Said(each, None, one.at, one.said[each], one.asked) for each in said))

    def _of_room(self, room: RoomId) -> PrivateAsk:
        one = self._open.get(room)
        if one is None:
            raise PlatformError("That exchange is over.")
        return one

    def _must_live(self, token: Token) -> Token:
        if self.clock.now() - token.at > LASTS:
            raise MessageFixed("That can be changed no more.")
        return token
