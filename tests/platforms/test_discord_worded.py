"""Words that are no plain message: captions, polls, forwards, edits; and what has none."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot import phrases
from bot.crisis import texts
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, told

JSON = dict[str, Any]
DARK = "I want to kill myself tonight"


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


async def shown(d: DiscordDriver, text: str = "", **more: Any) -> str:
    """Sends that to the bot in a direct message, and gives what it says."""
    where, before = await d.channel("ada", "dm"), d._states()
    d.newest["ada"] = await d.server.say(where, d.person("ada"), text, **more)
    return told(await d._since(before))


def asked(d: DiscordDriver) -> str:
    return "\n".join(line.text for line in d.model.prompts[-1].lines)


@pytest.mark.parametrize("kind", ["caption", "picture's own words", "poll", "answer", "forward"])
async def test_a_life_at_risk_is_read_wherever_it_is_written(d: DiscordDriver, kind: str) -> None:
    photo = d.server.attach("photo.png", b"\x89PNG", "image/png")
    every: dict[str, JSON] = {
        "caption": {"text": DARK, "attachments": [photo]},
        "picture's own words": {"attachments": [{**photo, "description": DARK}]},
        "poll": d.server.poll(DARK, "yes", "no"),
        "answer": d.server.poll("what now?", "sleep", DARK),
        "forward": d.server.forward(DARK),
    }
    assert texts.FIRST in await shown(d, **every[kind])


async def test_a_life_at_risk_is_read_in_what_a_message_was_changed_to(d: DiscordDriver) -> None:
    await d.say("what is a heron?")
    assert texts.FIRST in told(await d.edit(DARK))


async def test_a_poll_and_a_forward_are_read_and_what_is_forwarded_is_told_apart(
    d: DiscordDriver,
) -> None:
    await shown(d, **d.server.poll("Stay or go?", "Stay", "Go"))
    assert "Stay or go?\nStay\nGo" in asked(d)
    await shown(d, **d.server.forward("I'm 15, and the heron sails. Off."))
    assert "[forwarded, and not said by whom]\nI'm 15" in asked(d)
    seen = await d.settle()
    assert phrases.AGE_ASKED not in told(seen)
    await d.say("and what does that mean?")
    assert "the heron sails" in asked(d)


async def test_a_forward_that_says_off_takes_nothing_back(d: DiscordDriver) -> None:
    await d.say("hello")
    await d.choose("Accept", (await d.command("on"))[-1].id)
    await shown(d, **d.server.forward("off"))
    assert "effective level: warm" in told(await d.command("status"))
