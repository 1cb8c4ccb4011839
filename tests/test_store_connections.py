"""Connections to PostgreSQL: lent as they are, and replaced where they turn out broken."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from bot.errors import StoreAway, StoreError
from bot.store.database.postgres import connecting_to
from bot.store.hot import connections as module
from bot.store.hot.connections import Connections, Lent
from bot.tasks import start

Psql = Callable[[str], str]


@pytest.fixture
def psql(postgres: object) -> Psql:
    asked: Psql = postgres.psql  # type: ignore[attr-defined]
    return asked


@pytest.fixture
async def two(postgres_ready: str) -> AsyncIterator[Connections]:
    made = Connections(connecting_to(postgres_ready, "public"), 2)
    yield made
    await made.close()


async def pid(lent: Lent) -> int:
    found: int = await lent.run(lambda db: db.fetchval("SELECT pg_backend_pid()"))
    return found


async def pid_of_one(connections: Connections) -> int:
    async with connections.lent() as lent:
        return await pid(lent)


def cut(psql: Psql, number: int) -> None:
    """Ends a connection at the server; the program has not looked at its socket since."""
    psql(f"SELECT pg_terminate_backend({number}, 5000)")


async def test_a_connection_is_lent_again(two: Connections) -> None:
    assert await pid_of_one(two) == await pid_of_one(two)


async def test_one_that_broke_meanwhile_is_replaced_at_its_first_statement(
    two: Connections, psql: Psql
) -> None:
    broken = await pid_of_one(two)
    cut(psql, broken)
    async with two.lent() as lent:
        assert not lent.connection.is_closed()  # nobody knows it yet
        assert await pid(lent) != broken


async def test_one_that_is_known_to_be_broken_is_not_lent(two: Connections, psql: Psql) -> None:
    broken = await pid_of_one(two)
    ended = asyncio.Event()
    two._free[0].add_termination_listener(lambda _connection: ended.set())
    cut(psql, broken)
    await ended.wait()
    async with two.lent() as lent:
        assert not lent.may_be_broken
        assert await pid(lent) != broken


async def test_a_later_statement_is_not_tried_again(two: Connections, psql: Psql) -> None:
    await pid_of_one(two)
    async with two.lent() as lent:
        cut(psql, await pid(lent))
        with pytest.raises(StoreAway):
            await pid(lent)
    assert two._free == []
    assert await pid_of_one(two)


async def test_a_statement_that_is_wrong_is_not_tried_again(two: Connections) -> None:
    await pid_of_one(two)
    asked = []

    async def wrong(connection: Any) -> None:
        asked.append(connection)
        await connection.execute("SELEC")

    async with two.lent() as lent:
        with pytest.raises(StoreError, match="refused what was asked of it"):
            await lent.run(wrong)
    assert len(asked) == 1


async def test_a_transaction_that_was_left_open_is_undone(two: Connections) -> None:
    async with two.lent() as lent:
        await lent.run(lambda db: db.execute("BEGIN; INSERT INTO seen VALUES ('t', 0)"))
    async with two.lent() as lent:
        assert await lent.run(lambda db: db.fetchval("SELECT count(*) FROM seen")) == 0
    assert len(two._free) == 1


async def test_whoever_comes_when_all_are_lent_waits_for_one(two: Connections) -> None:
    async with two.lent() as one, two.lent() as other:
        waiting = start(pid_of_one(two), "waiting")
        pids = {await pid(one), await pid(other)}
        assert not waiting.done()
    assert await waiting in pids


async def test_nobody_waits_for_ever(two: Connections, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_WAIT_S", 0.01)
    async with two.lent(), two.lent():
        with pytest.raises(StoreAway, match="in use"):
            await pid_of_one(two)


async def test_where_no_server_is_that_is_said(postgres_ready: str) -> None:
    nowhere = connecting_to("postgresql+asyncpg://u:hush@127.0.0.1:1/none", "public")
    made = Connections(nowhere, 1)
    assert "hush" not in repr(made)
    for _ in range(2):  # the turn was given back
        with pytest.raises(StoreAway, match="cannot be reached"):
            await pid_of_one(made)


async def test_closing_waits_for_what_runs(two: Connections) -> None:
    async with two.lent() as lent:
        closing = start(two.close(), "close")
        assert await pid(lent)
        assert not closing.done()
    await closing
    with pytest.raises(StoreError, match="closed"):
        await pid_of_one(two)


async def test_who_reads_only_cannot_write(postgres_ready: str) -> None:
    made = Connections(connecting_to(postgres_ready, "public"), 1, reads_only=True)
    async with made.lent() as lent:
        with pytest.raises(StoreError, match="must not write"):
            await lent.run(lambda db: db.execute("DELETE FROM seen"))
    await made.close()
