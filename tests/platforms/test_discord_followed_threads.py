"""Message Content by choice: threads in which who spoke to it need not mention it again."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord import diagnostics
from bot.prompt import without_note
from tests.behaviour import REPLY
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, told
from tests.platforms.discord_server.gateway import CONTENT


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        driver.server.gateway.allows_content = True
        yield driver


async def a_thread(d: DiscordDriver, *, allowed: bool = True, agreed: bool = True) -> str:
    """Gives a thread in which Ada mentioned the bot."""
    parent = await d.channel("ada", "lobby")
    began = await d.server.say(parent, d.person("eve"), "let us talk there")
    d.channels["aside"] = d.server.world.thread(parent, "aside", began.id).id
    d.more["discord_message_content"] = str(allowed)
    await d.restart()
    if agreed:
        await d.command("admin hear-threads on", by="admin", room="lobby")
    await d.say("hello there", room="aside")
    return d.channels["aside"]


async def plainly(d: DiscordDriver, text: str, by: str, where: str, **more: object) -> str:
    """Says something without a mention, and gives what the bot said to it."""
    before = d._states()
    await d.server.say(where, d.person(by), text, **more)  # type: ignore[arg-type]
    return told(await d._since(before))


async def test_who_spoke_to_it_there_need_not_mention_it_again(d: DiscordDriver) -> None:
    where = await a_thread(d)
    assert d.server.gateway.identifies[-1]["intents"] & CONTENT
    assert REPLY in await plainly(d, "and the launch?", "ada", where)
    assert without_note(d.model.prompts[-1].lines[-1].text) == "and the launch?"
    assert await plainly(d, "I only talk to Ada", "eve", where) == ""
    await d.restart()
    assert REPLY in await plainly(d, "and after that?", "ada", where)
    asked = "\n".join(line.text for line in d.model.prompts[-1].lines)
    assert "I only talk to Ada" not in asked


async def test_who_was_shown_there_where_to_pick_a_command_is_heard_from_then_on(
    d: DiscordDriver,
) -> None:
    where = await a_thread(d)
    await d.say("/attune status", by="eve", room="aside")
    assert d.model.prompts[-1].lines[-1].text.endswith("hello there")
    assert REPLY in await plainly(d, "and the launch?", "eve", where)


async def test_what_is_said_to_somebody_else_stays_theirs(d: DiscordDriver) -> None:
    where = await a_thread(d)
    eve = d.person("eve")
    others = await d.server.say(where, eve, "what do you think?")
    assert await plainly(d, f"<@{eve}> I think so too", "ada", where) == ""
    assert await plainly(d, "I think so too", "ada", where, reply_to=others.id) == ""


async def test_in_channels_a_mention_is_needed_all_the_same(d: DiscordDriver) -> None:
    await a_thread(d)
    await d.say("hello", room="lobby")
    assert await plainly(d, "and here?", "ada", await d.channel("ada", "lobby")) == ""


@pytest.mark.parametrize("missing", ["allowed", "agreed"])
async def test_it_takes_the_operators_and_the_admins_yes(d: DiscordDriver, missing: str) -> None:
    where = await a_thread(d, allowed=missing != "allowed", agreed=missing != "agreed")
    assert await plainly(d, "and the launch?", "ada", where) == ""
    assert d.server.gateway.identifies[-1]["intents"] & CONTENT == (
        0 if missing == "allowed" else CONTENT
    )


async def test_the_doctor_tells_of_an_intent_that_is_not_allowed(d: DiscordDriver) -> None:
    d.more["discord_message_content"] = "True"
    wrong = [what async for is_well, what in diagnostics.examine(d.settings()) if not is_well]
    assert [what.partition(":")[0] for what in wrong] == ["intents"]
