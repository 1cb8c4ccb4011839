"""A server's own emojis for repairs, on Discord: only its own, by number, and rendered."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord import ids
from bot.strings import ENGLISH
from tests.behaviour_emojis import BETTER, FIRST, first, now
from tests.behaviour_settings import changed, sets
from tests.driver import Seen
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord
from tests.statements import counting

SET = ENGLISH.settings
OOPS, DANCE, THEIRS = "<:oops:4001>", "<a:dance:4002>", "<:oops:5001>"


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        await driver.say("hello", by="admin", room="lobby")
        world = driver.server.world
        here, there = next(iter(world.guilds)), world.guild("elsewhere")
        world.emojis = {f"{here}/4001": OOPS, f"{here}/4002": DANCE, f"{there}/5001": THEIRS}
        yield driver


async def test_a_servers_own_emoji_repairs_there_by_its_number_whatever_it_is_called(
    d: DiscordDriver,
) -> None:
    reply = await first(d)
    card = await sets(d, f"repair-emojis {OOPS}{DANCE} 👎")
    assert changed("repair-emojis", "🔧", f"🔧 {OOPS} {DANCE} 👎") in card.text
    await d.react(THEIRS, reply.id, room="lobby")
    assert FIRST in await now(d, reply)
    await d.react("<:renamed:4001>", reply.id, room="lobby")
    assert BETTER in await now(d, reply)
    await d.unreact("<:renamed:4001>", reply.id, room="lobby")
    assert FIRST in await now(d, reply)


@pytest.mark.parametrize("typed", [THEIRS, "<:oops:9>", ":oops:", "4001", "<:o:4001>x"])
async def test_what_is_not_the_servers_own_is_refused(d: DiscordDriver, typed: str) -> None:
    card = await sets(d, f"repair-emojis {typed}")
    assert SET.faults["no_emoji"].format(most=5) in card.text
    assert SET.line.format(name=SET.names["repair-emojis"], value="🔧") in card.text


async def test_it_is_shown_as_discord_calls_it_and_not_as_it_was_typed(d: DiscordDriver) -> None:
    card = await sets(d, "repair-emojis <:free_nitro:4001>")
    assert OOPS in card.text
    assert "free_nitro" not in card.text


async def test_no_emoji_of_a_server_is_taken_for_a_channel_or_a_role(d: DiscordDriver) -> None:
    for rule in ("log", "talks-to", "hears-all"):
        assert SET.bad_value in (await sets(d, f"{rule} {OOPS}")).text
    assert ids.emoji("1") not in (ids.room("1"), ids.role("1"))


async def costs(d: DiscordDriver, emoji: str, reply: Seen) -> tuple[int, int]:
    """Gives the statements and commits of a reaction."""
    with counting(d.store) as found:
        await d.react(emoji, reply.id, room="lobby")
        await d.unreact(emoji, reply.id, room="lobby")
    return found.statements, found.commits


async def test_other_reactions_cost_nothing_once_it_is_known_what_repairs_in_a_server(
    d: DiscordDriver,
) -> None:
    await sets(d, f"repair-emojis {OOPS} 👎")
    reply = await first(d)
    assert await costs(d, "👋", reply) == (1, 0)  # what is set there is read, once
    assert [await costs(d, one, reply) for one in ("👋", THEIRS, DANCE, "🎉")] == [(0, 0)] * 4
    await sets(d, "repair-emojis off")
    assert await costs(d, "👋", reply) == (1, 0)
    assert [await costs(d, one, reply) for one in (THEIRS, DANCE, "👋")] == [(0, 0)] * 3
    # What repaired once may have, where it is taken back: whether it did is looked up then.
    once = [await costs(d, one, reply) for one in (OOPS, "👎")]
    assert all(statements <= 5 and commits == 0 for statements, commits in once)
    assert FIRST in await now(d, reply)
