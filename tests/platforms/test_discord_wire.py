"""Discord at the wire: acknowledgement, ephemeral answers, forms, menus, pings, long replies."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from adapters.discord import examined, rights
from adapters.discord.commands import CHANGED, WHY, WRONG
from adapters.discord.form import PRIVATE, STOP, buttons
from bot import phrases
from bot.rows import ReplyRow
from tests.driver import Seen
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_server.gateway import PRIVILEGED
from tests.platforms.discord_server.server import COMPLETE, ON_MESSAGE, DiscordServer
from tests.platforms.discord_server.world import BOT, HISTORY, REACT, Message

JSON = dict[str, Any]
ALOUD = "Tell them first thing."


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with DiscordServer() as server:
        driver = DiscordDriver(server, tmp_path)
        await driver.start()
        yield driver
        await driver.close()
        assert server.checks.violations == []
        assert server.rest.interactions.refused == []


async def reply_in(
    d: DiscordDriver, text: str = "The launch slips.", room: str = "lobby"
) -> Message:
    await d.say(text, room=room)
    seen = [one for one in await d.say(text, room=room) if one.to is None]
    return d._found(seen[-1].id)


def told(seen: list[Seen]) -> str:
    return "\n".join(one.text for one in seen)


# -- interactions ------------------------------------------------------------------------------


async def test_a_command_is_acknowledged_and_answered_to_one_person_alone(
    d: DiscordDriver,
) -> None:
    seen = await d.command("status", room="lobby")
    (interaction,) = d.server.rest.interactions.every.values()
    assert interaction.acknowledged_at is not None
    assert interaction.is_private
    assert {one.to for one in seen} == {"ada"}
    posts = [path for method, path in d.server.rest.asked if method == "POST"]
    answered = next(n for n, path in enumerate(posts) if path.endswith("/callback"))
    said = next(n for n, path in enumerate(posts) if path.startswith("/webhooks/"))
    assert answered < said


async def test_what_is_too_old_to_be_acknowledged_is_left(d: DiscordDriver) -> None:
    where = await d.channel("ada", "lobby")
    clock = d.server.world.clock
    clock.by -= timedelta(seconds=10)
    one = await d.server.command(where, d.person("ada"), "attune", [{"name": "off", "type": 1}])
    clock.by += timedelta(seconds=10)
    await d.settle()
    assert one.kind in (0, 5)  # the bot reads the same clock as it came


async def test_a_command_without_an_answer_leaves_no_sign_of_one(d: DiscordDriver) -> None:
    await d.say("hello")
    await d.command("stop")
    (interaction,) = d.server.rest.interactions.every.values()
    assert interaction.kind == 5


async def test_buttons_work_after_a_restart_and_are_one_persons(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    card = (await d.command("on", room="lobby"))[-1]
    await d.restart()
    found = d._found(card.id)
    accept = str(buttons(found.payload)[0]["custom_id"])
    await d.server.press(found, d.person("eve"), accept)
    await d.settle()
    assert "effective level: plain" in told(await d.command("status", room="lobby"))
    await d.choose("Accept", card.id, room="lobby")
    assert "effective level: warm" in told(await d.command("status", room="lobby"))


async def test_completions_come_while_one_types(d: DiscordDriver) -> None:
    where = await d.channel("ada", "lobby")
    typing = {"name": "time", "type": 3, "value": "2", "focused": True}
    options = [{"name": "pause", "type": 1, "options": [typing]}]
    one = await d.server.command(where, d.person("ada"), "attune", options, asking=COMPLETE)
    await d.settle()
    assert [each["value"] for each in one.data["choices"]] == ["2h"]


async def test_the_form_of_what_was_off_repairs_that_reply(d: DiscordDriver) -> None:
    reply = await reply_in(d)
    await reply_in(d, "Another thing.")
    d.model.script = lambda _prompt: ["Now without the chill."]
    ada, where = d.person("ada"), reply.payload["channel_id"]
    begun = await d.server.command(where, ada, WRONG, [], ON_MESSAGE, reply)
    await d.settle()
    assert begun.kind == 9
    assert begun.data["title"] == WRONG
    before = d._states()
    await d.server.choose_in_form(begun, ["cold"])
    seen = await d._since(before)
    (better,) = [one for one in seen if "without the chill" in one.text]
    assert better.reply_to == reply.id  # that one, though another is newer


async def test_the_menus_of_a_message_tell_its_person_and_nobody_else(d: DiscordDriver) -> None:
    reply = await reply_in(d)
    where = reply.payload["channel_id"]
    for name in (WHY, CHANGED):
        before = d._states()
        await d.server.command(where, d.person("ada"), name, [], ON_MESSAGE, reply)
        assert {one.to for one in await d._since(before)} == {"ada"}
    before = d._states()
    await d.server.command(where, d.person("eve"), WHY, [], ON_MESSAGE, reply)
    seen = await d._since(before)
    assert {one.to for one in seen} == {"eve"}
    assert phrases.WHY_IN_GENERAL in told(seen)


async def test_what_it_is_not_allowed_is_named_where_it_is_missing(d: DiscordDriver) -> None:
    where = await d.channel("ada", "lobby")
    d.server.world.channels[where].denied[BOT] |= REACT | HISTORY
    line = phrases.LACKING.format(rights="Read Message History, Add Reactions")
    assert line in told(await d.command("status", room="lobby"))
    d.server.world.channels[where].denied.clear()
    assert "I am not allowed" not in told(await d.command("status", room="lobby"))


async def test_an_admin_is_who_discord_says(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    assert phrases.NOT_ADMIN in told(await d.command("admin ceiling plain", room="lobby"))
    allowed = await d.command("admin ceiling plain", by="admin", room="lobby")
    assert phrases.NOT_ADMIN not in told(allowed)


# -- talking -----------------------------------------------------------------------------------


async def test_no_intent_is_privileged_and_commands_are_sent_once(d: DiscordDriver) -> None:
    await d.restart()
    assert all(not one["intents"] & PRIVILEGED for one in d.server.gateway.identifies)
    puts = [path for method, path in d.server.rest.asked if method == "PUT"]
    assert sum(path.endswith("/commands") for path in puts) == 1


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
        d.server.rest.fails.append(("PATCH", f"/messages/{reply.id}", 404, 10008))
    else:
        d.server.rest.fails.append(("PATCH", f"/messages/{reply.id}", 400, 30046))
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


# -- the doctor --------------------------------------------------------------------------------


async def test_the_doctor_looks_at_token_commands_and_tells_the_way_to_invite_it(
    d: DiscordDriver,
) -> None:
    told_well = [what async for is_well, what in examined.examine(d.settings()) if is_well]
    assert [what.partition(":")[0] for what in told_well] == [
        "token",
        "intents",
        "commands",
        "invite it with",
    ]
    assert f"permissions={rights.NEEDED.value}" in told_well[-1]
    d.more["discord_token"] = "MTAw.another.token"
    refused = [what async for is_well, what in examined.examine(d.settings()) if not is_well]
    assert refused == ["token: Discord refuses it; mend ATTUNE_DISCORD_TOKEN"]
