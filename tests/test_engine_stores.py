"""Real stores that fail, full, held or cut: a life at risk is answered all the same."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.engine.floor import Floor
from bot.store.migrate import migrate
from bot.store.store import SqlStore, open_store
from bot.strings import ENGLISH
from tests.fakes import FakeVault
from tests.held import held
from tests.play import Play, ScriptedModel

ACUTE = "I want to kill myself tonight, I have the pills here"


@asynccontextmanager
async def playing(url: str, folder: Path) -> AsyncIterator[Play]:
    """Gives a play on a real database that has taken one message."""
    vault = FakeVault()
    migrate(url, folder)
    store = await open_store(url, vault)
    p = Play(folder, store, vault, ScriptedModel(lambda _prompt: ["One thing."]))
    async with p.running():
        await p.type("hello")
        yield p
    await store.close()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'attune.db'}"


def fills(store: SqlStore) -> None:
    """Lets the database grow no further, as a full disk does."""
    writer = store._units._parts[0]  # type: ignore[attr-defined]
    writer._session()
    writer._connection.execute("CREATE TABLE padding (words)")
    writer._connection.execute("INSERT INTO padding VALUES (randomblob(100000))")
    writer._connection.execute("PRAGMA max_page_count=1")


async def test_on_a_full_disk(sqlite_url: str, tmp_path: Path) -> None:
    async with playing(sqlite_url, tmp_path) as p:
        assert isinstance(p.store, SqlStore)
        fills(p.store)
        for number in range(40):  # what room is left in the pages is used up
            shown = "\n".join(await p.type(f"{ACUTE}, and this is line {number}"))
            assert ENGLISH.crisis.first in shown or any(
                text in shown for text in ENGLISH.crisis.again
            )
        shown = ""
        for number in range(200):  # a short line may still find room
            if ENGLISH.failures.here not in shown:
                shown += "\n".join(await p.type(f"the launch slips {number}"))
        assert ENGLISH.failures.here in shown


async def test_while_another_program_holds_it(sqlite_url: str, tmp_path: Path) -> None:
    async with playing(sqlite_url, tmp_path) as p, held(tmp_path / "attune.db"):
        shown = "\n".join(await p.type(ACUTE))
    assert ENGLISH.crisis.first in shown


async def test_while_postgresql_is_cut(
    postgres: object, postgres_ready: str, tmp_path: Path
) -> None:
    name = postgres_ready.partition("?")[0].rpartition("/")[2]
    async with playing(postgres_ready, tmp_path) as p:
        psql = postgres.psql  # type: ignore[attr-defined]
        psql(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        psql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        shown = "\n".join(await p.type(ACUTE))
        psql(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    assert ENGLISH.crisis.first in shown
    assert Floor.__slots__
