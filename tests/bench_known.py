"""Figures of a large house, for `make bench`: waits and memory with many known people on disk.

    python -m tests.bench_known 200000    with so many; each 100,000 take a minute or two to write

A known person has what one has who said yes: rows of somebody who did so at a console, sealed as
the store does it, under keys of their own. Each thousand of them talked last in another hour.
"""

import asyncio
import re
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import cast

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Table, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.cli.compose import opened
from bot.ports import Store, Unit, Vault
from bot.records import KINDS, Owner, Row
from bot.settings import Settings
from bot.store.sealing import sealed_words, words_of
from bot.store.store import SqlStore
from bot.store.tables import KEPT
from bot.vault import FileVault
from bot.vault.sealing import DataKey
from bot.vault.sealing import sealed as wrapped
from bot.vault.tables import DATA_KEYS
from tests.bench_memory import classifier_mb, memory_mb
from tests.bench_parts import InstantModel, heading, ready, told, waited
from tests.play import Play

FEW, MANY, BATCH = 1_000, 20_000, 1_000
HOURS = 29 * 24  # over which they are spread: nobody is idle yet
ROUNDS, WARM_UP, SERVERS = 200, 20, 1_000
HASH = re.compile("[0-9a-f]{32}")
Kept = tuple[Store, Vault]
Record = dict[str, object]


async def rows_of_one(folder: Path, settings: Settings) -> tuple[Row, ...]:
    """Gives the rows of somebody who said yes."""
    async with opened(settings) as kept, Play(folder, *kept, InstantModel()).running() as p:
        await p.type("hello", "/attune on", "/choose Yes", "The launch slips.")
        owners = await cast("FileVault", kept[1])._database.reading(_owners, "owners")

        async def read(unit: Unit) -> tuple[Row, ...]:
            found = [await unit.find(kind, owner) for kind in KINDS for owner in owners]
            return tuple(row for rows in found for row in rows)

        return await kept[0].reading(read)


async def _owners(connection: AsyncConnection) -> list[Owner]:
    """Gives every owner of a key who is a person or a place: they are named by a hash."""
    every = await connection.scalars(select(DATA_KEYS.c.owner))
    return [Owner(one) for one in every if HASH.fullmatch(one)]


async def fill(kept: Kept, rows: tuple[Row, ...], people: int) -> None:
    """Adds so many known people, through the project's own sealing, in batches."""
    store, vault = cast("SqlStore", kept[0]), cast("FileVault", kept[1])
    for start in range(0, people, BATCH):
        then = tuple(_earlier(row, start // BATCH % HOURS) for row in rows)
        one = Known(then, vault._newest.wrapping, vault._newest.version)
        every = [one.again(number) for number in range(start, min(start + BATCH, people))]
        keys, records = ([each for of in every for each in of[place]] for place in (0, 1))
        await vault._database.writing(partial(_inserted, DATA_KEYS, keys), "fill")
        await store._database.writing(partial(_inserted, KEPT, records), "fill")


def _earlier(row: Row, hours: int) -> Row:
    at: datetime | None = getattr(row, "at", None)
    return replace(row, at=at - timedelta(hours=hours)) if at is not None else row  # type: ignore[call-arg]


async def _inserted(table: Table, records: list[Record], connection: AsyncConnection) -> None:
    await connection.execute(insert(table), records)


@dataclass
class Known:
    """A known person, by whom others are made."""

    rows: tuple[Row, ...]
    wrapping: bytes
    version: int

    def __post_init__(self) -> None:
        self._words = [(row, words_of(row)) for row in self.rows]

    def again(self, number: int) -> tuple[list[Record], list[Record]]:
        """Gives the keys and the rows of another who has as much."""
        keys = {owner: self._key(owner, number) for owner in {row.owner for row in self.rows}}
        records = [sealed_words(row, words, keys[row.owner]) for row, words in self._words]
        return [self._kept(key) for key in keys.values()], records

    def _key(self, owner: Owner, number: int) -> DataKey:
        return DataKey(Owner(f"{owner[:-9]}{number:09}"), AESGCM.generate_key(256))

    def _kept(self, key: DataKey) -> Record:
        secret = wrapped(self.wrapping, f"keys|{key.owner}", key.secret)
        names = {"owner": key.owner, "alias": key.alias}
        return {**names, "wrapped": secret, "master_version": self.version}


async def waits(folders: tuple[Path, ...], settings: tuple[Settings, ...]) -> list[list[float]]:
    """Gives the waits for the request in each house, a message in one and then in the other."""
    few, many = InstantModel(), InstantModel()
    found: list[list[float]] = [[], []]
    async with (
        opened(settings[0]) as of_few, Play(folders[0], *of_few, few).running() as one,
        opened(settings[1]) as of_many, Play(folders[1], *of_many, many).running() as other,
    ):  # fmt: skip
        for number in range(ROUNDS + WARM_UP):
            for p, model, into in ((one, few, found[0]), (other, many, found[1])):
                p.clock.pass_by(minutes=1)
                words, began = f"Message {number}.", time.perf_counter()
                await p.type(words)
                into.append(model.asked[words] - began)
    return [each[WARM_UP:] for each in found]


async def houses(folder: Path, many: int) -> tuple[list[list[float]], list[float]]:
    """Gives the waits with few and with many, and the memory of a bot with each."""
    rows = await rows_of_one(*ready(folder / "one"))
    made = [ready(folder / name / "data") for name in ("few", "many")]
    for (_, settings), size in zip(made, (FEW, many), strict=True):
        async with opened(settings) as kept:
            await fill(kept, rows, size)
    found = await waits(tuple(one[0] for one in made), tuple(one[1] for one in made))
    return found, [await memory_mb(one[0].parent, SERVERS) for one in made]


def main() -> None:
    """Measures and prints."""
    many = next((int(one) for one in sys.argv[1:] if one.isdigit()), MANY)
    heading(f"A house of {many:,} known people beside one of {FEW:,}, SQLite")
    with tempfile.TemporaryDirectory() as name:
        (few, more), memory = asyncio.run(houses(Path(name), many))
        waited(f"event -> model request, {FEW:,} known", few)
        waited(f"event -> model request, {many:,} known", more)
        ratio = statistics.median(more) / statistics.median(few)
        told("ratio of the medians", f"    {ratio:8.2f}")
    with tempfile.TemporaryDirectory() as name:
        heading("Memory of the bot on Discord, without the classifier's")
        apart = classifier_mb()
        for servers in (1, SERVERS):
            used = asyncio.run(memory_mb(Path(name), servers)) - apart
            told(f"{servers:,} servers", f"    {used:8.0f} MB")
        for known, used in zip((FEW, many), memory, strict=True):
            told(f"{SERVERS:,} servers, {known:,} known people", f"    {used - apart:8.0f} MB")
        told("the classifier", f"    {apart:8.0f} MB")


if __name__ == "__main__":
    main()
