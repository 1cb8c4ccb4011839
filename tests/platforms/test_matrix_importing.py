"""A file that a person brings on Matrix: sent with the command as its caption, or replied to."""

import json
from typing import Any

import pytest

from adapters.matrix.brought import BroughtFiles, is_file
from bot.commands.of_data import NoFile
from bot.strings import ENGLISH
from tests.behaviour import words
from tests.driver import Seen
from tests.exports import document
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.synapse import HERE

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
JSON = dict[str, Any]
SAID = ENGLISH.importing
COMMAND = "/attune import"
CARRIED: JSON = {"night_card": "I want to kill myself.", "people": [{"name": "Sam"}]}
FILE = json.dumps(
    {
        "format": "attune-export",
        "version": 2,
        "exported_at": "2026-05-27T10:00:00+00:00",
        "carried": CARRIED,
    }
).encode()


def said_there(line: str) -> str:
    """Gives what is said of a wrong file where commands begin with another mark."""
    return SAID.wrong[line].format(most="1 MiB").replace("/attune", "!attune")


async def captioned(d: MatrixDriver, body: bytes) -> list[Seen]:
    before = d._states()
    return await d._since(before, await d.send(body, COMMAND))


async def replied_to(d: MatrixDriver, body: bytes) -> list[Seen]:
    file, room, who = await d.send(body), await d.room("ada", "dm"), await d.person("ada")
    await d._handled(file)
    before = d._states()
    return await d._since(before, await who.say(room, COMMAND, file))


@pytest.mark.parametrize("is_encrypted", [False, True])
@pytest.mark.parametrize("way", [captioned, replied_to])
async def test_a_file_is_sent_along_or_replied_to_and_carried_over(
    made: Making, way: Any, is_encrypted: bool
) -> None:
    d = await made(encrypted=is_encrypted)
    await d.say("hello")
    card = (await way(d, FILE))[-1]
    assert SAID.heading in card.text
    assert SAID.done in words(await d.choose(SAID.carry, card.id))
    carried = document(await d.command("data export"))["carried"]
    assert carried["night_card"] == CARRIED["night_card"]
    assert carried["people"] == [{"name": "Sam", "for": ""}]


async def test_what_is_wrong_with_a_file_is_said_in_one_line(made: Making) -> None:
    d = await made()
    await d.say("hello")
    assert said_there("no_json") in words(await captioned(d, b"<html>"))
    assert said_there("none") in words(await d.command("import"))


async def test_of_a_file_that_is_too_large_no_more_than_that_is_read(made: Making) -> None:
    d = await made()
    await d.say("hello")
    event, room = await d.send(b"x" * 100), await d.room("ada", "dm")
    content = (await d.matrix.home.event(room, event))["content"]
    assert await BroughtFiles(d.matrix.home, most=99).within(content) is NoFile.TOO_LARGE
    assert await BroughtFiles(d.matrix.home, most=100).within(content) == b"x" * 100


async def test_another_address_or_key_than_a_files_opens_nothing(made: Making) -> None:
    d = await made()
    files = BroughtFiles(d.matrix.home)
    hostile: tuple[JSON, ...] = (
        {"url": "https://example.org/file"},
        {"url": "mxc://../../versions"},
        {"url": "mxc://example.org/none-such"},
        {"file": {"url": 7}},
        {"file": {}},
    )
    assert all(map(is_file, hostile))
    assert [await files.within(one) for one in hostile] == [NoFile.UNREADABLE] * len(hostile)
    assert not is_file({"msgtype": "m.text", "body": "x"})
