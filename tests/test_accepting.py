"""Two processes of the operating system, one store, one consent card: it is answered once."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from bot.ids import EventId
from bot.store.database import with_connection
from bot.store.migrate import migrate
from tests.accepting import opened
from tests.scene import DIRECT, commands


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    is_file = request.param == "sqlite"
    made: str = (
        f"sqlite:///{tmp_path}/a.db" if is_file else request.getfixturevalue("postgres_ready")
    )
    migrate(made, tmp_path)
    return made


async def carded(url: str, keys: str) -> str:
    """Shows a consent card, and gives its message."""
    async with opened(url, keys) as (core, chat):
        await core.handle(replace(commands("on"), id=EventId("e1")))
        await core.settled()
        (card,) = [post for post in chat.posts(DIRECT.room) if "Yes" in post.choices]
    return card.id


async def ready(*words: str) -> Process:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.accepting", *words, stdin=PIPE, stdout=PIPE
    )
    await says(process, "ready")
    return process


async def says(process: Process, word: str) -> None:
    """Waits until a process says that word."""
    assert process.stdout is not None
    assert await process.stdout.readline() == f"{word}\n".encode()


async def decided(process: Process) -> None:
    """Lets a process tap, and waits until that is decided."""
    assert process.stdin is not None
    process.stdin.write(b"\n")
    await says(process, "decided")


async def test_an_accept_in_two_processes_of_the_system_answers_once(
    url: str, tmp_path: Path
) -> None:
    keys = f"sqlite:///{tmp_path}/keys.db"
    card = await carded(url, keys)
    both = await asyncio.gather(*(ready(url, keys, card, number) for number in "12"))
    await asyncio.gather(*map(decided, both))
    said = await asyncio.gather(*(process.communicate(b"\n") for process in both))
    assert sorted(int(out) for out, _ in said) == [0, 1]
    assert [process.returncode for process in both] == [0, 0]
    assert with_connection(url, _states, writes=False) == ["requested", "given"]


def _states(connection: Connection) -> list[str]:
    return list(connection.scalars(text("SELECT state FROM ledger ORDER BY number")))
