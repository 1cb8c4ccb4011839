"""Whether anybody else changed an SQLite file: another process, or another connection of this one.

SQLite tells each connection when others committed (`data_version`), but a look by the writer's own
connection would wait while it writes. So a connection of its own watches; it sees the writer's
commits too, and they are taken out again, else a busy process would never find itself undisturbed.
"""

import sqlite3
import threading
from contextlib import suppress
from dataclasses import dataclass, field

from bot.store.database.watch import FileWatch, version


@dataclass(slots=True)
class Others:
    """Counts the changes that are not the writer's own."""

    watch: FileWatch
    _number: int = 0
    _seen: int = -1  # the newest version that is counted, or known to be the writer's own work
    _at_writer: int = -1  # the version at the writer's own connection after its newest commit
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def number(self) -> int:
        """Gives a number that is another one whenever others may have committed since the last."""
        with self._turn:
            try:
                seen = self.watch.version()
            except sqlite3.Error:  # what cannot be looked at is not trusted
                self._number += 1
                return self._number
            if seen != self._seen:
                self._seen, self._number = seen, self._number + 1
            return self._number

    # No commit of others is ever taken for the writer's own. The writer's connection sees others'
    # commits and never its own: where its version moved since the last call, somebody else
    # committed in between, and that is counted here. What the watch sees is read before that
    # version: so whatever it saw is either counted by it, or the writer's own. What others commit
    # between the two looks is counted here, and once more by the next look, which is one needless
    # read. So is the writer's own commit, where a look comes between it and this call.
    def committed(self, writer: sqlite3.Connection) -> None:
        """Takes the writer's newest commit out of the count; called right after it, in its thread.

        What fails here is counted by the next look.
        """
        with self._turn, suppress(sqlite3.Error):
            seen, at_writer = self.watch.version(), version(writer)
            self._number += at_writer != self._at_writer
            self._seen, self._at_writer = seen, at_writer

    def close(self) -> None:
        """Lets go of the file; from then on every number is another one."""
        self.watch.close()
