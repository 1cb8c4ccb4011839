"""The contract of ports.Store about what time takes away, for every store."""

from datetime import timedelta

import pytest

from bot.ids import EventId
from bot.ports import Store, Unit
from bot.records import OutboxRow, ReplyRow, StyleRow
from tests.contracts.test_store import ADA, AT, BOB, put
from tests.fakes import FakeVault

LATER = AT + timedelta(hours=1)


async def test_rows_of_a_kind_earlier_than_a_time_are_forgotten(store: Store) -> None:
    old, new = OutboxRow(ADA, "old", at=AT, body="old"), OutboxRow(BOB, "new", at=LATER, body="new")
    reply, style = ReplyRow(ADA, "reply", at=AT), StyleRow(ADA, "length", value="shorter")
    await put(store, old, new, reply, style)
    await store.forget(OutboxRow, LATER)
    assert await store.sweep(OutboxRow) == (new,)
    assert await store.sweep(ReplyRow) == (reply,)
    assert await store.sweep(StyleRow) == (style,)


async def test_what_nobody_can_read_any_more_is_forgotten_too(
    store: Store, vault: FakeVault
) -> None:
    await put(store, OutboxRow(ADA, "old", at=AT, body="old"))
    key = vault.keys[ADA]
    await vault.destroy(ADA)
    await store.forget(OutboxRow, LATER)
    vault.keys[ADA] = key
    assert await store.sweep(OutboxRow) == ()


@pytest.mark.parametrize(("hours", "is_new"), [(0, False), (1, True)])
async def test_a_claim_is_forgotten_with_its_time(store: Store, hours: int, is_new: bool) -> None:
    await put(store, StyleRow(ADA, "length", value="shorter"))  # so that there is a key
    assert await store.deciding(ADA, lambda unit: unit.claim(ADA, EventId("e1"), AT))
    await store.forget_claims(AT + timedelta(hours=hours))
    again = await store.deciding(ADA, lambda unit: unit.claim(ADA, EventId("e1"), AT))
    assert again is is_new


async def test_what_was_written_while_its_owner_was_erased_is_taken_away(
    store: Store, vault: FakeVault
) -> None:
    left = StyleRow(BOB, "length", value="shorter")
    await put(store, left)
    key = await vault.key(ADA)

    async def written_too_late(unit: Unit) -> None:
        await unit.put(StyleRow(ADA, "length", value="shorter"))
        await unit.find(StyleRow, ADA)  # written under the key, which goes before it is committed
        await vault.destroy(ADA)

    await store.deciding(BOB, written_too_late)
    await store.forget_unopened()
    vault.keys[ADA] = key
    assert await store.sweep(StyleRow) == (left,)
