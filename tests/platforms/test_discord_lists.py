"""Lists on Discord: one value of many stands in one menu, which marks the one that holds."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from adapters.discord import ids
from adapters.discord.components import CHOICE, LIST, parts_of
from adapters.discord.sentences import said_on_discord
from bot.capabilities import EVERYWHERE
from bot.commands import Topic
from bot.commands import page as topic_page
from bot.house_rules import RULES
from bot.ids import SendKey
from bot.layout.window import Values
from bot.levels import Level, Stance
from bot.strings import ENGLISH, OFFERED
from bot.words import Edit, Outgoing
from tests.behaviour import agreed, level
from tests.driver import Seen
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, told
from tests.platforms.discord_server.world import Message

JSON = dict[str, Any]
SAID = ENGLISH.settings
TAPS = {one: ENGLISH.level(one) for one in Level}
WARM, ATTUNED = TAPS[Level.WARM], TAPS[Level.ATTUNED]
CHANGED = SAID.changed.format(name=SAID.names["deepest"], before="warm", after="attuned")


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


def rows(message: Message) -> list[list[str]]:
    """Gives what stands in each row under a message: buttons, or the lines of a menu."""
    each = [one.get("components") or [] for one in parts_of(message.payload)]
    every = [[line for one in row for line in one.get("options", [one])] for row in each if row]
    return [[str(line["label"]) for line in row] for row in every]


def the_list(message: Message) -> JSON:
    """Gives the one list of values under a message."""
    each = [one for row in parts_of(message.payload) for one in row.get("components") or []]
    found: list[JSON] = [one for one in each if str(one["custom_id"]).startswith(LIST)]
    (only,) = found
    return only


async def the_panel(d: DiscordDriver) -> Message:
    """Gives the page of the deepest level, as an admin opened it from the panel in a channel."""
    await d.say("hello", by="admin", room="lobby")
    panel = (await d.command("admin settings", by="admin", room="lobby"))[-1].id
    await d.choose(SAID.names["deepest"], panel, by="admin", room="lobby")
    return d._found(panel)


async def page(d: DiscordDriver, label: str, room: str = "dm") -> Message:
    """Gives a page of a person's own panel."""
    panel = (await d.command("status", room=room))[-1]
    await d.choose(label, panel.id, room=room)
    return d._found(panel.id)


async def pick(d: DiscordDriver, message: Message, value: str, by: str) -> list[Seen]:
    """Lets somebody send a value as that of the list, as a forged client could."""
    before = d._states()
    data = {"custom_id": f"{LIST}0", "component_type": 3, "values": [value]}
    where = str(message.payload["channel_id"])
    await d.server._interaction(where, d.person(by), 3, data, message)
    return await d._since(before)


# -- how they look -----------------------------------------------------------------------------


async def test_the_deepest_level_of_a_server_is_one_list_that_marks_what_is_set(
    d: DiscordDriver,
) -> None:
    await d.say("hello", by="admin", room="lobby")
    first = d._found((await d.command("admin settings", by="admin", room="lobby"))[-1].id)
    assert rows(first) == [[SAID.names[rule.name] for rule in RULES]]
    assert the_list(first)["placeholder"] == said_on_discord(ENGLISH).picks["rule"]
    panel = await the_panel(d)
    assert rows(panel) == [list(TAPS.values()), [SAID.back]]
    assert [one["label"] for one in the_list(panel)["options"] if one.get("default")] == [WARM]
    await d.choose(ATTUNED, panel.id, by="admin", room="lobby")
    assert CHANGED in panel.words
    assert rows(panel)[1:] == [[SAID.undo]]


async def test_the_languages_are_one_list_that_marks_the_one_that_holds(d: DiscordDriver) -> None:
    card = d._found((await d.command("language"))[-1].id)
    assert rows(card) == [[ENGLISH.to(code).language.name for code in OFFERED]]
    assert d._seen(card).holds == ENGLISH.language.name


async def test_the_levels_of_a_person_are_one_list_with_the_way_back_below_it(
    d: DiscordDriver,
) -> None:
    await d.say("hello", room="lobby")
    levels = await page(d, "Level", "lobby")
    assert rows(levels) == [["Plain", "Warm"], ["Back"]]
    assert d._seen(levels).holds == "Plain"
    await agreed(d, room="lobby")
    assert d._seen(await page(d, "Level", "lobby")).holds == "Warm"


