"""How a reply grows on Discord: few calls, none that changes nothing, a button that stops it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from math import inf
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from adapters.discord.components import PRIVATE, STOP, buttons
from adapters.discord.growing import GROWTH
from bot.capabilities import Growth
from bot.engine.codec import load_shown
from bot.errors import ModelCutOff
from bot.records import AskRow
from bot.strings import ENGLISH
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import growing, on_discord
from tests.platforms.discord_server.world import Message

COMING = ENGLISH.replies.coming
AT_ONCE = Growth(hold_s=inf, placeholder_s=0.0, anew_s=GROWTH.anew_s)
FOUR = ["First this. ", "Then that. ", "And this. ", "Last of all."]


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        await driver.say("hello", room="lobby")
        await driver.say("hello")
        driver.model.script = lambda _prompt: FOUR
        driver.server.rest.asked.clear()
        yield driver


def asked(d: DiscordDriver) -> list[str]:
    """Gives the methods of the calls about messages, in their order."""
    return [method for method, path in d.server.rest.asked if "/messages" in path]


async def placeholder(d: DiscordDriver, room: str = "lobby") -> tuple[Message, asyncio.Event]:
    """Gives the placeholder of a reply whose first words wait for a gate."""
    d.discord.chat.growth = AT_ONCE
    gate = d.model.gates[0] = asyncio.Event()
    await d._say("tell me", "ada", room)
    return await growing(d), gate


def under(message: Message) -> list[str]:
    return [str(one["custom_id"]) for one in buttons(message.payload)]


async def stored(d: DiscordDriver) -> None:
    """Waits until the id of a placeholder is stored."""
    while not any(load_shown(row.shown).every for row in await d.store.sweep(AskRow)):
        await asyncio.sleep(0)


@pytest.mark.parametrize("room", ["dm", "lobby"])
async def test_a_quick_reply_is_one_call_whole_and_nothing_after_it(
    d: DiscordDriver, room: str
) -> None:
    d.discord.chat.growth = Growth(hold_s=inf)
    (seen,) = await d.say("tell me", room=room)
    assert seen.text == "".join(FOUR)
    assert asked(d) == ["POST"]
    assert under(d._found(seen.id)) == ([PRIVATE] if room == "lobby" else [])


async def test_a_placeholder_can_be_stopped_and_becomes_the_reply_in_the_same_message(
    d: DiscordDriver,
) -> None:
    message, gate = await placeholder(d)
    assert (message.words, under(message)) == (COMING, [STOP])
    await stored(d)
    gate.set()
    await d.settle()
    assert (message.words, under(message)) == ("".join(FOUR), [PRIVATE])
    assert asked(d)[0] == "POST"
    assert set(asked(d)[1:]) == {"PATCH"}


async def test_a_tap_on_stop_takes_the_placeholder_away(d: DiscordDriver) -> None:
    message, gate = await placeholder(d)
    await stored(d)
    await d.server.press(message, d.person("ada"), STOP)
    await d.settle()
    gate.set()
    await d.settle()
    assert message.is_gone
    assert "".join(FOUR) not in [one.words for one in d._every()]


async def test_a_failed_reply_says_so_in_its_placeholder_by_one_call(d: DiscordDriver) -> None:
    d.model.script = lambda _prompt: [ModelCutOff("cut off")]
    message, gate = await placeholder(d)
    gate.set()
    await d.settle()
    assert message.words == ENGLISH.failures.cut_off
    assert STOP not in under(message)
    assert len(under(message)) == 2  # to try again, and to go on in private
    assert asked(d) == ["POST", "PATCH"]


async def test_a_placeholder_calls_nobody_and_late_words_are_said_anew_with_a_ping(
    d: DiscordDriver,
) -> None:
    message, gate = await placeholder(d)
    assert message.payload["mentions"] == []
    await stored(d)
    d.server.world.clock.by += timedelta(seconds=61)
    before = d._states()
    gate.set()
    (seen,) = await d._since(before)
    assert message.is_gone
    assert [one["id"] for one in d._found(seen.id).payload["mentions"]] == [d.person("ada")]


async def test_a_placeholder_is_taken_up_by_the_next_process(d: DiscordDriver) -> None:
    message, gate = await placeholder(d)
    await stored(d)
    await d.restart()
    gate.set()
    await d.settle()
    assert (message.words, under(message)) == ("".join(FOUR), [PRIVATE])
    assert [one for one in d._every() if one.words == COMING] == []


async def test_no_edit_of_a_growing_reply_changes_nothing(d: DiscordDriver) -> None:
    d.discord.chat.growth = Growth()
    bodies: list[Any] = []
    ask = d.discord.chat._api.ask

    async def noting(method: str, path: str, body: Any = None, **query: str) -> Any:
        if "/messages" in path and method in ("POST", "PATCH"):
            bodies.append((body.get("content"), str(body.get("components"))))
        assert method != "GET" or "/messages/" not in path
        return await ask(method, path, body, **query)

    d.discord.chat._api.ask = noting  # type: ignore[method-assign]
    await d.say("tell me", room="lobby")
    assert len(bodies) == len(set(bodies)) > 1
