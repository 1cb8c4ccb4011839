"""A machine's clock that is not Discord's, and interactions that come too late."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord.interactions import ACKNOWLEDGED, UNKNOWN
from bot.strings import ENGLISH
from tests.behaviour import REPLY
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, told


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


@pytest.mark.parametrize("seconds", [3, 7200, -7200])
async def test_commands_and_messages_are_answered_whatever_the_clock_says(
    tmp_path: Path, seconds: int
) -> None:
    async with on_discord(tmp_path, ahead=timedelta(seconds=seconds)) as d:
        assert "Plain here" in told(await d.command("status", room="lobby"))
        assert REPLY in told(await d.say("hello"))
        card = (await d.command("on"))[-1]
        await d.choose("Yes", card.id)
        assert "Warm here" in told(await d.command("status"))
        reply = (await d.say("the launch slips", room="lobby"))[-1]
        found = d._found(reply.id)
        assert found.payload["mentions"] == []  # it did not take over a minute


async def test_what_was_missed_is_found_whatever_the_clock_says(tmp_path: Path) -> None:
    async with on_discord(tmp_path, ahead=timedelta(hours=2)) as d:
        await d.say("hello")
        await d.stop()
        d.server.world.clock.by += timedelta(minutes=2)
        await d._say("are you there?", "ada", "dm")
        before = d._states()
        await d.start()
        seen = told(await d._since(before))
        assert REPLY in seen
        assert ENGLISH.failures.came_late not in seen


async def refused(d: DiscordDriver, code: int, room: str, *words: str) -> str:
    """Gives what a command leads to whose acknowledgement is refused with that code."""
    d.server.rest.faults.fails.append(("POST", "/callback", 404, code))
    return told(await d.command(" ".join(words), room=room))


async def test_what_came_too_late_to_be_acknowledged_is_answered_otherwise(
    d: DiscordDriver,
) -> None:
    assert "Plain here" in await refused(d, UNKNOWN, "dm", "status")
    assert ENGLISH.rooms.for_you_alone in await refused(d, UNKNOWN, "lobby", "status")
    assert await refused(d, UNKNOWN, "lobby", "ask", "what is a heron?") == ""


async def test_off_holds_also_where_it_came_too_late(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    await d.choose("Yes", (await d.command("on", room="lobby"))[-1].id, room="lobby")
    await refused(d, UNKNOWN, "lobby", "off")
    assert "Plain here" in told(await d.command("status", room="lobby"))


async def test_a_press_that_came_too_late_counts(d: DiscordDriver) -> None:
    await d.say("hello")
    card = (await d.command("on"))[-1]
    d.server.rest.faults.fails.append(("POST", "/callback", 404, UNKNOWN))
    await d.choose("Yes", card.id)
    assert "Warm here" in told(await d.command("status"))


async def test_a_life_at_risk_is_answered_in_a_question_that_came_too_late(
    d: DiscordDriver,
) -> None:
    asked = ("ask", "I want to kill myself tonight")
    assert ENGLISH.crisis.first in await refused(d, UNKNOWN, "dm", *asked)
    assert ENGLISH.rooms.for_you_alone in await refused(d, UNKNOWN, "lobby", *asked)


async def test_an_acknowledgement_whose_answer_was_lost_counts(d: DiscordDriver) -> None:
    d.server.rest.faults.after.append(("POST", "/callback"))  # tried again, it is known already
    assert "Plain here" in told(await d.command("status", room="lobby"))
    assert d.server.rest.interactions.refused == [ACKNOWLEDGED]
    d.server.rest.interactions.refused.clear()
