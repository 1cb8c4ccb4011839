"""A database of an earlier release, brought to this one: all of it moves, and nothing stays."""

import hashlib
import hmac
import json
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from bot.records import (
    HOUSE,
    EpisodeRow,
    NoteRow,
    Owner,
    PersonRow,
    RepairRow,
    ReplyRow,
    ScopeRow,
    StyleRow,
)
from bot.store.database import PostgresDatabase, with_connection
from bot.store.migrate import SCRIPTS, migrate, state
from bot.store.moving import is_there
from bot.store.store import SqlStore, open_store
from tests.fakes import FakeVault

ADA = Owner("ada")
BEA = "console:bea"
DAY = bytes(range(32))
SECRET = "the heron sleeps at noon"
NOON = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
AT = int(NOON.timestamp()) * 1_000_000 + 123456
ENTRY = (
    "INSERT INTO ledger (number, subject, state, level, purposes, policy, at, expires_at, message) "
    "VALUES (7, :subject, 'given', 2, 'answering', 'v1', :at, :at, 'eventhash')"
)


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Gives a database as the release before kept it, empty."""
    if request.param == "postgres":
        made: str = request.getfixturevalue("postgres_url")
    else:
        made = f"sqlite:///{tmp_path / 'attune.db'}"
    older = tmp_path / "older"
    shutil.copytree(SCRIPTS, older, ignore=shutil.ignore_patterns("__pycache__", "0009*", "001*"))
    migrate(made, tmp_path, older)
    return made


def kept_by_it(connection: Connection, vault: FakeVault) -> None:
    """Keeps what that release would have kept, in its own form."""
    key, house = vault.keys[ADA], vault.keys[HOUSE]

    def insert(table: str, **values: Any) -> None:
        names, places = ", ".join(values), ", ".join(f":{name}" for name in values)
        query = f"INSERT INTO {table} ({names}) VALUES ({places})"
        connection.execute(text(query), values)

    of_ada = {"owner": ADA, "key": ""}
    insert("scope", **of_ada, state="given", level=2, policy="v1", given_at=AT,
           conversation="", frozen_above=3, epoch=4)  # fmt: skip
    insert("person", **of_ada, under_18=True, minute_count=0, day_tokens=9)
    insert("style", owner=ADA, key="length", value="shorter")
    insert("repair", owner=ADA, key="r:01", at=AT, kind="cold", seconds=1.5, again=False)
    body = key.seal("reply|body|r", SECRET)
    insert("reply", owner=ADA, key="r", room="room", at=AT, turn=1, repairs=0, rupture="",
           by_emoji=True, body=body)  # fmt: skip
    insert("note", owner=HOUSE, key="read to", body=house.seal("note|body|read to", "t7"))
    insert("note", owner=HOUSE, key="author", at=AT, body=house.seal("note|body|author", "8"))
    report = key.seal("note|body|report", '{"by": "personhash", "about": "8"}')
    insert("note", owner=ADA, key="report", at=AT, body=report)
    insert("episode", owner="hash", key="", at=AT, referred=3, declined=0, turns=0)
    day = house.seal("episodekey|body|2026-11-23", DAY.hex())
    insert("episodekey", owner=HOUSE, key="2026-11-23", at=AT, body=day)
    of_day = hmac.new(DAY, vault.tag("person", BEA).encode(), hashlib.sha256).hexdigest()
    insert("episode", owner=of_day, key="", at=AT, started_at=AT, referred=3, declined=0, turns=1)
    place = vault.keys[ADA].seal("place|body|scope", json.dumps({"space": "dm", "person": BEA}))
    insert("place", owner=ADA, key="scope", space="dm", at=AT, body=place)
    insert("outbox", owner="gone", key="lost", place=0, body=b"sealed under what is destroyed")
    insert("seen", tag="eventhash", at=AT)
    connection.execute(text(ENTRY), {"subject": key.tag("consent"), "at": AT})


@pytest.fixture
async def store(url: str, tmp_path: Path) -> AsyncIterator[SqlStore]:
    vault = FakeVault()
    for owner in (ADA, HOUSE):
        await vault.key(owner)
    with_connection(url, lambda made: kept_by_it(made, vault), writes=True)
    migrate(url, tmp_path)
    opened = await open_store(url, vault, tmp_path)
    yield opened
    await opened.close()


async def test_every_row_that_can_be_read_is_there_as_it_was(store: SqlStore) -> None:
    assert await store.sweep(ScopeRow) == (
        ScopeRow(ADA, state="given", level=2, policy="v1", given_at=NOON, epoch=4),
    )
    assert await store.sweep(PersonRow) == (PersonRow(ADA, under_18=True, day_tokens=9),)
    assert await store.sweep(StyleRow) == (StyleRow(ADA, "length", "shorter"),)
    assert await store.sweep(RepairRow) == (
        RepairRow(ADA, "r:01", at=NOON, kind="cold", seconds=1.5),
    )
    reply = ReplyRow(ADA, "r", room="room", at=NOON, turn=1, by_emoji=True, body=SECRET)
    assert await store.sweep(ReplyRow) == (reply,)
    assert await store.sweep(NoteRow) == (NoteRow(HOUSE, "read to", body="t7"),)


async def test_a_life_at_risk_is_known_through_the_upgrade(store: SqlStore) -> None:
    vault = store._vault
    owner, by = Owner(vault.tag("episode", BEA)), Owner(vault.tag("person", BEA))
    assert await store.sweep(EpisodeRow) == (
        EpisodeRow(owner, at=NOON, started_at=NOON, referred=3, turns=1, person=by),
    )


async def test_nothing_stays_where_it_was(store: SqlStore, url: str) -> None:
    assert not await store._database.reading(is_there, "look")
    assert with_connection(url, _counts, writes=False) == [0, 0]


def _counts(connection: Connection) -> list[int]:
    tables = ("seen", "episodekey")
    return [connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0 for table in tables]


async def test_an_entry_of_the_ledger_keeps_all_but_what_could_link_it(store: SqlStore) -> None:
    subject = (await store._vault.key(ADA)).tag("consent")
    ((number, entry),) = await store.reading(lambda unit: unit.ledger(subject))
    hour = NOON.replace(minute=0, second=0, microsecond=0)
    assert (number, entry.state, entry.level, entry.policy) == (7, "given", 2, "v1")
    assert (entry.at, entry.expires_at, entry.message) == (hour, hour, "")


def files(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern))


async def test_no_owner_and_no_event_stands_in_any_file_but_the_copy(
    store: SqlStore, tmp_path: Path
) -> None:
    own = [file for file in files(tmp_path, "attune.db*") if ".before-" not in file.name]
    found = b"".join(file.read_bytes() for file in own)
    assert not [word for word in (b"eventhash", b"shorter", b"cold", b"given\x00") if word in found]


async def test_the_copy_of_before_goes_with_an_erase(store: SqlStore, tmp_path: Path) -> None:
    if isinstance(store._database, PostgresDatabase):
        return  # of that no copy is made
    (copy,) = files(tmp_path, "*.before-0010")
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT value FROM style").fetchall() == [("shorter",)]
    await store.forget_copies(datetime(2100, 1, 1, tzinfo=UTC))
    assert files(tmp_path, "*.before-*") == []


async def test_a_database_is_moved_once(store: SqlStore, url: str) -> None:
    again = await open_store(url, store._vault)
    assert len(await again.sweep(StyleRow)) == 1
    assert state(url)
    await again.close()
