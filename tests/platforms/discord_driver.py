"""The behaviour suite's driver on Discord: the bot in this process, Discord the stand-in."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from adapters.cli import compose
from adapters.discord.cards import words
from adapters.discord.commands import ATTACHMENT, STRING, SUBCOMMAND
from adapters.discord.components import PRIVATE, STOP, buttons, choice, under_of
from adapters.discord.growing import GROWTH
from adapters.discord.links import unlinked
from adapters.discord.serve import Discord
from bot.capabilities import Growth
from bot.engine import Engine
from bot.engine.instance import announce
from bot.engine.shell import Parts
from bot.events import Event, Outcome
from bot.making import Making
from bot.ports import Classifier
from bot.records import NoteRow
from bot.settings import Settings, load
from bot.snapshot import House
from bot.strings import ENGLISH
from bot.tasks import start
from tests.behaviour import scripted
from tests.driver import AT_ONCE, MADE, Seen, naming
from tests.in_english import house_in_english
from tests.platforms.discord_server.server import DiscordServer
from tests.platforms.discord_server.world import Message, World
from tests.platforms.discord_words import options_of
from tests.play import ScriptedModel, closes, is_shown, placeholder_in
from tests.ready import made_ready

JSON = dict[str, Any]
PATIENCE_S, ROUND_S = 20, 0.001
# Words that are held for long, and a placeholder, are for tests of their own.
QUICKLY = Growth(hold_s=0.05, anew_s=GROWTH.anew_s)


@dataclass
class Ahead:
    """The clock of the bot's machine, where that is not Discord's."""

    world: World
    by: timedelta

    def now(self) -> datetime:
        return self.world.clock.now() + self.by


@dataclass
class DiscordDriver:
    """People in a server's channels and in direct messages; "admin" may manage the server."""

    server: DiscordServer
    folder: Path
    more: dict[str, str] = field(default_factory=dict)
    model: ScriptedModel = field(default_factory=scripted)
    house: House = field(default_factory=lambda: house_in_english("policy", operator="Ada"))
    answers: bool = True  # else only the platform is used, by a test
    ahead: timedelta = timedelta()  # the bot's clock, of Discord's
    channels: dict[str, str] = field(default_factory=dict)
    newest: dict[str, Message] = field(default_factory=dict)
    handled: int = 0
    classifier: Classifier | None = None
    follows_threads: bool = True
    growth: Growth = QUICKLY
    making: Making = MADE

    async def start(self) -> None:
        settings = self.settings()
        self._stack = AsyncExitStack()
        made_ready(settings)
        kept = await self._stack.enter_async_context(compose.opened(settings))
        self.store, clock = kept[0], Ahead(self.server.world, self.ahead)
        self.discord = Discord(settings, kept, clock, ENGLISH)
        self._stack.push_async_callback(self.discord.close)
        await self.discord.begin()
        self.discord.chat.growth = self.growth
        parts = Parts(self.discord.chat, (self.model,), *kept, clock, None, self.classifier)
        house = replace(self.house, making=self.making)
        self.companion = Engine(parts, house, compose.manner_of(settings))
        await self._stack.enter_async_context(compose.tended(self.companion))
        self._serving = start(
            self.discord.serve(self._heard, self.companion.floor, self.companion.leave), "serve"
        )
        while self.discord.working is None:
            await asyncio.sleep(0)

    def settings(self) -> Settings:
        given = {
            "data_folder": str(self.folder),
            "discord_token": self.server.token,
            "discord_api_url": self.server.api,
            "discord_gateway_url": self.server.gateway.url,
            **self.more,
        }
        return load({f"ATTUNE_{name.upper()}": value for name, value in given.items()}, None)

    async def _heard(self, event: Event, notes: tuple[NoteRow, ...] = ()) -> Outcome:
        if not self.answers:
            return Outcome.SEEN_BEFORE
        return await self.companion.handle(event, notes)

    async def stop(self) -> None:
        self._serving.cancel()
        await asyncio.wait({self._serving})
        await self._stack.aclose()

    async def close(self) -> None:
        await self.stop()

    async def retire(self, days: float | None, because: str = "") -> None:
        await closes(self.store, self.server.world.clock.now(), days, because)
        await self.companion.run_due()

    async def announce(self, line: str) -> None:
        await announce(self.store, line, self.server.world.clock.now())
        await self.companion.run_due()

    async def promote(self, name: str, *, is_admin: bool = True) -> None:
        world = self.server.world
        change = world.admins.add if is_admin else world.admins.discard
        change((next(iter(world.guilds)), self.person(name)))

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    # -- people and channels -------------------------------------------------------------------

    def person(self, name: str) -> str:
        return self.server.world.person(name)

    async def channel(self, by: str, room: str) -> str:
        if room == "dm":
            return self.server.world.direct(self.person(by))[0].id
        if room not in self.channels:
            await self._make(room)
        return self.channels[room]

    async def _make(self, room: str) -> None:
        world = self.server.world
        guild = next(iter(world.guilds), None)
        if guild is None:
            guild = world.guild("home")
            world.admins.add((guild, self.person("admin")))
        self.channels[room] = world.channel(guild, room)
        await self.server.gateway.dispatch("GUILD_CREATE", world.guild_payload(guild))

    # -- the driver ----------------------------------------------------------------------------

    async def say(self, text: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        before = self._states()
        await self._say(text, by, room)
        return await self._since(before)

    async def _say(self, text: str, by: str, room: str, reply_to: str | None = None) -> None:
        where = await self.channel(by, room)
        words = text if room == "dm" else f"<@100> {text}"
        self.newest[by] = await self.server.say(where, self.person(by), words, reply_to)

    async def begin(self, text: str, *, by: str = "ada", room: str = "dm") -> None:
        await self._say(text, by, room)
        await is_shown(self.store)

    async def begin_slowly(self, text: str, *, by: str = "ada", room: str = "dm") -> Seen:
        self.discord.chat.growth = AT_ONCE
        await self._say(text, by, room)
        return self._seen(self._found(await placeholder_in(self.store)))

    async def stop_reply(self, message: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        before = self._states()
        await self.server.press(self._found(message), self.person(by), STOP)
        return await self._since(before)

    async def settle(self) -> list[Seen]:
        return await self._since(self._states())

    async def reply(
        self, message: str, text: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        before = self._states()
        where = await self.channel(by, room)
        self.newest[by] = await self.server.say(where, self.person(by), text, message)
        return await self._since(before)

    async def react(
        self, emoji: str, message: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        before = self._states()
        await self.server.react(self._found(message), self.person(by), emoji)
        return await self._since(before)

    async def unreact(
        self, emoji: str, message: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        before = self._states()
        await self.server.react(self._found(message), self.person(by), emoji, away=True)
        return await self._since(before)

    async def choose(
        self, label: str, message: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        before, found = self._states(), self._found(message)
        if found.only_for not in (None, self.person(by)):
            return []  # they do not even see it
        named = (str(one["custom_id"]) for one in buttons(found.payload))
        custom = next(one for one in named if (choice(one) or ("", ""))[1] == label)
        await self.server.press(found, self.person(by), custom)
        return await self._since(before)

    async def command(self, words: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        where, before = await self.channel(by, room), self._states()
        name, options = options_of(naming(words, self.person))
        await self.server.command(where, self.person(by), name, options)
        return await self._since(before)

    async def bring(self, file: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        return await self.pick(self.server.attach("export.json", file.encode()), by=by, room=room)

    async def pick(self, *files: JSON, by: str = "ada", room: str = "dm") -> list[Seen]:
        """Gives the command that carries over, with a file picked for it, or without any."""
        where, before = await self.channel(by, room), self._states()
        given = [{"name": "what", "type": STRING, "value": "import"}]
        given += [{"name": "file", "type": ATTACHMENT, "value": one["id"]} for one in files]
        options = [{"name": "data", "type": SUBCOMMAND, "options": given}]
        await self.server.command(where, self.person(by), "attune", options, files=files)
        return await self._since(before)

    async def edit(self, text: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        before = self._states()
        words = text if room == "dm" else f"<@100> {text}"
        await self.server.edit(self.newest[by], words)
        return await self._since(before)

    async def delete(self, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        before = self._states()
        await self.server.delete(self.newest[by])
        return await self._since(before)

    async def read(self, message: str) -> Seen | None:
        found = self._found(message)
        return None if found.is_gone else self._seen(found)

    async def pass_by(self, hours: float) -> None:
        self.server.world.clock.by += timedelta(hours=hours)
        await self.companion.run_due()

    # -- what stands ---------------------------------------------------------------------------

    def _every(self) -> list[Message]:
        channels = self.server.world.channels.values()
        found = [one for channel in channels for one in channel.messages.values()]
        return [one for one in found if one.payload["author"]["id"] == "100"]

    def _found(self, message: str) -> Message:
        return next(one for one in self._every() if one.id == message)

    def _states(self) -> dict[str, tuple[str, str]]:
        return {one.id: self._state(one) for one in self._every()}

    @staticmethod
    def _state(one: Message) -> tuple[str, str]:
        labels = [b["label"] for b in buttons(one.payload) if choice(str(b["custom_id"]))]
        return _as_said(one), "\n".join(labels)

    async def _since(self, before: dict[str, tuple[str, str]]) -> list[Seen]:
        """Gives what of the bot's is new or changed once all that was begun is done."""
        await self._settled()
        standing = [one for one in self._every() if not one.is_gone and one.words]
        changed = [one for one in standing if before.get(one.id) != self._state(one)]
        return [self._seen(one) for one in sorted(changed, key=lambda one: int(one.id))]

    async def settle_working(self) -> None:
        """Waits for what came to be decided about; a reply may still be written."""
        quiet = 0
        async with asyncio.timeout(PATIENCE_S):
            while quiet < 3:
                await asyncio.sleep(ROUND_S)
                quiet = quiet + 1 if self._is_quiet() else 0

    async def _settled(self) -> None:
        quiet = 0
        async with asyncio.timeout(PATIENCE_S):
            while quiet < 3:
                await asyncio.sleep(ROUND_S)
                await self.companion.settled()
                await self.companion.summaries.settled()
                quiet = quiet + 1 if self._is_quiet() else 0

    def _is_quiet(self) -> bool:
        """Whether nothing is handled, and no dispatch is on the wire."""
        working = self.discord.working
        assert working is not None
        return working.is_idle and all(self._has_come(line.number) for line in self.discord.lines)

    def _has_come(self, newest: str) -> bool:
        """Whether what was dispatched last on a line's connection is the newest that came on it."""
        name, _, number = newest.rpartition(":")
        session = self.server.gateway.sessions.get(name)
        if session is None or session.connection is None:  # it is told when it comes again
            return True
        return session.connection.newest is None or str(session.connection.newest) == number

    def _seen(self, one: Message) -> Seen:
        shown = [str(b["custom_id"]) for b in buttons(one.payload)]
        found = [choice(custom) for custom in shown if custom not in (STOP, PRIVATE)]
        labels = tuple(each[1] for each in found if each is not None)
        to = self.server.world.users[one.only_for]["username"] if one.only_for else None
        about = (one.payload.get("message_reference") or {}).get("message_id")
        files = self.server.world.files_of(one)
        holds = under_of(one.payload).values.holds
        return Seen(one.id, _as_said(one), labels, to, about, files, holds)


def _as_said(one: Message) -> str:
    """Gives the words of a message as the core said them."""
    return unlinked(words(one.payload))
