"""Moves the rows of an earlier release, which had a table for each kind, under their owners' keys.

In that release owners had names that outlive an erase, and all but words stood in clear.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, get_args

from sqlalchemy import Connection, delete, exists, inspect, or_, select, text
from sqlalchemy import table as _old
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import VaultError
from bot.ports import Key, Vault
from bot.records import HOUSE, KINDS, EpisodeRow, NoteRow, Owner, PlaceRow, Row, name_of
from bot.store.alchemy import AlchemySession
from bot.store.sealing import RememberedKeys
from bot.store.unit import SqlUnit

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DIRECT = "discord direct"  # owned a list of direct messages, which places tell as well
_REPORT = '{"by"'  # with who reported
_KEYS = "episodekey"  # of a day's episodes, which lasted a day


async def is_there(connection: AsyncConnection) -> bool:
    """Returns whether rows of an earlier release are still in their old tables."""
    tables = tuple(await connection.run_sync(_tables))
    return bool(tables) and bool(await connection.scalar(text(_any_of(tables))))


@cache
def _any_of(tables: tuple[str, ...]) -> str:
    """Gives one question for all of them: asked one by one they are most of a start."""
    return str(select(or_(*(exists().select_from(_old(table)) for table in tables))))


async def moved(connection: AsyncConnection, vault: Vault) -> None:
    """Moves every readable row, and deletes the old ones."""
    unit, keys = SqlUnit(AlchemySession(connection), vault), RememberedKeys(vault)
    kinds = {name_of(kind): kind for kind in KINDS}
    for lasting in await _lasting(connection, vault, keys):
        await unit.put(lasting)
    for table in await connection.run_sync(_tables):
        if table in kinds:
            for row in await _rows(kinds[table], await _kept(connection, table), keys):
                await unit.put(row)
            await unit.flush()
        await connection.execute(delete(_old(table)))


async def _kept(connection: AsyncConnection, table: str) -> list[dict[str, Any]]:
    records = await connection.execute(select(text("*")).select_from(_old(table)))
    return [dict(record) for record in records.mappings()]


async def _lasting(
    connection: AsyncConnection, vault: Vault, keys: RememberedKeys
) -> list[EpisodeRow]:
    """Gives each episode under a day's key as its person's own, as it may last over an upgrade."""
    if not {_KEYS, "episode", "place"} <= set(await connection.run_sync(_tables)):
        return []
    days = _days(await _kept(connection, _KEYS), await keys.existing_key(HOUSE))
    places = await _rows(PlaceRow, await _kept(connection, "place"), keys)
    people = {
        json.loads(one.body)["person"] for one in places if isinstance(one, PlaceRow) and one.body
    }
    owners = {person: Owner(vault.tag("person", person)) for person in people}
    whose = {_under(day, by): person for person, by in owners.items() for day in days}
    rows = [_row(EpisodeRow, one, None) for one in await _kept(connection, "episode")]
    return [
        replace(row, owner=Owner(vault.tag("episode", person)), person=owners[person])
        for row in rows
        if isinstance(row, EpisodeRow) and (person := whose.get(row.owner)) is not None
    ]


def _under(day: bytes, by: Owner) -> Owner:
    return Owner(hmac.new(day, by.encode(), hashlib.sha256).hexdigest())


def _days(records: Iterable[dict[str, Any]], house: Key | None) -> list[bytes]:
    """Gives the keys of the days whose episodes may still last."""
    bodies = [_words(f"{_KEYS}|body|{one['key']}", one["body"], house) for one in records]
    return [bytes.fromhex(body) for body in bodies if body is not None]


def _tables(connection: Connection) -> list[str]:
    known = {*map(name_of, KINDS), _KEYS}
    return sorted(known & set(inspect(connection).get_table_names()))


async def _rows(kind: type[Row], records: Iterable[Any], keys: RememberedKeys) -> list[Row]:
    found = []
    for record in records:
        owner = Owner(record["owner"])
        key = await keys.existing_key(owner)
        row = _row(kind, dict(record), key)
        if row is not None and not _is_left(row):
            found.append(row)
    return found


def _is_left(row: Row) -> bool:
    """Returns whether a row names a person under a key that outlives them, and may be dropped."""
    if isinstance(row, NoteRow):
        is_houses = row.owner in (_DIRECT, HOUSE) and row.at is not None
        return is_houses or row.body.startswith(_REPORT)
    return isinstance(row, EpisodeRow)


def _row(kind: type[Row], record: dict[str, Any], key: Key | None) -> Row | None:
    values = {}
    for item in fields(kind):
        value = record.get(item.name)
        if isinstance(value, bytes):
            value = _words(f"{name_of(kind)}|{item.name}|{record['key']}", value, key)
            if value is None:
                return None
        if value is not None:
            values[item.name] = _typed(item.type, value)
    return kind(**values)


def _words(place: str, kept: bytes, key: Key | None) -> str | None:
    try:
        return key.open(place, kept) if key is not None else None
    except VaultError:
        return None


def _typed(kind: Any, value: Any) -> Any:
    if kind is datetime or datetime in get_args(kind):
        return _EPOCH + timedelta(microseconds=value)
    return bool(value) if kind is bool else value
