"""Kill -9 in the middle of a script: after the next start it is as if nothing had happened.

What must stand is told by the same script in one process that nobody kills, line by line.
"""

import asyncio
import json
import random
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from adapters.cli import compose
from adapters.console.transcript import Message, Transcript
from bot.ids import RoomId
from bot.ports import Store
from bot.records import AskRow, ConversationRow, OutboxRow, RepairRow, ScopeRow, StyleRow
from bot.settings.loading import load
from bot.strings import ENGLISH
from tests.fakes import FakeStore, FakeVault
from tests.platforms import aimock
from tests.platforms.aimock import Fixture
from tests.platforms.console_process import Home, home
from tests.platforms.model_server import Body, ModelServer, Stream
from tests.play import Play, ScriptedModel
from tests.told import tell

REPLY = "Tell them first thing. Then name the new date. After that, rest."
AGAIN = (  # what stands in the request for a reply that is written again, and what that reply is
    ("Name what is particular", "The launch slips by nine days. Say that to Nel first."),
    ("Keep what is true.", "You worked on it for weeks. Tell them first thing, with the date."),
)
SCRIPT = (
    "hello",
    "/attune on",
    "/choose Yes",
    "I feel awful about the launch.",
    "/react 🔧",
    "/choose 1",
    "/choose Put it back",
    "/attune style blunter",
    "what now?",
    "/react 🔧",
    "/unreact 🔧",
    "/attune listen",
    "and then they called",
    "/attune on attuned for: 3",
    "/choose Not now",
    "/attune pause 2h",
    "still here",
    "/attune resume",
    "/attune level plain",
    "/attune off",
    "/attune data erase",
    "/choose Erase",
    "hello again",
)
ROOM = RoomId("console:dm:you")
_MONTHS = "|".join(ENGLISH.dates.months)
_DATE = re.compile(rf"\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?|\d{{8}}T\d{{6}}Z-\w{{8}}")


@dataclass(slots=True)
class Kills:
    """How many kills fell before the script's end, and how many of them while words streamed."""

    points: int = 0
    streaming: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that holds: what the bot's messages read, and what is recorded."""

    messages: tuple[str, ...]
    scopes: tuple[tuple[str, int, bool, bool], ...]
    styles: tuple[str, ...]
    conversations: tuple[tuple[str, int], ...]
    repairs: tuple[tuple[str, bool], ...]
    entries: int
    still_open: int


async def standing(transcript: Transcript, store: Store, entries: int) -> Standing:
    """Gives what holds now, without its dates."""
    scopes = await store.sweep(ScopeRow)
    conversations = await store.sweep(ConversationRow)
    return Standing(
        tuple(_read(one) for one in transcript.room(ROOM) if one.by is None),
        tuple((o.state, o.level, bool(o.paused_until), bool(o.frozen_until)) for o in scopes),
        tuple(one.value for one in await store.sweep(StyleRow)),
        tuple((one.stance, one.turn) for one in conversations),
        tuple(sorted((one.kind, one.again) for one in await store.sweep(RepairRow))),
        entries,
        len(await store.sweep(AskRow)) + len(await store.sweep(OutboxRow)),
    )


def _read(one: Message) -> str:
    text = _DATE.sub("DATE", one.text)
    return f"{one.id}{' deleted' * one.deleted} to {one.reply_to}: {text} {one.choices}"


async def told(folder: Path, url: str) -> list[Standing]:
    """Gives what must stand after so many lines of the script."""
    store, hosts = FakeStore(vault := FakeVault()), (urlsplit(url).netloc,)
    model = ScriptedModel(lambda prompt: [says(prompt.lines[-1].text)])
    p = Play(folder, store, vault, model, hosts=hosts)
    after: list[Standing] = []
    async with p.running():
        for line in (None, *SCRIPT):
            if line is not None:
                await p.type(line)
                assert len([one for one in p.shown if one["do"] == "seen"]) == len(after)
            transcript = p.session.console.transcript
            after.append(await standing(transcript, store, len(store.kept.entries)))
    return after


async def killed(at: Home, after_lines: int, pause_s: float) -> int:
    """Runs the script, kills it after so many printed lines, and gives how many it had seen."""
    process = await at.start("chat", "--jsonl")
    assert process.stdin
    assert process.stdout
    process.stdin.write("".join(line + "\n" for line in SCRIPT).encode())
    printed = [await process.stdout.readline() for _ in range(after_lines)]
    await asyncio.sleep(pause_s)
    process.kill()
    printed += (await process.stdout.read()).splitlines()
    await process.wait()
    whole = [json.loads(line) for line in printed if line.strip().endswith(b"}")]
    return sum(action["do"] == "seen" for action in whole)


async def found(at: Home) -> Standing:
    """Gives what stands in a folder that no process holds."""
    data = at.folder / "data"
    with sqlite3.connect(data / "attune.db") as database:
        (entries,) = database.execute("select count(*) from ledger").fetchone()
    settings = load({"ATTUNE_DATA_FOLDER": str(data)}, None)
    transcript = Transcript(data)
    try:
        async with compose.opened(settings) as (store, _):
            return await standing(transcript, store, entries)
    finally:
        transcript.close()


async def is_streaming(at: Home) -> bool:
    """Whether the kill left a reply of which something is shown and which is not finished."""
    settings = load({"ATTUNE_DATA_FOLDER": str(at.folder / "data")}, None)
    if not settings.database_file.exists():
        return False
    async with compose.opened(settings) as (store, _):
        return any(one.shown for one in await store.sweep(AskRow))


async def killed_at_random(folder: Path, url: str, seeds: range, longest_s: float) -> Kills:
    """Kills at so many points, and compares what stands after the next start."""
    (told_in := folder / "told").mkdir()
    must, kills = await told(told_in, url), Kills()
    for seed in seeds:
        chance = random.Random(seed)
        (here := folder / str(seed)).mkdir()
        at = home(here, url, operator_name="Ada")
        seen = await killed(at, chance.randint(1, 36), chance.uniform(0, longest_s))
        kills.points += seen < len(SCRIPT)
        kills.streaming += await is_streaming(at)
        await at.ran()
        assert await found(at) in must[seen : seen + 2], f"seed {seed}, {seen} seen"
    return kills


def says(asked: str) -> str:
    """Gives the reply to the last message of a request."""
    return next((reply for mark, reply in AGAIN if mark in asked), REPLY)


def script(body: Body) -> Stream:
    reply = says(body["messages"][-1]["content"])
    return Stream(reply, seed=len(reply))


async def test_a_kill_at_three_random_points_loses_and_doubles_nothing(tmp_path: Path) -> None:
    async with ModelServer(script) as server:
        assert (await killed_at_random(tmp_path, server.url, range(3), 0.02)).points == 3


@pytest.mark.proof
async def test_a_kill_at_thirty_random_points_loses_and_doubles_nothing(tmp_path: Path) -> None:
    async with ModelServer(script) as server:
        assert (await killed_at_random(tmp_path, server.url, range(3, 33), 0.02)).points == 30


@pytest.mark.proof
@aimock.HERE
async def test_a_hundred_kills_during_slow_streams_lose_and_double_nothing(tmp_path: Path) -> None:
    slow: Fixture = {"latency": 12, "chunkSize": 6}
    again = [aimock.says(reply, to=mark, **slow) for mark, reply in AGAIN]
    async with aimock.aimock(tmp_path, *again, aimock.says(REPLY, **slow)) as url:
        kills = await killed_at_random(tmp_path, url, range(200, 300), 0.15)
    tell(f"kills: {kills}")
    assert kills.points == 100
    assert kills.streaming >= 20
