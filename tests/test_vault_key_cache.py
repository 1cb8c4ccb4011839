"""Data keys in memory: never one that was destroyed, by whoever, and none for long."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.records import Owner
from bot.store.database.watch import FileWatch
from bot.vault.file import FileVault
from bot.vault.key_cache import LASTS_S, MOST, KeyCache
from bot.vault.sealing import DataKey, MasterKey
from tests.elapsed import Elapsed

MASTER = MasterKey(b"m" * 32)
ADA, BOB = Owner("ada"), Owner("bob")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'keys.db'}"


@pytest.fixture
async def vault(url: str) -> AsyncIterator[FileVault]:
    opened = await FileVault.open(url, MASTER)
    yield opened
    await opened.close()


@pytest.fixture
async def other(url: str, vault: FileVault) -> AsyncIterator[FileVault]:
    """A vault on the same keys, as another process has it."""
    opened = await FileVault.open(url, MASTER)
    yield opened
    await opened.close()


@pytest.fixture
def elapsed() -> Elapsed:
    return Elapsed()


@pytest.fixture
async def cache(vault: FileVault, elapsed: Elapsed) -> AsyncIterator[KeyCache]:
    made = KeyCache(FileWatch(vault._database.file), elapsed)  # type: ignore[union-attr]
    made.known(())  # what the file was before is known
    yield made
    made.close()


def key(owner: Owner) -> DataKey:
    return DataKey(owner, b"k" * 32)


async def test_a_key_that_another_process_destroyed_is_used_no_more(
    vault: FileVault, other: FileVault
) -> None:
    await vault.key(ADA)
    bobs = await vault.key(BOB)
    await vault.existing_keys((ADA, BOB))
    await other.destroy(ADA)
    assert await vault.existing_key(ADA) is None
    assert await vault.existing_keys((ADA, BOB)) == (bobs,)


async def test_a_key_that_another_process_made_is_found_where_there_was_none(
    vault: FileVault, other: FileVault
) -> None:
    assert await vault.existing_key(ADA) is None
    made = await other.key(ADA)
    assert await vault.existing_key(ADA) == made
    assert await vault.key(ADA) == made


async def test_a_key_is_found_in_memory_without_a_look_at_the_file(vault: FileVault) -> None:
    made = await vault.key(ADA)
    await vault.existing_keys((ADA, BOB))
    vault._database._is_closed = True  # whoever asks it now fails
    assert await vault.existing_keys((ADA, BOB)) == (made,)
    vault._database._is_closed = False


async def test_a_read_that_an_erase_overtook_is_not_remembered(vault: FileVault) -> None:
    made = await vault.key(ADA)
    assert vault._cache is not None
    before = vault._cache.generation
    await vault.destroy(ADA)
    vault._cache.note((made,), before)  # as a read does that began before the erase
    assert await vault.existing_key(ADA) is None


async def test_an_erase_and_reads_at_once_leave_no_key_behind(vault: FileVault) -> None:
    for _ in range(20):
        await vault.key(ADA)
        await asyncio.gather(vault.existing_key(ADA), vault.destroy(ADA), vault.existing_key(ADA))
        assert await vault.existing_key(ADA) is None


def test_a_key_lasts_for_minutes(cache: KeyCache, elapsed: Elapsed) -> None:
    cache.note((key(ADA),), cache.generation)
    elapsed.now = LASTS_S - 1
    assert cache.known((ADA,)) == ({ADA: key(ADA)}, set())
    elapsed.now = LASTS_S
    assert cache.known((ADA,)) == ({}, {ADA})


def test_it_holds_so_many_keys_and_no_more(cache: KeyCache) -> None:
    for number in range(MOST + 5):
        cache.note((DataKey(Owner(f"p{number}"), b"k" * 32),), cache.generation)
    known, unknown = cache.known(Owner(f"p{number}") for number in range(MOST + 5))
    assert (len(known), len(unknown)) == (MOST, 5)


def test_who_has_no_key_is_remembered_until_the_file_changes(
    cache: KeyCache, tmp_path: Path
) -> None:
    cache.note((), cache.generation, (ADA,))
    assert cache.known((ADA,)) == ({}, set())
    with closing(sqlite3.connect(tmp_path / "keys.db", isolation_level=None)) as connection:
        connection.execute("INSERT INTO destroyed (alias) VALUES ('x')")
    assert cache.known((ADA,)) == ({}, {ADA})


async def test_who_got_a_key_while_others_were_read_is_not_taken_for_keyless(
    cache: KeyCache, other: FileVault
) -> None:
    _, unknown = cache.known((ADA,))
    before = cache.generation
    await other.key(ADA)  # committed after the read looked, and seen before the read is noted
    cache.known((BOB,))
    cache.note((), before, unknown)
    assert cache.known((ADA,)) == ({}, {ADA})


def test_where_the_file_cannot_be_looked_at_nothing_is_remembered(
    cache: KeyCache, tmp_path: Path
) -> None:
    cache.note((key(ADA),), cache.generation)
    with closing(sqlite3.connect(tmp_path / "keys.db", isolation_level=None)) as connection:
        connection.execute("DROP TABLE destroyed")
    assert cache.known((ADA,)) == ({}, {ADA})


def test_it_shows_no_key(cache: KeyCache) -> None:
    cache.note((key(ADA),), cache.generation)
    assert "ada" not in repr(cache)
    assert "kkkk" not in repr(cache)
