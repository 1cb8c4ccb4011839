"""Reads data keys on PostgreSQL: each unit reads their rows, and each row is opened once.

No key is remembered there as one that still exists: another process may have destroyed it, and an
announcement of that would come a few milliseconds behind the commit. What a decision wrote in that
time under the destroyed key, a withdrawal among it, nobody could ever read. So the row is read
again each time, after the unit has its lock, in one round trip; what is remembered is only what
its bytes open to, which costs ten times that. Whatever overtakes a read on its way therefore does
no harm: a remembered key is given out for a row that was read just now, and for no other.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from bot.bounded import BoundedMap
from bot.clock import since_boot
from bot.records import Owner
from bot.store.hot.connections import Connections
from bot.vault.key_cache import LASTS_S, MOST
from bot.vault.sealing import DataKey

BY_OWNER = "SELECT owner, wrapped, master_version FROM data_keys WHERE owner = ANY($1)"
BY_ALIAS = "SELECT owner, wrapped, master_version FROM data_keys WHERE alias = ANY($1)"


@dataclass(slots=True)
class KeyReader:
    """Reads the keys of owners; its repr shows none.

    Args:
        unwrapped: opens what is wrapped at a place under that master key. Raises VaultError.
    """

    connections: Connections
    unwrapped: Callable[[str, bytes, int], bytes] = field(repr=False)
    elapsed: Callable[[], float] = since_boot
    _known: BoundedMap[Owner, tuple[bytes, DataKey, float]] = field(
        default_factory=lambda: BoundedMap(MOST), repr=False
    )

    async def keys(self, query: str, values: Collection[str]) -> tuple[DataKey, ...]:
        """Gives the keys that a query finds, in one round trip. Raises StoreError."""
        if not values:
            return ()
        async with self.connections.lent() as lent:
            rows = await lent.run(lambda connection: connection.fetch(query, list(values)))
        return tuple(map(self._key, rows))

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
