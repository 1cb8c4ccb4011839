"""What holds between processes: one person's decisions never overlap, on either database."""

import asyncio
import sys
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select, text

from bot.errors import StoreError
from bot.ports import Unit
from bot.records import ConversationRow, NoteRow, Owner
from bot.store.database import open_database, with_connection
from bot.store.database.postgres import PostgresDatabase, is_postgres, lock_number
from bot.store.database.sqlite import file_of
from bot.store.migrate import Ahead, Current, Fresh, is_used, migrate, state
from bot.store.store import open_store
from bot.store.tables import KEPT
from bot.tasks import start
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


async def test_a_note_written_at_the_moment_of_an_erase_is_taken_away(postgres_ready: str) -> None:
    store = await open_store(postgres_ready, vault := FakeVault())
    await vault.key(ADA)
    is_written, may_end = asyncio.Event(), asyncio.Event()

    async def note(unit: Unit) -> None:
        await unit.put(NoteRow(ADA, "inbox"))
        await unit.find(NoteRow, ADA)
        is_written.set()
        await may_end.wait()

    noting = start(store.deciding(Owner("inbox"), note), "note")
    await is_written.wait()
    await store.deciding(ADA, lambda unit: unit.erase(ADA))
    may_end.set()
    await noting
    counted = partial(with_connection, postgres_ready, _rows_kept, writes=False)
    assert counted() == 1
    await store.forget_unopened()
    assert counted() == 0
    await store.close()


def _rows_kept(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(KEPT)) or 0


async def test_what_a_url_names_is_what_is_opened(postgres_url: str, tmp_path: Path) -> None:
    database = open_database(postgres_url)
    assert isinstance(database, PostgresDatabase)
    await database.close()
    assert is_postgres(postgres_url)
    assert file_of(f"sqlite:///{tmp_path}/a.db") == tmp_path / "a.db"
    assert lock_number("ada") != lock_number("bob")
    assert -(2**63) <= lock_number("ada") < 2**63
