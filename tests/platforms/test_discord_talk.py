"""Talking on Discord: pings, proxies, long replies, attachments, privacy, repair."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from adapters.discord.components import PRIVATE, STOP, buttons
from adapters.discord.sentences import said_on_discord
from bot.prompt import without_note
from bot.records import NoteRow, ReplyRow
from bot.strings import ENGLISH
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import ALOUD, growing, on_discord, reply_in, told
from tests.platforms.discord_server.world import BOT

JSON = dict[str, Any]


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


async def test_a_reply_pings_nobody_unless_it_took_long(d: DiscordDriver) -> None:
    reply = await reply_in(d)
    assert reply.payload["mentions"] == []
    d.model.script = lambda _prompt: ["@everyone <@", d.person("eve"), "> come here now."]
    assert (await reply_in(d)).payload["mentions"] == []


async def test_a_reply_without_the_ping_is_told_how_to_be_heard_once(d: DiscordDriver) -> None:
    reply = await reply_in(d)
    where, ada = reply.payload["channel_id"], d.person("ada")
    for expected in (1, 0):
        before = d._states()
        await d.server.say(where, ada, "and now?", reply.id, pings=False)
        assert told(await d._since(before)).count(said_on_discord(ENGLISH).unheard) == expected


async def test_who_speaks_through_a_proxy_is_told_so(d: DiscordDriver) -> None:
    where, before = await d.channel("ada", "lobby"), d._states()
    await d.server.say(where, d.person("ada"), f"<@{BOT}> hello", webhook_id="77")
    assert told(await d._since(before)) == said_on_discord(ENGLISH).proxied


async def test_a_reply_grows_with_a_way_to_stop_it_and_ends_with_a_way_to_privacy(
    d: DiscordDriver,
) -> None:
    await d.say("hello", room="lobby")
    reply = await reply_in(d)
    customs = [one["custom_id"] for one in buttons(reply.payload)]
    assert customs == [PRIVATE]
    assert STOP not in customs


async def test_a_long_reply_comes_whole_in_several_messages(d: DiscordDriver) -> None:
    await d.say("hello")
    long = [
        f"This is point {number} of what there is to say about it all. " for number in range(90)
    ]
    d.model.script = lambda _prompt: long
    seen = await d.say("tell me everything")
    whole = " ".join(one.text for one in seen)
    assert len(whole) > 4500
    assert all(len(one.text) <= 2000 for one in seen)
    assert all(f"point {number} of" in whole for number in range(90))


async def test_attached_text_is_read_and_anything_else_is_named(d: DiscordDriver) -> None:
    await d.say("hello")
    where, before = await d.channel("ada", "dm"), d._states()
    files = [
        d.server.attach("plan.txt", b"The heron sails on Friday."),
        d.server.attach("photo.png", b"\x89PNG", "image/png"),
        d.server.attach("huge.txt", b"x" * 100_000),
        {**d.server.attach("far.txt", b"x"), "url": "http://192.0.2.1/far.txt"},
    ]
    await d.server.say(where, d.person("ada"), "look at this", attachments=files)
    await d._since(before)
    asked = d.model.prompts[-1].lines[-1].text
    assert "look at this" in asked
    assert "The heron sails on Friday." in asked
    for name in ("photo.png", "huge.txt", "far.txt"):
        assert f"[attached: {name}, which I cannot read]" in asked


async def test_a_picture_goes_to_models_that_take_them(d: DiscordDriver) -> None:
    d.more["model_images"] = "true"
    await d.restart()
    await d.say("hello")
    where, before = await d.channel("ada", "dm"), d._states()
    photo = d.server.attach("photo.png", b"\x89PNG", "image/png")
    await d.server.say(where, d.person("ada"), "what is this?", attachments=[photo])
    await d._since(before)
    asked = d.model.prompts[-1].lines[-1]
    assert asked.images == ("data:image/png;base64,iVBORw==",)
    assert without_note(asked.text).endswith("what is this?\n\n[attached: photo.png]")


async def test_one_exchange_is_taken_private_by_its_persons_tap(d: DiscordDriver) -> None:
    reply = await reply_in(d)
    before = d._states()
    await d.server.press(reply, d.person("eve"), PRIVATE)
    assert ENGLISH.rooms.not_yours in told(await d._since(before))
    before = d._states()
    await d.server.press(reply, d.person("ada"), PRIVATE)
    seen = await d._since(before)
    direct, _ = d.server.world.direct(d.person("ada"))
    carried = [one for one in seen if d._found(one.id).payload["channel_id"] == direct.id]
    assert len(carried) == 1
    assert ALOUD in carried[0].text
    assert "The launch slips." in carried[0].text
    assert d.server.world.direct(d.person("eve"))[1]  # nothing was opened for anybody else


async def test_what_was_taken_private_is_whole_and_one_can_talk_on_there(
    d: DiscordDriver,
) -> None:
    await d.say("hello", room="lobby")
    d.model.script = lambda _prompt: [f"This is point {number} of it all. " for number in range(90)]
    first = d._found((await d.say("tell me all", room="lobby"))[0].id)
    before = d._states()
    await d.server.press(first, d.person("ada"), PRIVATE)
    whole = told([one for one in await d._since(before) if one.to is None])
    assert all(f"point {number} of" in whole for number in range(90))
    d.model.script = lambda _prompt: ["Yes."]
    await d.say("is the last one true?")
    lines = d.model.prompts[-1].lines
    assert "tell me all" in lines[2].text
    assert "point 89 of" in lines[2].text
    await d.say("and the one before?")
    assert not any("point 89 of" in line.text for line in d.model.prompts[-1].lines)


async def test_a_reply_that_took_over_a_minute_pings_whom_it_answers(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    gate = d.model.gates[0] = asyncio.Event()
    await d._say("take your time", "ada", "lobby")
    await d.model.reached.wait()
    d.server.world.clock.by += timedelta(seconds=61)
    before = d._states()
    gate.set()
    (seen,) = await d._since(before)
    assert [one["id"] for one in d._found(seen.id).payload["mentions"]] == [d.person("ada")]


async def test_a_reply_is_stopped_by_its_button_while_it_grows(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    d.model.script = lambda _prompt: ["First this. ", "Then that. ", "And this. ", "Last of all."]
    gate = d.model.gates[3] = asyncio.Event()
    await d._say("tell me", "ada", "lobby")
    reply = await growing(d)
    await d.server.press(reply, d.person("eve"), STOP)  # it is not theirs
    await d.settle_working()
    assert ENGLISH.replies.stopped not in reply.words
    await d.server.press(reply, d.person("ada"), STOP)
    await d.settle_working()
    gate.set()
    await d.settle()
    assert reply.words.endswith(ENGLISH.replies.stopped)
    assert "Last of all." not in reply.words


async def test_it_is_typing_until_there_is_an_answer(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    gate = d.model.gates[0] = asyncio.Event()
    d.server.rest.asked.clear()
    await d._say("take your time", "ada", "lobby")
    await d.model.reached.wait()
    where = await d.channel("ada", "lobby")
    async with asyncio.timeout(10):
        while ("POST", f"/channels/{where}/typing") not in d.server.rest.asked:
            await asyncio.sleep(0.02)
    gate.set()
    await d.settle()


async def test_the_chain_of_replies_is_read_also_where_it_is_old(d: DiscordDriver) -> None:
    reply = await reply_in(d, "The launch slips.")
    await d.pass_by(30)
    before = d._states()
    where = reply.payload["channel_id"]
    await d.server.say(where, d.person("ada"), "and what then?", reply.id)
    await d._since(before)
    said = [line.text for line in d.model.prompts[-1].lines]
    assert without_note(said[-1]) == "and what then?"
    assert any("The launch slips." in text for text in said)


async def test_only_words_of_people_who_spoke_to_it_there_are_read(d: DiscordDriver) -> None:
    await reply_in(d)
    where = await d.channel("ada", "lobby")
    await d.server.say(where, d.person("eve"), "my secret is the heron")
    await d.server.say(where, d.person("ada"), "not for the bot: the osprey")
    await d.say("go on", room="lobby")
    asked = "\n".join(line.text for line in d.model.prompts[-1].lines)
    assert "heron" not in asked
    assert "osprey" not in asked


async def test_a_repair_by_an_emoji_works_on_old_messages_after_a_restart(
    d: DiscordDriver,
) -> None:
    reply = await reply_in(d)
    await d.restart()
    d.model.script = lambda _prompt: ["Better now."]
    await d.react("🔧", reply.id, room="lobby")
    assert "Better now." in reply.words
    await d.unreact("🔧", reply.id, room="lobby")
    assert ALOUD in reply.words


@pytest.mark.parametrize("is_gone", [False, True])
async def test_a_reply_that_can_be_changed_no_more_is_repaired_below(
    d: DiscordDriver, is_gone: bool
) -> None:
    reply = await reply_in(d)
    d.model.script = lambda _prompt: ["Better now."]
    if is_gone:  # between the tap and the repair
        d.server.rest.faults.fails.append(("PATCH", f"/messages/{reply.id}", 404, 10008))
    else:
        d.server.rest.faults.fails.append(("PATCH", f"/messages/{reply.id}", 400, 30046))
    seen = await d.react("🔧", reply.id, room="lobby")
    (better,) = [one for one in seen if "Better now." in one.text]
    assert better.id != reply.id
    assert "Put it back" in better.choices


async def test_what_discord_tells_again_after_an_erase_leaves_no_note_of_who_wrote_it(
    d: DiscordDriver,
) -> None:
    await d.say("hello")
    said = d.newest["ada"]
    assert await d.discord.authors.of(said.id) == d.person("ada")
    card = (await d.command("data erase"))[-1]
    await d.choose("Erase", card.id)
    kept = await d.store.sweep(NoteRow)
    for session in d.server.gateway._live():
        assert session.connection is not None
        for frame in [one for one in session.events if one["t"] == "MESSAGE_CREATE"]:
            await session.connection.send(frame)
    await d.settle()
    assert await d.store.sweep(NoteRow) == kept
    assert await d.discord.authors.of(said.id) is None


async def test_deleting_a_message_after_a_restart_forgets_what_came_of_it(
    d: DiscordDriver,
) -> None:
    await d.say("hello")
    await d.say("the launch slips")
    kept = len(await d.store.sweep(ReplyRow))
    await d.restart()
    await d.delete()
    assert len(await d.store.sweep(ReplyRow)) == kept - 1
