"""The stand-in, the bot as a process of its own, and many people who talk and give commands."""

import asyncio
import random
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.strings import ENGLISH
from tests.platforms.console_process import home
from tests.platforms.discord_server.interactions import Interaction
from tests.platforms.discord_server.server import DiscordServer
from tests.platforms.discord_server.world import BOT
from tests.platforms.matrix_process import Bot, echo
from tests.platforms.model_server import ModelServer

HEARD = re.compile(r"Heard: (n\d+(?:, n\d+)*)\.")
MET = timedelta(seconds=1)
APART_S = 1.7  # what is said sooner after another is answered with it


@dataclass
class Town:
    """A server with channels, and people each of whom talks in one place."""

    server: DiscordServer
    model: ModelServer
    bots: list[Bot]
    said: list[str] = field(default_factory=list)
    given: list[Interaction] = field(default_factory=list)
    where: dict[str, str] = field(default_factory=dict)  # each number was said
    killed: list[datetime] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)  # by the message that says it

    async def kill(self) -> None:
        """Ends the bot as a power cut does, and takes note of when."""
        self.killed.append(self.server.world.clock.now())
        await self.bot.kill()

    def lost(self) -> list[str]:
        """Gives in which places more commands were left unanswered than a kill explains.

        Discord tells no command again that was acknowledged: one that a kill met right after its
        acknowledgement is lost.
        """
        left, met = Counter[str](), Counter[str]()
        for one in self.given:
            at = one.acknowledged_at
            if at is None or one.answered:
                continue
            left[one.channel] += 1
            met[one.channel] += any(at <= kill < at + MET for kill in self.killed)
        for place, channel in self.server.world.channels.items():
            told = [one.words for one in channel.messages.values() if not one.only_for]
            left[place] -= sum(
                "Kept: " in one or one == ENGLISH.rooms.for_you_alone for one in told
            )
        return [place for place in left if left[place] > met[place]]

    @property
    def bot(self) -> Bot:
        """The bot, where there is one process."""
        return self.bots[0]

    def place(self, person: str, number: int, guilds: tuple[str, ...]) -> str:
        """Gives where a person talks: every fourth in a direct message."""
        if number % 4 == 3:
            return self.server.world.direct(person)[0].id
        found = [one for one in self.server.world.channels.values() if one.guild in guilds]
        return found[number % len(found)].id

    async def say(self, where: str, person: str) -> str:
        """Somebody says a new number to the bot."""
        mark = f"n{len(self.said):04}"
        self.said.append(mark)
        self.where[mark] = where
        is_direct = self.server.world.channels[where].guild is None
        named = "" if is_direct else f"<@{BOT}> "
        told = await self.server.say(where, person, f"{named}about {mark}")
        self.marks[told.id] = mark
        return mark

    async def talk(self, number: int, times: int, guilds: tuple[str, ...]) -> None:
        """Somebody talks for a while, and asks for their status now and then."""
        person = self.server.world.person(f"p{number}")
        where = self.place(person, number, guilds)
        for turn in range(times):
            await self.say(where, person)
            await asyncio.sleep(APART_S)
            if turn % 5 == number % 5:  # not everybody at once: some meet it while it is up
                options = [{"name": "status", "type": 1}]
                self.given.append(await self.server.command(where, person, "attune", options))

    def answers(self) -> Counter[str]:
        """Gives how often each number was answered: by a reply to its message that says it."""
        channels = self.server.world.channels.values()
        every = [one for channel in channels for one in channel.messages.values()]
        own = [one for one in every if one.payload["author"]["id"] == BOT and not one.is_gone]
        found: Counter[str] = Counter()
        for one in own:
            about = str((one.payload.get("message_reference") or {}).get("message_id"))
            heard = ", ".join(HEARD.findall(one.words)).split(", ")
            found.update({mark} & set(heard) if (mark := self.marks.get(about)) else ())
        return found

    async def answered(self, patience_s: float = 200.0, again_s: float = 3.0) -> Counter[str]:
        """Waits until all is answered, and a while for what is answered again."""
        try:
            async with asyncio.timeout(patience_s):
                while set(self.said) - set(self.answers()):
                    await asyncio.sleep(0.2)
        except TimeoutError:
            pass
        await asyncio.sleep(again_s)
        return self.answers()

    async def once_each(self, patience_s: float = 200.0) -> None:
        """Checks that each message was answered exactly once."""
        found = await self.answered(patience_s)
        missing = sorted(set(self.said) - set(found))
        log = "".join("".join(bot.lines[-20:]) for bot in self.bots)
        missing = [f"{one} in {self.where[one]}" for one in missing]
        assert not missing, f"{len(missing)} of {len(self.said)} unanswered: {missing[:5]}\n{log}"
        doubled = [one for one, times in found.items() if times > 1]
        assert not doubled, self._told_of(doubled[0])

    def _told_of(self, mark: str) -> str:
        """Gives all that stands where a number was said twice, with when and to what."""
        stands = self.server.world.channels[self.where[mark]].messages.values()
        wanted = ("timestamp", "id", "nonce", "content")
        lines = [f"{[one.payload.get(name) for name in wanted]} to "
                 f"{(one.payload.get('message_reference') or {}).get('message_id')}"
                 for one in stands]  # fmt: skip
        return "\n".join((mark, *lines))

    def commands(self) -> tuple[int, int, int, int]:
        """Gives how many commands were taken, answered by their token and otherwise, and twice.

        Once the process that acknowledged it is gone, a command is answered in a direct message, or
        by a message that only its person can open.
        """
        taken = [one for one in self.given if one.acknowledged_at is not None]
        answers = [sum("Kept: " in one.words for one in each.answered)
                   for each in taken]  # fmt: skip
        channels = self.server.world.channels.values()
        every = [one for each in channels for one in each.messages.values() if not one.only_for]
        told = [one.words for one in every]
        otherwise = sum("Kept: " in one or one == ENGLISH.rooms.for_you_alone for one in told)
        doubled = sum(one > 1 for one in answers)
        return len(taken), sum(one > 0 for one in answers), otherwise, doubled


