"""What an event costs on Discord, counted: no more than the map's table says, and hardly less."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest_asyncio

from tests.behaviour import agreed
from tests.driver import Seen
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord
from tests.statements import counting

PAGE = Path(__file__).parent.parent.parent / "ARCHITECTURE.md"
SLACK = 4  # by so much a figure of the page may be above what is counted
Does = Callable[[], Awaitable[object]]
SLIPS = "It slips again, and I have to say so."


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        await begun(driver)
        yield driver


async def begun(d: DiscordDriver) -> None:
    """Waits for what a start does by itself, so that it is neither counted nor in the way."""
    async with asyncio.timeout(30):
        while not await d.discord.kept.house("members asked"):
            await asyncio.sleep(0.02)
    await d.settle()


def told(event: str) -> tuple[int, ...]:
    """Gives what the map's table says of an event."""
    rows = (line.strip("| \n").split(" | ") for line in PAGE.read_text().splitlines())
    (row,) = (row for row in rows if row[0].strip() == event)
    return tuple(int(cell) for cell in row[1:])


async def costs(d: DiscordDriver, does: Does) -> tuple[int, ...]:
    """Gives the statements, transactions, hops, durable commits and REST calls of an event."""
    calls = d.server.checks.counted["requests"]
    with counting(d.store) as found:
        await does()
        await d.settle()
    calls = d.server.checks.counted["requests"] - calls
    return found.statements, found.transactions, found.hops, found.commits, calls


async def warm(d: DiscordDriver) -> list[Seen]:
    """Lets ada have said yes, and have had an answer."""
    await d.say("hello")
    await agreed(d)
    return await d.say("The launch slips.")


def at_most(event: str, counted: tuple[int, ...]) -> None:
    limits = told(event)
    assert all(one <= most for one, most in zip(counted, limits, strict=True)), (counted, limits)
    assert all(most - one <= SLACK for one, most in zip(counted, limits, strict=True)), counted


async def test_a_first_message(d: DiscordDriver) -> None:
    at_most("first message", await costs(d, lambda: d.say("hello")))


async def test_a_later_message(d: DiscordDriver) -> None:
    await warm(d)
    at_most("later message", await costs(d, lambda: d.say(SLIPS)))


async def test_a_command(d: DiscordDriver) -> None:
    await warm(d)
    at_most("command", await costs(d, lambda: d.command("status")))


async def test_a_tap(d: DiscordDriver) -> None:
    await d.say("hello")
    card = (await d.command("on"))[-1]
    at_most("tap", await costs(d, lambda: d.choose("Yes", card.id)))


async def test_a_wrench(d: DiscordDriver) -> None:
    reply = (await warm(d))[-1]
    at_most("🔧 on a reply", await costs(d, lambda: d.react("🔧", reply.id)))


async def test_a_reaction_that_asks_for_nothing(d: DiscordDriver) -> None:
    reply = (await warm(d))[-1]
    at_most("other reactions", await costs(d, lambda: d.react("👋", reply.id)))


async def test_what_has_no_words_is_noted_with_the_decision_and_then_costs_no_commit(
    d: DiscordDriver,
) -> None:
    await warm(d)
    where = await d.channel("ada", "dm")
    wave: dict[str, Any] = {"sticker_items": [{"id": "5", "name": "wave", "format_type": 1}]}
    for commits in (2, 0):  # the decision, and that its line was said
        counted = await costs(d, lambda: d.server.say(where, d.person("ada"), "", **wave))
        assert counted[3] == commits
