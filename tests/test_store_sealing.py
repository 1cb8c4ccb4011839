"""What reaches a column: all of a row sealed, under names that only its owner's key makes."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from threading import get_ident
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import VaultError
from bot.records import (
    KINDS,
    AskRow,
    MemoryRow,
    Owner,
    ReplyRow,
    Row,
    ScopeRow,
    ThreadRow,
    Words,
)
from bot.store.sealing import (
    MANY,
    RememberedKeys,
    key_of,
    opened,
    opened_aside,
    sealed,
    sealed_words,
    words_of,
)
from bot.vault import DataKey
from tests.fakes import FakeVault

ADA, BOB = Owner("ada"), Owner("bob")
AT = datetime(2026, 11, 23, 14, 37, 5, 123456, tzinfo=UTC)
SECRET = "the heron sleeps at noon"
KEY, OTHER = DataKey(ADA, b"a" * 32), DataKey(BOB, b"b" * 32)
ROW = ReplyRow(ADA, "one", "room", AT, body=SECRET, before="and wakes at six")
TEXTS = (str, Words, Owner)


def with_words(kind: type[Row]) -> Row:
    words: dict[str, Any] = {f.name: SECRET for f in fields(kind)[1:] if f.type in TEXTS}
    return kind(ADA, **words)


def reopened(kind: type[Row], columns: dict[str, Any]) -> tuple[Row, ...]:
    return opened(kind, [columns], {KEY.alias: KEY, OTHER.alias: OTHER})


@pytest.mark.parametrize("row", [ThreadRow(ADA, "t", AT), MemoryRow(ADA, "m", AT, open_in="r")])
def test_a_line_that_was_kept_with_a_mark_of_its_own_that_it_is_open_is_read(row: Row) -> None:
    older = {**json.loads(words_of(row)), "is_open": True}  # an import set it, and no room
    assert reopened(type(row), sealed_words(row, json.dumps(older), KEY)) == (row,)


@pytest.mark.parametrize("kind", KINDS)
def test_no_column_holds_a_text_of_a_row_nor_its_owner(kind: type[Row]) -> None:
    columns = sealed(with_words(kind), KEY)
    everything = repr(columns).encode() + columns["sealed"]
    assert re.findall(rb"heron|sleeps|noon|'ada'", everything) == []
    assert columns.keys() == {"owner", "kind", "key", "at", "sealed"}


@given(st.text(), st.text(), st.text(max_size=20), st.booleans())
def test_a_row_comes_back_as_it_was(body: str, before: str, key: str, by_emoji: bool) -> None:
    row = replace(ROW, key=key, body=body, before=before, by_emoji=by_emoji)
    assert reopened(ReplyRow, sealed(row, KEY)) == (row,)


def test_the_same_row_is_never_the_same_bytes_and_always_in_the_same_place() -> None:
    made = [sealed(ROW, KEY) for _ in range(10)]
    assert len({one["sealed"] for one in made}) == 10
    assert len({(one["owner"], one["key"]) for one in made}) == 1


def test_of_a_moment_only_the_hour_stands_outside() -> None:
    assert sealed(ROW, KEY)["at"] == AT.replace(minute=0, second=0, microsecond=0)
    assert sealed(ScopeRow(ADA), KEY)["at"] is None


def test_names_of_owner_and_row_are_others_under_another_key() -> None:
    again = DataKey(ADA, b"c" * 32)
    assert again.alias != KEY.alias
    assert key_of(ReplyRow, "one", again) != key_of(ReplyRow, "one", KEY)
    assert key_of(AskRow, "one", KEY) != key_of(ReplyRow, "one", KEY)


@pytest.mark.parametrize("name", ["owner", "key", "sealed"])
def test_a_row_opens_in_its_own_place_only(name: str) -> None:
    columns = sealed(ROW, KEY)
    elsewhere = sealed(replace(ROW, owner=BOB, key="two"), OTHER)
    assert reopened(ReplyRow, columns | {name: elsewhere[name]}) == ()
    assert reopened(AskRow, columns) == ()


def test_a_row_opens_for_its_own_owner_even_under_the_same_secret() -> None:
    twin = DataKey(BOB, KEY.secret)
    assert opened(ReplyRow, [sealed(ROW, KEY)], {KEY.alias: twin}) == ()


@given(st.integers(0, 1000), st.integers(1, 255))
def test_a_row_with_one_byte_changed_is_not_given(place: int, change: int) -> None:
    columns = sealed(ROW, KEY)
    damaged = bytearray(columns["sealed"])
    damaged[place % len(damaged)] ^= change
    assert reopened(ReplyRow, columns | {"sealed": bytes(damaged)}) == ()


@pytest.mark.parametrize("cut", [b"", b"short", b"x" * 12])
def test_a_row_cut_short_is_not_given(cut: bytes) -> None:
    assert reopened(ReplyRow, sealed(ROW, KEY) | {"sealed": cut}) == ()


def test_rows_come_by_key_without_those_that_nobody_can_read() -> None:
    rows = [replace(ROW, owner=key.owner, key=name) for key in (KEY, OTHER) for name in "ba"]
    records = [sealed(row, KEY if row.owner == ADA else OTHER) for row in rows]
    assert opened(ReplyRow, records, {KEY.alias: KEY}) == (rows[1], rows[0])


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

    async def called(self, aliases: Collection[str]) -> tuple[DataKey, ...]:
        self.asked.append(f"called {len(aliases)}")
        return await super().called(aliases)


async def test_each_key_is_asked_for_once() -> None:
    vault = CountedVault()
    keys = RememberedKeys(vault)
    for owner in (ADA, BOB, ADA, BOB):
        await keys.key(owner)
        await keys.existing_key(owner)
    assert vault.asked == ["key ada", "key bob"]


async def test_that_there_is_no_key_is_not_remembered() -> None:
    vault = CountedVault()
    keys = RememberedKeys(vault)
    assert await keys.existing_key(ADA) is None
    made = await keys.key(ADA)
    assert [await keys.existing_key(ADA), await keys.existing_key(ADA)] == [made, made]
    assert vault.asked == ["existing ada", "key ada"]


async def test_many_keys_are_asked_for_at_once() -> None:
    vault = CountedVault(keys={ADA: KEY, BOB: OTHER})
    keys = RememberedKeys(vault)
    assert await keys.called({KEY.alias, OTHER.alias, "gone"}) == {
        KEY.alias: KEY,
        OTHER.alias: OTHER,
    }
    assert await keys.existing_key(ADA) == KEY
    assert vault.asked == ["called 3"]


class Noting:
    """A key that notes in which thread it opens, and opens nothing."""

    alias = "ada"

    def __init__(self) -> None:
        self.threads: set[int] = set()

    def open(self, _place: str, _sealed: bytes) -> str:
        self.threads.add(get_ident())
        raise VaultError


@pytest.mark.parametrize(("count", "is_here"), [(MANY, True), (MANY + 1, False)])
async def test_many_rows_are_opened_in_a_thread_and_few_are_not(count: int, is_here: bool) -> None:
    key, one = Noting(), {"owner": "ada", "key": "k", "sealed": b""}
    keys: dict[str, Any] = {"ada": key}
    assert await opened_aside(ScopeRow, [one] * count, keys) == ()
    assert (key.threads == {get_ident()}) is is_here
