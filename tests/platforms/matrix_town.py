"""People who write to the bot in encrypted rooms, whatever happens to it and the homeserver."""

import asyncio
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass, field

from aiohttp import ClientError
from nio import RoomSendResponse

from tests.platforms.matrix_people import PASSWORD, Person
from tests.platforms.synapse import Synapse

SHARED = 2
TOGETHER_S = 1.7  # what one person says within 1.5 s is answered by one reply
PATIENCE_S = 150
AGAIN_S = 2.0


@dataclass
class Lane:
    """One person in one room: messages there are told apart by time."""

    person: Person
    room: str
    is_direct: bool


@dataclass
class Town:
    """People, each in a direct room and in the shared ones. What they said is counted."""

    hs: Synapse
    bot: str
    names: tuple[str, ...]
    people: list[Person] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)  # number of what is for the bot, by event
    _count: int = 0
    locks: dict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    async def settle(self, *, encrypted: bool = True, shared: int = SHARED) -> None:
        """Makes the people and their rooms; the bot serves already and joins."""
        for name in self.names:
            await self.hs.register(name, PASSWORD)
            person = Person(name, self.hs.url, self.bot)
            await person.begin()
            self.people.append(person)
        for person in self.people:
            room = await person.make_room(is_direct=True, encrypted=encrypted)
            await person.until_joined(room)
            self.lanes.append(Lane(person, room, is_direct=True))
        for _ in range(shared):
            await self._share(encrypted=encrypted)

    async def _share(self, *, encrypted: bool) -> None:
        first, *others = self.people
        users = [one.user for one in others]
        room = await first.make_room(*users, encrypted=encrypted)
        await self.catch_up()
        for person in self.people:
            await person.until_joined(room)
            self.lanes.append(Lane(person, room, is_direct=False))

    async def close(self) -> None:
        """Signs nobody out: lets go of connections."""
        for person in self.people:
            await person.close()

    async def catch_up(self) -> None:
        """Everybody reads what is there."""
        for person in self.people:
            await person.catch_up()

    async def say(self, lane: Lane) -> str:
        """Says something that is for the bot, with a number of its own, until it is taken."""
        number, self._count = f"n{self._count}", self._count + 1
        text = f"{'' if lane.is_direct else 'Attune: '}about {number}"
        self.said[await self._surely(lane, text)] = number
        return number

    async def chat(self, lane: Lane, text: str) -> None:
        """Says something that is not for the bot."""
        await self._surely(lane, text)

    async def talk(self, lane: Lane, times: int) -> None:
        """Says so many things in one lane, far enough apart to be answered one by one."""
        for _ in range(times):
            await self.say(lane)
            await asyncio.sleep(TOGETHER_S)

    async def _surely(self, lane: Lane, text: str) -> str:
        content = {"msgtype": "m.text", "body": text}
        number = f"{lane.person.name}-{lane.room}-{text}"
        async with self.locks[lane.person.name]:
            async with asyncio.timeout(PATIENCE_S):
                while (event := await _sent(lane, content, number)) is None:
                    await asyncio.sleep(0.3)
        return event

    async def answered(
        self, patience_s: float = PATIENCE_S, again_s: float = AGAIN_S
    ) -> Counter[str]:
        """Waits until all is answered, or nothing new comes for so long; counts the answers."""
        quiet, found = 0.0, self._answers()
        while quiet < patience_s and set(self.said.values()) - set(found):
            await asyncio.sleep(0.5)
            await self.catch_up()
            quiet, found = quiet + 0.5 if found == self._answers() else 0.0, self._answers()
        await asyncio.sleep(again_s)  # for what would be said twice
        await self.catch_up()
        return self._answers()

    def _answers(self) -> Counter[str]:
        """Counts the bot's answers that stand under each message, by its number.

        A placeholder that stood for a minute goes once the words are said anew: it is none.
        """
        shown = (one for who in self.people for one in who.shown.values() if not one.is_gone)
        every = {one.event: one for one in shown}
        found = (self.said.get(one.reply_to or "", "") for one in every.values())
        return Counter(number for number in found if number)


async def _sent(lane: Lane, content: dict[str, str], number: str) -> str | None:
    with suppress(ClientError, asyncio.TimeoutError, OSError):
        sent = await lane.person.client.room_send(
            lane.room, "m.room.message", content, tx_id=number, ignore_unverified_devices=True
        )
        return str(sent.event_id) if isinstance(sent, RoomSendResponse) else None
    return None
