"""Ephemeral messages: answers to an interaction that one person sees, while its token is valid."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from adapters.discord.api import Api, DiscordRefused
from adapters.discord.cards import edited, is_card
from adapters.discord.components import Under
from bot.bounded import BoundedMap, BoundedSet
from bot.errors import PlatformError
from bot.ids import MessageId, PersonId, RoomId
from bot.ports import Clock

JSON = dict[str, Any]
EPHEMERAL = 64
LASTS = timedelta(minutes=14)  # Discord takes a token for fifteen
MOST = 2000  # tokens and messages that are remembered


@dataclass(frozen=True, slots=True)
class Token:
    """The token of an interaction, by which its person can be answered alone."""

    app: str
    value: str = field(repr=False)
    at: datetime

    @property
    def path(self) -> str:
        """The path of the requests that answer the interaction."""
        return f"/webhooks/{self.app}/{self.value}"


@dataclass(frozen=True, slots=True)
class Alone:
    """An ephemeral message: who sees it, the token that can change it, and what stands in it.

    Args:
        id: its own id: what is said of another message may stand in this one.
        stands: of a card its flags, and its components as far as they are still known; else {}.
    """

    id: MessageId
    person: PersonId
    token: Token
    stands: JSON = field(repr=False)


class EphemeralAnswers:
    """The newest token of each person in each room, and which message needs which token."""

    def __init__(self, api: Api, clock: Clock) -> None:
        self._api, self._clock = api, clock
        self._tokens = BoundedMap[tuple[RoomId, PersonId], Token](MOST)
        self._of = BoundedMap[MessageId, Alone](MOST)
        self._waiting = BoundedSet[str](MOST)  # tokens whose first answer is still to come

    def begin(self, room: RoomId, person: PersonId, token: Token, message: JSON | None) -> None:
        """Takes the token of a person's latest interaction, and the message it came from."""
        self._tokens[room, person] = token
        if message is not None:
            self._keep(Alone(MessageId(str(message["id"])), person, token, _of_a_card(message)))

    def stands_for(self, message: MessageId, other: MessageId) -> None:
        """Records that what another message offers stands in an ephemeral one, and changes there.

        The other message only tells everybody that there is something for one person.
        """
        if message in self._of:
            self._of[other] = self._of[message]

    def _keep(self, one: Alone) -> None:
        self._of[one.id] = one

    def expects(self, token: Token) -> None:
        """Records that Discord shows "thinking" until the interaction is answered."""
        self._waiting.add(token.value)

    def is_answered(self, token: Token) -> None:
        """Records that an interaction was answered."""
        self._waiting.discard(token.value)

    def is_lost(self, room: RoomId, person: PersonId) -> None:
        """Records that Discord no longer accepts a person's token."""
        self._tokens.pop((room, person), None)

    def forget(self, person: PersonId, until: datetime) -> None:
        """Forgets the tokens of what a person did up to a time, and what they were told."""
        for place, token in tuple(self._tokens.items()):
            if place[1] == person and token.at <= until and token.value not in self._waiting:
                del self._tokens[place]
        theirs = [(name, one) for name, one in self._of.items() if one.person == person]
        for name, one in theirs:
            self._of[name] = replace(one, stands=_without_words(one.stands))

    def may(self, room: RoomId, person: PersonId) -> bool:
        """Returns whether a person can be answered alone in a room."""
        return self._live(self._tokens.get((room, person))) is not None

    async def say(self, room: RoomId, person: PersonId, body: JSON) -> MessageId:
        """Says something to one person alone."""
        token = self._live(self._tokens.get((room, person)))
        if token is None:
            raise PlatformError("There is no way to say that to them alone now.")
        said = MessageId(str((await self._made(token, body))["id"]))
        self._keep(Alone(said, person, token, _of_a_card(body)))
        return said

    async def _made(self, token: Token, body: JSON) -> JSON:
        """Sends a message; the first edits the deferred answer, so that a retry is idempotent."""
        if token.value not in self._waiting:
            more = {**body, "flags": EPHEMERAL | int(body.get("flags") or 0)}
            made: JSON = await self._api.ask("POST", token.path, more, wait="true")
            return made
        self.is_answered(token)
        try:
            made = await self._api.ask("PATCH", f"{token.path}/messages/@original", body)
        except PlatformError:
            self.expects(token)
            raise
        return made

    def knows(self, message: MessageId) -> bool:
        """Returns whether a message is one of these ephemeral messages."""
        return message in self._of

    # Whether a message is a card, which it then stays, and what stands in it: whoever taps brings
    # the message along, and what was said here is known from that. So nothing is asked of Discord
    # before an edit. Only once a person had it forgotten what they were told, a card whose words
    # are to stay is read once, by the same token. Every message in `_of` came by one of these two
    # ways, so none is taken for talk that is a card.
    async def edit(self, message: MessageId, text: str | None, under: Under) -> None:
        """Replaces the words of an ephemeral message, unless None, and what can be tapped."""
        one = self._of.get(message)
        if one is None or self._live(one.token) is None:
            raise PlatformError("That can be changed no more.")
        path, stands = f"{one.token.path}/messages/{one.id}", one.stands
        if text is None and is_card(stands) and "components" not in stands:
            stands = await self._api.ask("GET", path)
        body = edited(stands, text, under)
        await self._api.ask("PATCH", path, body)
        self._of[message] = self._of[one.id] = replace(one, stands=_of_a_card(body))

    async def delete(self, message: MessageId) -> None:
        """Takes such a message away."""
        one = self._of.get(message)
        if one is not None and self._live(one.token) is not None:
            try:
                await self._api.ask("DELETE", f"{one.token.path}/messages/{one.id}")
            except DiscordRefused as refused:
                if refused.status != 404:
                    raise

    async def end(self, token: Token) -> None:
        """Takes the sign away that an answer is coming, where none came."""
        if token.value in self._waiting:
            self._waiting.discard(token.value)
            await self._api.ask("DELETE", f"{token.path}/messages/@original")

    def _live(self, token: Token | None) -> Token | None:
        is_live = token is not None and self._clock.now() - token.at < LASTS
        return token if is_live else None


def _of_a_card(message: JSON) -> JSON:
    """Gives what is remembered of a message: of talk nothing."""
    if not is_card(message):
        return {}
    return {"flags": message["flags"], "components": message.get("components")}


def _without_words(stands: JSON) -> JSON:
    return {"flags": stands["flags"]} if stands else {}
