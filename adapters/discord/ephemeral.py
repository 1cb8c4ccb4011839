"""What one person alone sees: answers to an interaction, for as long as its token lives."""

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
    """By which a person who did something may be answered alone."""

    app: str
    value: str = field(repr=False)
    at: datetime

    @property
    def path(self) -> str:
        """Where it is answered."""
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
        """Takes up the token of what a person just did, under a message of their own perhaps."""
        self._tokens[room, person] = token
        if message is not None:
            self._of[message] = token

    def expects(self, token: Token) -> None:
        """Takes note that Discord shows that an answer is coming, until one is there."""
        self._waiting.add(token.value)

    def is_answered(self, token: Token) -> None:
        """Takes note that there is one."""
        self._waiting.discard(token.value)

    def is_lost(self, room: RoomId, person: PersonId) -> None:
        """Takes note that Discord knows their token no more."""
        self._tokens.pop((room, person), None)

    def forget(self, person: PersonId, until: datetime) -> None:
        """Forgets how a person could be answered alone for what they did up to a time."""
        for place, token in tuple(self._tokens.items()):
            if place[1] == person and token.at <= until and token.value not in self._waiting:
                del self._tokens[place]

    def may(self, room: RoomId, person: PersonId) -> bool:
        """Whether a person can be answered alone there."""
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
        """Says it; the first time by an edit, which is not done twice where its answer is lost."""
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
        """Whether a message is one that only one person sees."""
        return message in self._of

    async def edit(self, message: MessageId, body: JSON) -> None:
        """Changes such a message."""
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
