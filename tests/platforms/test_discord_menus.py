"""The menu on a person: on the bot or oneself it shows what holds; of others it tells nothing."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord import menus
from adapters.discord.sentences import said_on_discord
from bot.strings import ENGLISH
from tests.behaviour import agreed, words
from tests.driver import Seen
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, told
from tests.platforms.discord_server.world import BOT

OWN, GERMAN = said_on_discord(ENGLISH), ENGLISH.to("de")
KEPT = OWN.menus[menus.KEPT]


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


async def opened(d: DiscordDriver, about: str, by: str = "ada", room: str = "lobby") -> list[Seen]:
    """Lets somebody open the menu on a person, and gives what they are told."""
    before, where = d._states(), await d.channel(by, room)
    await d.server.menu_on(where, d.person(by), KEPT, about)
    return await d._since(before)


@pytest.mark.parametrize("room", ["lobby", "dm"])
async def test_on_the_bot_it_shows_its_person_alone_what_holds_and_what_is_kept(
    d: DiscordDriver, room: str
) -> None:
    await d.say("hello", room=room)
    await agreed(d, room=room)
    seen = await opened(d, BOT, room=room)
    assert {one.to for one in seen} == {"ada"}
    assert "Warm here" in words(seen)
    assert "Kept: your yes." in words(seen)
    assert seen[-1].choices == ("Level", "Style", "Pause", "What you keep", "Off")
    off = await d.choose("Off", seen[-1].id, room=room)
    assert ENGLISH.consent.off in words(off)


async def test_on_oneself_it_shows_the_same(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    assert words(await opened(d, d.person("ada"))) == words(await opened(d, BOT))


async def test_on_another_it_says_in_one_line_that_nothing_is_told_of_others(
    d: DiscordDriver,
) -> None:
    await d.say("hello", room="lobby")
    await agreed(d, room="lobby")
    (seen,) = await opened(d, d.person("ada"), by="eve")
    assert (seen.text, seen.to, seen.choices) == (OWN.of_others, "eve", ())
    assert "\n" not in seen.text


async def test_of_others_it_tells_nothing_in_its_persons_language(d: DiscordDriver) -> None:
    d.server.locales[d.person("eve")] = "de"
    (seen,) = await opened(d, d.person("ada"), by="eve")
    assert seen.text == said_on_discord(GERMAN).of_others


async def test_it_costs_that_it_came_and_its_answer_and_no_call_more(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    d.server.rest.asked.clear()
    await opened(d, BOT)
    assert [method for method, _ in d.server.rest.asked] == ["POST", "PATCH"]


async def test_where_the_bot_is_no_member_it_answers_too(d: DiscordDriver) -> None:
    d.channels["abroad"] = d.server.world.foreign(None)
    seen = await opened(d, BOT, room="abroad")
    assert {one.to for one in seen} == {"ada"}
    assert ENGLISH.status.plainly["nothing"] in told(seen)


async def test_menus_registered_in_another_language_are_understood_after_it_changed(
    d: DiscordDriver,
) -> None:
    german = {key: menus.called(key, GERMAN) for key in (*menus.ON_MESSAGES, *menus.ON_PEOPLE)}
    told_in = {one["name"]: one for one in d.server.world.commands}
    told_in[KEPT]["name"] = german[menus.KEPT]  # the operator's language was German before
    before, where = d._states(), await d.channel("ada", "lobby")
    await d.server.menu_on(where, d.person("ada"), german[menus.KEPT], BOT)
    assert "Plain here" in words(await d._since(before))
