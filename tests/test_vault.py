"""The master key and the file of keys; and what a database gives away without them."""

import asyncio
import base64
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import fields
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreError, VaultError
from bot.ids import EventId
from bot.ports import Unit, Vault
from bot.records import KINDS, OutboxRow, Owner, Row, StyleRow, Words
from bot.store.store import SqlStore, open_store
from bot.vault.file import FileVault, keys_exist
from bot.vault.master import master_keys, new_master_key
from bot.vault.rotation import is_all_under
from bot.vault.sealing import MasterKey
from tests.fakes import FakeVault
from tests.ready import copied_to

ADA = Owner("ada")
AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
SECRET = "the heron sleeps at noon"
MASTER = MasterKey(bytes(range(32)))


@pytest.fixture
def keys_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'keys.db'}"


@pytest.fixture
async def vault(keys_url: str) -> AsyncIterator[FileVault]:
    opened = await FileVault.open(keys_url, MASTER)
    yield opened
    await opened.close()


@pytest.fixture
async def store(tmp_path: Path, vault: FileVault) -> AsyncIterator[SqlStore]:
    opened = await open_store(copied_to(tmp_path / "attune.db"), vault)
    yield opened
    await opened.close()


async def put(store: SqlStore, *rows: Row) -> None:
    async def work(unit: Unit) -> None:
        for row in rows:
            await unit.put(row)

    await store.deciding(ADA, work)


def with_words(kind: type[Row]) -> Row:
    words: dict[str, Any] = {item.name: SECRET for item in fields(kind) if item.type == Words}
    return kind(ADA, "key", **words)


def files_with(folder: Path, data: bytes) -> list[str]:
    return [file.name for file in folder.iterdir() if data in file.read_bytes()]


def changed(file: Path, *statements: str) -> list[Any]:
    """Runs statements behind the program's back and gives the rows of the last one."""
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        return [raw.execute(each).fetchall() for each in statements][-1]


# -- a new master key --------------------------------------------------------------------------

NEWER = MasterKey(b"n" * 32)


async def test_a_new_master_key_takes_over_in_batches_while_others_read(
    keys_url: str, vault: FileVault
) -> None:
    owners = [Owner(f"owner-{number}") for number in range(25)]
    before = [(await vault.key(owner)).secret for owner in owners]
    named = vault.tag("a", "b")
    serving = await FileVault.open(keys_url, NEWER, MASTER)
    rotating = await FileVault.open(keys_url, NEWER, MASTER)
    assert [(await serving.key(owner)).secret for owner in owners] == before
    assert await rotating.rotate(batch=10) == 26  # and the key that names are hashed with
    assert [(await serving.key(owner)).secret for owner in owners] == before
    await serving.close()
    await rotating.close()
    alone = await FileVault.open(keys_url, NEWER)
    assert [(await alone.key(owner)).secret for owner in owners] == before
    assert alone.tag("a", "b") == named
    await alone.close()
    with pytest.raises(VaultError, match="not the one"):
        await FileVault.open(keys_url, MASTER)


async def test_there_is_something_to_rotate_until_the_newest_master_key_is_the_only_one(
    keys_url: str, vault: FileVault
) -> None:
    await vault.key(ADA)
    assert await vault.is_rotated()
    both = await FileVault.open(keys_url, NEWER, MASTER)
    assert not await both.is_rotated()
    await both.rotate()
    assert await both.is_rotated()
    is_under_the_older = partial(is_all_under, MASTER.version)
    assert not await both._database.reading(is_under_the_older, "older")
    await both.close()


async def test_every_wrapped_key_names_its_master_key(vault: FileVault, tmp_path: Path) -> None:
    await vault.key(ADA)
    found = changed(tmp_path / "keys.db", "SELECT DISTINCT master_version FROM data_keys")
    assert found == [(MASTER.version,)]
    assert NEWER.version != MASTER.version


