"""What was written while nobody listened is answered once, in its order, within bounds."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord import catch_up
from adapters.discord.sentences import said_on_discord
from bot.prompt import without_note
from bot.strings import ENGLISH
from tests.behaviour import REPLY, bare
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord
from tests.platforms.discord_server.world import BOT, HISTORY


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


async def away(d: DiscordDriver, *rooms: str, hours: float = 0.0) -> None:
    """Somebody was answered in these rooms; then the bot is stopped, and time goes by."""
    for room in rooms:
        await d.say("hello", room=room)
    await d.stop()
    d.server.world.clock.by += timedelta(minutes=2, hours=hours)


async def back(d: DiscordDriver) -> list[str]:
    before = d._states()
    await d.start()
    return [bare(one.text) for one in await d._since(before)]


async def test_direct_messages_and_mentions_are_answered_once(d: DiscordDriver) -> None:
    await away(d, "dm", "lobby")
    await d._say("and in private?", "ada", "dm")
    await d._say("and here?", "ada", "lobby")
    await d.server.say(await d.channel("eve", "lobby"), d.person("eve"), "not for the bot")
    assert (await back(d)).count(REPLY) == 2
    await d.restart()
    assert len(d.model.prompts) == 4


async def test_each_answer_knows_what_was_answered_since(d: DiscordDriver) -> None:
    await away(d, "dm", "lobby")
    for text in ("are you there?", "the launch slips", "what now?"):
        await d._say(text, "ada", "dm")
        await d._say(text, "eve", "lobby")
        d.server.world.clock.by += timedelta(seconds=40)
    assert (await back(d)).count(REPLY) == 6
    asked = [without_note(prompt.lines[-1].text) for prompt in d.model.prompts[-6:]]
    assert Counter(asked) == Counter(("are you there?", "the launch slips", "what now?") * 2)


async def test_a_channel_it_never_spoke_in_is_read_too(d: DiscordDriver) -> None:
    await d.channel("ada", "other")
    await away(d, "lobby")
    await d._say("anybody here?", "eve", "other")
    assert REPLY in await back(d)


async def test_a_process_that_never_listened_reads_nothing(d: DiscordDriver) -> None:
    await d.stop()
    d.folder = d.folder / "new"
    d.folder.mkdir()
    await d._say("from before it came", "ada", "lobby")
    assert await back(d) == []


async def test_what_is_old_gets_one_line_and_direct_messages_of_strangers_are_not_known(
    d: DiscordDriver,
) -> None:
    await away(d, "dm")
    await d._say("what is a heron", "ada", "dm")
    await d._say("and an osprey", "ada", "dm")
    await d._say("I want to kill myself tonight", "eve", "dm")
    d.server.world.clock.by += timedelta(hours=3)
    said = await back(d)
    assert said.count(ENGLISH.failures.came_late) == 1
    assert REPLY not in said[:1]
    await d.settle()
    eve = d.server.world.direct(d.person("eve"))[0]
    assert not [one for one in eve.messages.values() if one.payload["author"]["id"] == BOT]
    # nobody has talked there with the bot before, and Discord lists no direct messages


async def test_a_life_at_risk_is_answered_however_old(d: DiscordDriver) -> None:
    await away(d, "dm")
    await d._say("I want to kill myself tonight", "ada", "dm")
    d.server.world.clock.by += timedelta(hours=3)
    said = "\n".join(await back(d))
    assert "emergency" in said
    assert ENGLISH.failures.came_late not in said


async def test_it_reads_so_many_channels_and_messages_and_no_more(
    d: DiscordDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catch_up, "MOST_OF_A_SERVER", 2)
    monkeypatch.setattr(catch_up, "PAGE", 4)
    monkeypatch.setattr(catch_up, "MOST_MESSAGES", 8)
    rooms = ["one", "two", "three"]
    for room in rooms:
        await d.channel("ada", room)
    await away(d, "dm")
    for room in rooms:
        await d._say("hello?", "ada", room)
    for number in range(9):
        where = await d.channel("eve", "three")
        await d.server.say(where, d.person("eve"), f"{number}, between us")
    d.server.rest.asked.clear()
    said = await back(d)
    read = [path for method, path in d.server.rest.asked if method == "GET" and "messages" in path]
    named = {room: await d.channel("ada", room) for room in rooms}
    assert f"/channels/{named['one']}/messages" not in read  # the two newest are read
    assert read.count(f"/channels/{named['three']}/messages") == 2
    assert sum(REPLY in one for one in said) == 1  # in two; in three it lies too far back


async def test_a_channel_it_may_not_read_is_left_alone(d: DiscordDriver) -> None:
    where = await d.channel("ada", "lobby")
    await away(d, "dm")
    d.server.world.channels[where].denied[BOT] |= HISTORY
    await d._say("hello?", "ada", "lobby")
    d.server.rest.asked.clear()
    await back(d)
    assert f"/channels/{where}/messages" not in [path for _, path in d.server.rest.asked]


async def test_words_of_a_line_once_are_not_said_about_what_was_missed(d: DiscordDriver) -> None:
    await away(d, "lobby")
    where = await d.channel("ada", "lobby")
    await d.server.say(where, d.person("ada"), f"<@{BOT}> hello", webhook_id="77")
    assert said_on_discord(ENGLISH).proxied not in await back(d)
