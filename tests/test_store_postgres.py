"""Units on PostgreSQL's own driver: few round trips, one snapshot, and nothing half done."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreAway, StoreError
from bot.records import Owner
from bot.store.database import postgres as opening
from bot.store.hot import connections
from bot.store.hot.postgres import OneLook, PostgresSession
from bot.store.session import CLAIMED, Changes, Session
from bot.store.units import MOST_WRITERS, PostgresUnits
from bot.tasks import start
from tests.round_trips import Asked, counted

ADA, BOB = Owner("ada"), Owner("bob")
AT = datetime(2026, 11, 23, 14, tzinfo=UTC)
PLACE = ("a", "style", "k")


@pytest.fixture
async def units(postgres_ready: str) -> AsyncIterator[PostgresUnits]:
    made = PostgresUnits(postgres_ready, "public")
    yield made
    await made.close()


def row(name: str) -> dict[str, Any]:
    return {"owner": name, "kind": "style", "key": "k", "at": AT, "sealed": b"\\x'; --\0"}


def keeps(name: str, *tags: str) -> Callable[[Session], Awaitable[tuple[str, Changes]]]:
    async def work(_session: Session) -> tuple[str, Changes]:
        return name, Changes([row(name)], claims=[(tag, AT) for tag in tags])

    return work


async def count(session: Session) -> int:
    records, _ = await session.look([PLACE])
    return len(records)


async def test_a_unit_takes_three_round_trips_and_a_look_one(
    postgres_ready: str, tmp_path: Path
) -> None:
    async with counted(postgres_ready, tmp_path) as (url, connections):
        units = PostgresUnits(url, "public")
        for _ in range(2):  # the first time they connect, and statements are prepared
            before = _trips(connections)
            await units.deciding(Owner(f"p{len(connections)}"), keeps("b"))
            await units.reading(count)
            await units.deciding(ADA, _looked)
            spent = _trips(connections) - before
        assert spent == 2 + 1 + 3
        assert sum(one.transactions for one in connections) == 2 * 3
        await units.close()


async def _looked(session: Session) -> tuple[int, Changes]:
    return await count(session), Changes([row("a")], [("b", "style", None)])


def _trips(connections: list[Asked]) -> int:
    return sum(one.trips for one in connections)


async def test_a_row_comes_back_byte_for_byte(units: PostgresUnits) -> None:
    await units.deciding(ADA, keeps("a"))
    records, is_claimed = await units.reading(lambda session: session.look([PLACE], "0f"))
    assert (records, is_claimed) == ([{k: v for k, v in row("a").items() if k != "at"}], False)


async def test_a_unit_reads_one_snapshot_and_the_next_reads_anew(units: PostgresUnits) -> None:
    begun: list[int] = []

    async def twice(session: Session) -> list[int]:
        before = await count(session)
        begun.append(before)
        after = await count(session)
        if len(begun) == 2:
            await units.deciding(ADA, keeps("a"))
        return [before, after, await count(session)]

    assert await units.reading(twice) == [0, 0, 0]
    assert begun == [0, 0]  # run again, in a transaction
    assert await units.reading(count) == 1


@pytest.mark.parametrize("is_later", [False, True])
async def test_whoever_reads_cannot_write(units: PostgresUnits, *, is_later: bool) -> None:
    async def writes(session: Session) -> None:
        if is_later:
            await count(session)
        await session.write(Changes([row("a")]))

    with pytest.raises(StoreError, match="must not write"):
        await units.reading(writes)
    assert await units.reading(count) == 0


async def test_an_event_that_another_process_claimed_undoes_the_unit(
    units: PostgresUnits, postgres_ready: str
) -> None:
    other = PostgresUnits(postgres_ready, "public")
    await other.deciding(BOB, keeps("b", "0f"))
    with pytest.raises(StoreError, match=CLAIMED):
        await units.deciding(ADA, keeps("a", "0e", "0f"))
    assert await units.reading(count) == 0
    _, is_claimed = await units.reading(lambda session: session.look([], "0e"))
    assert not is_claimed
    await other.close()


async def test_of_two_that_claim_an_event_at_once_one_stands(
    units: PostgresUnits, postgres_ready: str
) -> None:
    other = PostgresUnits(postgres_ready, "public")
    both = (units.deciding(ADA, keeps("a", "0f")), other.deciding(BOB, keeps("a", "0f")))
    found = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(one).__name__ for one in found) == ["StoreError", "str"]
    await other.close()


async def test_a_name_that_could_be_none_never_reaches_the_server(units: PostgresUnits) -> None:
    with pytest.raises(StoreError, match="a name"):
        await units.deciding(ADA, keeps("a'); DROP TABLE kept; --"))
    assert await units.reading(count) == 0


async def test_what_failed_half_way_never_counts_as_committed(units: PostgresUnits) -> None:
    async def goes_on(session: Session) -> tuple[None, Changes]:
        await session.write(Changes([row("a")], claims=[("0f", AT)]))
        with pytest.raises(StoreError, match=CLAIMED):
            await session.write(Changes(claims=[("0f", AT)]))
        return None, Changes()

    with pytest.raises(StoreError, match="undid"):
        await units.deciding(ADA, goes_on)
    assert await units.reading(count) == 0


async def test_a_unit_whose_session_was_given_up_is_undone(
    units: PostgresUnits, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {"idle_in_transaction_session_timeout": "20ms"}
    monkeypatch.setattr(opening, "_SETTINGS", settings)
    hasty = PostgresUnits(units.url, "public")

    async def idles(session: Session) -> tuple[None, Changes]:
        assert isinstance(session, PostgresSession)
        ended = asyncio.Event()
        session._lent.connection.add_termination_listener(lambda _connection: ended.set())
        await session.write(Changes([row("a")]))
        await ended.wait()
        return None, Changes([row("b")])

    with pytest.raises(StoreAway):
        await hasty.deciding(ADA, idles)
    assert hasty._writers._free == []
    assert await units.reading(count) == 0
    await hasty.close()


async def test_whoever_waits_for_their_own_lock_keeps_nobody_else_waiting(
    units: PostgresUnits,
) -> None:
    begun, gate = asyncio.Event(), asyncio.Event()

    async def waits(_session: Session) -> tuple[str, Changes]:
        begun.set()
        await gate.wait()
        return "ada", Changes()

    adas = [start(units.deciding(ADA, waits), "ada") for _ in range(2 * MOST_WRITERS)]
    await begun.wait()
    try:
        async with asyncio.timeout(20):
            assert await units.deciding(BOB, keeps("b")) == "b"
    finally:
        gate.set()
    assert set(await asyncio.gather(*adas)) == {"ada"}
    assert not units._turns


async def test_nobody_waits_for_ever_for_their_own_lock(
    units: PostgresUnits, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def waits(_session: Session) -> tuple[str, Changes]:
        monkeypatch.setattr(connections, "LONGEST_WAIT_S", 0.01)
        with pytest.raises(StoreAway, match="in use"):
            await units.deciding(ADA, keeps("a"))
        return "first", Changes()

    assert await units.deciding(ADA, waits) == "first"
    monkeypatch.undo()
    assert await units.deciding(ADA, keeps("a")) == "a"


async def test_places_of_both_kinds_and_a_claim_are_found_in_one_look(units: PostgresUnits) -> None:
    two = replace(Changes([row("a"), {**row("a"), "key": "l", "at": None}]), claims=[("0f", AT)])
    await units.deciding(ADA, lambda _session: _given(two))

    async def look(session: Session) -> tuple[list[str], bool]:
        assert isinstance(session, OneLook)
        found, is_claimed = await session.look([("a", "style", None), ("b", "style", "k")], "0f")
        return sorted(one["key"] for one in found), is_claimed

    assert await units.reading(look) == (["k", "l"], True)


async def _given(changes: Changes) -> tuple[None, Changes]:
    return None, changes