async def test_a_key_under_a_master_key_that_was_left_out_says_what_to_do(
    keys_url: str, vault: FileVault
) -> None:
    await vault.key(ADA)
    both = await FileVault.open(keys_url, NEWER, MASTER)
    await both.key(Owner("bob"))
    await both.close()
    with pytest.raises(VaultError, match="attune keys rotate"):
        await FileVault.open(keys_url, NEWER)


def test_a_list_of_master_keys_is_read_newest_first(tmp_path: Path) -> None:
    one, two = new_master_key(), new_master_key()
    found = master_keys(f"{two}, {one}", tmp_path / "master.key", True)
    assert found == (*master_keys(two, tmp_path, True), *master_keys(one, tmp_path, True))


# -- the master key ------------------------------------------------------------------------------


@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
@pytest.mark.parametrize("ending", ["", "\n", "strip"])
def test_the_setting_wins_in_either_base64(tmp_path: Path, encode: Any, ending: str) -> None:
    written = encode(b"\xfb\xff" * 16).decode()
    written = written.rstrip("=") if ending == "strip" else written + ending
    found = master_keys(written, tmp_path / "master.key", True)
    assert found == (MasterKey(b"\xfb\xff" * 16),)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("written", ["short", "not base64 at all, is it", "A" * 44, "ü" * 43])
def test_a_malformed_setting_is_refused_and_not_repeated(tmp_path: Path, written: str) -> None:
    with pytest.raises(VaultError, match="32 bytes") as caught:
        master_keys(written, tmp_path / "master.key", False)
    assert written not in str(caught.value)


@pytest.mark.parametrize("setting", [None, "", "  "])
def test_the_first_start_makes_a_file_that_later_starts_read(
    tmp_path: Path, setting: str | None
) -> None:
    file = tmp_path / "master.key"
    made = master_keys(setting, file, False)
    assert file.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["master.key"]
    assert master_keys(setting, file, True) == made
    assert master_keys(setting, tmp_path / "another.key", False) != made


