"""A history comes from what sync delivered, and is what the homeserver itself would give."""

import asyncio
import itertools
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.matrix import ids
from adapters.matrix.heard import HeardEvents
from adapters.matrix.history import History
from bot.clock import SystemClock
from bot.ids import MessageId, SendKey
from bot.words import Edit, Outgoing
from tests.platforms.matrix_driver import PLAIN_IN_PROOF, MatrixDriver
from tests.platforms.matrix_people import PASSWORD
from tests.platforms.synapse import HERE, Synapse

pytestmark = HERE
STEPS = 25
_numbers = itertools.count(7000)


@asynccontextmanager
async def driver(
    hs: Synapse, folder: Path, kind: str, *, answers: bool
) -> AsyncIterator[MatrixDriver]:
    suffix = f"mem{next(_numbers)}"
    one = MatrixDriver(hs, folder, kind == "encrypted", answers=answers, suffix=suffix)
    await hs.register(f"attune{one.suffix}", PASSWORD)
    await one.start()
    yield one
    await one.close()


def reads(d: MatrixDriver) -> list[str]:
    """Notes from now on which messages the bot asks its homeserver for."""
    found, raw = list[str](), d.matrix.home.raw

    async def noting(method: str, path: str, body: object = None, seconds: float = 30.0) -> Any:
        if method == "GET" and ("/messages" in path or "/event/" in path):
            found.append(path)
        return await raw(method, path, body, seconds)

    d.matrix.home.raw = noting  # type: ignore[method-assign]
    return found


async def asked(d: MatrixDriver, text: str) -> int:
    """Says something in private, and gives how often was read before the model was asked."""
    d.model.gates[0], d.model.reached = asyncio.Event(), asyncio.Event()
    found = reads(d)
    await d.people["ada"].say(await d.room("ada", "dm"), text)
    await asyncio.wait_for(d.model.reached.wait(), 60)
    count = len(found)
    d.model.gates[0].set()
    await d.settle()
    return count


@pytest.mark.parametrize("kind", PLAIN_IN_PROOF)
async def test_a_later_message_reads_nothing_before_the_model_and_what_is_erased_is_gone(
    hs: Synapse, tmp_path: Path, kind: str
) -> None:
    async with driver(hs, tmp_path, kind, answers=True) as d:
        await d.say("hello")
        await d.choose("Yes", (await d.command("on"))[-1].id)
        await d.say("the heron sleeps")
        assert await asked(d, "what sleeps?") == 0
        assert any("the heron sleeps" in line.text for line in d.model.prompts[-1].lines)
        room, heard = await d.room("ada", "dm"), d.matrix.heard
        assert heard._rooms.messages(room)
        await d.command("off")
        assert d.people["ada"].user not in {one.author for one in heard._rooms.messages(room)}


class Life:
    """What happens at random in a room, and both answers to what was said there."""

    def __init__(self, d: MatrixDriver, room: str, seed: int) -> None:
        self.d, self.room, self.random = d, room, random.Random(seed)
        self.keys, self.began = itertools.count(), SystemClock().now()
        past, rooms = d.matrix.chat._past, d.matrix.rooms
        deaf = HeardEvents(d.clock.now, lambda: 1e9)
        self.heard, self.asking = past, History(past.home, d.matrix.me, rooms, deaf)
        self.people, self.own = dict[str, str](), list[str]()  # what they said, and by whom
        self.steps: tuple[Callable[[], Awaitable[object]], ...] = (
            *(self.speaks,) * 4, *(self.answers,) * 3, self.talks_aside, self.edits, self.grows,
            self.takes_back, self.deletes, self.is_unheard,
        )  # fmt: skip

    def some(self, every: list[str]) -> str | None:
        return self.random.choice(every[-8:]) if every else None

    async def speaks(self, prefix: str = "Attune: ") -> str:
        by = self.random.choice(("ada", "eve"))
        about = self.some([*self.people, *self.own]) if self.random.random() < 0.4 else None
        who = self.d.people[by]
        event = await who.say(self.room, f"{prefix}n{next(self.keys)}", about)
        self.people[event] = by
        return event

    async def talks_aside(self) -> None:
        await self.speaks("")

    async def answers(self) -> None:
        about = self.some(list(self.people))
        room, number = ids.Address(self.room).id, next(self.keys)
        answered = MessageId(about) if about else None
        new = Outgoing(SendKey(f"{room}:{number}"), room, f"a{number}", reply_to=answered)
        self.own.append(await self.d.matrix.chat.say(new))

    async def edits(self) -> None:
        found = self.some(list(self.people))
        if found is not None:
            who = self.d.people[self.people[found]]
            await who.edit(self.room, found, f"Attune: e{next(self.keys)}")

    async def grows(self) -> None:
        found = self.some(self.own)
        if found is not None:
            room = ids.Address(self.room).id
            text = f"g{next(self.keys)}"
            await self.d.matrix.chat.replace(room, MessageId(found), Edit(text))

    async def takes_back(self) -> None:
        found = self.some(list(self.people))
        if found is not None:
            await self.d.people[self.people.pop(found)].take_back(self.room, found)

    async def deletes(self) -> None:
        if self.own:
            found = self.own.pop(self.random.randrange(len(self.own)))
            await self.d.matrix.chat.delete(ids.Address(self.room).id, MessageId(found))

    async def is_unheard(self) -> None:
        person = ids.person(self.d.people[self.random.choice(("ada", "eve"))].user)
        self.d.matrix.chat.unhear(person, None)

    async def agrees(self) -> bool:
        """Compares both answers, and gives whether the first came from memory."""
        last = await self.speaks()
        await self.d._handled(last)
        found = self.some([*self.people])
        assert found is not None
        since = self.random.choice((self.began, SystemClock().now() - timedelta(seconds=1)))
        place, memory = ids.Address(self.room), self.d.matrix.heard
        is_held = memory.newest_first(self.room, found, since) is not None
        heard = await self.heard.upto(place, found, since)
        assert heard == await self.asking.upto(place, found, since)
        return is_held


@pytest.mark.parametrize("kind", PLAIN_IN_PROOF)
async def test_memory_and_the_homeserver_give_the_same_whatever_happened(
    hs: Synapse, tmp_path: Path, kind: str
) -> None:
    async with driver(hs, tmp_path, kind, answers=False) as d:
        life = Life(d, await d.room("admin", "lobby"), 11)
        held = []
        for _ in range(STEPS):
            await life.random.choice(life.steps)()
            held.append(await life.agrees())
        assert sum(held) > STEPS / 3  # else memory is not what is compared


@pytest.mark.parametrize("kind", PLAIN_IN_PROOF)
async def test_only_what_is_older_than_it_was_heard_is_asked_for(
    hs: Synapse, tmp_path: Path, kind: str
) -> None:
    async with driver(hs, tmp_path, kind, answers=False) as d:
        life = Life(d, await d.room("admin", "lobby"), 12)
        for step in (life.speaks, life.answers, life.talks_aside, life.edits):
            await step()
        await d._handled(await life.speaks())
        life.d.matrix.heard.let_go(life.room)
        last = await life.speaks()
        await d._handled(last)
        found = reads(d)
        place = ids.Address(life.room)
        heard = await life.heard.upto(place, last, life.began)
        assert [("from=" in path, "/messages" in path) for path in found] == [(True, True)]
        assert await life.heard.upto(place, last, life.began) == heard
        assert len(found) == 1
        assert heard == await life.asking.upto(place, last, life.began)
