"""What other processes announce on PostgreSQL is heard; where it may not be, nothing is trusted."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from bot.store.database.postgres import connecting_to
from bot.store.hot import listener as module
from bot.store.hot.connections import Connections
from bot.store.hot.listener import BEAT_S, Listener
from tests.elapsed import Elapsed


@pytest.fixture
def elapsed() -> Elapsed:
    return Elapsed(1000.0)


@pytest.fixture
async def listener(postgres_ready: str, elapsed: Elapsed) -> AsyncIterator[Listener]:
    made = Listener(connecting_to(postgres_ready, "public"), elapsed)
    yield made
    await made.close()


@pytest.fixture
def cut(
    postgres: object, postgres_ready: str, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], None]:
    """Gives what ends every connection to the database at the server."""
    monkeypatch.setattr(module, "BEAT_S", 0.02)
    name = postgres_ready.partition("?")[0].rpartition("/")[2]
    every = f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'"
    return lambda: postgres.psql(every)  # type: ignore[attr-defined]


async def trusted(listener: Listener) -> int:
    """Waits until a number stays as it is, and gives it."""
    async with asyncio.timeout(20):
        while (number := listener.number()) != listener.number():
            await asyncio.sleep(0)
    return number


async def moved(listener: Listener, before: int) -> int:
    """Waits until the number is another one, and gives it."""
    async with asyncio.timeout(20):
        while (number := listener.number()) == before:
            await asyncio.sleep(0)
    return number


async def announced(listener: Listener, *statements: str) -> None:
    """Commits an announcement as the process of that listener does."""
    connections = Connections(listener.given, 1)
    script = "; ".join(("BEGIN", listener.announcement, *statements))
    async with connections.lent() as lent:
        await lent.run(lambda connection: connection.execute(script))
    await connections.close()


async def test_what_others_announce_is_heard(listener: Listener) -> None:
    before = await trusted(listener)
    await announced(Listener(listener.given), "COMMIT")
    heard = await moved(listener, before)
    assert listener.number() == heard


async def test_own_announcements_and_what_is_undone_are_nobody_elses(listener: Listener) -> None:
    before = await trusted(listener)
    await announced(listener, "COMMIT")
    await announced(Listener(listener.given), "ROLLBACK")
    await announced(Listener(listener.given), "COMMIT")
    assert await moved(listener, before) == before + 1


async def test_before_it_listens_every_number_is_another_one(listener: Listener) -> None:
    assert len({listener.number() for _ in range(5)}) == 5


async def test_a_lost_connection_is_not_trusted_until_it_listens_again(
    listener: Listener, cut: Callable[[], None]
) -> None:
    before = await trusted(listener)
    cut()
    first = await moved(listener, before)
    assert listener.number() > first
    assert await trusted(listener) > first


async def test_what_was_missed_while_nobody_asked_is_looked_for(
    listener: Listener, cut: Callable[[], None]
) -> None:
    before = await trusted(listener)
    cut()
    async with asyncio.timeout(20):
        for is_trusted in (False, True):
            while bool(listener._trusted_until) != is_trusted:
                await asyncio.sleep(0)
    assert listener.number() != before


async def test_a_server_that_does_not_answer_is_not_trusted(
    listener: Listener, elapsed: Elapsed
) -> None:
    before = await trusted(listener)
    elapsed.now += 2 * BEAT_S - 0.1
    assert listener.number() == before
    elapsed.now += 0.1
    assert len({before, listener.number(), listener.number()}) == 3


async def test_once_it_is_closed_every_number_is_another_one(listener: Listener) -> None:
    before = await trusted(listener)
    await listener.close()
    assert len({before, listener.number(), listener.number()}) == 3


async def test_it_shows_no_password() -> None:
    made = Listener(connecting_to("postgresql://u:hush@127.0.0.1:1/none", "public"))
    assert "hush" not in repr(made)
    made.number()
    await made.close()
