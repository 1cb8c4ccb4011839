"""A person takes along what they set: an export of one host, brought to another at its console."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.settings.loading import load
from bot.strings import ENGLISH
from tests.behaviour import words
from tests.driver import Seen
from tests.exports import document
from tests.platforms.test_console_behaviour import ConsoleDriver
from tests.ready import made_ready

SAID = ENGLISH.importing
SET = (
    "boundaries name Nel",
    "boundaries address they and them",
    "boundaries not no pet names",
    "night-card Breathe. Ring Sam.",
    "people add Sam: to walk with",
    "people add Bo",
    "style shorter",
    "style plain-voice",
    "roles be a gruff coach",
    "roles when ember listen",
    "threads add the talk by in 3 days",
    "threads add the form",
    "threads done 2",
    "memory add I sing **loud** @everyone",
    "language english",
)


async def host(folder: Path) -> ConsoleDriver:
    """Gives a host of its own with nothing kept yet."""
    (data := folder / "data").mkdir(parents=True)
    settings = load({"ATTUNE_DATA_FOLDER": str(data)}, None)
    made_ready(settings)
    driver = ConsoleDriver(folder, settings)
    await driver.start()
    return driver


@pytest.fixture
async def hosts(tmp_path: Path) -> AsyncIterator[tuple[ConsoleDriver, ConsoleDriver]]:
    both = await host(tmp_path / "one"), await host(tmp_path / "other")
    yield both
    for one in both:
        await one.stop()


async def agreed(d: ConsoleDriver, level: str = "ongoing") -> None:
    """Says yes to a level in a direct message, with the tick."""
    await d.say("hello")
    card = (await d.command(f"on {level}"))[-1]
    (card,) = await d.choose(ENGLISH.choices.hold, card.id)
    await d.choose("Yes", card.id)


async def taken(d: ConsoleDriver, folder: Path) -> Path:
    """Sets everything there is, and gives the file of its export."""
    await agreed(d)
    for line in SET:
        await d.command(line)
    path = folder / "export.json"
    path.write_text(document_text(await d.command("data export")), "utf-8")
    return path


def document_text(seen: list[Seen]) -> str:
    (text,) = (file for one in seen for file in one.files if file.startswith("{"))
    return text


async def carried(d: ConsoleDriver, by: str = "ada") -> dict[str, Any]:
    """Gives what an export carries, without the places."""
    found: dict[str, Any] = document(await d.command("data export", by=by))["carried"]
    for lines in (one for one in found.values() if isinstance(one, list)):
        for line in lines:
            line.pop("place", None)
        lines.sort(key=str)
    return found


async def test_all_of_it_set_exported_and_brought_to_another_host_is_the_same_there(
    hosts: tuple[ConsoleDriver, ConsoleDriver], tmp_path: Path
) -> None:
    one, other = hosts
    path = await taken(one, tmp_path)
    await agreed(other)
    card = (await other.command(f"import {path}"))[-1]
    assert card.choices == (SAID.carry, ENGLISH.choices.not_now)
    assert (await carried(other))["memories"] == []
    seen = await other.choose(SAID.carry, card.id)
    assert SAID.done in words(seen)
    mine = await carried(one)
    assert all(mine.values())
    assert await carried(other) == mine
    again = (await other.command(f"import {path}"))[-1]
    assert SAID.empty in again.text
    assert again.choices == ()
    assert await carried(other) == mine


async def test_it_is_brought_to_another_scope_of_the_same_host(
    hosts: tuple[ConsoleDriver, ConsoleDriver], tmp_path: Path
) -> None:
    one, _ = hosts
    path = await taken(one, tmp_path)
    await one.say("hello", by="bob")
    card = (await one.command(f"import {path}", by="bob"))[-1]
    assert SAID.not_held in card.text
    await one.choose(SAID.carry, card.id, by="bob")
    theirs, mine = await carried(one, "bob"), await carried(one)
    for kind in ("boundaries", "people", "night_card", "style", "language"):
        assert theirs[kind] == mine[kind]
    assert theirs["threads"] == theirs["memories"] == theirs["roles"] == []


@pytest.mark.parametrize("ends", ["off", "level plain", "level attuned"])
async def test_what_ended_between_the_card_and_the_tap_ends_the_card_too(
    hosts: tuple[ConsoleDriver, ConsoleDriver], tmp_path: Path, ends: str
) -> None:
    one, other = hosts
    path = await taken(one, tmp_path)
    await agreed(other)
    before = await carried(other)
    card = (await other.command(f"import {path}"))[-1]
    await other.command(ends)
    assert SAID.over in words(await other.choose(SAID.carry, card.id))
    assert await carried(other) == before


async def test_the_file_waits_for_a_day_at_most_and_goes_with_the_tap(
    hosts: tuple[ConsoleDriver, ConsoleDriver], tmp_path: Path
) -> None:
    one, other = hosts
    path = await taken(one, tmp_path)
    await agreed(other)

    async def waiting() -> list[object]:
        rows = document(await other.command("data export"))["rows"]
        return [row for row in rows if row["kept"] == "brought"]

    card = (await other.command(f"import {path}"))[-1]
    assert len(await waiting()) == 1
    await other.choose(ENGLISH.choices.not_now, card.id)
    assert await waiting() == []
    card = (await other.command(f"import {path}"))[-1]
    await other.pass_by(25)
    assert await waiting() == []
    assert SAID.over in words(await other.choose(SAID.carry, card.id))


async def test_without_a_file_one_line_says_how(
    hosts: tuple[ConsoleDriver, ConsoleDriver], tmp_path: Path
) -> None:
    one, _ = hosts
    assert SAID.wrong["none"] in words(await one.command("import"))
    assert SAID.wrong["unreadable"] in words(await one.command(f"import {tmp_path}/none.json"))
