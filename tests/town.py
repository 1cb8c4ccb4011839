"""A small town in memory: two spaces with an admin each, three people, and a model that tells all.

Its model repeats whatever it is shown, so that what stands in a prompt of somebody's is seen.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, TypeVar

from bot.commands import command_in
from bot.engine.parts import Parts
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reply_inputs import Manner
from bot.engine.shell import Engine
from bot.events import ChoiceMade, CommandGiven, Event, MessageSeen, Outcome
from bot.ids import EventId, MessageId, PersonId, RoomId, Scope, SpaceId, Where
from bot.levels import Level
from bot.records import Owner, PersonRow, Row, ScopeRow, SpaceRow
from bot.snapshot import Guards
from bot.words import Prompt
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat, Posted
from tests.fakes import FakeStore, FakeVault
from tests.play import ScriptedModel
from tests.scene import HOUSE

R = TypeVar("R", bound=Row)
BOSS, FARMER = PersonId("p:boss"), PersonId("p:farmer")
ADA, EVE, KIM = PersonId("p:ada"), PersonId("p:eve"), PersonId("p:kim")
PEOPLE: Final = (ADA, EVE, KIM, BOSS, FARMER)
HOUSE_SPACE, BARN = SpaceId("house"), SpaceId("barn")
ADMINS: Final = {HOUSE_SPACE: BOSS, BARN: FARMER}
ROOMS: Final = {
    RoomId("lounge"): HOUSE_SPACE,
    RoomId("attic"): HOUSE_SPACE,
    RoomId("stall"): BARN,
}


@dataclass
class Town:
    """An engine over fakes, into which anybody's events are put, real ones and forged."""

    clock: SetClock = field(default_factory=SetClock)
    asked: list[Prompt] = field(default_factory=list)
    count: int = 0
    admins: dict[SpaceId, PersonId] = field(default_factory=lambda: dict(ADMINS))

    def __post_init__(self) -> None:
        self.vault, self.chat = FakeVault(), FakeChat(lambda: self.clock.at)
        self.store, self.names = FakeStore(self.vault), Pseudonyms(self.vault)
        self.model = ScriptedModel(self._tells_all)
        parts = Parts(self.chat, (self.model,), self.store, self.vault, self.clock)
        house = replace(HOUSE, guards=Guards(messages_a_minute=10_000))
        self.core = Engine(parts, house, Manner())

    def _tells_all(self, prompt: Prompt) -> list[str]:
        self.asked.append(prompt)
        return [f"{line.text} " for line in prompt.lines]

    def where(self, who: PersonId, room: str) -> Where:
        """Gives where somebody speaks: a shared room of a space, or their own direct message."""
        space = ROOMS.get(RoomId(room))
        if space is None:
            own = f"dm:{who}"
            return Where(RoomId(own), SpaceId(own), is_direct=True)
        return Where(RoomId(room), space, is_direct=False, by_admin=self.admins.get(space) == who)

    async def says(self, who: PersonId, room: str, text: str) -> None:
        """Lets somebody say something to the bot, a command too."""
        where = self.where(who, room)
        if text.startswith("attune"):
            await self._hears(CommandGiven(*self._new(who, where), command_in(text), text))
            return
        message = self.chat.hear(where.room, who, text)
        await self._hears(MessageSeen(*self._new(who, where), message, text))

    async def taps(self, who: PersonId, room: str, message: MessageId, label: str) -> None:
        """Lets somebody tap a label on a message of the bot's, whosever it is."""
        where = self.where(who, room)
        await self._hears(ChoiceMade(*self._new(who, where), message, label))

    def _new(self, who: PersonId, where: Where) -> tuple[EventId, datetime, PersonId, Where]:
        self.count += 1
        return EventId(f"e{self.count}"), self.clock.at, who, where

    async def _hears(self, event: Event) -> None:
        assert await self.core.handle(event) is Outcome.DECIDED
        await self.core.settled()

    def posts(self) -> tuple[Posted, ...]:
        """Gives every message of the bot's that stands in any room."""
        rooms = (*ROOMS, *(RoomId(f"dm:{one}") for one in PEOPLE))
        return tuple(one for room in rooms for one in self.chat.posts(room) if one.by is None)

    def of(self, who: PersonId) -> tuple[Posted, ...]:
        """Gives what one person alone may read of the bot's."""
        own = RoomId(f"dm:{who}")
        return tuple(one for one in self.posts() if who == one.to or one.room == own)

    def read_by(self, who: PersonId) -> str:
        """Gives the words of that."""
        return "\n".join(one.text for one in self.of(who))

    def kept(self, kind: type[R], owner: Owner) -> tuple[R, ...]:
        """Gives what is kept of an owner, of one kind."""
        every = (row for row, _ in self.store.kept.rows.values())
        return tuple(row for row in every if isinstance(row, kind) and row.owner == owner)

    def ceiling(self, space: SpaceId) -> Level:
        """Gives the deepest level that is kept of a space, or what holds where none is."""
        row = next(iter(self.kept(SpaceRow, self.names.space(space))), None)
        if row is not None and row.ceiling is not None:
            return Level(row.ceiling)
        return Level.WARM if space in ADMINS else Level.ONGOING

    def agreed(self, who: PersonId, space: SpaceId) -> Level:
        """Gives how deep somebody's yes in a space goes."""
        row = next(iter(self.kept(ScopeRow, self.names.scope(Scope(space, who)))), None)
        holds = row is not None and row.state in ("given", "renewed")
        return Level(row.level) if row is not None and holds else Level.PLAIN

    def is_under_18(self, who: PersonId) -> bool:
        """Whether somebody is known as under 18."""
        return any(row.under_18 for row in self.kept(PersonRow, self.names.person(who)))

    async def close(self) -> None:
        """Ends the town."""
        await self.core.close()
