"""A history comes from what the gateway delivered, and is what Discord itself would give."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord import ids
from adapters.discord.components import PRIVATE
from adapters.discord.heard import HeardChannels
from adapters.discord.history import History
from adapters.discord.pages import Pages
from adapters.kit import heard as kit
from bot.ids import MessageId, RoomId, SendKey
from bot.words import Edit, Outgoing, Said
from tests.deaf_line import DeafLine
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, reply_in
from tests.platforms.discord_server.server import DiscordServer
from tests.platforms.discord_server.world import BOT, HISTORY, Message

STEPS = 60


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


async def asked(d: DiscordDriver, text: str, room: str) -> list[tuple[str, str]]:
    """Says something, and gives what was read from Discord before the model was asked."""
    before, gate = len(d.model.prompts), asyncio.Event()
    d.model.gates[0], d.model.reached = gate, asyncio.Event()
    d.server.rest.asked.clear()
    await d._say(text, "ada", room)
    await asyncio.wait_for(d.model.reached.wait(), 20)
    assert len(d.model.prompts) == before + 1
    found = [one for one in d.server.rest.asked if one[0] == "GET"]
    gate.set()
    await d.settle()
    return found


@pytest.mark.parametrize("room", ["lobby", "dm"])
async def test_a_later_message_asks_discord_for_nothing_before_the_model(
    d: DiscordDriver, room: str
) -> None:
    await d.say("hello", room=room)
    await d.say("the heron sleeps", room=room)
    d.server.world.clock.by += timedelta(minutes=2)
    assert await asked(d, "what sleeps?", room) == []
    if room == "dm":
        await d.choose("Yes", (await d.command("on"))[-1].id)
        await d.say("the heron sleeps")
        assert await asked(d, "what sleeps?", room) == []
        assert any("the heron sleeps" in line.text for line in d.model.prompts[-1].lines)


async def test_the_first_message_in_a_channel_asks_for_nothing_either(d: DiscordDriver) -> None:
    assert await asked(d, "hello", "lobby") == []


async def test_after_a_restart_discord_is_asked_once_for_what_was_before(d: DiscordDriver) -> None:
    await d.say("hello")
    await d.choose("Yes", (await d.command("on"))[-1].id)
    await d.say("the heron sleeps")
    await d.restart()
    await d.settle()
    path = f"/channels/{await d.channel('ada', 'dm')}/messages"
    assert await asked(d, "what sleeps?", "dm") == [("GET", path)]
    assert any("the heron sleeps" in line.text for line in d.model.prompts[-1].lines)
    assert await asked(d, "and the osprey?", "dm") == []


async def in_a_conversation(d: DiscordDriver) -> None:
    """Somebody talks at warm, so that what they said before is read."""
    await d.say("hello")
    await d.choose("Yes", (await d.command("on"))[-1].id)
    await d.say("the heron sleeps")
    assert await asked(d, "what sleeps?", "dm") == []


async def test_what_was_deleted_or_edited_is_read_as_it_stands(d: DiscordDriver) -> None:
    await in_a_conversation(d)
    await d.edit("what wakes?")
    await d.say("the osprey calls")
    await d.delete()
    assert await asked(d, "go on", "dm") == []
    said = "\n".join(line.text for line in d.model.prompts[-1].lines)
    assert "what wakes?" in said
    assert "what sleeps?" not in said
    assert "osprey" not in said


async def test_of_who_erases_is_ignored_or_leaves_nothing_stays_in_memory(
    d: DiscordDriver,
) -> None:
    channel = await d.channel("ada", "dm")
    for words in ("off", "ignore-me", "data erase"):
        if words == "data erase":
            await d.command("ignore-me off")
            d.server.world.clock.by += timedelta(minutes=2)
        await d.say("hello")
        await d.say("the heron sleeps")
        assert d.discord.heard._rooms.messages(channel)
        seen = await d.command(words)
        if words == "data erase":
            await d.choose(seen[-1].choices[0], seen[-1].id)
        told = [one.author for one in d.discord.heard._rooms.messages(channel)]
        assert d.person("ada") not in told, words


async def test_a_session_that_is_lost_and_changed_rights_end_what_is_held(
    d: DiscordDriver,
) -> None:
    where = await d.channel("ada", "lobby")
    await d.say("hello", room="lobby")
    assert await asked(d, "again", "lobby") == []
    assert d.discord.heard._rooms.since(where) is not None
    await d.server.deny(where, 0)
    await d.settle()
    assert d.discord.heard._rooms.since(where) is None
    await d.say("hello", room="lobby")
    await renewed(d)
    assert d.discord.heard._rooms.since(where) is None


async def test_an_exchange_taken_private_before_this_session_is_asked_for(
    d: DiscordDriver,
) -> None:
    reply = await reply_in(d, "the heron sleeps")
    await d.server.press(reply, d.person("ada"), PRIVATE)
    await d.settle()
    await renewed(d)
    path = f"/channels/{await d.channel('ada', 'dm')}/messages"
    assert await asked(d, "what sleeps?", "dm") == [("GET", path)]
    assert any("the heron sleeps" in line.text for line in d.model.prompts[-1].lines)


async def test_a_channel_whose_history_it_may_not_read_is_not_read_from_memory(
    d: DiscordDriver,
) -> None:
    where = await d.channel("ada", "lobby")
    await d.server.deny(where, HISTORY)
    await d.say("hello", room="lobby")
    assert d.discord.heard._rooms.messages(where)
    assert d.discord.heard.before(where, str(2**63)) == []


async def renewed(d: DiscordDriver) -> None:
    """The session ends, and a new one begins."""
    (line,) = d.discord.lines
    before, line.sleep = len(d.server.gateway.identifies), at_once
    await d.server.gateway.tell(9, False)
    async with asyncio.timeout(20):
        while len(d.server.gateway.identifies) == before or not line.is_up:
            await asyncio.sleep(0.005)
    await d.settle_working()


async def resumed(d: DiscordDriver) -> None:
    """The connection is cut, and taken up again."""
    (line,) = d.discord.lines
    before, line.sleep = d.server.gateway.resumes, at_once
    await d.server.gateway.drop()
    async with asyncio.timeout(20):
        while d.server.gateway.resumes == before or not line.is_up:
            await asyncio.sleep(0.005)
    await d.settle_working()


async def at_once(_seconds: float) -> None:
    await asyncio.sleep(0)


# -- the same as Discord's own answer ----------------------------------------------------------


class Life:
    """What happens at random in two rooms, and both answers to what was said there."""

    def __init__(self, d: DiscordDriver, rooms: list[str], seed: int) -> None:
        self.d, self.rooms, self.random = d, rooms, random.Random(seed)
        self.world, self.keys = d.server.world, iter(range(10**6))
        past = d.discord.past
        deaf = HeardChannels(lambda: BOT, d.discord.skew, DeafLine())
        pages = Pages(past.api, deaf, d.discord.client.server_of)
        self.asking = History(pages, past.me, past.attached, past.listening, strings=past.strings)
        self.steps: tuple[Callable[[], Awaitable[None]], ...] = (
            *(self.speaks,) * 5, *(self.answers,) * 4, *(self.talks_aside,) * 2, self.edits,
            self.grows, self.deletes, self.takes_back, self.purges, self.waits, self.waits,
            self.loses, self.returns, self.rights_change, self.is_unheard, self.goes_on,
        )  # fmt: skip

    async def step(self) -> None:
        self.world.clock.by += timedelta(milliseconds=self.random.randint(2, 90_000))
        await self.random.choice(self.steps)()
        await self.d.settle_working()

    def where(self) -> str:
        return self.random.choice(self.rooms)

    def room(self, channel: str) -> RoomId:
        return ids.room(channel, is_direct=self.world.channels[channel].guild is None)

    def some(self, channel: str, *, own: bool | None = None) -> Message | None:
        every = [one for one in self.world.channels[channel].messages.values() if not one.is_gone]
        meant = [one for one in every if own is None or (one.payload["author"]["id"] == BOT) is own]
        lately = [one for one in meant if one.only_for is None and one.payload["type"] in (0, 19)]
        return self.random.choice(lately[-12:]) if lately else None

    async def speaks(self) -> None:
        channel = self.where()
        about = self.some(channel) if self.random.random() < 0.4 else None
        by = self.d.person(self.random.choice(("ada", "eve")))
        is_direct = self.world.channels[channel].guild is None
        text = f"n{next(self.keys)}" if is_direct else f"<@{BOT}> n{next(self.keys)}"
        by = self.d.person("ada") if is_direct else by
        await self.d.server.say(channel, by, text, about.id if about else None)

    async def talks_aside(self) -> None:
        await self.d.server.say(self.rooms[0], self.d.person("eve"), f"n{next(self.keys)}")

    async def answers(self) -> None:
        channel, number = self.where(), next(self.keys)
        about = self.some(channel) if self.random.random() < 0.8 else None
        to = ids.person(self.d.person("ada")) if self.random.random() < 0.1 else None
        new = Outgoing(SendKey(f"k{number}"), self.room(channel), f"a{number}",
                       reply_to=MessageId(about.id) if about else None, to=to)  # fmt: skip
        await self.d.discord.chat.say(new)

    async def goes_on(self) -> None:
        about = self.some(self.rooms[0], own=True)
        if about is not None:
            number, room = next(self.keys), self.room(self.rooms[0])
            new = Outgoing(SendKey(f"k{number}"), room, f"c{number}",
                           carries_on=MessageId(about.id))  # fmt: skip
            await self.d.discord.chat.say(new)

    async def edits(self) -> None:
        found = self.some(self.where(), own=False)
        if found is not None:
            await self.d.server.edit(found, f"{found.payload['content']} e{next(self.keys)}")

    async def grows(self) -> None:
        channel = self.where()
        found = self.some(channel, own=True)
        if found is not None:
            text = f"{found.payload['content']} g{next(self.keys)}"
            await self.d.discord.chat.replace(self.room(channel), MessageId(found.id), Edit(text))

    async def deletes(self) -> None:
        found = self.some(self.where(), own=False)
        if found is not None:
            await self.d.server.delete(found)

    async def takes_back(self) -> None:
        channel = self.where()
        found = self.some(channel, own=True)
        if found is not None:
            await self.d.discord.chat.delete(self.room(channel), MessageId(found.id))

    async def purges(self) -> None:
        found = self.some(self.rooms[0])
        if found is not None:
            await self.d.server.purge(self.rooms[0], [found])

    async def waits(self) -> None:
        self.world.clock.by += timedelta(minutes=self.random.randint(1, 70))

    async def loses(self) -> None:
        await renewed(self.d)

    async def returns(self) -> None:
        await resumed(self.d)

    async def rights_change(self) -> None:
        await self.d.server.deny(self.rooms[0], 0)

    async def is_unheard(self) -> None:
        person = ids.person(self.d.person(self.random.choice(("ada", "eve"))))
        until = self.random.choice((None, self.world.clock.now()))
        self.d.discord.chat.unhear(person, until)

    async def agrees(self) -> int:
        """Compares both answers, and gives how often Discord was asked for the first."""
        channel = self.where()
        last = self.some(channel)
        if last is None:
            return 0
        room, message = self.room(channel), MessageId(last.id)
        since = ids.made_at(last.id) - timedelta(minutes=self.random.choice((0, 1, 9, 50, 200)))
        before = len(self.d.server.rest.asked)
        heard = await told(self.d.discord.past, room, message, since)
        count = len(self.d.server.rest.asked) - before
        assert heard == await told(self.asking, room, message, since)
        return count


async def told(
    past: History, room: RoomId, message: MessageId, since: datetime
) -> tuple[Said, ...]:
    return await past.upto(room, message, since)


@asynccontextmanager
async def a_life(folder: Path, seed: int) -> AsyncIterator[Life]:
    more = {"discord_message_content": "true" if seed % 2 else "false"}
    async with DiscordServer() as server:
        server.gateway.allows_content = True
        d = DiscordDriver(server, folder, more, answers=False)
        await d.start()
        yield Life(d, [await d.channel("ada", "lobby"), await d.channel("ada", "dm")], seed)
        await d.close()
        assert server.checks.violations == []


@pytest.mark.parametrize("seed", range(8))
async def test_memory_and_discord_give_the_same_whatever_happened(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if seed % 4 > 1:
        monkeypatch.setattr(kit, "MOST_OF_A_ROOM", 6)
    async with a_life(tmp_path, seed) as life:
        counts = []
        for _ in range(STEPS):
            await life.step()
            counts += [await life.agrees() for _ in range(3)]
        assert counts.count(0) > len(counts) / 6  # else memory is not what is compared
