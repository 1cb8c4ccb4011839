"""A file that a person brings on Discord: picked with the command, or typed beside it."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from adapters.discord.attached import Attached
from adapters.discord.typed import brings_a_file
from bot.commands.of_data import Import, NoFile
from bot.commands.values import Status
from bot.export.taking_in import MOST_BYTES
from bot.strings import ENGLISH
from tests.behaviour import agreed, prompted
from tests.driver import Seen
from tests.exports import document
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, told

JSON = dict[str, Any]
SAID = ENGLISH.importing
OF_ADA = {
    "format": "attune-export",
    "version": 2,
    "exported_at": "2026-05-27T10:00:00+00:00",
    "carried": {
        "night_card": "I want to kill myself was my old line.",
        "people": [{"name": "Sam"}],
    },
}
COMMAND = "/attune import"
FILE = json.dumps(OF_ADA).encode()


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


async def picked(d: DiscordDriver, *files: JSON) -> list[Seen]:
    return await d.pick(*files)


async def typed(d: DiscordDriver, *files: JSON) -> list[Seen]:
    where, before = await d.channel("ada", "dm"), d._states()
    await d.server.say(where, d.person("ada"), COMMAND, attachments=list(files))
    return await d._since(before)


async def replied_to(d: DiscordDriver, *files: JSON, by: str = "ada") -> list[Seen]:
    where = await d.channel("ada", "dm")
    sent = await d.server.say(where, d.person(by), "here", attachments=list(files))
    await d.settle()
    before = d._states()
    await d.server.say(where, d.person("ada"), COMMAND, sent.id)
    return await d._since(before)


@pytest.mark.parametrize("way", [picked, typed, replied_to])
async def test_a_file_is_picked_or_typed_beside_or_replied_to_and_carried_over(
    d: DiscordDriver, way: Any
) -> None:
    await d.say("hello")
    card = (await way(d, d.server.attach("export.json", FILE, "application/json")))[-1]
    assert SAID.heading in card.text
    assert card.choices == (SAID.carry, ENGLISH.choices.not_now)
    assert SAID.done in told(await d.choose(SAID.carry, card.id))
    carried = document(await d.command("data export"))["carried"]
    assert carried["night_card"] == OF_ADA["carried"]["night_card"]  # type: ignore[index]
    assert carried["people"] == [{"name": "Sam", "for": ""}]


async def test_a_file_that_a_command_brings_is_told_to_no_model(d: DiscordDriver) -> None:
    await d.say("hello")
    card = (await typed(d, d.server.attach("export.json", FILE, "application/json")))[-1]
    await d.choose(ENGLISH.choices.not_now, card.id)
    await agreed(d, "on warm")
    for text in ("so what now", "and then"):
        await d.say(text)
        assert "old line" not in prompted(d)


async def test_in_a_shared_room_its_person_alone_sees_the_card(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    card = (await d.pick(d.server.attach("export.json", FILE), room="lobby"))[-1]
    assert (card.to, SAID.heading in card.text) == ("ada", True)


async def test_what_is_wrong_with_a_file_is_said_in_one_line(d: DiscordDriver) -> None:
    await d.say("hello")
    for file, line in (
        (d.server.attach("page.html", b"<!doctype html>"), "no_json"),
        ({**d.server.attach("far.json", FILE), "url": "http://192.0.2.1/far.json"}, "unreadable"),
        ({**d.server.attach("big.json", FILE), "size": MOST_BYTES + 1}, "too_large"),
        (d.server.attach("larger.json", b" " * (MOST_BYTES + 1)), "too_large"),
    ):
        expected = SAID.wrong[line].format(most="1 MiB", where="")
        assert expected in told(await picked(d, file))
        assert expected in told(await typed(d, file))
    assert SAID.wrong["none"] in told(await picked(d))
    assert SAID.wrong["none"] in told(await typed(d))


async def test_only_that_command_is_given_a_file() -> None:
    attached = Attached(None, "http://127.0.0.1/api")  # type: ignore[arg-type]
    assert await attached.brought(Status(), [{"id": "1"}]) == Status()
    assert await attached.brought(Import(), []) == Import(file=NoFile.NONE)
    assert await attached.brought(Import(), [{}]) == Import(file=NoFile.UNREADABLE)
    assert [
        brings_a_file(one) for one in ("/attune import", "attune import", "hi", "/attune data")
    ] == [*(True, True, False, False)]
