"""The rows of data keys on PostgreSQL: each unit reads them, each is opened once, and made at once.

No key is remembered there as one that still exists: another process may have destroyed it, and an
announcement of that would come a few milliseconds behind the commit. What a decision wrote in that
time under the destroyed key, a withdrawal among it, nobody could ever read. So the row is read
again each time, after the unit has its lock, in one round trip; what is remembered is only what
its bytes open to, which costs ten times that. Whatever overtakes a read on its way therefore does
no harm: a remembered key is given out for a row that was read just now, and for no other. Unread,
it may only name the rows that a unit looks at meanwhile (`likely`).
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.bounded import BoundedMap
from bot.clock import since_boot
from bot.records import Owner
from bot.store.database import PostgresDatabase
from bot.store.database.postgres import connecting_to
from bot.store.hot.connections import Connections
from bot.tasks import shielded
from bot.vault.key_cache import LASTS_S, MOST
from bot.vault.sealing import DataKey

BY_OWNER = "SELECT owner, wrapped, master_version FROM data_keys WHERE owner = ANY($1)"
BY_ALIAS = "SELECT owner, wrapped, master_version FROM data_keys WHERE alias = ANY($1)"
_MAKE = """INSERT INTO data_keys (owner, wrapped, master_version, alias) VALUES ($1, $2, $3, $4)
ON CONFLICT (owner) DO NOTHING"""
MOST_READERS, MOST_MAKERS = 8, 4  # connections of this process
Unwrap = Callable[[str, bytes, int], bytes]
Wrap = Callable[[Owner, bytes], tuple[bytes, int]]  # wrapped, and the version of its master key


@dataclass(slots=True)
class KeyRows:
    """Reads and makes the keys of owners; its repr shows none.

    Args:
        unwrapped: opens what is wrapped at a place under that master key. Raises VaultError.
    """

    connections: Connections
    makers: Connections
    unwrapped: Unwrap = field(repr=False)
    elapsed: Callable[[], float] = since_boot
    _known: BoundedMap[Owner, tuple[bytes, DataKey, float]] = field(
        default_factory=lambda: BoundedMap(MOST), repr=False
    )

    @classmethod
    def of(cls, database: PostgresDatabase, unwrapped: Unwrap) -> "KeyRows":
        """Gives the rows of a database."""
        given = connecting_to(database.url, database.schema)
        readers = Connections(given, MOST_READERS, reads_only=True)
        return cls(readers, Connections(given, MOST_MAKERS), unwrapped)

    async def keys(self, query: str, values: Collection[str]) -> tuple[DataKey, ...]:
        """Gives the keys that a query finds, in one round trip. Raises StoreError."""
        if not values:
            return ()
        async with self.connections.lent() as lent:
            rows = await lent.run(lambda connection: connection.fetch(query, list(values)))
        return tuple(map(self._key, rows))

    def likely(self, owners: Collection[Owner]) -> tuple[DataKey, ...]:
        """Gives what the rows of these owners opened to when they were last read."""
        found = (self._known.get(owner) for owner in owners)
        return tuple(one[1] for one in found if one is not None)

    # Why no lock. Whoever asks may hold the owner's, so this is a transaction of its own; being one
    # statement, it holds nothing that others wait for but that row, and it waits for nobody but who
    # makes or destroys the same key. Of two who make one, one row stands, and both give what it
    # holds. Where it is destroyed before the second reads it, there is none, and one is made anew.
    # A connection that breaks leaves the row made or not; the statement is asked once more, and
    # where it had been made, it is read like another's.
    async def made(self, owner: Owner, wrapped: Wrap) -> DataKey:
        """Makes an owner's key and gives it, or the one that somebody made meanwhile."""
        while True:
            key = DataKey(owner, AESGCM.generate_key(256))
            if await shielded(self._is_made(key, wrapped), "new data key"):
                return key
            for found in await self.keys(BY_OWNER, (owner,)):
                return found

    async def _is_made(self, key: DataKey, wrapped: Wrap) -> bool:
        values = (key.owner, *wrapped(key.owner, key.secret), key.alias)
        async with self.makers.lent() as lent:
            status: str = await lent.run(lambda connection: connection.execute(_MAKE, *values))
        return status != "INSERT 0 0"

    def _key(self, row: Any) -> DataKey:
        wrapped, key, until = self._known.get(row["owner"], (b"", None, 0.0))
        now = self.elapsed()
        if key is None or wrapped != row["wrapped"] or now >= until:
            of = (f"keys|{row['owner']}", row["wrapped"], row["master_version"])
            key = DataKey(Owner(row["owner"]), self.unwrapped(*of))
            self._known[key.owner] = (row["wrapped"], key, now + LASTS_S)
        return key

    def forget(self, owner: Owner) -> None:
        """Forgets what an owner's row opens to."""
        self._known.pop(owner, None)

    async def close(self) -> None:
        """Forgets everything and lets go of the connections."""
        self._known.clear()
        await self.connections.close()
        await self.makers.close()
