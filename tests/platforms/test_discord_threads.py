"""Long replies in channels: one message there, the rest in a thread, where that is allowed."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord.components import PRIVATE, STOP, buttons
from adapters.discord.sentences import said_on_discord
from bot.records import HOUSE, NoteRow
from bot.strings import ENGLISH
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import growing, on_discord, told
from tests.platforms.discord_server.server import ON_MESSAGE
from tests.platforms.discord_server.world import BOT, IN_THREADS, THREADS, Message

LONG = [f"This is point {number} of what there is to say about it. " for number in range(90)]

MENUS = said_on_discord(ENGLISH).menus


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


async def long_reply(d: DiscordDriver, room: str = "lobby") -> list[Message]:
    await d.say("hello", room=room)
    d.model.script = lambda _prompt: LONG
    return [d._found(one.id) for one in await d.say("tell me everything", room=room)]


def points(messages: list[Message]) -> list[bool]:
    whole = " ".join(one.words for one in messages)
    return [f"point {number} of" in whole for number in range(90)]


async def test_a_long_reply_goes_on_in_a_thread_of_its_own(d: DiscordDriver) -> None:
    first, *rest = await long_reply(d)
    assert all(points([first, *rest]))
    assert 600 < len(first.words) <= 2000
    thread = d.server.world.channels[first.id]
    assert {one.payload["channel_id"] for one in rest} == {thread.id}
    assert thread.name == ENGLISH.replies.rest_of_reply
    assert all(len(one.words) <= 2000 for one in rest)
    assert [one["custom_id"] for one in buttons(first.payload)] == [PRIVATE]
    assert all(not buttons(one.payload) for one in rest)


@pytest.mark.parametrize("denied", [THREADS, IN_THREADS])
async def test_without_the_permission_it_goes_on_in_further_messages(
    d: DiscordDriver, denied: int
) -> None:
    where = await d.channel("ada", "lobby")
    d.server.world.channels[where].denied[BOT] |= denied
    await d.restart()
    found = await long_reply(d)
    assert all(points(found))
    assert {one.payload["channel_id"] for one in found} == {where}


async def test_a_thread_that_is_refused_is_not_tried_again_for_a_while(d: DiscordDriver) -> None:
    where = await d.channel("ada", "lobby")
    d.server.rest.faults.fails.append(("POST", "/threads", 403, 50013))
    found = await long_reply(d)
    assert all(points(found))
    assert {one.payload["channel_id"] for one in found} == {where}
    await d.say("and again", room="lobby")
    tried = [path for method, path in d.server.rest.asked if path.endswith("/threads")]
    assert len(tried) == 1


async def test_the_setting_leaves_threads_alone(d: DiscordDriver) -> None:
    d.more["discord_long_replies"] = "messages"
    await d.restart()
    found = await long_reply(d)
    assert {one.payload["channel_id"] for one in found} == {await d.channel("ada", "lobby")}
    assert not any(path.endswith("/threads") for _, path in d.server.rest.asked)


async def test_within_a_thread_it_opens_none(d: DiscordDriver) -> None:
    parent = await d.channel("ada", "lobby")
    began = await d.server.say(parent, d.person("ada"), "let us talk there")
    d.channels["aside"] = d.server.world.thread(parent, "aside", began.id).id
    found = await long_reply(d, "aside")
    assert all(points(found))
    assert {one.payload["channel_id"] for one in found} == {began.id}


async def test_a_repair_from_the_thread_mends_all_of_the_reply(d: DiscordDriver) -> None:
    first, *rest = await long_reply(d)
    await d.restart()
    d.model.script = lambda _prompt: ["Short now."]
    await d.react("🔧", rest[-1].id, room="lobby")
    asked = "\n".join(line.text for line in d.model.prompts[-1].lines)
    assert "point" not in asked
    assert "Short now." in first.words
    assert all(one.is_gone for one in rest)
    d.model.script = lambda _prompt: LONG
    await d.unreact("🔧", rest[-1].id, room="lobby")
    standing = [one for one in d._every() if not one.is_gone]
    assert all(points(standing))
    assert first.words.startswith("This is point 0")


async def test_the_menus_in_the_thread_are_about_the_reply(d: DiscordDriver) -> None:
    _first, *rest = await long_reply(d)
    before = d._states()
    await d.server.command(
        rest[0].payload["channel_id"], d.person("ada"), MENUS["why"], [], ON_MESSAGE, rest[0]
    )
    assert ENGLISH.why.nothing in told(await d._since(before))
    begun = await d.server.command(
        rest[0].payload["channel_id"], d.person("ada"), MENUS["wrong"], [], ON_MESSAGE, rest[0]
    )
    await d.settle()
    d.model.script = lambda _prompt: ["Short now."]
    await d.server.choose_in_form(begun, ["too long"])
    assert "Short now." in told(await d.settle()) or "Short now." in _first.words


async def test_it_can_be_stopped_from_the_thread(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    d.model.script = lambda _prompt: LONG
    gate = d.model.gates[60] = asyncio.Event()
    await d._say("tell me everything", "ada", "lobby")
    await d.model.reached.wait()
    rest = await growing(d)
    assert rest.payload["channel_id"] != await d.channel("ada", "lobby")
    await d.server.press(rest, d.person("ada"), STOP)
    await d.settle_working()
    gate.set()
    await d.settle()
    standing = [one for one in d._every() if not one.is_gone]
    assert ENGLISH.replies.stopped in standing[-1].words
    assert points(standing)[-1] is False


async def test_what_was_said_in_a_thread_counts_when_one_talks_on(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    await d.choose("Yes", (await d.command("on", room="lobby"))[-1].id, room="lobby")
    await long_reply(d)
    d.model.script = lambda _prompt: ["Fine."]
    await d.say("and the last point?", room="lobby")
    lines = d.model.prompts[-1].lines
    own = " ".join(line.text for line in lines if line.role == "assistant")
    assert "point 0 of" in own
    assert "point 89 of" in own


async def test_in_which_channel_a_reply_stands_is_its_persons_note_and_goes_with_an_erase(
    d: DiscordDriver,
) -> None:
    _first, *rest = await long_reply(d)
    where = await d.channel("ada", "lobby")
    notes = [note for note in await d.store.sweep(NoteRow) if note.body == where]
    assert len(notes) == len(rest)
    assert HOUSE not in {note.owner for note in notes}
    card = (await d.command("data erase", room="lobby"))[-1]
    await d.choose("Erase", card.id, room="lobby")
    assert [note for note in await d.store.sweep(NoteRow) if note.body == where] == []
