"""Seals rows for a database and opens them again: all under keys that an erase destroys."""

import json
from collections.abc import Collection, Sequence
from dataclasses import MISSING, fields
from datetime import datetime
from typing import Any, Protocol, TypeVar, get_args

import structlog

from bot.errors import VaultError
from bot.ids import EventId
from bot.ports import Key, Wanted
from bot.records import Owner, Row, hour, name_of, sealed_columns
from bot.tasks import LONG, aside

CHANGED = "a row does not open under its key: it was changed or moved, and is left out"

log = structlog.get_logger()
R = TypeVar("R", bound=Row)
Record = dict[str, Any]
MANY = 200  # rows: to open more takes several milliseconds


class Keys(Protocol):
    """A source of data keys."""

    async def key(self, owner: Owner) -> Key:
        """Gives the owner's data key, and makes one if there is none."""

    async def existing_key(self, owner: Owner) -> Key | None:
        """Gives the owner's data key, or None."""

    async def existing_keys(self, owners: Collection[Owner]) -> tuple[Key, ...]:
        """Gives the data keys of those owners that have one."""

    def likely(self, owners: Collection[Owner]) -> tuple[Key, ...]:
        """Gives the keys that these owners had last, where that must be asked again."""

    async def called(self, aliases: Collection[str]) -> tuple[Key, ...]:
        """Gives the data keys of the owners with these aliases."""


class RememberedKeys:
    """A cache of a vault's keys, for no longer than one unit of work."""

    def __init__(self, vault: Keys) -> None:
        self._vault = vault
        self._keys: dict[Owner, Key] = {}

    async def key(self, owner: Owner) -> Key:
        """Gives the owner's data key, and makes one if there is none."""
        if owner not in self._keys:
            self._keys[owner] = await self._vault.key(owner)
        return self._keys[owner]

    async def existing_key(self, owner: Owner) -> Key | None:
        """Gives the owner's data key, or None, which is not cached."""
        if owner not in self._keys:
            found = await self._vault.existing_key(owner)
            if found is None:
                return None
            self._keys[owner] = found
        return self._keys[owner]

    async def existing_keys(self, owners: Collection[Owner]) -> dict[Owner, Key]:
        """Gives the data keys of those owners that have one, by owner."""
        unknown = set(owners) - self._keys.keys()
        found = await self._vault.existing_keys(unknown) if unknown else ()
        self._keys.update((key.owner, key) for key in found)
        return {owner: self._keys[owner] for owner in owners if owner in self._keys}

    def likely(self, owners: Collection[Owner]) -> dict[Owner, Key]:
        """Gives, unasked, the keys that these owners probably have; none where all are known."""
        if self._keys.keys() >= set(owners):
            return {}
        found = {key.owner: key for key in self._vault.likely(owners)}
        return {**found, **{owner: self._keys[owner] for owner in owners if owner in self._keys}}

    async def called(self, aliases: Collection[str]) -> dict[str, Key]:
        """Gives the data keys of the owners with these aliases, by alias."""
        found = await self._vault.called(aliases) if aliases else ()
        self._keys.update((key.owner, key) for key in found)
        return {key.alias: key for key in found}


def key_of(kind: type[Row], key: str, under: Key) -> str:
    """Gives a row's name in the database: a hash that only its owner's key can make."""
    return under.tag(f"key|{name_of(kind)}|{key}")


def sealed(row: Row, under: Key) -> Record:
    """Gives a row in the form that the database holds."""
    return sealed_words(row, words_of(row), under)


def words_of(row: Row) -> str:
    """Gives what is sealed of a row: all but whose it is."""
    return json.dumps({"key": row.key, **_changed(row)}, default=datetime.isoformat)


def sealed_words(row: Row, words: str, under: Key) -> Record:
    """Gives a row in the form that the database holds, under that key, from what is sealed."""
    kind = type(row)
    key = key_of(kind, row.key, under)
    return {
        "owner": under.alias,
        "kind": name_of(kind),
        "key": key,
        "at": hour(at) if (at := getattr(row, "at", None)) is not None else None,
        "sealed": under.seal(f"kept|{name_of(kind)}|{key}", words),
    }


def _changed(row: Row) -> dict[str, Any]:
    """Gives the fields that differ from a new row's; a later release may add fields."""
    found = {item: getattr(row, item.name) for item in fields(row)[2:]}
    return {
        item.name: value
        for item, value in found.items()
        if item.default is MISSING or value != item.default
    }


def opened(kind: type[R], records: Sequence[Record], keys: dict[str, Key]) -> tuple[R, ...]:
    """Gives the readable rows by key and owner; those with a destroyed key are left out."""
    rows = (_opened(kind, one, keys.get(one["owner"])) for one in records)
    return tuple(sorted((row for row in rows if row is not None), key=_place))


async def opened_aside(
    kind: type[R], records: Sequence[Record], keys: dict[str, Key]
) -> tuple[R, ...]:
    """Gives the same; many are opened in a thread, and everything else goes on meanwhile."""
    return await aside(len(records) * LONG // MANY, opened, kind, records, keys)


def _place(row: Row) -> tuple[str, str]:
    return row.key, row.owner


def _opened(kind: type[R], record: Record, under: Key | None) -> R | None:
    if under is None:
        return None
    try:
        words = under.open(f"kept|{name_of(kind)}|{record['key']}", record["sealed"])
    except VaultError:
        log.error(CHANGED, kind=name_of(kind))
        return None
    raw = json.loads(words)
    known = {item.name: item.type for item in fields(kind)[1:]}
    return kind(
        under.owner, **{name: _typed(known[name], raw[name]) for name in known if name in raw}
    )


def _typed(kind: Any, value: Any) -> Any:
    is_moment = kind is datetime or datetime in get_args(kind)
    return datetime.fromisoformat(value) if is_moment and value is not None else value


def tag_of(event: EventId, key: Key) -> str:
    """Gives what a claim of an event is called in the database."""
    return key.tag(f"event|{event}")


def place_of(wanted: Wanted, under: Key) -> tuple[str, str, str | None]:
    """Gives where a row stands in the database: whose, of which kind, under which name."""
    kind, _, key = wanted
    return under.alias, name_of(kind), None if key is None else key_of(kind, key, under)


def check_searchable(kind: type[Row], equal: Collection[str]) -> None:
    """Raises ValueError where one of the named columns is sealed."""
    if not sealed_columns(kind).isdisjoint(equal):
        raise ValueError("A sealed column cannot be searched.")


def having(rows: tuple[R, ...], equal: dict[str, str | int]) -> tuple[R, ...]:
    """Gives the rows with these field values; in a database sealed fields cannot be compared."""
    return tuple(
        row for row in rows if all(getattr(row, name) == value for name, value in equal.items())
    )
