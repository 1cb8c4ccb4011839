"""What admins set, on Discord: its own lists, its roles, its accounts, and its Integrations."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio

from adapters.discord.components import CHANNELS, ROLES, buttons, choice
from bot.strings import ENGLISH
from tests.behaviour import agreed, level, says, words
from tests.driver import Seen
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, told

JSON = dict[str, Any]
SET = ENGLISH.settings
ROLE = "4242"


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


async def town(d: DiscordDriver) -> str:
    """Makes a server with two channels and a role, and gives its id."""
    await d.say("hello", by="admin", room="lobby")
    await d.channel("admin", "garden")
    guild = next(iter(d.server.world.guilds))
    d.server.world.roles[guild] = (ROLE,)
    await d.server.gateway.dispatch("GUILD_CREATE", d.server.world.guild_payload(guild))
    return guild


async def pick(
    d: DiscordDriver, card: Seen, label: str, kind: int, *values: str, by: str = "admin"
) -> list[Seen]:
    """Lets somebody pick from a list of the server's own, as a client sends it."""
    before, message = d._states(), d._found(card.id)
    named = (str(one["custom_id"]) for one in buttons(message.payload))
    custom = next(one for one in named if (choice(one) or ("", ""))[1] == label)
    resolved: JSON = {"channels": {}} if kind == CHANNELS else {"roles": {}}
    data: JSON = {"custom_id": custom, "component_type": kind, "values": list(values)}
    data |= {"resolved": resolved}
    where = str(message.payload["channel_id"])
    await d.server._interaction(where, d.person(by), 3, data, message)
    return await d._since(before)


def customs(payload: JSON) -> list[str]:
    """Gives the ids of what can be tapped under a message."""
    return [str(one["custom_id"]) for one in buttons(payload)]


async def page(d: DiscordDriver, rule: str) -> Seen:
    """Gives the page of a setting, as an admin opened it in the lobby."""
    return (await d.command(f"admin set {rule}", by="admin", room="lobby"))[-1]


async def test_channels_are_picked_from_the_servers_own_list(d: DiscordDriver) -> None:
    await town(d)
    card = await page(d, "speaks-in")
    seen = await pick(d, card, SET.picks["only"], CHANNELS, d.channels["garden"])
    assert f"only in <#{d.channels['garden']}>" in told(seen)
    assert await d.say("hello", by="eve", room="lobby") == []
    says(d, "Here.")
    assert "Here." in words(await d.say("hello", by="eve", room="garden"))


async def test_what_is_forged_into_a_list_is_passed_by(d: DiscordDriver) -> None:
    await town(d)
    other = d.server.world.channel(d.server.world.guild("elsewhere"), "theirs")
    card = await page(d, "speaks-in")
    for forged in (other, "1", "x", ROLE, f"<#{d.channels['garden']}>"):
        await pick(d, card, SET.picks["only"], CHANNELS, forged)
    await pick(d, card, SET.picks["only"], ROLES, ROLE)
    await pick(d, card, SET.picks["only"], CHANNELS, d.channels["garden"], by="eve")
    now = await page(d, "speaks-in")
    assert SET.now.format(value=SET.values["all"]) in now.text


async def test_a_level_is_picked_for_a_channel_and_holds_in_its_threads(d: DiscordDriver) -> None:
    await town(d)
    await agreed(d, room="garden")
    card = await page(d, "deepest-in")
    await pick(d, card, SET.picks["level_rooms"], CHANNELS, d.channels["garden"])
    seen = await d.choose("plain", card.id, by="admin", room="lobby")
    assert f"<#{d.channels['garden']}>: plain" in told(seen)
    assert await level(d, room="garden") == "plain"
    assert await level(d, room="lobby") == "warm"
    began = await d.server.say(d.channels["garden"], d.person("ada"), "a topic")
    thread = d.server.world.thread(d.channels["garden"], "aside", began.id)
    d.channels["aside"] = thread.id
    payload = d.server.world.guild_payload(next(iter(d.server.world.guilds)))
    await d.server.gateway.dispatch("GUILD_CREATE", payload)
    assert await level(d, room="aside") == "plain"


async def test_a_role_lowers_what_its_members_get_and_says_who_may_talk(d: DiscordDriver) -> None:
    guild = await town(d)
    await agreed(d, room="lobby")
    card = (await d.command(f"admin set deepest-for <@&{ROLE}> plain", by="admin", room="lobby"))[
        -1
    ]
    assert f"<@&{ROLE}>: plain" in card.text
    assert await level(d, room="lobby") == "warm"
    d.server.world.held[(guild, d.person("ada"))] = (ROLE,)
    assert await level(d, room="lobby") == "plain"
    await d.command(f"admin set talks-to <@&{ROLE}>", by="admin", room="lobby")
    says(d, "For you.")
    assert "For you." in words(await d.say("hello", room="lobby"))
    await d.pass_by(25)
    refused = await d.say("hello", by="eve", room="lobby")
    assert SET.refused["role"] in words(refused)
    assert await d.say("hello again", by="eve", room="lobby") == []


