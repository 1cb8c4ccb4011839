"""Fifty people decide at once and the process is killed: what anybody was told of stands, whole.

So does the audit ledger: an act and its entry stand or fall together, and the chain is whole.
"""

import asyncio
import multiprocessing
import os
import random
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest

from bot.audit import Broken, Entry, Noted, broken
from bot.audit.acts import ReportsCleared
from bot.ids import EventId
from bot.ports import Unit
from bot.records import Owner, StyleRow
from bot.store.store import SqlStore, open_store
from bot.vault.file import FileVault
from bot.vault.sealing import MasterKey
from tests.ready import copied_to
from tests.scene import AT

PEOPLE = [Owner(f"p{number}") for number in range(50)]
MASTER = MasterKey(b"m" * 32)
SPACE = Owner("space")  # of all of them
PAIR = ("one", "other")  # written by one unit: both stand, or neither
FORK = multiprocessing.get_context("fork")


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[SqlStore]:
    vault = await FileVault.open(f"sqlite:///{folder / 'keys.db'}", MASTER)
    store = await open_store(f"sqlite:///{folder / 'attune.db'}", vault)
    yield store
    await store.close()
    await vault.close()


async def decide(owner: Owner, number: int, unit: Unit) -> None:
    """Writes what one decision does: a claim and two rows that belong together."""
    await unit.claim(owner, EventId(f"{owner} {number}"), AT)
    for key in PAIR:
        await unit.put(StyleRow(owner, key, str(number)))
    await unit.trail.append(SPACE, Noted(ReportsCleared(number), AT, doer=owner))


async def deciding(folder: Path, told: int) -> None:
    """Decides for everybody, again and again, and tells of each decision once it is committed."""

    async def goes_on(store: SqlStore, owner: Owner) -> None:
        for number in range(1_000_000):
            await store.deciding(owner, partial(decide, owner, number))
            os.write(told, f"{owner} {number}\n".encode())

    async with opened(folder) as store:
        await asyncio.gather(*(goes_on(store, owner) for owner in PEOPLE))


def killed(folder: Path, after_s: float) -> dict[str, int]:
    """Lets a process decide, kills it, and gives the newest decision that each was told of."""
    read, write = os.pipe()
    process = FORK.Process(target=lambda: asyncio.run(deciding(folder, write)))
    process.start()
    os.close(write)
    first = os.read(read, 1)
    time.sleep(after_s)
    process.kill()
    with os.fdopen(read, "rb") as left:
        lines = (first + left.read()).decode().splitlines(keepends=True)
    process.join()
    told = (line.split() for line in lines if line.endswith("\n"))
    return {owner: int(number) for owner, number in told}


async def standing(folder: Path) -> dict[str, set[int]]:
    """Gives the numbers that each person's rows hold."""
    found: dict[str, set[int]] = {}
    async with opened(folder) as store:
        for row in await store.sweep(StyleRow):
            found.setdefault(row.owner, set()).add(int(row.value))
    return found


async def audited(folder: Path) -> tuple[dict[str, int], Broken | None]:
    """Gives the number of each person's newest act in the chain, and where that breaks."""
    entries: list[Entry] = []
    async with opened(folder) as store:
        while page := await store.reading(partial(_page, len(entries))):
            entries += page
    return {one.doer: int(one.known["count"]) for one in entries}, broken(entries)


async def _page(after: int, unit: Unit) -> tuple[Entry, ...]:
    return await unit.trail.entries(SPACE, after)


def lose_nothing(folder: Path, kills: int) -> int:
    """Kills so often, on a new folder each time, and gives how many decisions were told of."""
    chance, decided = random.Random(kills), 0
    for number in range(kills):
        (here := folder / str(number)).mkdir()
        copied_to(here / "attune.db")
        told = killed(here, chance.uniform(0, 0.06))
        stands = asyncio.run(standing(here))
        for owner, newest in told.items():
            assert stands[owner] <= {newest, newest + 1}, f"kill {number}"
            assert len(stands[owner]) == 1, f"kill {number}: half of a unit"
        acts = {owner: max(numbers) for owner, numbers in stands.items()}
        assert asyncio.run(audited(here)) == (acts, None), f"kill {number}"
        decided += sum(newest + 1 for newest in told.values())
        shutil.rmtree(here)
    return decided


def test_a_few_kills_lose_nothing_that_was_told(tmp_path: Path) -> None:
    assert lose_nothing(tmp_path, 5) > 0


@pytest.mark.proof
def test_three_hundred_kills_lose_nothing_that_was_told(tmp_path: Path) -> None:
    assert lose_nothing(tmp_path, 300) > 1000
