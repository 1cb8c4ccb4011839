"""One unit on one connection: what its statements name, what it remembers, what moves unread."""

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import EventId
from bot.records import LedgerRow, OutboxRow, Owner, ReplyRow, Row, ScopeRow, StyleRow
from bot.store.alchemy import AlchemySession
from bot.store.database import Database
from bot.store.hot.sqlite import SqliteSession
from bot.store.session import Session
from bot.store.unit import SqlUnit
from tests.fakes import FakeVault
from tests.ready import copied_to

T = TypeVar("T")
ADA, BOB = Owner("ada"), Owner("bob")
AT = datetime(2026, 11, 23, 14, 0, 0, 123456, tzinfo=UTC)
SECRET = "the heron sleeps at noon"
WORDS = OutboxRow(ADA, "one", AT, 1, SECRET)
ENTRY = LedgerRow("subject", "given", 1, "answering", "v1", AT)


class Heard(sqlite3.Connection):
    """A connection of the driver's that keeps what it is asked."""

    statements: list[str]

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        self.statements.append(" ".join(statement.split()))
        return super().execute(statement, *values)

    def executemany(self, statement: str, *values: Any) -> sqlite3.Cursor:
        self.statements.append(" ".join(statement.split()))
        return super().executemany(statement, *values)


class Opened:
    """A database, its keys, and every statement that a unit runs on it, by either session."""

    def __init__(self, file: Path, *, is_hot: bool) -> None:
        self.file, self.is_hot = file, is_hot
        self.vault = FakeVault()
        self.database = Database(f"sqlite:///{file}")
        self.statements: list[str] = []

    async def unit(self, work: Callable[[SqlUnit], Awaitable[T]]) -> T:
        """Runs the work in one unit, and keeps the statements of that unit."""
        return await (self._on_the_driver(work) if self.is_hot else self._on_alchemy(work))

    async def _on_alchemy(self, work: Callable[[SqlUnit], Awaitable[T]]) -> T:
        async def listened(connection: AsyncConnection) -> T:
            self.statements = []
            event.listen(connection.sync_connection, "before_cursor_execute", self._seen)
            return await self._whole(AlchemySession(connection), work)

        return await self.database.writing(listened, "unit")

    async def _on_the_driver(self, work: Callable[[SqlUnit], Awaitable[T]]) -> T:
        with ThreadPoolExecutor(1) as threads, closing(self._connected()) as connection:
            connection.execute("BEGIN")
            self.statements = connection.statements = []
            result = await self._whole(SqliteSession(connection, threads, ()), work)
            super(Heard, connection).execute("COMMIT")
            return result

    def _connected(self) -> Heard:
        made = sqlite3.connect(
            self.file, isolation_level=None, check_same_thread=False, factory=Heard
        )
        made.statements = []
        return made

    async def _whole(self, session: Session, work: Callable[[SqlUnit], Awaitable[T]]) -> T:
        result = await work(unit := SqlUnit(session, self.vault))
        await unit.flush()
        return result

    async def put(self, *rows: Row) -> None:
        async def work(unit: SqlUnit) -> None:
            for row in rows:
                await unit.put(row)

        await self.unit(work)

    def raw(self, statement: str) -> list[Any]:
        """Runs a statement behind the program's back."""
        with closing(sqlite3.connect(self.file, isolation_level=None)) as connection:
            return connection.execute(statement).fetchall()

    def _seen(self, _connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        self.statements.append(
            " ".join(statement.split()).replace("kept.", "").replace("ledger.", "")
        )


@pytest.fixture(params=["driver", "sqlalchemy"])
async def db(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Opened]:
    file = tmp_path / "attune.db"
    copied_to(file)
    opened = Opened(file, is_hot=request.param == "driver")
    yield opened
    await opened.database.close()


# -- every query names its owner ---------------------------------------------------------------


QUERIES: dict[str, Callable[[SqlUnit], Awaitable[object]]] = {
    "get": lambda unit: unit.get(OutboxRow, ADA, "one"),
    "find": lambda unit: unit.find(OutboxRow, ADA, place=1),
    "read ahead": lambda unit: unit.read_ahead((OutboxRow, ADA, None), (ScopeRow, ADA, "")),
    "drop": lambda unit: unit.drop(OutboxRow, ADA),
    "drop one": lambda unit: unit.drop(OutboxRow, ADA, "one"),
}


@pytest.mark.parametrize("name", QUERIES)
async def test_a_query_names_its_owner(db: Opened, name: str) -> None:
    await db.vault.key(ADA)
    await db.unit(QUERIES[name])
    assert len(db.statements) == 1
    assert "WHERE owner = ?" in db.statements[0].replace("(", "")


@pytest.mark.parametrize("name", QUERIES)
async def test_where_an_owner_has_no_key_nothing_is_asked(db: Opened, name: str) -> None:
    await db.unit(QUERIES[name])
    assert db.statements == []


async def test_what_was_read_ahead_is_asked_for_without_a_statement(db: Opened) -> None:
    other = replace(WORDS, key="two")
    await db.put(WORDS, other, ScopeRow(ADA), ScopeRow(BOB))

    async def work(unit: SqlUnit) -> list[object]:
        await unit.read_ahead((OutboxRow, ADA, None), (ScopeRow, BOB, ""), (StyleRow, BOB, None))
        found = [await unit.find(OutboxRow, ADA), await unit.get(OutboxRow, ADA, "two")]
        return [*found, await unit.get(ScopeRow, BOB), await unit.find(StyleRow, BOB)]

    assert await db.unit(work) == [(WORDS, other), other, ScopeRow(BOB), ()]
    assert len(db.statements) == 1


async def test_what_is_put_together_is_written_in_one_statement(db: Opened) -> None:
    await db.put(WORDS, replace(WORDS, key="two"), ScopeRow(ADA), ScopeRow(BOB))
    assert len(db.statements) == 1


async def test_only_a_sweep_names_no_owner(db: Opened) -> None:
    await db.unit(lambda unit: unit.sweep(OutboxRow, place=1))
    assert [each.split("WHERE ")[1] for each in db.statements] == ["kind = ?"]


async def test_the_ledger_is_read_by_subject_only(db: Opened) -> None:
    await db.unit(lambda unit: unit.ledger("subject"))
    assert [each.split("WHERE ")[1] for each in db.statements] == ["subject = ? ORDER BY number"]


async def test_no_value_is_ever_written_into_a_statement(db: Opened) -> None:
    odd = Owner("x'; DROP TABLE outbox; --")
    row = replace(WORDS, owner=odd, key="k'--")

    async def work(unit: SqlUnit) -> OutboxRow | None:
        await unit.put(row)
        await unit.drop(OutboxRow, ADA, "nothing")  # what was put is read again after this
        return await unit.get(OutboxRow, odd, "k'--")

    assert await db.unit(work) == row
    assert [each for each in db.statements if "DROP" in each or "k'" in each] == []


# -- what the file holds -----------------------------------------------------------------------


async def test_a_row_in_the_file_is_sealed_whole_under_names_of_its_key(db: Opened) -> None:
    await db.put(WORDS)
    [(owner, key, at, body)] = db.raw("SELECT owner, key, at, sealed FROM kept")
    under = db.vault.keys[ADA]
    assert (owner, key) == (under.alias, under.tag("key|outbox|one"))
    assert at == int(AT.timestamp()) // 3600 * 3600 * 1_000_000
    assert SECRET.encode() not in body
    assert SECRET in under.open(f"kept|outbox|{key}", body)


async def test_a_claimed_event_is_in_the_file_as_a_tag_of_its_scopes_key(db: Opened) -> None:
    async def claims(unit: SqlUnit) -> list[bool]:
        return [await unit.claim(ADA, EventId("e1"), AT) for _ in range(2)]

    key = await db.vault.key(ADA)
    assert await db.unit(claims) == [True, False]
    assert [tag for (tag,) in db.raw("SELECT tag FROM seen")] == [key.tag("event|e1")]


@pytest.mark.parametrize(
    "moved",
    [
        "UPDATE kept SET key = 'two' WHERE kind = 'reply'",
        "UPDATE kept SET owner = 'bob' WHERE kind = 'reply'",
        "UPDATE kept SET sealed = (SELECT sealed FROM kept WHERE kind = 'outbox')",
        "UPDATE kept SET sealed = x'00'",
    ],
)
async def test_words_that_were_moved_in_the_file_are_not_given(db: Opened, moved: str) -> None:
    reply = ReplyRow(ADA, "one", at=AT, body=SECRET, before="before")
    await db.put(reply, WORDS, replace(WORDS, owner=BOB))
    assert await db.unit(lambda unit: unit.sweep(ReplyRow)) == (reply,)
    db.raw(moved)
    assert await db.unit(lambda unit: unit.sweep(ReplyRow)) == ()


# -- what one unit remembers -------------------------------------------------------------------


async def test_a_row_is_read_once_a_unit(db: Opened) -> None:
    async def work(unit: SqlUnit) -> list[OutboxRow | None]:
        return [await unit.get(OutboxRow, ADA, key) for key in ("one", "two") * 3]

    await db.put(WORDS)
    assert await db.unit(work) == [WORDS, None] * 3
    assert len(db.statements) == 2


async def test_what_was_put_is_what_is_given(db: Opened) -> None:
    async def work(unit: SqlUnit) -> list[object]:
        none = await unit.get(OutboxRow, ADA, "one")
        await unit.put(WORDS)
        await unit.put(later)
        return [
            none,
            await unit.get(OutboxRow, ADA, "one"),
            await unit.find(OutboxRow, ADA),
            await unit.get(OutboxRow, BOB, "one"),
            await unit.get(ReplyRow, ADA, "one"),
        ]

    later = replace(WORDS, place=2)
    assert await db.unit(work) == [None, later, (later,), None, None]


@pytest.mark.parametrize("key", ["one", None])
async def test_what_was_dropped_is_not_given_any_more(db: Opened, key: str | None) -> None:
    async def work(unit: SqlUnit) -> list[object]:
        before = await unit.get(OutboxRow, ADA, "one")
        await unit.drop(OutboxRow, ADA, key)
        return [before, await unit.get(OutboxRow, ADA, "one")]

    await db.put(WORDS)
    assert await db.unit(work) == [WORDS, None]


async def test_another_unit_reads_what_another_wrote(db: Opened) -> None:
    await db.put(WORDS)
    first = await db.unit(lambda unit: unit.get(OutboxRow, ADA, "one"))
    await db.put(replace(WORDS, place=7))
    again = await db.unit(lambda unit: unit.get(OutboxRow, ADA, "one"))
    assert (first, again) == (WORDS, replace(WORDS, place=7))


# -- a destroyed key ---------------------------------------------------------------------------


async def test_words_read_before_are_not_given_once_the_key_is_destroyed(db: Opened) -> None:
    async def work(unit: SqlUnit) -> list[object]:
        before = await unit.get(OutboxRow, ADA, "one")
        await unit.erase(ADA)
        return [before, await unit.get(OutboxRow, ADA, "one"), await unit.find(OutboxRow, ADA)]

    await db.put(WORDS)
    assert await db.unit(work) == [WORDS, None, ()]


async def test_what_is_put_after_an_erase_is_under_a_new_key(db: Opened) -> None:
    async def work(unit: SqlUnit) -> tuple[str, str]:
        await unit.put(WORDS)
        before = await unit.subject(ADA, "t")
        await unit.erase(ADA)
        await unit.put(replace(WORDS, key="two"))
        return before, await unit.subject(ADA, "t")

    before, after = await db.unit(work)
    assert before != after
    assert await db.unit(lambda unit: unit.find(OutboxRow, ADA)) == (replace(WORDS, key="two"),)


async def test_destroying_one_key_leaves_every_other(db: Opened) -> None:
    bobs = replace(WORDS, owner=BOB)
    await db.put(WORDS, bobs)
    await db.unit(lambda unit: unit.erase(ADA))
    assert await db.unit(lambda unit: unit.sweep(OutboxRow)) == (bobs,)


# -- the ledger, and what is refused -----------------------------------------------------------


@pytest.mark.parametrize("change", ["DELETE FROM ledger", "UPDATE ledger SET level = 3"])
async def test_an_entry_of_the_ledger_stays_as_it_was_written(db: Opened, change: str) -> None:
    number = await db.unit(lambda unit: unit.append(ENTRY))
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        db.raw(change)
    assert await db.unit(lambda unit: unit.ledger("subject")) == ((number, ENTRY),)


async def test_a_moment_comes_back_to_the_microsecond(db: Opened) -> None:
    await db.put(ScopeRow(ADA, given_at=AT))
    found = await db.unit(lambda unit: unit.get(ScopeRow, ADA))
    assert found == ScopeRow(ADA, given_at=AT)


@pytest.mark.parametrize("equal", [{"body": SECRET}, {"place": 1, "body": SECRET}])
async def test_words_cannot_be_searched_and_are_not_repeated(
    db: Opened, equal: dict[str, Any]
) -> None:
    await db.put(WORDS)
    for work in (
        lambda unit: unit.find(OutboxRow, ADA, **equal),
        lambda unit: unit.sweep(OutboxRow, **equal),
    ):
        with pytest.raises(ValueError, match="sealed") as caught:
            await db.unit(work)
        assert SECRET not in str(caught.value)
