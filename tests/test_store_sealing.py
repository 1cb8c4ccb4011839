"""What reaches a column: words only sealed, bound to their table, column, row and owner."""

import re
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rows import KINDS, AskRow, OutboxRow, Owner, PostRow, ReplyRow, Row, ScopeRow, Words
from bot.store.sealing import RememberedKeys, opened, sealed
from bot.store.tables import SEALED
from bot.vault import DataKey
from tests.fakes import FakeVault

ADA, BOB = Owner("ada"), Owner("bob")
AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
SECRET = "the heron sleeps at noon"
ROW = ReplyRow(ADA, "one", "room", AT, body=SECRET, before="and wakes at six")
WITH_WORDS = [kind for kind in KINDS if SEALED[kind]]


def with_words(kind: type[Row]) -> Row:
    words: dict[str, Any] = {item.name: SECRET for item in fields(kind) if item.type == Words}
    return kind(ADA, "one", **words)


async def reopened(kind: type[Row], vault: FakeVault, columns: dict[str, Any]) -> tuple[Row, ...]:
    return await opened(kind, [columns], vault)


# -- in and out --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", WITH_WORDS)
async def test_a_sealed_column_holds_no_plain_text(kind: type[Row]) -> None:
    columns = await sealed(with_words(kind), FakeVault())
    assert {name: type(columns[name]) for name in SEALED[kind]} == dict.fromkeys(
        SEALED[kind], bytes
    )
    everything = repr(columns).encode() + b"".join(columns[name] for name in SEALED[kind])
    assert re.findall(rb"heron|sleeps|noon", everything) == []


@pytest.mark.parametrize("kind", KINDS)
async def test_everything_that_is_no_words_stays_as_it_is(kind: type[Row]) -> None:
    columns = await sealed(with_words(kind), FakeVault())
    plain = {item.name for item in fields(kind)} - set(SEALED[kind])
    bare = kind(ADA, "one")
    assert {name: columns[name] for name in plain} == {name: getattr(bare, name) for name in plain}


@given(st.text(), st.text(), st.text(max_size=20))
async def test_words_come_back_as_they_were(body: str, before: str, key: str) -> None:
    vault = FakeVault()
    row = replace(ROW, key=key, body=body, before=before)
    assert await reopened(ReplyRow, vault, await sealed(row, vault)) == (row,)


async def test_the_same_words_are_never_the_same_bytes() -> None:
    vault = FakeVault()
    made = [(await sealed(ROW, vault))["body"] for _ in range(10)]
    assert len(set(made)) == 10


async def test_a_row_without_words_makes_no_key() -> None:
    vault = FakeVault()
    columns = await sealed(ReplyRow(ADA, "bare", "room"), vault)
    assert (columns["body"], columns["before"], vault.keys) == (None, None, {})
    assert await reopened(ReplyRow, vault, columns) == (ReplyRow(ADA, "bare", "room"),)


async def test_an_empty_column_beside_a_full_one_stays_empty() -> None:
    vault = FakeVault()
    row = replace(ROW, before="")
    columns = await sealed(row, vault)
    assert columns["before"] is None
    assert await reopened(ReplyRow, vault, columns) == (row,)


# -- what words are bound to -------------------------------------------------------------------


async def test_words_open_in_their_own_row_only() -> None:
    vault = FakeVault()
    columns = await sealed(ROW, vault)
    assert await reopened(ReplyRow, vault, columns | {"key": "two"}) == ()
    assert await reopened(ReplyRow, vault, columns) == (ROW,)


async def test_words_open_in_their_own_column_only() -> None:
    vault = FakeVault()
    columns = await sealed(ROW, vault)
    swapped = {"body": columns["before"], "before": columns["body"]}
    assert await reopened(ReplyRow, vault, columns | swapped) == ()


async def test_words_open_in_their_own_table_only() -> None:
    vault = FakeVault()
    columns = await sealed(OutboxRow(ADA, "one", AT, body=SECRET), vault)
    moved = await sealed(PostRow(ADA, "one", at=AT, body="other"), vault)
    assert await reopened(PostRow, vault, moved | {"body": columns["body"]}) == ()