@asynccontextmanager
async def town(
    folder: Path, *each: dict[str, str], rule: str = "", channels: int = 6, guilds: int = 1
) -> AsyncIterator[Town]:
    """Sets it up; no bot is started.

    Args:
        each: the settings of one process; one with the usual settings where there are none.
    """
    async with DiscordServer() as server, ModelServer(echo) as model:
        homes = [server.world.guild(f"g{number}") for number in range(guilds)]
        for number in range(channels):
            server.world.channel(homes[number % guilds], f"c{number}")
        given = {
            "discord_token": server.token, "discord_api_url": server.api,
            "discord_gateway_url": server.gateway.url, "waiting_replies": "1000",
            "replies_per_space": "16",
        }  # fmt: skip
        folders = [folder / f"bot{number}" for number, _ in enumerate(each or ({},))]
        found = []
        for own, more in zip(folders, each or ({},), strict=True):
            own.mkdir()
            found.append(Bot(home(own, model.url, **{**given, **more}), rule))
        try:
            yield Town(server, model, found)
        finally:
            for bot in found:
                if bot.process is not None:
                    await bot.kill()
            assert server.checks.violations == []


def sometimes(seed: int, rate: float) -> "Chance":
    """Gives faults that are met now and then, but by no acknowledgement: that has three seconds."""
    return Chance(random.Random(seed), rate)


@dataclass
class Chance:
    """Whether a request fails, before it is done or after it."""

    random: random.Random
    rate: float
    met: Counter[str] = field(default_factory=Counter)

    def __call__(self, method: str, path: str) -> str:
        if path.endswith("/callback") or method == "GET" or self.random.random() > self.rate:
            return ""
        kind = self.random.choice(("502", "502", "lost"))
        self.met[kind] += 1
        return kind
