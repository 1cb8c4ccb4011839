"""The files that a person takes along at the console: new ones in a folder, for them to read."""

import os
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from bot.errors import FileRefused
from bot.words import TextFile

LARGEST = 64 * 1024 * 1024  # bytes
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def taken(folder: Path, files: Iterable[TextFile]) -> tuple[str, ...]:
    """Writes files that only their owner reads, under names that are free, and gives their paths.

    Raises FileRefused where one cannot be written; then none of them is left.
    """
    made: list[Path] = []
    try:
        for file in files:
            made.append(_taken(folder, file))
    except FileRefused:
        for path in made:
            path.unlink()
        raise
    return tuple(map(str, made))


def _taken(folder: Path, file: TextFile) -> Path:
    for path in _names(folder.resolve(), file.name):
        try:
            _write(path, file)
        except FileExistsError:
            continue
        except OSError as failure:
            raise FileRefused(f"No file can be written there: {failure.strerror}.") from None
        return path
    raise FileRefused("No name is free there.")


def _write(path: Path, file: TextFile) -> None:
    handle = os.open(path, _NEW, 0o600)
    try:
        with open(handle, "wb") as new:
            new.write(file.bytes)
    except OSError:
        path.unlink()
        raise


def _names(folder: Path, name: str) -> Iterator[Path]:
    stem, dot, kind = Path(name).name.rpartition(".")
    yield folder / f"{stem}{dot}{kind}"
    yield from (folder / f"{stem}-{number}{dot}{kind}" for number in count(2))
