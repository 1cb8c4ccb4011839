"""The data folder, held by one process at a time."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.errors import BackupFault, FolderInUse, SettingsFault

RESTORING = "restoring"  # a folder that is there while a restore puts files in place


class FolderLock:
    """Holds a data folder while it is entered; a killed process holds it no longer.

    Args:
        restores: whether it is entered to restore, which goes on where a restore was cut short.

    Raises:
        FolderInUse: Another process holds it.
        BackupFault: A restore was cut short there.
        SettingsFault: It cannot be made, or nothing can be written there.
    """

    def __init__(self, folder: Path, *, restores: bool = False) -> None:
        self._folder = folder
        self._restores = restores
        self._held: int | None = None

    def __enter__(self) -> Self:
        """Makes the folder, for its owner alone, and holds it."""
        try:
            self._held = _hold(self._folder)
        except BlockingIOError:
            raise FolderInUse(
                f"Another Attune is using {self._folder}. Stop that one first, "
                "or set ATTUNE_DATA_FOLDER to another folder."
            ) from None
        except OSError as error:
            raise SettingsFault((_unusable(self._folder, error),)) from None
        if not self._restores:
            self._check()
        return self

    def _check(self) -> None:
        try:
            check_whole(self._folder)
        except BackupFault:
            self.__exit__(None, None, None)
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Releases the lock. The file stays: without it two processes could lock two files."""
        if self._held is not None:
            os.close(self._held)
            self._held = None


def made(folder: Path) -> None:
    """Makes the folder if there is none, for its owner alone. Raises SettingsFault."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsFault((_unusable(folder, error),)) from None


def check_whole(folder: Path) -> None:
    """Raises BackupFault where a restore was cut short in a folder: half of it would be served."""
    if (folder / RESTORING).exists():
        raise BackupFault(
            f"A restore of {folder} was cut short. Run `attune restore` once more, with --replace."
        )


def _hold(folder: Path) -> int:
    made(folder)
    file = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(file)
        raise
    return file


def _unusable(folder: Path, error: OSError) -> str:
    return (
        f"ATTUNE_DATA_FOLDER: {folder} cannot be used: {error.strerror}; "
        "give a folder you can write to"
    )
