"""Between a row and its columns: words are sealed on the way in and opened on the way out."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Protocol, TypeVar

from bot.errors import VaultError
from bot.ports import Key
from bot.rows import Owner, Row
from bot.store.tables import SEALED, TABLES

R = TypeVar("R", bound=Row)
Record = Mapping[str, Any]


class Keys(Protocol):
    """Where data keys come from."""

    async def key(self, owner: Owner) -> Key:
        """Gives the owner's data key, a new one when there is none."""

    async def existing_key(self, owner: Owner) -> Key | None:
        """Gives the owner's data key, or None."""


class RememberedKeys:
    """A vault's keys, each asked for once. Lives no longer than one unit of work."""

    def __init__(self, vault: Keys) -> None:
        self._vault = vault
        self._keys: dict[Owner, Key] = {}

    async def key(self, owner: Owner) -> Key:
        """Gives the owner's data key, a new one when there is none."""
        if owner not in self._keys:
            self._keys[owner] = await self._vault.key(owner)
        return self._keys[owner]

    async def existing_key(self, owner: Owner) -> Key | None:
        """Gives the owner's data key, or None; that there is none is not remembered."""
        if owner not in self._keys:
            found = await self._vault.existing_key(owner)
            if found is None:
                return None
            self._keys[owner] = found
        return self._keys[owner]


async def sealed(row: Row, vault: Keys) -> dict[str, Any]:
    """Gives a row's columns with its words sealed; a row without words makes no key."""
    columns = {item.name: getattr(row, item.name) for item in fields(row)}
    kind = type(row)
    words = {name: columns[name] for name in SEALED[kind] if columns[name]}
    columns |= dict.fromkeys(SEALED[kind])
    if words:
        key = await vault.key(row.owner)
        columns |= {name: key.seal(_place(kind, name, row.key), words[name]) for name in words}
    return columns


async def opened(kind: type[R], records: Sequence[Record], vault: Keys) -> tuple[R, ...]:
    """Gives the rows back, without those whose words cannot be read any more."""
    keys = await _keys(kind, records, vault)
    rows = (_opened(kind, record, keys.get(record["owner"])) for record in records)
    return tuple(row for row in rows if row is not None)


async def _keys(kind: type[Row], records: Sequence[Record], vault: Keys) -> dict[Owner, Key]:
    owners = {
        Owner(record["owner"])
        for record in records
        if any(record[name] is not None for name in SEALED[kind])
    }
    found = {owner: await vault.existing_key(owner) for owner in sorted(owners)}
    return {owner: key for owner, key in found.items() if key is not None}


def _opened(kind: type[R], record: Record, key: Key | None) -> R | None:
    columns = dict(record)
    for name in SEALED[kind]:
        words = _words(_place(kind, name, record["key"]), record[name], key)
        if words is None:
            return None
        columns[name] = words
    return kind(**columns)


def _words(place: str, kept: bytes | None, key: Key | None) -> str | None:
    if kept is None:
        return ""
    try:
        return None if key is None else key.open(place, kept)
    except VaultError:
        return None  # sealed under a key that was destroyed; the owner has a newer one since


def _place(kind: type[Row], column: str, key: str) -> str:
    return f"{TABLES[kind].name}|{column}|{key}"
