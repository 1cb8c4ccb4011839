"""The behaviour suite on the console, over SQLite in a file and over PostgreSQL."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from adapters.cli import compose
from adapters.console.shown import ShownAction
from bot.emojis import STOP_EMOJI
from bot.engine.instance import announce
from bot.ids import MessageId
from bot.making import Making
from bot.ports import Classifier
from bot.settings.fields import Settings
from bot.settings.loading import load
from tests.behaviour import *  # noqa: F403
from tests.behaviour import scripted
from tests.behaviour_announced import *  # noqa: F403
from tests.behaviour_asked import *  # noqa: F403
from tests.behaviour_audited import *  # noqa: F403
from tests.behaviour_boundaries import *  # noqa: F403
from tests.behaviour_cards import *  # noqa: F403
from tests.behaviour_continuity import *  # noqa: F403
from tests.behaviour_data import *  # noqa: F403
from tests.behaviour_drafts import *  # noqa: F403
from tests.behaviour_edits import *  # noqa: F403
from tests.behaviour_emojis import *  # noqa: F403
from tests.behaviour_held import *  # noqa: F403
from tests.behaviour_impact import *  # noqa: F403
from tests.behaviour_importing import *  # noqa: F403
from tests.behaviour_languages import *  # noqa: F403
from tests.behaviour_law import *  # noqa: F403
from tests.behaviour_mistyped import *  # noqa: F403
from tests.behaviour_noticed import *  # noqa: F403
from tests.behaviour_offered import *  # noqa: F403
from tests.behaviour_people import *  # noqa: F403
from tests.behaviour_private import *  # noqa: F403
from tests.behaviour_reach import *  # noqa: F403
from tests.behaviour_recall import *  # noqa: F403
from tests.behaviour_reports import *  # noqa: F403
from tests.behaviour_roles import *  # noqa: F403
from tests.behaviour_settings import *  # noqa: F403
from tests.behaviour_silences import *  # noqa: F403
from tests.behaviour_study import *  # noqa: F403
from tests.behaviour_summary import *  # noqa: F403
from tests.driver import AT_ONCE, MADE, Driver, Seen, naming
from tests.exports import held_in
from tests.play import Play, ScriptedModel, closes, is_shown, placeholder_in
from tests.ready import made_ready


@dataclass
class ConsoleDriver:
    """A console in this process, over the stores that its settings name."""

    folder: Path
    settings: Settings
    model: ScriptedModel = field(default_factory=scripted)
    classifier: Classifier | None = None
    follows_threads: bool = False
    hours: float = 0
    making: Making = MADE

    async def start(self) -> None:
        self._stack = AsyncExitStack()
        store, vault = await self._stack.enter_async_context(compose.opened(self.settings))
        self.play = Play(self.folder, store, vault, self.model, classifier=self.classifier)
        self.play.making = self.making
        self.play.clock.pass_by(hours=self.hours)
        await self._stack.enter_async_context(self.play.running())

    async def stop(self) -> None:
        await self._stack.aclose()

    async def retire(self, days: float | None, because: str = "") -> None:
        await closes(self.play.store, self.play.session.console.clock.now(), days, because)
        await self.play.companion.run_due()

    async def announce(self, line: str) -> None:
        await announce(self.play.store, line, self.play.session.console.clock.now())
        await self.play.companion.run_due()

    async def promote(self, name: str, *, is_admin: bool = True) -> None:
        seat = self.play.session.console.seat
        others = tuple(one for one in seat.admins if one != name)
        seat.admins = (*others, name) if is_admin else others

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def pass_by(self, hours: float) -> None:
        self.hours += hours
        self.play.clock.pass_by(hours=hours)
        await self.play.companion.run_due()

    async def read(self, message: str) -> Seen | None:
        one = self.play.session.console.transcript.get(MessageId(message))
        if one is None or one.deleted:
            return None
        return Seen(one.id, one.text, one.choices, one.to, one.reply_to)

    async def say(self, text: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        return await self._type(text if room == "dm" else f"@attune {text}", by, room)

    async def begin(self, text: str, *, by: str = "ada", room: str = "dm") -> None:
        await self._type(f"/go {text}", by, room)
        await is_shown(self.play.store)

    async def begin_slowly(self, text: str, *, by: str = "ada", room: str = "dm") -> Seen:
        self.play.session.console.growth = AT_ONCE
        await self._type(f"/go {text}", by, room)
        found = await self.read(await placeholder_in(self.play.store))
        assert found is not None
        return found

    async def stop_reply(self, message: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        return await self.react(STOP_EMOJI, message, by=by, room=room)

    async def settle(self) -> list[Seen]:
        before = len(self.play.shown)
        await self.play.companion.settled()
        await self.play.companion.summaries.settled()
        return self._since(before)

    async def reply(
        self, message: str, text: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        return await self._type(f"/reply {message} {text}", by, room)

    async def react(
        self, emoji: str, message: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        return await self._type(f"/react {emoji} {message}", by, room)

    async def unreact(
        self, emoji: str, message: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        return await self._type(f"/unreact {emoji} {message}", by, room)

    async def choose(
        self, label: str, message: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        return await self._type(f"/choose {label} {message}", by, room)

    async def command(self, words: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        is_admins = words.startswith("admin ")
        name = "attune-admin" if is_admins else "attune"
        told = naming(words.removeprefix("admin "), str)
        return await self._type(f"/{name} {told}", by, room)

    async def bring(self, file: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        path = self.folder / "brought.json"
        path.write_text(file, "utf-8")
        return await self.command(f"import {path}", by=by, room=room)

    async def edit(self, text: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        return await self._type(f"/edit {text}", by, room)

    async def delete(self, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        return await self._type("/delete", by, room)

    async def _type(self, line: str, by: str, room: str) -> list[Seen]:
        before = len(self.play.shown)
        await self.play.type(f"/as {by}", f"/room {room}", line)
        return self._since(before)

    def _since(self, before: int) -> list[Seen]:
        """Gives each message once, as it stands at the end."""
        changed = [one for one in self.play.shown[before:] if one["do"] in _CHANGES]
        stands = {one["id"]: one for one in changed}
        return [_seen(one) for one in stands.values()]


_CHANGES = ("say", "extend", "replace")


def _seen(one: ShownAction) -> Seen:
    of = (one["id"] or "", one["text"], tuple(one["choices"]), one["to"], one["reply_to"])
    return Seen(*of, files=held_in(one.get("files", ())))


# The contract suite of the store runs on PostgreSQL every time; a whole suite of talk in proof.
@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.proof)])
async def d(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Driver]:
    (data := tmp_path / "data").mkdir()
    given = {"ATTUNE_DATA_FOLDER": str(data)}
    if request.param == "postgres":
        given["ATTUNE_DATABASE_URL"] = request.getfixturevalue("postgres_ready")
    settings = load(given, None)
    made_ready(settings)
    driver = ConsoleDriver(tmp_path, settings)
    await driver.start()
    yield driver
    await driver.stop()
