"""A file of JSON lines that only grows, and that survives being killed in the middle of one."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from bot.errors import PlatformError

Record = dict[str, Any]


class Journal:
    """Keeps records in the order they came; only its owner may read the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        is_new = not path.exists()
        try:
            self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
            os.fchmod(self._fd, 0o600)
        except OSError as error:
            raise _fault(path, "cannot be opened", error) from None
        if is_new:
            _sync_folder(path.parent)

    def records(self) -> list[Record]:
        """Gives every record; what is left of a torn last line is cut off the file."""
        lines = self._path.read_bytes().split(b"\n")
        if lines[-1] or (len(lines) > 1 and _record(lines[-2]) is None):
            lines = [*lines[: -1 if lines[-1] else -2], b""]
            os.ftruncate(self._fd, sum(len(line) + 1 for line in lines) - 1)
        records = [_record(line) for line in lines[:-1]]
        if None in records:
            line = records.index(None) + 1
            raise PlatformError(f"{self._path.name}, line {line}: cannot be read. Move it away.")
        return [record for record in records if record is not None]

    def append(self, record: Record, *, surely: bool) -> None:
        """Writes one record whole or not at all; `surely` waits until the disk has it."""
        line = json.dumps(record, separators=(",", ":")).encode("ascii") + b"\n"
        size = os.fstat(self._fd).st_size
        try:
            self._write(line)
            if surely:
                os.fsync(self._fd)
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(self._fd, size)
            raise _fault(self._path, "cannot be written", error) from None

    def rewrite(self, records: list[Record]) -> None:
        """Puts these in the place of all records: the file is the old one or the new one, whole."""
        new = self._path.with_suffix(".new")
        new.unlink(missing_ok=True)
        journal = Journal(new)
        for record in records:
            journal.append(record, surely=False)
        os.fsync(journal._fd)
        os.replace(new, self._path)
        _sync_folder(self._path.parent)
        self.close()
        self._fd = journal._fd

    def _write(self, line: bytes) -> None:
        while line:
            line = line[os.write(self._fd, line) :]

    def close(self) -> None:
        """Lets go of the file; closing again does nothing."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def _record(line: bytes) -> Record | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _fault(path: Path, what: str, error: OSError) -> PlatformError:
    return PlatformError(f"{path.name} {what}: {error.strerror}.")


def _sync_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