def test_no_new_master_key_is_made_when_keys_exist(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="no master key"):
        master_keys(None, tmp_path / "master.key", True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    master_keys(None, file, False)
    file.chmod(0o640)
    with pytest.raises(VaultError, match="chmod 600"):
        master_keys(None, file, True)
    assert file.exists()


@pytest.mark.parametrize("content", [b"", b"short", b"\xff\xfe" * 16])
def test_a_malformed_file_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "master.key"
    file.write_bytes(content)
    file.chmod(0o600)
    with pytest.raises(VaultError, match="32 bytes"):
        master_keys(None, file, False)
    assert file.read_bytes() == content


def test_a_folder_that_is_missing_is_a_vault_error(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="cannot be made") as caught:
        master_keys(None, tmp_path / "missing" / "master.key", False)
    assert isinstance(caught.value.__cause__, OSError)


def test_a_master_key_shows_nothing_of_itself() -> None:
    assert repr(MASTER) == "MasterKey()"


# -- the file of keys ----------------------------------------------------------------------------


async def test_a_wrong_master_key_is_found_at_open_and_changes_nothing(
    vault: FileVault, keys_url: str
) -> None:
    before = (await vault.key(ADA)).tag("t")
    with pytest.raises(VaultError, match="not the one"):
        await FileVault.open(keys_url, MasterKey(b"w" * 32))
    assert (await vault.key(ADA)).tag("t") == before


async def test_keys_without_their_check_are_refused(
    vault: FileVault, keys_url: str, tmp_path: Path
) -> None:
    await vault.key(ADA)
    changed(tmp_path / "keys.db", "DELETE FROM master_check")
    with pytest.raises(VaultError, match="damaged"):
        await FileVault.open(keys_url, MASTER)
    assert await vault.existing_key(ADA) is not None


async def test_a_wrapped_key_opens_for_its_owner_only(keys_url: str, tmp_path: Path) -> None:
    before = await FileVault.open(keys_url, MASTER)
    await before.key(ADA)
    await before.close()
    changed(tmp_path / "keys.db", "UPDATE data_keys SET owner = 'bob' WHERE owner = 'ada'")
    vault = await FileVault.open(keys_url, MASTER)
    with pytest.raises(VaultError):
        await vault.existing_key(Owner("bob"))
    assert await vault.existing_key(ADA) is None
    await vault.close()


async def test_no_byte_of_a_destroyed_key_stays_in_a_file(vault: FileVault, tmp_path: Path) -> None:
    await vault.key(ADA)
    [(wrapped,)] = changed(
        tmp_path / "keys.db", "SELECT wrapped FROM data_keys WHERE owner = 'ada'"
    )
    assert files_with(tmp_path, wrapped)
    await vault.destroy(ADA)
    assert files_with(tmp_path, wrapped) == []
    assert files_with(tmp_path, wrapped[12:28]) == []


async def test_callers_at_once_get_one_key(vault: FileVault) -> None:
    keys = await asyncio.gather(*(vault.key(ADA) for _ in range(20)))
    assert len({key.tag("t") for key in keys}) == 1


async def test_keys_exist_once_the_file_was_made(keys_url: str, tmp_path: Path) -> None:
    before = keys_exist(keys_url)
    await (await FileVault.open(keys_url, MASTER)).close()
    assert (before, keys_exist(keys_url)) == (False, True)
    assert (tmp_path / "keys.db").stat().st_mode & 0o777 == 0o600


# -- what a database gives away ------------------------------------------------------------------


async def test_no_words_and_no_event_id_are_in_any_file(store: SqlStore, tmp_path: Path) -> None:
    await put(store, *(with_words(kind) for kind in KINDS))
    await store.deciding(ADA, lambda unit: unit.claim(ADA, EventId(SECRET), AT))
    assert files_with(tmp_path, b"outbox")
    assert (tmp_path / "attune.db-wal").stat().st_size > 0
    assert files_with(tmp_path, SECRET.encode()) == []


async def test_no_words_can_be_read_once_their_key_is_destroyed(
    store: SqlStore, vault: FileVault
) -> None:
    rows = [with_words(kind) for kind in KINDS]
    await put(store, *rows)
    await vault.destroy(ADA)
    assert [await store.sweep(kind) for kind in KINDS] == [()] * len(KINDS)


async def test_a_copy_without_the_keys_cannot_be_read(store: SqlStore, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    await put(store, OutboxRow(ADA, "one", body=SECRET))
    await store.close()
    shutil.copy(tmp_path / "attune.db", copy)
    assert await swept(copy, FakeVault()) == ()


async def swept(file: Path, vault: Vault) -> tuple[OutboxRow, ...]:
    store = await open_store(f"sqlite:///{file}", vault)
    rows = await store.sweep(OutboxRow)
    await store.close()
    return rows


async def test_words_moved_to_another_row_are_not_given(store: SqlStore, tmp_path: Path) -> None:
    await put(store, OutboxRow(ADA, "one", body=SECRET), OutboxRow(ADA, "two", body="other"))
    moved = "UPDATE kept SET sealed = (SELECT sealed FROM kept ORDER BY key LIMIT 1)"
    changed(tmp_path / "attune.db", moved)
    assert len(await store.sweep(OutboxRow)) == 1


async def test_a_failure_repeats_nothing_of_a_row(store: SqlStore, tmp_path: Path) -> None:
    changed(tmp_path / "attune.db", "DROP TABLE kept")
    with pytest.raises(StoreError) as caught:
        await put(store, StyleRow(ADA, "name", SECRET))
    assert SECRET not in f"{caught.value!r} {caught.value.__cause__}"


async def test_what_databases_called_an_erased_owner_is_forgotten_after_a_day(
    vault: FileVault, tmp_path: Path
) -> None:
    await vault.key(ADA)
    await vault.destroy(ADA)
    with closing(sqlite3.connect(tmp_path / "keys.db")) as raw, raw:
        raw.execute("UPDATE destroyed SET at = at - 86401")
    assert await vault.destroyed() == ()
