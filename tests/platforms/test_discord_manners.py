"""Taps that are not one's own, purges, crowds of emojis, and commands that cannot be told."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from adapters.discord import hints, registered
from adapters.discord.components import PRIVATE, buttons
from bot.records import ReplyRow
from bot.strings import ENGLISH
from tests.behaviour import REPLY
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import growing, on_discord, reply_in, told
from tests.platforms.discord_server.server import DiscordServer


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


@pytest.fixture
def commits(d: DiscordDriver) -> Iterator[list[Any]]:
    """Gives each unit of work that may write, from now on."""
    seen: list[Any] = []
    deciding = d.store.deciding

    async def counted(owner: Any, work: Any) -> Any:
        seen.append(owner)
        return await deciding(owner, work)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(d.store, "deciding", counted)
        yield seen


async def pressed(d: DiscordDriver, message: Any, by: str, custom: str) -> list[tuple[str, str]]:
    before = d._states()
    await d.server.press(message, d.person(by), custom)
    return [(str(one.to), one.text) for one in await d._since(before)]


async def test_who_presses_what_is_anothers_is_told_alone(d: DiscordDriver) -> None:
    reply = await reply_in(d)
    await d.react("🔧", reply.id, room="lobby")
    custom = str(buttons(reply.payload)[0]["custom_id"])
    assert await pressed(d, reply, "eve", custom) == [("eve", ENGLISH.commands.no_choice)]


async def test_who_stops_what_is_anothers_is_told_alone_and_stops_nothing(
    d: DiscordDriver,
) -> None:
    await d.say("hello", room="lobby")
    d.model.script = lambda _prompt: ["First this. ", "Then that. ", "And this. ", "Last of all."]
    gate = d.model.gates[3] = asyncio.Event()
    await d._say("tell me", "ada", "lobby")
    reply = await growing(d)
    before = d._states()
    await d.server.press(reply, d.person("eve"), "stop")
    await d.settle_working()
    gate.set()
    seen = [(one.to, one.text) for one in await d._since(before)]
    assert ("eve", ENGLISH.commands.no_choice) in seen
    assert reply.words.endswith("Last of all.")


async def test_old_buttons_say_that_they_hold_no_more(d: DiscordDriver) -> None:
    await d.say("hello")
    card = d._found((await d.command("on"))[-1].id)
    await d.choose("Erase", (await d.command("data erase"))[-1].id)
    accept = str(buttons(card.payload)[0]["custom_id"])
    assert ("ada", ENGLISH.commands.no_choice) in await pressed(d, card, "ada", accept)
    assert ("ada", ENGLISH.commands.choice_over) in await pressed(
        d, card, "ada", "of another release"
    )
    reply = await reply_in(d)
    asked = d.newest["ada"]
    asked.is_gone = True
    assert ("ada", ENGLISH.commands.no_choice) in await pressed(d, reply, "ada", PRIVATE)


async def test_a_repair_shows_that_it_is_written_and_a_second_tap_joins_it(
    d: DiscordDriver,
) -> None:
    reply = await reply_in(d)
    where, ada = await d.channel("ada", "lobby"), d.person("ada")
    gate = d.model.gates[0] = asyncio.Event()
    d.model.reached.clear()
    d.model.prompts.clear()
    d.server.rest.asked.clear()
    before = d._states()
    await d.server.react(reply, ada, "🔧")
    await d.model.reached.wait()
    async with asyncio.timeout(10):
        while ("POST", f"/channels/{where}/typing") not in d.server.rest.asked:
            await asyncio.sleep(0.02)
    await d.server.command(where, ada, "attune", [{"name": "repair", "type": 1}])
    await d.settle_working()
    gate.set()
    seen = await d._since(before)
    assert len(d.model.prompts) == 1
    assert ("ada", ENGLISH.repair.under_way) in [(one.to, one.text) for one in seen]
    assert "Put it back" in next(one.choices for one in seen if one.id == reply.id)


async def test_what_was_purged_is_not_answered_and_what_came_of_it_is_forgotten(
    d: DiscordDriver,
) -> None:
    await reply_in(d)
    kept = len(await d.store.sweep(ReplyRow))
    where, asked = await d.channel("ada", "lobby"), d.newest["ada"]
    gate = d.model.gates[0] = asyncio.Event()
    d.model.reached.clear()
    await d._say("and this?", "ada", "lobby")
    await d.model.reached.wait()
    others = [await d.server.say(where, d.person("eve"), f"{n} between us") for n in range(20)]
    before = d._states()
    await d.server.purge(where, [asked, d.newest["ada"], *others])
    await d.settle_working()
    gate.set()
    assert REPLY not in told(await d._since(before))
    assert len(await d.store.sweep(ReplyRow)) == kept - 1


async def test_emojis_that_concern_nobody_write_nothing(
    d: DiscordDriver, commits: list[Any]
) -> None:
    reply = await reply_in(d)
    where = await d.channel("ada", "lobby")
    others = await d.server.say(where, d.person("eve"), "between us")
    commits.clear()
    for number in range(50):
        person = d.person(f"p{number}")
        for message, emoji in ((others, "🔧"), (others, "🎉"), (reply, "🎉"), (reply, "🔧")):
            await d.server.react(message, person, emoji)
            await d.server.react(message, person, emoji, away=True)
    await d.settle()
    assert commits == []
    await d.react("🔧", reply.id, room="lobby")
    assert commits
    assert timedelta(days=1) == hints.DAY


async def test_commands_that_cannot_be_told_keep_nobody_waiting_and_are_told_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with DiscordServer() as server:
        driver = DiscordDriver(server, tmp_path)
        for status, code in ((400, 50035), (403, 20012)):
            server.rest.faults.fails.append(("PUT", "/commands", status, code))
        monkeypatch.setattr(registered, "AGAIN_S", 0.05)
        await driver.start()
        assert REPLY in told(await driver.say("hello"))
        while not server.world.commands:
            await driver.settle()
        assert "Kept: " in told(await driver.command("status"))
        await driver.close()
        assert server.checks.violations == []
