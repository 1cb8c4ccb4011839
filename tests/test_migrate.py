"""The schema's versions, the copy made before a migration, and the schema itself."""

import re
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.errors import MigrationNeeded, StoreError
from bot.store.database import Database, file_of, sync_engine
from bot.store.migrate import SCRIPTS, Ahead, Behind, Current, Fresh, migrate, state
from bot.store.store import open_store
from bot.store.tables import metadata
from tests.fakes import FakeVault

NEXT = """
from alembic import op
revision, down_revision = "0011", "0010"
def upgrade():
    op.execute("ALTER TABLE kept ADD COLUMN more TEXT")
"""
BROKEN = NEXT + '    op.execute("SELECT * FROM nothing")\n'
ENTRY = "INSERT INTO ledger VALUES (1, 'subject', 'refused', 1, '', '', 0, NULL, '')"


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'attune.db'}"


def newer(folder: Path, source: str = NEXT) -> Path:
    """Gives the migrations of a program that is one revision ahead of this one."""
    scripts = folder / "100% newer"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "0011_next.py").write_text(source)
    return scripts


def queried(url: str, statement: str) -> list[Any]:
    with closing(sqlite3.connect(file_of(url), isolation_level=None)) as raw:
        return raw.execute(statement).fetchall()


def schema(url: str) -> dict[str, str]:
    kept = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%alembic%'"
    return {name: columns(sql) for name, sql in queried(url, kept)}


def columns(sql: str) -> str:
    """Gives what a table holds, in one order, without the defaults of later columns."""
    head, _, inside = " ".join(sql.split()).partition("(")
    inside = re.sub(r" DEFAULT (\S+)", "", inside.removesuffix(")"))
    return head + "; ".join(sorted(part.strip() for part in re.split(r",(?![^(]*\))", inside)))


def test_the_migrated_schema_is_the_one_the_tables_say(url: str, tmp_path: Path) -> None:
    migrate(url, tmp_path)
    said = f"sqlite:///{tmp_path / 'said.db'}"
    with sync_engine(said, writes=True).begin() as connection:
        metadata.create_all(connection)
    made = schema(url)  # with the tables of earlier releases, which stay and are empty
    assert {name: made[name] for name in schema(said)} == schema(said)
    assert schema(said).keys() >= {"kept", "ledger", "seen", "trail"}


def test_looking_at_a_missing_database_makes_none(url: str, tmp_path: Path) -> None:
    assert state(url) == Fresh()
    assert list(tmp_path.iterdir()) == []


def test_a_fresh_database_is_migrated_without_a_copy_and_for_its_owner_only(
    url: str, tmp_path: Path
) -> None:
    assert migrate(url, tmp_path) is None
    assert state(url) == Current("0010")
    assert [file.name for file in tmp_path.iterdir()] == ["attune.db"]
    assert file_of(url).stat().st_mode & 0o777 == 0o600


def test_a_current_database_is_left_alone(url: str, tmp_path: Path) -> None:
    migrate(url, tmp_path)
    before = file_of(url).read_bytes()
    assert migrate(url, tmp_path) is None
    assert file_of(url).read_bytes() == before


def test_a_database_that_is_behind_is_copied_and_then_migrated(url: str, tmp_path: Path) -> None:
    migrate(url, tmp_path)
    queried(url, ENTRY)
    scripts = newer(tmp_path)
    (tmp_path / "attune.db.before-0011").touch()
    assert state(url, scripts) == Behind("0010", "0011")
    assert migrate(url, tmp_path, scripts) == "attune.db.before-0011-2"
    assert state(url, scripts) == Current("0011")
    copy = f"sqlite:///{tmp_path / 'attune.db.before-0011-2'}"
    assert state(copy, scripts) == Behind("0010", "0011")
    assert queried(copy, "SELECT count(*) FROM ledger") == [(1,)]
    assert file_of(copy).stat().st_mode & 0o777 == 0o600


def test_a_migration_that_fails_leaves_the_database_as_it_was(url: str, tmp_path: Path) -> None:
    migrate(url, tmp_path)
    before = schema(url)
    scripts = newer(tmp_path, BROKEN)
    with pytest.raises(StoreError):
        migrate(url, tmp_path, scripts)
    assert schema(url) == before
    assert state(url, scripts) == Behind("0010", "0011")


async def test_a_database_of_a_newer_program_is_refused(url: str, tmp_path: Path) -> None:
    migrate(url, tmp_path, newer(tmp_path))
    assert state(url) == Ahead("0011")
    with pytest.raises(MigrationNeeded, match="newer"):
        migrate(url, tmp_path)
    with pytest.raises(MigrationNeeded, match="newer"):
        await open_store(url, FakeVault())


async def test_a_database_that_was_not_migrated_is_not_opened(url: str, tmp_path: Path) -> None:
    with pytest.raises(MigrationNeeded):
        await open_store(url, FakeVault())
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240


def test_a_database_of_another_program_is_left_alone(url: str, tmp_path: Path) -> None:
    queried(url, "CREATE TABLE theirs (a)")
    with pytest.raises(StoreError, match="did not make"):
        migrate(url, tmp_path)
    assert schema(url) == {"theirs": "CREATE TABLE theirs a"}


async def test_a_file_that_is_no_database_is_left_alone(url: str, tmp_path: Path) -> None:
    file_of(url).write_bytes(b"not a database " * 99)
    with pytest.raises(StoreError, match="not a database"):
        migrate(url, tmp_path)
    with pytest.raises(StoreError, match="not a database"):
        await open_store(url, FakeVault())
    assert file_of(url).read_bytes() == b"not a database " * 99


async def test_a_connection_that_could_not_be_prepared_ends_its_thread(url: str) -> None:
    file_of(url).write_bytes(b"not a database " * 99)
    before, database = set(threading.enumerate()), Database(url)
    with pytest.raises(StoreError, match="not a database"):
        await database.checkpoint()
    await database.close()
    for thread in set(threading.enumerate()) - before:
        thread.join(1)
    assert set(threading.enumerate()) <= before


def test_a_locked_database_is_said_to_be_in_use(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.database.sqlite.PRAGMAS", ("busy_timeout=0",))
    with closing(sqlite3.connect(file_of(url), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="in use"):
            migrate(url, tmp_path)
    assert state(url) == Fresh()


@pytest.mark.parametrize(
    "wrong", ["sqlite://", "sqlite:///:memory:", "postgresql://me:hunter2@host/x", "hunter2"]
)
def test_only_sqlite_files_are_taken_and_no_password_is_repeated(wrong: str) -> None:
    with pytest.raises(StoreError, match="sqlite:///FILE") as caught:
        file_of(wrong)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("change", ["UPDATE ledger SET state = 'given'", "DELETE FROM ledger"])
def test_an_entry_of_the_ledger_never_changes(url: str, tmp_path: Path, change: str) -> None:
    migrate(url, tmp_path)
    queried(url, ENTRY)
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        queried(url, change)
    assert queried(url, "SELECT state FROM ledger") == [("refused",)]
