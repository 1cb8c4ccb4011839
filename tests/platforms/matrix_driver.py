"""The behaviour suite's driver on Matrix: the bot in this process, the rest real."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest

from adapters.cli import compose
from adapters.matrix import ids
from adapters.matrix.form import NUMBERS, OFFERED, STOP, OwnMessage, may_ask, own_message
from adapters.matrix.growing import GROWTH
from adapters.matrix.inbox import Incoming
from adapters.matrix.serve import Matrix
from bot.capabilities import Growth
from bot.clock import SystemClock
from bot.engine import Engine
from bot.engine.instance import announce
from bot.engine.shell import Parts
from bot.events import Event, Outcome
from bot.making import Making
from bot.ports import Classifier
from bot.records import AskRow, InboxRow, OutboxRow
from bot.settings import Settings, load
from bot.strings import ENGLISH
from bot.tasks import start
from tests.behaviour import scripted
from tests.driver import AT_ONCE, MADE, Seen, naming
from tests.in_english import house_in_english
from tests.platforms.matrix_people import BOT, PASSWORD, Person, Shown
from tests.platforms.synapse import Synapse
from tests.play import ScriptedModel, closes, is_shown, placeholder_in
from tests.ready import made_ready

PATIENCE_S = 45  # longer than one look of the bot at its homeserver, which waits thirty seconds
# What holds in encrypted rooms holds in plain ones, and more: those are for `make proof`.
PLAIN_IN_PROOF = [pytest.param("plain", marks=pytest.mark.proof), "encrypted"]
PEOPLE = ("admin", "ada", "eve")
IMPORT = "!attune import"
HINTS = {one.rooms.answered_alone for one in ENGLISH.every}
# Words that are held for long, and a placeholder, are for tests of their own.
QUICKLY = Growth(hold_s=0.05, anew_s=GROWTH.anew_s)


class Ahead:
    """The machine's clock, moved on by hand."""

    def __init__(self) -> None:
        self.by = timedelta()
        self._real = SystemClock()

    def now(self) -> datetime:
        return self._real.now() + self.by


