"""A cache of data keys in memory: bounded, for minutes, and emptied of every key that is destroyed.

What must hold: no key is used once its erase is committed, and nobody is taken for keyless once a
key of theirs is, by whichever process. What was read before such a commit may be put here after it,
so a read names the generation it began in, and each of them ends that generation. SQLite counts the
commits of others (`data_version`); whenever the count moved, the noted aliases of destroyed keys
are looked at. Where no file tells (PostgreSQL), rows are read again each time (`key_rows`).
"""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bot.bounded import BoundedMap, BoundedSet
from bot.clock import since_boot
from bot.records import Owner
from bot.store.database.watch import FileWatch
from bot.vault.sealing import DataKey

MOST = 10_000  # keys; a few hundred bytes each
LASTS_S = 300.0


@dataclass(slots=True)
class KeyCache:
    """Data keys by their owners. Its repr shows none.

    Args:
        watch: on the file of the keys, which tells when another process destroyed one.
    """

    watch: FileWatch
    elapsed: Callable[[], float] = since_boot
    generation: int = 0
    _keys: BoundedMap[Owner, tuple[DataKey, float]] = field(
        default_factory=lambda: BoundedMap(MOST), repr=False
    )
    _keyless: BoundedSet[Owner] = field(default_factory=lambda: BoundedSet(MOST), repr=False)
    _version: int = -1

    def known(self, owners: Iterable[Owner]) -> tuple[dict[Owner, DataKey], set[Owner]]:
        """Gives the keys that are remembered of these owners, and of whom nothing is known."""
        self._look()
        found, unknown, now = dict[Owner, DataKey](), set[Owner](), self.elapsed()
        for owner in owners:
            key, until = self._keys.get(owner, (None, 0.0))
            if key is not None and now < until:
                found[owner] = key
            elif owner not in self._keyless:
                unknown.add(owner)
        return found, unknown

    def note(self, keys: Iterable[DataKey], generation: int, asked: Iterable[Owner] = ()) -> None:
        """Remembers keys that were read; nothing if one was destroyed since that read began.

        Args:
            asked: whose keys were asked for: who has none is remembered too.
        """
        if generation != self.generation:
            return
        until = self.elapsed() + LASTS_S
        for owner in asked:
            self._keyless.add(owner)
        for key in keys:
            self._keys[key.owner] = (key, until)
            self._keyless.discard(key.owner)

    def forget(self, owner: Owner) -> None:
        """Forgets an owner's key, and every key that is being read."""
        self.generation += 1
        self._keys.pop(owner, None)

    def close(self) -> None:
        """Forgets everything and lets go of the file."""
        self._keys.clear()
        self.watch.close()

    def _look(self) -> None:
        """Forgets what was destroyed by anybody since the last look."""
        try:
            version = self.watch.version()
            if version != self._version:
                # Somebody may have one by now, also of those that are being read at this moment.
                self._keyless.clear()
                self.generation += 1
                self._forget_destroyed()
                self._version = version
        except sqlite3.Error:  # it is busy: better no key than a destroyed one
            self.generation += 1
            self._keys.clear()
            self._keyless.clear()

    def _forget_destroyed(self) -> None:
        gone = {alias for (alias,) in self.watch.rows("SELECT alias FROM destroyed")}
        for owner in [owner for owner, (key, _) in self._keys.items() if key.alias in gone]:
            self.forget(owner)