async def test_a_young_account_hears_so_once_until_it_is_old_enough(d: DiscordDriver) -> None:
    await town(d)
    await d.command("admin set account-age 7", by="admin", room="lobby")
    assert SET.refused["age"] in words(await d.say("hello", by="eve", room="lobby"))
    assert await d.say("hello again", by="eve", room="lobby") == []
    assert SET.refused["age"] in words(await d.command("listen", by="eve", room="lobby"))
    assert SET.refused["age"] not in words(await d.command("data", by="eve", room="lobby"))
    await d.pass_by(24 * 8)
    says(d, "Welcome.")
    assert "Welcome." in words(await d.say("hello", by="eve", room="lobby"))


async def test_whom_the_integrations_grant_the_command_sets_by_taps_too(d: DiscordDriver) -> None:
    guild = await town(d)
    refused = ENGLISH.admins.not_admin
    assert refused in words(await d.command("admin set deepest plain", by="eve", room="lobby"))
    admins = next(one for one in d.server.world.commands if one["name"] == "attune-admin")
    allowed = [{"id": ROLE, "type": 1, "permission": True}]
    grant = {"id": admins["id"], "application_id": "1", "guild_id": guild, "permissions": allowed}
    d.server.world.grants[guild] = [grant]
    assert refused in words(await d.command("admin set deepest plain", by="eve", room="lobby"))
    d.server.world.held[(guild, d.person("eve"))] = (ROLE,)
    card = (await d.command("admin set deepest plain", by="eve", room="lobby"))[-1]
    assert "warm → plain" in card.text
    undone = await d.choose(SET.undo, card.id, by="eve", room="lobby")
    assert "plain → warm" in words(undone)
    d.server.world.held[(guild, d.person("eve"))] = ()
    again = await d.choose(SET.undo, card.id, by="eve", room="lobby")
    assert refused in words(again)


async def test_where_only_its_name_counts_a_reply_to_it_is_passed_by(d: DiscordDriver) -> None:
    await town(d)
    says(d, "One.")
    (one,) = await d.say("hello", room="lobby")
    await d.command("admin set answers-to named", by="admin", room="lobby")
    assert await d.reply(one.id, "and then?", room="lobby") == []
    await d.command("admin set answers-to replies", by="admin", room="lobby")
    says(d, "Two.")
    assert "Two." in words(await d.reply(one.id, "and then?", room="lobby"))


async def test_in_a_listed_channel_nobody_needs_to_name_it(d: DiscordDriver) -> None:
    d.server.gateway.allows_content = d.server.world.tells_content = True
    d.more["discord_message_content"] = "True"
    await d.restart()
    await town(d)
    where, eve = d.channels["garden"], d.person("eve")
    before = d._states()
    await d.server.say(where, eve, "what a day")
    assert await d._since(before) == []
    await d.command(f"admin set hears-all <#{where}>", by="admin", room="lobby")
    await d.pass_by(1)
    says(d, "It was.")
    before = d._states()
    await d.server.say(where, eve, "what a day")
    assert "It was." in words(await d._since(before))


async def test_nothing_offers_to_go_on_in_private_where_admins_do_not_want_it(
    d: DiscordDriver,
) -> None:
    await town(d)
    says(d, "One.")
    await d.say("hello", room="lobby")
    shown = d.server.world.channels[d.channels["lobby"]].messages.values()
    offered = [one for one in shown if "private" in customs(one.payload)]
    assert offered
    await d.command("admin set private-talk off", by="admin", room="lobby")
    says(d, "Two.")
    (two,) = await d.say("hello", by="eve", room="lobby")
    assert customs(d._found(two.id).payload) == []
    before = d._states()
    await d.server.press(offered[-1], d.person("ada"), "private")
    assert ENGLISH.commands.choice_over in words(await d._since(before))


async def test_who_wrote_while_nobody_listened_is_let_by_their_roles_too(d: DiscordDriver) -> None:
    guild = await town(d)
    d.server.world.held[(guild, d.person("ada"))] = (ROLE,)
    await d.command(f"admin set talks-to <@&{ROLE}>", by="admin", room="lobby")
    await d.say("hello", room="lobby")
    await d.stop()
    before = d._states()
    says(d, "Late.")
    await d.server.say(d.channels["lobby"], d.person("ada"), "<@100> and now?")
    await d.start()
    assert "Late." in words(await d._since(before))


async def test_a_private_ask_in_a_server_keeps_to_what_its_admins_set(d: DiscordDriver) -> None:
    guild = await town(d)
    says(d, "An answer.")
    assert "An answer." in words(await d.command("ask what is it?", by="eve", room="lobby"))
    garden = d.channels["garden"]
    await d.command(f"admin set speaks-in only <#{garden}>", by="admin", room="lobby")
    asked = await d.command("ask what is it?", by="eve", room="lobby")
    assert SET.refused["here"] in words(asked)
    assert "An answer." in words(await d.command("ask what is it?", by="eve", room="garden"))
    await d.command("admin set speaks-in all", by="admin", room="lobby")
    await d.command(f"admin set talks-to <@&{ROLE}>", by="admin", room="lobby")
    for _ in range(2):
        asked = await d.command("ask what is it?", by="eve", room="lobby")
        assert SET.refused["role"] in words(asked)
    d.server.world.held[(guild, d.person("eve"))] = (ROLE,)
    assert "An answer." in words(await d.command("ask what is it?", by="eve", room="lobby"))
    await d.command(f"admin mute {d.person('eve')} 2h", by="admin", room="lobby")
    muted = words(await d.command("ask what is it?", by="eve", room="lobby"))
    assert "An answer." not in muted
    assert "/attune off" in muted
