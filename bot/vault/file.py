"""A file of wrapped data keys, one for each scope and person, each naming its master key."""

import asyncio
from collections.abc import Collection, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import (
    Column,
    Connection,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import VaultError
from bot.records import Owner
from bot.store.database import (
    AnyDatabase,
    Database,
    PostgresDatabase,
    file_of,
    is_postgres,
    make_private,
    open_database,
    with_connection,
)
from bot.store.database.watch import FileWatch
from bot.tasks import shielded
from bot.vault.key_cache import KeyCache
from bot.vault.key_rows import BY_ALIAS, BY_OWNER, KeyRows
from bot.vault.rotation import forget_others, is_all_under
from bot.vault.sealing import CHANGED, NOT_SET, DataKey, MasterKey, hashed, opened, sealed
from bot.vault.tables import (
    CHECK,
    DATA_KEYS,
    SCHEMA,
    destroy_key,
    destroyed_aliases,
    forget_destroyed,
    make_schema,
    make_tables,
)

_NAMES = "names"  # owns the key that names are hashed with
BATCH = 200


class FileVault:
    """ports.Vault over an SQLite file that holds only wrapped keys."""

    def __init__(self, database: AnyDatabase, masters: tuple[MasterKey, ...]) -> None:
        self._database = database
        self._newest = masters[0]
        self._masters = {master.version: master for master in reversed(masters)}
        self._tagging = b""
        self._cache = KeyCache(FileWatch(database.file)) if isinstance(database, Database) else None
        self._rows: KeyRows | None = None  # where no file tells what others did
        if isinstance(database, PostgresDatabase):
            self._rows = KeyRows.of(database, self._unwrapped)

    @classmethod
    async def open(cls, keys_url: str, *masters: MasterKey) -> "FileVault":
        """Opens the keys, or makes an empty file for them. Raises VaultError for a wrong key."""
        if is_postgres(keys_url):
            await asyncio.to_thread(with_connection, keys_url, make_schema, writes=True)
        else:
            make_private(file_of(keys_url))
        vault = cls(open_database(keys_url, SCHEMA), masters)
        try:
            await vault._database.writing(vault._check, "check of the master key", _NAMES)
            # A destroy that was cut short may have left its key in the log.
            await vault._database.checkpoint()
        except BaseException:
            await vault.close()
            raise
        return vault

    def tag(self, *parts: str) -> str:
        """Gives a keyed hash of the parts, which stays the same under every master key."""
        return hashed(self._tagging, *parts)

    async def key(self, owner: Owner) -> DataKey:
        """Gives the owner's data key, and makes one if there is none."""
        found = await self.existing_key(owner)
        if found is not None:
            return found
        if self._rows is not None:
            return await self._rows.made(owner, self._wrapping)
        assert self._cache is not None
        generation = self._cache.generation
        made = await self._database.writing(partial(self._made, owner), "new data key")
        self._cache.note((made,), generation)
        return made

    async def existing_key(self, owner: Owner) -> DataKey | None:
        """Gives the owner's data key, or None if there is none or it was destroyed."""
        found = await self.existing_keys((owner,))
        return found[0] if found else None

    async def existing_keys(self, owners: Collection[Owner]) -> tuple[DataKey, ...]:
        """Gives the data keys of those owners that have one, in one query."""
        if self._rows is not None:
            return await self._rows.keys(BY_OWNER, owners)
        assert self._cache is not None
        known, unknown = self._cache.known(owners)
        if not unknown:
            return tuple(known.values())
        generation = self._cache.generation
        read = await self._every(DATA_KEYS.c.owner, unknown)
        self._cache.note(read, generation, unknown)
        return (*known.values(), *read)

    def likely(self, owners: Collection[Owner]) -> tuple[DataKey, ...]:
        """Gives the keys that these owners had last, only where each read asks for them anew."""
        return self._rows.likely(owners) if self._rows is not None else ()

    async def called(self, aliases: Collection[str]) -> tuple[DataKey, ...]:
        """Gives the data keys of the owners with these aliases, without destroyed ones."""
        if self._rows is not None:
            return await self._rows.keys(BY_ALIAS, aliases)
        return await self._every(DATA_KEYS.c.alias, aliases)

    async def _every(self, column: Column[Any], values: Collection[str]) -> tuple[DataKey, ...]:
        every, found = sorted(values), list[DataKey]()
        for start in range(0, len(every), BATCH):
            some = select(DATA_KEYS).where(column.in_(every[start : start + BATCH]))
            found += await self._database.reading(partial(self._selected, some), "data keys")
        return tuple(found)

    async def _selected(self, query: Any, connection: AsyncConnection) -> list[DataKey]:
        rows = (await connection.execute(query)).all()
        return [DataKey(Owner(row.owner), self._secret(row)) for row in rows]

    async def tidy(self) -> bool:
        """Purges destroyed keys from the files; False while somebody reads them."""
        return await self._database.checkpoint()

    async def destroy(self, owner: Owner) -> None:
        """Destroys the owner's data key: no byte of it stays in the file or its log.

        While another program reads the file, the old bytes stay until `tidy` is called again.
        """
        remembered = self._cache or self._rows
        assert remembered is not None
        remembered.forget(owner)
        try:
            await shielded(self._destroy(owner), "destroy of a data key")
        finally:
            remembered.forget(owner)  # a read that began meanwhile may have noted it

    async def destroyed(self) -> tuple[str, ...]:
        """Gives the aliases of the owners whose keys were destroyed within a day."""
        await self._database.writing(forget_destroyed, "forget destroyed keys")
        return await self._database.reading(destroyed_aliases, "destroyed keys")

    async def close(self) -> None:
        """Closes the file."""
        if self._cache is not None:
            self._cache.close()
        if self._rows is not None:
            await self._rows.close()
        await self._database.close()

    async def is_rotated(self) -> bool:
        """Says whether every key is under the newest master key, and no older one known."""
        return await self._database.reading(partial(is_all_under, self._newest.version), "rotate")

    async def rotate(self, batch: int = BATCH) -> int:
        """Wraps the data keys of older master keys under the newest, in batches; gives their count.

        Programs with both master keys run on meanwhile; afterwards the older ones open nothing.
        """
        count = 0
        while done := await self._database.writing(partial(self._rotated, batch), "rotate"):
            count += done
        await self._database.writing(partial(forget_others, self._newest.version), "rotate")
        await self._database.checkpoint()
        return count

    async def _rotated(self, batch: int, connection: AsyncConnection) -> int:
        older = DATA_KEYS.c.master_version != self._newest.version
        query = select(DATA_KEYS).where(older).limit(batch)
        rows = (await connection.execute(query)).all()
        for row in rows:
            secret = self._secret(row)
            again, version = self._wrapping(row.owner, secret)
            of = update(DATA_KEYS).where(DATA_KEYS.c.owner == row.owner)
            await connection.execute(of.values(wrapped=again, master_version=version))
        return len(rows)

    async def _check(self, connection: AsyncConnection) -> None:
        await connection.run_sync(make_tables)
        kept = (await connection.execute(select(CHECK))).all()
        if not kept and await connection.scalar(select(DATA_KEYS.c.owner).limit(1)) is not None:
            raise VaultError("The keys are damaged. Restore their file from a backup.")
        first = self._oldest(kept)
        if all(row.version != self._newest.version for row in kept):
            wrapped = sealed(self._newest.wrapping, "check|master", b"attune")
            row = {"version": self._newest.version, "wrapped": wrapped}
            await connection.execute(insert(CHECK).values(row))
        self._tagging = await self._named(connection, first)
        await self._call(connection)

    async def _call(self, connection: AsyncConnection) -> None:
        """Adds the owner's alias to every key of an earlier release."""
        older = (DATA_KEYS.c.alias.is_(None), DATA_KEYS.c.owner != _NAMES)
        for row in (await connection.execute(select(DATA_KEYS).where(*older))).all():
            alias = DataKey(Owner(row.owner), self._secret(row)).alias
            called = update(DATA_KEYS).where(DATA_KEYS.c.owner == row.owner)
            await connection.execute(called.values(alias=alias))

    def _oldest(self, kept: Sequence[Any]) -> MasterKey:
        """Gives the master key under which these keys were made, or the newest for none."""
        for row in kept:
            for master in self._masters.values():
                with suppress(VaultError):
                    opened(master.wrapping, "check|master", row.wrapped)
                    return master
        if kept:
            raise VaultError(
                "The master key is not the one these keys were made with. Set the right one."
            )
        return self._newest

    async def _named(self, connection: AsyncConnection, first: MasterKey) -> bytes:
        """Gives the key of the hashes of names, which is made once and then only rewrapped."""
        found = await self._wrapped(Owner(_NAMES), connection)
        if found is None:
            await self._keep(Owner(_NAMES), first.tagging, connection)
        return found or first.tagging

    def _unwrapped(self, place: str, wrapped: bytes, version: int) -> bytes:
        master = self._masters.get(version)
        for each in (master,) if master is not None else self._masters.values():
            with suppress(VaultError):
                return opened(each.wrapping, place, wrapped)
        raise VaultError(CHANGED if master is not None else NOT_SET)

    async def _wrapped(self, owner: Owner, connection: AsyncConnection) -> bytes | None:
        query = select(DATA_KEYS).where(DATA_KEYS.c.owner == owner)
        row = (await connection.execute(query)).first()
        return self._secret(row) if row is not None else None

    def _secret(self, row: Any) -> bytes:
        return self._unwrapped(f"keys|{row.owner}", row.wrapped, row.master_version)

    async def _keep(self, owner: Owner, secret: bytes, connection: AsyncConnection) -> None:
        wrapped, version = self._wrapping(owner, secret)
        row = {"owner": owner, "wrapped": wrapped, "master_version": version}
        alias = None if owner == _NAMES else DataKey(owner, secret).alias
        await connection.execute(insert(DATA_KEYS).values({**row, "alias": alias}))

    def _wrapping(self, owner: Owner, secret: bytes) -> tuple[bytes, int]:
        return sealed(self._newest.wrapping, f"keys|{owner}", secret), self._newest.version

    async def _found(self, owner: Owner, connection: AsyncConnection) -> DataKey | None:
        secret = await self._wrapped(owner, connection)
        return DataKey(owner, secret) if secret is not None else None

    async def _made(self, owner: Owner, connection: AsyncConnection) -> DataKey:
        found = await self._found(owner, connection)
        if found is not None:
            return found
        made = DataKey(owner, AESGCM.generate_key(256))
        await self._keep(owner, made.secret, connection)
        return made

    # An erase holds because of this order. The key lives in a database of its own, so that no
    # backup of the words holds what opens them. (1) The key's row goes and the alias of its owner
    # is noted, in one transaction: from its commit on nobody can read a word, although every
    # sealed row is still there. (2) The checkpoint moves that into the file and empties the
    # write-ahead log; without it the old page, with the key, would stay in the log until it is
    # written over (secure_delete overwrites it in the file). (3) The caller then deletes the
    # rows. Cut short after (1), the rows are noise; the noted alias tells the next start whose
    # they are, so they are deleted then. In the other order a crash in between would leave a key
    # with no rows, harmless, but a crash while rows go would leave words that can be read, and a
    # person who was told nothing.
    async def _destroy(self, owner: Owner) -> None:
        await self._database.writing(partial(destroy_key, owner), "destroy of a data key")
        await self._database.checkpoint()


def keys_exist(keys_url: str) -> bool:
    """Returns whether there are keys already, which a new master key would not open."""
    if is_postgres(keys_url):
        return with_connection(keys_url, _has_keys, writes=False)
    file = file_of(keys_url)
    return file.exists() and file.stat().st_size > 0


def _has_keys(connection: Connection) -> bool:
    return inspect(connection).has_table(DATA_KEYS.name, SCHEMA)
