"""Who is gone from a server, or sent the bot away: what was agreed there is frozen, then erased."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord.departures import Departures
from bot.records import AskRow, ScopeRow
from tests.behaviour import REPLY
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, told


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


async def agreed(d: DiscordDriver, by: str = "ada") -> str:
    """Gives the server in which a person agreed to warm."""
    await d.say("hello", by=by, room="lobby")
    card = (await d.command("on", by=by, room="lobby"))[-1]
    await d.choose("Yes", card.id, by=by, room="lobby")
    return next(iter(d.server.world.guilds))


async def frozen(d: DiscordDriver) -> list[bool]:
    rows = [row for row in await d.store.sweep(ScopeRow) if row.state]
    return [row.state == "withdrawn" and row.frozen_until is not None for row in rows]


def leaving(d: DiscordDriver) -> Departures:
    return Departures(
        d.discord.api, d.discord.kept, d.server.world.clock, d.companion.handle, d.companion.leave
    )


async def test_who_is_no_longer_a_member_is_found_within_a_week(d: DiscordDriver) -> None:
    guild = await agreed(d)
    await agreed(d, "ben")
    d.server.world.gone.add((guild, d.person("ada")))
    for _ in range(6):
        d.server.world.clock.by += timedelta(days=1)
        await leaving(d).ask(0)
    assert await frozen(d) == [False, False]
    d.server.world.clock.by += timedelta(days=1, minutes=5)
    await leaving(d).ask(0)
    await leaving(d).ask(0)
    assert sorted(await frozen(d)) == [False, True]
    asked = [path for _, path in d.server.rest.asked if "/members/" in path]
    assert len(asked) == 2


async def test_the_bot_sent_away_freezes_all_that_was_agreed_there(d: DiscordDriver) -> None:
    guild = await agreed(d)
    await agreed(d, "ben")
    await d.say("hello")
    await d.choose("Yes", (await d.command("on"))[-1].id)
    await d.server.send_away(guild)
    await d.settle()
    assert sorted(await frozen(d)) == [False, True, True]
    assert "Warm here" in told(await d.command("status"))


async def test_a_server_that_is_only_unavailable_freezes_nothing(d: DiscordDriver) -> None:
    guild = await agreed(d)
    await d.server.gateway.dispatch("GUILD_DELETE", {"id": guild, "unavailable": True})
    await d.settle()
    assert await frozen(d) == [False]


async def test_sent_away_while_the_line_was_down_is_seen_when_it_is_back(d: DiscordDriver) -> None:
    guild = await agreed(d)
    del d.server.world.guilds[guild]
    await d.server.gateway.tell(9, False)
    while len(d.server.gateway.identifies) < 2:
        await d.settle()
    await d.settle()
    assert await frozen(d) == [True]


async def test_after_a_ban_all_of_it_is_erased_from_a_direct_message(d: DiscordDriver) -> None:
    guild = await agreed(d)
    d.server.world.gone.add((guild, d.person("ada")))
    kept = (await d.command("data"))[-1]
    shown = told(await d.choose("Your yes and no", kept.id))
    assert "in home;" in shown  # the server's name, and never its id
    assert guild not in shown
    card = (await d.command("data erase"))[-1]
    await d.choose("Erase everywhere", card.id)
    assert await frozen(d) == []


@pytest.mark.parametrize("what", ["GUILD_DELETE", "CHANNEL_DELETE"])
async def test_who_takes_away_where_it_writes_ends_that_reply_at_once(
    d: DiscordDriver, what: str
) -> None:
    await d.say("hello", room="lobby")
    d.model.gates[0] = asyncio.Event()
    d.model.reached.clear()
    await d._say("tell me", "ada", "lobby")
    await asyncio.wait_for(d.model.reached.wait(), 10)
    where = await d.channel("ada", "lobby")
    guild = d.server.world.channels[where].guild
    gone = {"id": where if what == "CHANNEL_DELETE" else guild, "guild_id": guild, "type": 0}
    await d.server.gateway.dispatch(what, gone)
    async with asyncio.timeout(10):
        while await d.store.sweep(AskRow):
            await asyncio.sleep(0.01)
    assert not d.model.gates[0].is_set()
    d.model.gates.clear()
    assert REPLY in "".join(one.text for one in await d.say("and here?"))