async def test_words_open_for_their_own_owner_only() -> None:
    vault = FakeVault()
    columns = await sealed(ROW, vault)
    await vault.key(BOB)
    assert await reopened(ReplyRow, vault, columns | {"owner": BOB}) == ()


async def test_words_open_for_their_own_owner_even_under_the_same_secret() -> None:
    vault = FakeVault()
    columns = await sealed(ROW, vault)
    vault.keys[BOB] = DataKey(BOB, vault.keys[ADA].secret)
    assert await reopened(ReplyRow, vault, columns | {"owner": BOB}) == ()


@given(st.integers(0, 1000), st.integers(1, 255))
async def test_words_with_one_byte_changed_are_not_given(place: int, change: int) -> None:
    vault = FakeVault()
    columns = await sealed(ROW, vault)
    damaged = bytearray(columns["body"])
    damaged[place % len(damaged)] ^= change
    assert await reopened(ReplyRow, vault, columns | {"body": bytes(damaged)}) == ()


@pytest.mark.parametrize("cut", [b"", b"short", b"x" * 12])
async def test_words_cut_short_are_not_given(cut: bytes) -> None:
    vault = FakeVault()
    columns = await sealed(ROW, vault)
    assert await reopened(ReplyRow, vault, columns | {"body": cut}) == ()


# -- rows that cannot be read ------------------------------------------------------------------


async def test_a_row_is_left_out_whole_when_one_of_its_columns_cannot_be_read() -> None:
    vault = FakeVault()
    row = AskRow(ADA, "one", body=SECRET, shown="shown")
    columns = await sealed(row, vault)
    assert await reopened(AskRow, vault, columns | {"shown": columns["body"]}) == ()


async def test_rows_that_can_be_read_are_given_beside_those_that_cannot() -> None:
    vault = FakeVault()
    rows = [replace(ROW, owner=owner, key=key) for owner in (ADA, BOB) for key in ("a", "b")]
    records = [await sealed(row, vault) for row in rows]
    await vault.destroy(ADA)
    bare = await sealed(ReplyRow(ADA, "bare"), vault)
    assert await opened(ReplyRow, [*records, bare], vault) == (*rows[2:], ReplyRow(ADA, "bare"))


async def test_reading_makes_no_key() -> None:
    vault = FakeVault()
    columns = await sealed(ROW, FakeVault())
    assert await reopened(ReplyRow, vault, columns) == ()
    assert vault.keys == {}


# -- keys asked for once -----------------------------------------------------------------------


@dataclass
class CountedVault(FakeVault):
    """A vault that counts how often it is asked."""

    keys: dict[Owner, DataKey] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def key(self, owner: Owner) -> DataKey:
        self.asked.append(f"key {owner}")
        return await super().key(owner)

    async def existing_key(self, owner: Owner) -> DataKey | None:
        self.asked.append(f"existing {owner}")
        return await super().existing_key(owner)


async def test_each_key_is_asked_for_once() -> None:
    vault = CountedVault()
    keys = RememberedKeys(vault)
    row = replace(ROW, before="")
    records = [await sealed(each, keys) for each in (row, row, replace(row, owner=BOB))]
    assert len(await opened(ReplyRow, records, keys)) == 3
    assert vault.asked == ["key ada", "key bob"]


async def test_that_there_is_no_key_is_not_remembered() -> None:
    vault = CountedVault()
    keys = RememberedKeys(vault)
    assert await keys.existing_key(ADA) is None
    made = await keys.key(ADA)
    assert [await keys.existing_key(ADA), await keys.existing_key(ADA)] == [made, made]
    assert vault.asked == ["existing ada", "key ada"]


async def test_many_rows_of_one_owner_ask_for_its_key_once() -> None:
    vault = CountedVault()
    records = [await sealed(replace(ROW, key=key), vault) for key in "abc"]
    vault.asked.clear()
    assert len(await opened(ReplyRow, records, vault)) == 3
    assert vault.asked == ["existing ada"]


async def test_rows_without_words_ask_for_no_key() -> None:
    vault = CountedVault()
    columns = await sealed(ScopeRow(ADA, level=2), vault)
    assert await reopened(ScopeRow, vault, columns) == (ScopeRow(ADA, level=2),)
    assert vault.asked == []
