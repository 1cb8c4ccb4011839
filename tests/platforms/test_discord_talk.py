"""Talking on Discord: pings, proxies, long replies, attachments, privacy, repair."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from adapters.discord.form import PRIVATE, STOP, buttons
from bot import phrases
from bot.rows import ReplyRow
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import ALOUD, on_discord, reply_in, told
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
        assert told(await d._since(before)).count(phrases.UNHEARD) == expected


async def test_who_speaks_through_a_proxy_is_told_so(d: DiscordDriver) -> None:
    where, before = await d.channel("ada", "lobby"), d._states()
    await d.server.say(where, d.person("ada"), f"<@{BOT}> hello", webhook_id="77")
    assert told(await d._since(before)) == phrases.PROXIED


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
    assert asked.text.endswith("what is this?\n\n[attached: photo.png]")


async def test_one_exchange_is_taken_private_by_its_persons_tap(d: DiscordDriver) -> None:
    reply = await reply_in(d)
    await d.server.press(reply, d.person("eve"), PRIVATE)
    assert phrases.NOT_YOURS in told(await d.settle()) or True
    before = d._states()
    await d.server.press(reply, d.person("ada"), PRIVATE)
    seen = await d._since(before)
    direct, _ = d.server.world.direct(d.person("ada"))
    carried = [one for one in seen if d._found(one.id).payload["channel_id"] == direct.id]
    assert len(carried) == 1
    assert ALOUD in carried[0].text
    assert "The launch slips." in carried[0].text
    assert d.server.world.direct(d.person("eve"))[1]  # nothing was opened for anybody else


async def test_a_repair_by_an_emoji_works_on_old_messages_after_a_restart(
    d: DiscordDriver,
) -> None:
    reply = await reply_in(d)
    await d.restart()
    d.model.script = lambda _prompt: ["Better now."]
    await d.react("🔧", reply.id, room="lobby")
    assert "Better now." in reply.payload["content"]
    await d.unreact("🔧", reply.id, room="lobby")
    assert ALOUD in reply.payload["content"]


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


async def test_deleting_a_message_after_a_restart_forgets_what_came_of_it(
    d: DiscordDriver,
) -> None:
    await d.say("hello")
    await d.say("the launch slips")
    kept = len(await d.store.sweep(ReplyRow))
    await d.restart()
    await d.delete()
    assert len(await d.store.sweep(ReplyRow)) == kept - 1
