"""What holds between processes: one person's decisions never overlap, on either database."""

import asyncio
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from bot.errors import StoreError
from bot.rows import ConversationRow
from bot.store.engine import open_database, with_connection
from bot.store.engine.postgres import PostgresDatabase, is_postgres, lock_number
from bot.store.engine.sqlite import file_of
from bot.store.migrate import Ahead, Current, Fresh, is_used, migrate, state
from bot.store.store import open_store
from tests.contracts.counting import ADA, raised, same_keys
from tests.fakes import FakeVault


@pytest.fixture(params=["url", "postgres_ready"])
def ready(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(request.param)
    return url


async def test_two_processes_never_lose_each_others_decisions(ready: str) -> None:
    words = (sys.executable, "-m", "tests.contracts.counting", ready, "40")
    processes = [await asyncio.create_subprocess_exec(*words) for _ in range(2)]
    assert [await process.wait() for process in processes] == [0, 0]
    store = await open_store(ready, FakeVault(same_keys()))
    assert [row.turn for row in await store.sweep(ConversationRow)] == [80]
    await store.close()


async def test_many_at_once_in_one_process_count_too(ready: str) -> None:
    store = await open_store(ready, FakeVault(same_keys()))
    await asyncio.gather(*(store.deciding(ADA, raised) for _ in range(40)))
    assert [row.turn for row in await store.sweep(ConversationRow)] == [40]
    await store.close()


def test_an_entry_of_the_ledger_never_changes(ready: str) -> None:
    entry = "INSERT INTO ledger VALUES (1, 'subject', 'refused', 1, '', '', 0, NULL, '')"
    with_connection(ready, lambda made: made.execute(text(entry)), writes=True)
    for change in ("UPDATE ledger SET level = 2", "DELETE FROM ledger"):
        with pytest.raises(StoreError):
            with_connection(ready, _executes(change), writes=True)
    assert with_connection(ready, _levels, writes=False) == [1]


def _executes(statement: str):  # type: ignore[no-untyped-def]
    return lambda connection: connection.execute(text(statement))


def _levels(connection: Connection) -> list[int]:
    return list(connection.scalars(text("SELECT level FROM ledger")))


# -- PostgreSQL ---------------------------------------------------------------------------------


def test_a_new_postgres_database_is_brought_to_the_newest_schema(
    postgres_url: str, tmp_path: Path
) -> None:
    assert state(postgres_url) == Fresh()
    assert migrate(postgres_url, tmp_path) is None
    assert isinstance(state(postgres_url), Current)
    assert not is_used(postgres_url)
    newer = "UPDATE alembic_version SET version_num = '9999'"
    with_connection(postgres_url, _executes(newer), writes=True)
    assert isinstance(state(postgres_url), Ahead)


def test_a_server_that_cannot_be_reached_is_a_plain_sentence() -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        state("postgresql://u:hush@127.0.0.1:1/none")


def test_a_reader_cannot_write(postgres_ready: str) -> None:
    with pytest.raises(StoreError, match="must not write"):
        with_connection(postgres_ready, _executes("DELETE FROM seen"), writes=False)


async def test_what_a_url_names_is_what_is_opened(postgres_url: str, tmp_path: Path) -> None:
    database = open_database(postgres_url)
    assert isinstance(database, PostgresDatabase)
    await database.close()
    assert is_postgres(postgres_url)
    assert file_of(f"sqlite:///{tmp_path}/a.db") == tmp_path / "a.db"
    assert lock_number("ada") != lock_number("bob")
    assert -(2**63) <= lock_number("ada") < 2**63