@dataclass
class MatrixDriver:
    """People in rooms with the bot: "lobby" is shared and admin's; "dm" is each one's own."""

    hs: Synapse
    folder: Path
    is_encrypted: bool = False
    more: dict[str, str] = field(default_factory=dict)
    model: ScriptedModel = field(default_factory=scripted)
    burst: timedelta = timedelta(0)
    answers: bool = True  # else only the platform is used, by a test
    clock: Ahead = field(default_factory=Ahead)
    people: dict[str, Person] = field(default_factory=dict)
    rooms: dict[tuple[str, str], str] = field(default_factory=dict)
    suffix: str = ""
    classifier: Classifier | None = None
    follows_threads: bool = False
    growth: Growth = QUICKLY
    making: Making = MADE
    taken: set[str] = field(default_factory=set)  # events the bot's loop has read

    async def start(self) -> None:
        settings = self.settings()
        self._stack = AsyncExitStack()
        made_ready(settings)
        kept = await self._stack.enter_async_context(compose.opened(settings))
        self.store = kept[0]
        self.matrix = await Matrix.of(settings, kept, self.clock, ENGLISH)
        self._stack.push_async_callback(self.matrix.close)
        self._take = self.matrix.kept.take
        self.matrix.kept.take = self._noting  # type: ignore[method-assign]
        await self.matrix.begin()
        self.matrix.chat.growth = self.growth
        parts = Parts(self.matrix.chat, (self.model,), *kept, self.clock, None, self.classifier)
        house = house_in_english("policy", operator="Ada", burst=self.burst, making=self.making)
        self.companion = Engine(parts, house, compose.manner_of(settings))
        await self._stack.enter_async_context(compose.tended(self.companion))
        self._serving = start(
            self.matrix.serve(self._heard, self.companion.floor, self.companion.leave), "serve"
        )
        while self.matrix.working is None:
            await asyncio.sleep(0)

    async def _heard(self, event: Event) -> Outcome:
        return await self.companion.handle(event) if self.answers else Outcome.SEEN_BEFORE

    async def _noting(self, incoming: tuple[Incoming, ...], token: str) -> tuple[InboxRow, ...]:
        rows = await self._take(incoming, token)
        self.taken.update(one.event for one in incoming)
        return rows

    def _is_idle(self) -> bool:
        return self.matrix.working is not None and self.matrix.working.is_idle

    def settings(self) -> Settings:
        given = {
            "data_folder": str(self.folder),
            "matrix_homeserver": self.hs.url,
            "matrix_user": self.bot,
            "matrix_password": PASSWORD,
            "catch_up_minutes": "1440",
            **self.more,
        }
        return load({f"ATTUNE_{name.upper()}": value for name, value in given.items()}, None)

    @property
    def bot(self) -> str:
        return BOT.replace("attune", f"attune{self.suffix}")

    async def stop(self) -> None:
        self._serving.cancel()
        await asyncio.wait({self._serving})
        await self._stack.aclose()
        assert self._serving.cancelled() or self._serving.exception() is None

    async def close(self) -> None:
        await self.stop()
        for person in self.people.values():
            await person.close()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def retire(self, days: float | None, because: str = "") -> None:
        await closes(self.store, self.clock.now(), days, because)
        await self.companion.run_due()

    async def announce(self, line: str) -> None:
        await announce(self.store, line, self.clock.now())
        await self.companion.run_due()

    async def promote(self, name: str, *, is_admin: bool = True) -> None:
        admin = self.people["admin"]
        path = f"/rooms/{quote(self.rooms['', 'lobby'])}/state/m.room.power_levels"
        levels = await admin.asked("GET", path)
        users = {
            user: each for user, each in levels["users"].items() if user != self.people[name].user
        }
        users |= {self.people[name].user: 99} if is_admin else {}
        assert "event_id" in await admin.asked("PUT", path, {**levels, "users": users})

    # -- people and rooms ----------------------------------------------------------------------

    async def person(self, name: str) -> Person:
        if name not in self.people:
            await self.hs.register(f"{name}{self.suffix}", PASSWORD)
            one = Person(f"{name}{self.suffix}", self.hs.url, self.bot)
            await one.begin()
            self.people[name] = one
        return self.people[name]

    async def room(self, by: str, room: str) -> str:
        who = await self.person(by)
        key = (by, room) if room == "dm" else ("", room)
        if key not in self.rooms:
            self.rooms[key] = await self._made(who, room)
        return self.rooms[key]

    async def _made(self, who: Person, room: str) -> str:
        if room == "dm":
            made = await who.make_room(is_direct=True, encrypted=self.is_encrypted)
            await who.until_joined(made)
            return made
        people = [await self.person(name) for name in PEOPLE]
        users = [one.user for one in people[1:]]
        made = await people[0].make_room(*users, encrypted=self.is_encrypted)
        for one in people:
            await one.catch_up()
        for one in people:
            await one.until_joined(made)
        await self._settled()
        return made

    # -- the driver ----------------------------------------------------------------------------

    async def say(self, text: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        where = await self.room(by, room)
        who, text = self.people[by], text if room == "dm" else f"Attune: {text}"
        before = self._states()
        return await self._since(before, await who.say(where, text))

    async def begin(self, text: str, *, by: str = "ada", room: str = "dm") -> None:
        where = await self.room(by, room)
        await self.people[by].say(where, text)
        await is_shown(self.store)

    async def begin_slowly(self, text: str, *, by: str = "ada", room: str = "dm") -> Seen:
        self.matrix.chat.growth = AT_ONCE
        where = await self.room(by, room)
        await self.people[by].say(where, text if room == "dm" else f"Attune: {text}")
        message = await placeholder_in(self.store)
        async with asyncio.timeout(PATIENCE_S):
            while STOP not in await self.under(message, by=by, room=room):
                await asyncio.sleep(0.01)
        await self._read_all()
        return self._seen(self._found(message))

    async def stop_reply(self, message: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        assert STOP in await self.under(message, by=by, room=room)
        return await self.react(STOP, message, by=by, room=room)

    async def under(self, message: str, *, by: str = "ada", room: str = "dm") -> set[str]:
        """Gives the emojis that the bot has put under a message."""
        who, where = self.people[by], quote(await self.room(by, room), safe="")
        path = f"/_matrix/client/v1/rooms/{where}/relations/{quote(message, safe='')}"
        headers = {"Authorization": f"Bearer {who.client.access_token}"}
        asked = await who.client.send("GET", f"{path}/m.annotation?limit=100", None, headers)
        every = (await asked.json())["chunk"]
        return {one["content"]["m.relates_to"]["key"] for one in every if one["sender"] == self.bot}

    async def settle(self) -> list[Seen]:
        before = self._states()
        return await self._since(before, None)

    async def reply(
        self, message: str, text: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        where = await self.room(by, room)
        before = self._states()
        return await self._since(before, await self.people[by].say(where, text, message))

    async def react(
        self, emoji: str, message: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        who, before = await self.person(by), self._states()
        where = self._found(message).room
        is_kept = may_ask(emoji) or await self.matrix._listening.emojis.repairs(where, emoji)
        event = await who.react(where, message, emoji)
        if not is_kept:
            await self._passed_by(event)
        return await self._since(before, event if is_kept else None)

    async def unreact(
        self, emoji: str, message: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        who, before = await self.person(by), self._states()
        event = await who.take_back(self._found(message).room, who.reactions[message, emoji])
        return await self._since(before, event)

    async def choose(
        self, label: str, message: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        stands = self._stands(message)
        while label in stands.choices and label not in stands.row.choices:
            await self.turn(message, by=by, room=room)
            assert self._stands(message).row.choices != stands.row.choices
            stands = self._stands(message)
        picked = NUMBERS[stands.row.choices.index(label)]
        return await self._press(picked, message, by=by, room=room)

    async def turn(self, message: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        """Goes on to the next choices."""
        return await self._press(OFFERED[-1], message, by=by, room=room)

    async def _press(self, emoji: str, message: str, *, by: str, room: str) -> list[Seen]:
        """Puts an emoji on a message; one that was put before goes first, as in a client."""
        if self.people[by].reactions.get((message, emoji)):
            await self.unreact(emoji, message, by=by, room=room)
        return await self.react(emoji, message, by=by, room=room)

    def _stands(self, message: str) -> OwnMessage:
        return own_message(self._found(message).content) or OwnMessage("")

    async def command(self, words: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        where = await self.room(by, room)
        name = "attune-admin" if words.startswith("admin ") else "attune"
        who, before = self.people[by], self._states()
        had_one = room == "dm" or self.matrix.rooms.direct_with(ids.person(who.user)) is not None
        told = naming(words.removeprefix("admin "), lambda one: self.people[one].user)
        event = await who.say(where, f"!{name} {told}")
        seen = await self._since(before, event)
        # Where it is answered stands below the command, once a direct room; it is no answer.
        hints = [one.reply_to for one in seen if one.text in HINTS]
        is_alone = any(one.to == by for one in seen)
        assert hints == ([event] if is_alone and not had_one else [])
        return [one for one in seen if one.text not in HINTS]

    async def bring(self, file: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        before = self._states()
        seen = await self._since(before, await self.send(file.encode(), IMPORT, by=by, room=room))
        return [one for one in seen if one.text not in HINTS]

    async def send(
        self, body: bytes, caption: str = "", *, by: str = "ada", room: str = "dm"
    ) -> str:
        """Has somebody send a file, and gives its event."""
        where = await self.room(by, room)
        return await self.people[by].attach(where, body, caption, is_sealed=self.is_encrypted)

    async def edit(self, text: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        where, who, before = await self.room(by, room), self.people[by], self._states()
        newest = who.newest
        text = text if room == "dm" else f"Attune: {text}"
        event = await who.edit(where, newest, text)
        who.newest = newest
        return await self._since(before, event)

    async def delete(self, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        where, who, before = await self.room(by, room), self.people[by], self._states()
        return await self._since(before, await who.take_back(where, who.newest))

    async def read(self, message: str) -> Seen | None:
        await self._read_all()
        found = self._found(message)
        return None if found.is_gone else self._seen(found)

    async def pass_by(self, hours: float) -> None:
        self.clock.by += timedelta(hours=hours)
        await self.companion.run_due()

    async def open_rows(self) -> int:
        """Counts what is still on its way: replies, and sends."""
        return len(await self.store.sweep(AskRow)) + len(await self.store.sweep(OutboxRow))

    # -- what stands ---------------------------------------------------------------------------

    def _found(self, message: str) -> Shown:
        return next(one.shown[message] for one in self.people.values() if message in one.shown)

    def _states(self) -> dict[str, tuple[str, int]]:
        every = [one for who in self.people.values() for one in who.shown.values()]
        return {one.event: (one.body, one.edits) for one in every}

    async def _since(self, before: dict[str, tuple[str, int]], event: str | None) -> list[Seen]:
        """Gives what of the bot's is new or changed once all that this caused is done."""
        await self._handled(event)
        await self._settled()
        every = [one for who in self.people.values() for one in who.shown.values()]
        every = [one for one in every if not one.is_gone]
        changed = {
            one.event: one for one in every if before.get(one.event) != (one.body, one.edits)
        }
        in_order = sorted(changed.values(), key=lambda one: one.at)
        return [self._seen(one) for one in in_order]

    async def _handled(self, event: str | None) -> None:
        """Waits until the bot's loop has read that far."""
        async with asyncio.timeout(PATIENCE_S):
            while event is not None and event not in self.taken:
                await asyncio.sleep(0.01)

    async def _passed_by(self, event: str | None) -> None:
        """Waits until the bot's loop has read what it keeps nothing of."""
        async with asyncio.timeout(PATIENCE_S):
            while event is not None and event not in self.matrix.heard._came:
                await asyncio.sleep(0.01)

    async def _settled(self) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not self._is_idle() or await self.matrix.kept.open():
                await asyncio.sleep(0.01)
        await self.companion.settled()
        await self.companion.summaries.settled()
        await self._read_all()

    async def _read_all(self) -> None:
        for one in self.people.values():
            await one.catch_up()

    def _seen(self, one: Shown) -> Seen:
        post = own_message(one.content) or OwnMessage(one.body)
        to = self._with(one.room) if post.is_private else None
        return Seen(one.event, post.text, post.choices, to, one.reply_to, tuple(one.files))

    def _with(self, room: str) -> str | None:
        user = self.matrix.rooms.direct.get(room, "")
        return next((name for name, one in self.people.items() if one.user == user), None)
