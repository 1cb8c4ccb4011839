"""Data keys on PostgreSQL: each row is read again, and opened once."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.records import Owner
from bot.vault.file import FileVault
from bot.vault.key_cache import LASTS_S, MOST
from bot.vault.key_rows import BY_ALIAS, BY_OWNER, KeyRows
from bot.vault.sealing import DataKey, MasterKey
from tests.round_trips import counted

MASTER = MasterKey(b"m" * 32)
ADA, BOB = Owner("ada"), Owner("bob")


@pytest.fixture
async def vault(postgres_url: str) -> AsyncIterator[FileVault]:
    made = await FileVault.open(postgres_url, MASTER)
    yield made
    await made.close()


@pytest.fixture
async def other(postgres_url: str, vault: FileVault) -> AsyncIterator[FileVault]:
    """A vault on the same keys, as another process has it."""
    made = await FileVault.open(postgres_url, MASTER)
    yield made
    await made.close()


@asynccontextmanager
async def two(url: str) -> AsyncIterator[tuple[FileVault, FileVault]]:
    """Opens the same keys twice, as two processes do."""
    one, there = [await FileVault.open(url, MASTER) for _ in range(2)]
    try:
        yield one, there
    finally:
        await one.close()
        await there.close()


class Counting:
    """Opens rows as a vault does, and counts them."""

    def __init__(self, unwrapped: Callable[[str, bytes, int], bytes]) -> None:
        self._unwrapped, self.count = unwrapped, 0

    def __call__(self, place: str, wrapped: bytes, version: int) -> bytes:
        self.count += 1
        return self._unwrapped(place, wrapped, version)


def rows_of(vault: FileVault) -> tuple[KeyRows, Counting]:
    assert vault._rows is not None
    vault._rows.unwrapped = opening = Counting(vault._rows.unwrapped)
    return vault._rows, opening


async def test_a_row_is_opened_once_however_often_it_is_read(vault: FileVault) -> None:
    reader, opening = rows_of(vault)
    made = await vault.key(ADA)
    for _ in range(3):
        assert await vault.existing_keys((ADA, BOB)) == (made,)
    assert await reader.keys(BY_ALIAS, (made.alias,)) == (made,)
    assert await reader.keys(BY_OWNER, ()) == ()
    assert opening.count == 1


async def test_a_key_that_another_process_destroyed_is_gone_at_once(
    vault: FileVault, other: FileVault
) -> None:
    before = await vault.key(ADA)
    assert await vault.existing_key(ADA) == before
    await other.destroy(ADA)
    assert await vault.existing_key(ADA) is None
    again = await other.key(ADA)
    assert await vault.existing_key(ADA) == again != before


async def test_a_key_that_another_process_made_is_found_at_once(
    vault: FileVault, other: FileVault
) -> None:
    assert await vault.existing_key(ADA) is None
    made = await other.key(ADA)
    assert await vault.existing_key(ADA) == made


async def test_what_a_row_opens_to_is_forgotten_when_its_key_is_destroyed(
    vault: FileVault,
) -> None:
    reader, _ = rows_of(vault)
    await vault.key(ADA)
    await vault.existing_key(ADA)
    assert list(reader._known) == [ADA]
    await vault.destroy(ADA)
    assert not reader._known


async def test_what_a_row_opens_to_is_remembered_for_minutes(vault: FileVault) -> None:
    reader, opening = rows_of(vault)
    await vault.key(ADA)
    await vault.existing_key(ADA)
    now = reader.elapsed()
    for after, count in ((LASTS_S - 1, 1), (LASTS_S + 1, 2)):
        reader.elapsed = lambda at=now + after: at  # type: ignore[misc]
        await vault.existing_key(ADA)
        assert opening.count == count


async def test_it_holds_so_many_keys_and_shows_none(vault: FileVault) -> None:
    reader, _ = rows_of(vault)
    reader._known[ADA] = (b"wrapped", DataKey(ADA, b"k" * 32), 0.0)
    assert reader._known.most == MOST
    assert "ada" not in repr(reader)
    assert "kkkk" not in repr(reader)


async def test_a_key_is_made_in_two_round_trips_and_two_who_make_it_have_one(
    postgres_url: str, vault: FileVault, tmp_path: Path
) -> None:
    async with counted(postgres_url, tmp_path) as (url, connections), two(url) as (one, there):
        await asyncio.gather(one.key(BOB), there.key(BOB))  # they connect, and prepare
        took, made = list[int](), await one.key(ADA)
        for owner in (Owner("cleo"), Owner("dan"), Owner("fay")):
            before = sum(each.trips for each in connections)
            await one.key(owner)
            took.append(sum(each.trips for each in connections) - before)
        assert min(took) == 2  # it looks, and makes; a connection that is new prepares beside that
        eve = await asyncio.gather(*(each.key(Owner("eve")) for each in (one, there) * 5))
        assert len({key.alias for key in eve}) == 1
    assert await vault.existing_keys((ADA,)) == (made,)
    assert await vault.called((eve[0].alias,)) == (eve[0],)


async def test_a_key_that_is_destroyed_as_it_is_made_twice_is_made_anew(
    vault: FileVault, other: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, _ = rows_of(vault)
    first, keys = await other.key(ADA), KeyRows.keys

    async def read(self: KeyRows, query: str, values: Collection[str]) -> tuple[DataKey, ...]:
        await other.destroy(ADA)
        return await keys(self, query, values)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(KeyRows, "keys", read)
        made = await rows.made(ADA, vault._wrapping)
    assert made != first
    assert await other.existing_key(ADA) == made
