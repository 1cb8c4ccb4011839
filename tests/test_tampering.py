"""What somebody changed behind the program's back: it is not given, and the log says so plainly."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.errors import VaultError
from bot.ports import Unit
from bot.records import OutboxRow, Owner
from bot.store.migrate import migrate
from bot.store.sealing import CHANGED
from bot.store.store import SqlStore, open_store
from bot.vault import FileVault
from bot.vault.sealing import MasterKey

ADA, SECRET, MASTER = Owner("ada"), "zqheron", MasterKey(b"m" * 32)


@pytest.fixture
async def vault(tmp_path: Path) -> AsyncIterator[FileVault]:
    one = await FileVault.open(f"sqlite:///{tmp_path / 'keys.db'}", MASTER)
    yield one
    await one.close()


@pytest.fixture
async def store(vault: FileVault, tmp_path: Path) -> AsyncIterator[SqlStore]:
    migrate(f"sqlite:///{tmp_path / 'attune.db'}", tmp_path)
    one = await open_store(f"sqlite:///{tmp_path / 'attune.db'}", vault)
    yield one
    await one.close()


def changed(file: Path, column: str, table: str, where: str = "1") -> None:
    """Flips one bit of what stands sealed in the first row of a table."""
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        first = f"SELECT rowid, {column} FROM {table} WHERE {where} LIMIT 1"
        at, sealed = raw.execute(first).fetchone()
        other = bytes([*sealed[:-1], sealed[-1] ^ 1])
        raw.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (other, at))


async def kept(store: SqlStore) -> None:
    async def work(unit: Unit) -> None:
        for key in ("one", "two"):
            await unit.put(OutboxRow(ADA, key, body=f"{SECRET} {key}"))

    await store.deciding(ADA, work)


async def test_a_row_of_which_a_bit_was_changed_is_not_given_and_every_other_is(
    store: SqlStore, tmp_path: Path
) -> None:
    await kept(store)
    changed(tmp_path / "attune.db", "sealed", "kept")
    with capture_logs() as logs:
        (left,) = await store.sweep(OutboxRow)
    assert left.body in (f"{SECRET} one", f"{SECRET} two")
    (told,) = [one for one in logs if one["event"] == CHANGED]
    assert (told["log_level"], told["kind"]) == ("error", "outbox")
    assert not any(word in str(logs) for word in (SECRET, "ada", left.key))


async def test_a_row_whose_key_was_destroyed_is_no_damage(
    store: SqlStore, vault: FileVault
) -> None:
    await kept(store)
    await vault.destroy(ADA)
    with capture_logs() as logs:
        assert await store.sweep(OutboxRow) == ()
    assert CHANGED not in [one["event"] for one in logs]


async def test_a_wrapped_key_of_which_a_bit_was_changed_opens_nothing_and_is_an_error(
    store: SqlStore, vault: FileVault, tmp_path: Path
) -> None:
    await kept(store)
    changed(tmp_path / "keys.db", "wrapped", "data_keys", "owner = 'ada'")
    anew = await FileVault.open(f"sqlite:///{tmp_path / 'keys.db'}", MASTER)
    with pytest.raises(VaultError, match="Restore the keys from a backup") as caught:
        await anew.existing_key(ADA)
    await anew.close()
    assert str(ADA) not in str(caught.value)
    assert caught.value.__cause__ is None
