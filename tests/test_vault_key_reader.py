"""Data keys on PostgreSQL: each row is read again, and opened once."""

from collections.abc import AsyncIterator, Callable

import pytest

from bot.records import Owner
from bot.vault.file import FileVault
from bot.vault.key_cache import LASTS_S, MOST
from bot.vault.key_reader import BY_ALIAS, BY_OWNER, KeyReader
from bot.vault.sealing import DataKey, MasterKey

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


class Counting:
    """Opens rows as a vault does, and counts them."""

    def __init__(self, unwrapped: Callable[[str, bytes, int], bytes]) -> None:
        self._unwrapped, self.count = unwrapped, 0

    def __call__(self, place: str, wrapped: bytes, version: int) -> bytes:
        self.count += 1
        return self._unwrapped(place, wrapped, version)


def reader_of(vault: FileVault) -> tuple[KeyReader, Counting]:
    assert vault._reader is not None
    vault._reader.unwrapped = opening = Counting(vault._reader.unwrapped)
    return vault._reader, opening


async def test_a_row_is_opened_once_however_often_it_is_read(vault: FileVault) -> None:
    reader, opening = reader_of(vault)
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
    reader, _ = reader_of(vault)
    await vault.key(ADA)
    await vault.existing_key(ADA)
    assert list(reader._known) == [ADA]
    await vault.destroy(ADA)
    assert not reader._known


async def test_what_a_row_opens_to_is_remembered_for_minutes(vault: FileVault) -> None:
    reader, opening = reader_of(vault)
    await vault.key(ADA)
    await vault.existing_key(ADA)
    now = reader.elapsed()
    for after, count in ((LASTS_S - 1, 1), (LASTS_S + 1, 2)):
        reader.elapsed = lambda at=now + after: at  # type: ignore[misc]
        await vault.existing_key(ADA)
        assert opening.count == count


async def test_it_holds_so_many_keys_and_shows_none(vault: FileVault) -> None:
    reader, _ = reader_of(vault)
    reader._known[ADA] = (b"wrapped", DataKey(ADA, b"k" * 32), 0.0)
    assert reader._known.most == MOST
    assert "ada" not in repr(reader)
    assert "kkkk" not in repr(reader)
