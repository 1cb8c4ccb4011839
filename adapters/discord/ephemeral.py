"""Ephemeral messages: answers to an interaction that one person sees, while its token is valid."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from adapters.discord.api import Api, DiscordRefused
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


class EphemeralAnswers:
    """The newest token of each person in each room, and which message needs which token."""

    def __init__(self, api: Api, clock: Clock) -> None:
        self._api, self._clock = api, clock
        self._tokens = BoundedMap[tuple[RoomId, PersonId], Token](MOST)
        self._of = BoundedMap[MessageId, Token](MOST)
        self._waiting = BoundedSet[str](MOST)  # tokens whose first answer is still to come

    def begin(
        self, room: RoomId, person: PersonId, token: Token, message: MessageId | None
    ) -> None:
        """Takes the token of a person's latest interaction, and the message it came from."""
        self._tokens[room, person] = token
        if message is not None:
            self._of[message] = token

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
        """Forgets the tokens of what a person did up to a time."""
        for place, token in tuple(self._tokens.items()):
            if place[1] == person and token.at <= until and token.value not in self._waiting:
                del self._tokens[place]

    def may(self, room: RoomId, person: PersonId) -> bool:
        """Returns whether a person can be answered alone in a room."""
        return self._live(self._tokens.get((room, person))) is not None

    async def say(self, room: RoomId, person: PersonId, body: JSON) -> MessageId:
        """Says something to one person alone."""
        token = self._live(self._tokens.get((room, person)))
        if token is None:
            raise PlatformError("There is no way to say that to them alone now.")
        said = MessageId(str((await self._made(token, body))["id"]))
        self._of[said] = token
        return said

    async def _made(self, token: Token, body: JSON) -> JSON:
        """Sends a message; the first edits the deferred answer, so that a retry is idempotent."""
        if token.value not in self._waiting:
            more = {**body, "flags": EPHEMERAL}
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

    async def edit(self, message: MessageId, body: JSON) -> None:
        """Edits an ephemeral message."""
        token = self._live(self._of.get(message))
        if token is None:
            raise PlatformError("That can be changed no more.")
        await self._api.ask("PATCH", f"{token.path}/messages/{message}", body)

    async def delete(self, message: MessageId) -> None:
        """Takes such a message away."""
        token = self._live(self._of.get(message))
        if token is not None:
            try:
                await self._api.ask("DELETE", f"{token.path}/messages/{message}")
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
