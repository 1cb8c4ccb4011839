"""Discord at the wire: acknowledgement, ephemeral answers, forms, menus, the doctor."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio

from adapters.discord import diagnostics, permissions
from adapters.discord.components import NOBODY, buttons
from adapters.discord.sentences import said_on_discord
from bot.strings import ENGLISH
from tests.behaviour import prompted, says, words
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, reply_in, told
from tests.platforms.discord_server.gateway import PRIVILEGED
from tests.platforms.discord_server.server import COMPLETE, ON_MESSAGE
from tests.platforms.discord_server.world import BOT, HISTORY, REACT

JSON = dict[str, Any]

MENUS = said_on_discord(ENGLISH).menus


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


# -- interactions ------------------------------------------------------------------------------


async def test_a_command_is_acknowledged_and_answered_to_one_person_alone(
    d: DiscordDriver,
) -> None:
    seen = await d.command("status", room="lobby")
    (interaction,) = d.server.rest.interactions.every.values()
    assert interaction.acknowledged_at is not None
    assert interaction.is_private
    assert {one.to for one in seen} == {"ada"}
    asked = [path for _, path in d.server.rest.asked]
    answered = next(n for n, path in enumerate(asked) if path.endswith("/callback"))
    said = next(n for n, path in enumerate(asked) if path.startswith("/webhooks/"))
    assert answered < said


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
    assert "Plain here" in told(await d.command("status", room="lobby"))
    await d.choose("Yes", card.id, room="lobby")
    assert "Warm here" in told(await d.command("status", room="lobby"))


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
    begun = await d.server.command(where, ada, MENUS["wrong"], [], ON_MESSAGE, reply)
    await d.settle()
    assert begun.kind == 9
    assert begun.data["title"] == MENUS["wrong"]
    before = d._states()
    await d.server.choose_in_form(begun, ["cold"])
    seen = await d._since(before)
    (better,) = [one for one in seen if "without the chill" in one.text]
    assert better.reply_to == reply.id  # that one, though another is newer


async def test_the_line_of_admins_is_asked_for_in_a_form_where_nothing_is_picked(
    d: DiscordDriver,
) -> None:
    where, admin = await d.channel("admin", "lobby"), d.person("admin")
    d.server.locales[admin] = "de"
    german, bare = ENGLISH.to("de"), [{"name": "crisis-line", "type": 1, "options": []}]
    begun = await d.server.command(where, admin, "attune-admin", bare)
    await d.settle()
    assert begun.kind == 9
    assert begun.data["title"] == said_on_discord(german).form["crisis-line"]
    before, url = d._states(), "https://example.org/night"
    await d.server.fill_form(begun, {"text": "Nachtlinie", "url": url})
    (preview,) = await d._since(before)
    assert preview.text.startswith(german.admins.crisis_line_preview)
    assert f"Nachtlinie {url}" in preview.text.replace("<", "").replace(">", "")
    set_it = await d.choose(german.choices.set_line, preview.id, by="admin", room="lobby")
    assert german.admins.crisis_line_set in told(set_it)


async def test_what_is_typed_into_that_form_is_an_admins_and_off_takes_the_line_away(
    d: DiscordDriver,
) -> None:
    where = await d.channel("ada", "lobby")
    bare = [{"name": "crisis-line", "type": 1}]
    for by, typed, answer in (
        ("ada", "Night line", ENGLISH.admins.not_admin),
        ("admin", "Night line", ENGLISH.admins.crisis_line_bad),
        ("admin", " off ", ENGLISH.admins.crisis_line_off),
    ):
        begun = await d.server.command(where, d.person(by), "attune-admin", bare)
        await d.settle()
        before = d._states()
        await d.server.fill_form(begun, {"text": typed})
        assert answer in told(await d._since(before))


async def test_the_menus_of_a_message_tell_its_person_and_nobody_else(d: DiscordDriver) -> None:
    reply = await reply_in(d)
    where = reply.payload["channel_id"]
    for name in (MENUS["why"], MENUS["changed"], MENUS["report"]):
        before = d._states()
        await d.server.command(where, d.person("ada"), name, [], ON_MESSAGE, reply)
        assert {one.to for one in await d._since(before)} == {"ada"}
    before = d._states()
    await d.server.command(where, d.person("eve"), MENUS["why"], [], ON_MESSAGE, reply)
    seen = await d._since(before)
    assert {one.to for one in seen} == {"eve"}
    assert ENGLISH.why.in_general in told(seen)


async def test_what_it_is_not_allowed_is_named_where_it_is_missing(d: DiscordDriver) -> None:
    where = await d.channel("ada", "lobby")
    d.server.world.channels[where].denied[BOT] |= REACT | HISTORY
    line = said_on_discord(ENGLISH).lacking.format(rights="Read Message History, Add Reactions")
    assert line in told(await d.command("status", room="lobby"))
    d.server.world.channels[where].denied.clear()
    assert "I am not allowed" not in told(await d.command("status", room="lobby"))


async def test_an_admin_is_who_discord_says(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    assert ENGLISH.admins.not_admin in told(await d.command("admin ceiling plain", room="lobby"))
    allowed = await d.command("admin ceiling plain", by="admin", room="lobby")
    assert ENGLISH.admins.not_admin not in told(allowed)


async def test_no_intent_is_privileged_and_commands_are_sent_once(d: DiscordDriver) -> None:
    await d.restart()
    assert all(not one["intents"] & PRIVILEGED for one in d.server.gateway.identifies)
    puts = [path for method, path in d.server.rest.asked if method == "PUT"]
    assert sum(path.endswith("/commands") for path in puts) == 1


# -- the doctor --------------------------------------------------------------------------------


async def test_the_doctor_looks_at_token_commands_and_tells_the_way_to_invite_it(
    d: DiscordDriver,
) -> None:
    told_well = [what async for is_well, what in diagnostics.examine(d.settings()) if is_well]
    assert [what.partition(":")[0] for what in told_well] == [
        "token",
        "intents",
        "commands",
        "invite it with",
    ]
    assert f"permissions={permissions.NEEDED.value}" in told_well[-1]
    d.more["discord_token"] = "MTAw.another.token"
    refused = [what async for is_well, what in diagnostics.examine(d.settings()) if not is_well]
    assert refused == ["token: Discord refuses it; mend ATTUNE_DISCORD_TOKEN"]


# -- what a model may make of a message ---------------------------------------------------------


async def test_no_edit_of_any_kind_may_mention_anybody(d: DiscordDriver) -> None:
    reply = (await d.say("hello", room="lobby"))[-1]
    await d.react("🔧", reply.id, room="lobby")
    card = (await d.command("on", room="lobby"))[-1]
    await d.choose("Yes", card.id, room="lobby")
    await d.command("ask what is two and two", room="lobby")
    assert len(d.server.world.edits) > 1
    assert [one for one in d.server.world.edits if one.get("allowed_mentions") != NOBODY] == []


async def test_an_address_of_a_models_unfurls_nothing_and_is_read_again_as_it_was(
    d: DiscordDriver,
) -> None:
    says(d, "See [the bank](https://evil.example/x) or `https://a.be`.")
    shown = words(await d.say("hello"))
    assert "See the bank (<https://evil.example/x>) or `https://a.be`." in shown
    await d.say("and now")
    assert "See the bank (https://evil.example/x) or" in prompted(d)
