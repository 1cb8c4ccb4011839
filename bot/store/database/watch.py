"""A watch on an SQLite file: looks on a connection of its own, which take no hop to a thread."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


class FileWatch:
    """Tells whether a file was changed, in microseconds; nothing that writes waits for it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._connection: sqlite3.Connection | None = None
        self._is_closed = False

    def version(self) -> int:
        """Gives a number that is another one once anybody committed a change to the file.

        Raises sqlite3.Error where the file cannot be looked at now.
        """
        return version(self._connected())

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Gives what a query finds. Raises sqlite3.Error."""
        with closing(self._connected().execute(query)) as found:
            return found.fetchall()

    def close(self) -> None:
        """Lets go of the file; every later look is a sqlite3.Error."""
        self._is_closed = True
        if self._connection is not None:
            self._connection.close()

    def _connected(self) -> sqlite3.Connection:
        if self._is_closed:
            raise sqlite3.ProgrammingError("The watch is closed.")
        if self._connection is None:
            self._connection = sqlite3.connect(
                self._file, timeout=0, isolation_level=None, check_same_thread=False
            )
        return self._connection


def version(connection: sqlite3.Connection) -> int:
    """Gives a number that is another one once any other connection committed a change."""
    with closing(connection.execute("PRAGMA data_version")) as found:
        number: int = found.fetchone()[0]
    return number