async def test_manners_are_a_list_in_its_persons_language_and_a_few_pauses_are_buttons(
    d: DiscordDriver,
) -> None:
    await d.say("hello")
    styles = await page(d, "Style")
    assert rows(styles)[1:] == [["Back"]]
    assert the_list(styles)["placeholder"] == said_on_discord(ENGLISH).picks["style"]
    assert rows(await page(d, "Pause")) == [["An hour", "Until tomorrow", "Until I say so", "Back"]]
    d.server.locales[d.person("eve")] = "de"
    german = ENGLISH.to("de")
    panel = (await d.command("status", by="eve"))[-1]
    await d.choose(german.status.choices["style"], panel.id, by="eve")
    listed = the_list(d._found(panel.id))
    assert listed["placeholder"] == said_on_discord(german).picks["style"]
    assert listed["placeholder"] != the_list(styles)["placeholder"]


async def test_what_is_wanted_now_is_a_list_that_says_so_and_marks_what_was_picked(
    d: DiscordDriver,
) -> None:
    d.server.locales[d.person("ada")] = "de"
    german = ENGLISH.to("de")
    card = (await d.command("help"))[-1]
    await d.choose(german.help.topics["talk"], card.id)
    listed = the_list(d._found(card.id))
    assert listed["placeholder"] == said_on_discord(german).picks["stance"]
    assert not any("default" in one for one in listed["options"])
    stay = german.choices.stances[Stance.STAY]
    said = told(await d.choose(stay, card.id))
    assert german.replies.stances[Stance.STAY] in said
    assert d._seen(d._found(card.id)).holds == stay
    assert d._found(card.id).words.startswith(topic_page(Topic.TALK, EVERYWHERE, german)[:40])


@pytest.mark.parametrize("is_card", [True, False])
async def test_what_all_read_is_said_and_changed_with_its_list(
    d: DiscordDriver, is_card: bool
) -> None:
    d.answers = False  # this is between the adapter and Discord alone
    room, levels = ids.room(await d.channel("ada", "lobby")), ("Plain", "Warm")
    new = Outgoing(SendKey("k"), room, "Hello.", choices=levels, is_card=is_card)
    message = await d.discord.chat.say(replace(new, values=Values(levels, "Warm")))
    shown = d._found(message)
    assert (rows(shown), d._seen(shown).holds) == ([["Plain", "Warm"]], "Warm")
    anew = Edit("Hi.", levels, values=Values(levels, "Plain"))
    await d.discord.chat.replace(room, message, anew)
    assert (d._seen(shown).text, d._seen(shown).holds) == ("Hi.", "Plain")


# -- what is picked ----------------------------------------------------------------------------


async def test_a_value_is_picked_also_after_a_restart_and_costs_no_call_more(
    d: DiscordDriver,
) -> None:
    panel = await the_panel(d)
    await d.restart()
    d.server.rest.asked.clear()
    await d.choose(ATTUNED, panel.id, by="admin", room="lobby")
    assert CHANGED in panel.words
    methods = [method for method, _ in d.server.rest.asked if method != "GET"]  # it catches up too
    assert methods == ["POST", "PATCH"]  # that it came, and what came of it


async def test_a_value_that_was_not_offered_means_nothing(d: DiscordDriver) -> None:
    panel = await the_panel(d)
    for value in (f"{CHOICE}:Deepest: all", f"{CHOICE}:", "c", "", f"{CHOICE}{panel.id}:Yes"):
        await pick(d, panel, value, "admin")
        assert d._seen(panel).holds == WARM


async def test_a_value_is_its_persons_alone_and_an_admins_only_while_they_are_one(
    d: DiscordDriver,
) -> None:
    panel = await the_panel(d)
    value = f"{CHOICE}:{ATTUNED}"
    await d.say("hello", by="eve", room="lobby")
    assert ENGLISH.commands.no_choice in told(await pick(d, panel, value, "eve"))
    assert d._seen(panel).holds == WARM
    await d.promote("admin", is_admin=False)
    assert ENGLISH.admins.not_admin in told(await pick(d, panel, value, "admin"))
    await d.promote("admin")
    await agreed(d, "on attuned", room="lobby")
    assert await level(d, room="lobby") == "warm"


async def test_what_is_typed_says_the_same_and_the_list_follows(d: DiscordDriver) -> None:
    await the_panel(d)
    await d.command("admin ceiling attuned", by="admin", room="lobby")
    assert d._seen(await the_panel(d)).holds == ATTUNED
