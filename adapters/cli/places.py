"""Where each thing stands that a backup holds, by its name there."""

from pathlib import Path

from adapters.cli.compose import KEYS_FILE, MASTER_FILE, keys_file
from adapters.console.clock import FILE as CLOCK
from adapters.console.clock import SERVED
from adapters.console.transcript import FILE as TRANSCRIPT
from adapters.matrix.files import FOLDER as MATRIX
from bot.settings import Settings

DATABASE_FILE = "attune.db"
OF_THE_DATA = (DATABASE_FILE, MATRIX, CLOCK, SERVED, TRANSCRIPT)
OF_THE_KEYS = (KEYS_FILE, MASTER_FILE)
_BESIDE = ("", "-wal", "-shm", "-journal")  # what SQLite keeps beside a file


def place_of(settings: Settings, name: str) -> Path:
    """Gives where the thing of that name stands under these settings."""
    if name == DATABASE_FILE:
        return settings.database_file
    return keys_file(settings) if name == KEYS_FILE else settings.data_folder / name


def standing(settings: Settings) -> tuple[Path, ...]:
    """Gives what is there of all that a backup holds, keys first."""
    every = (place_of(settings, name) for name in (*OF_THE_KEYS, *OF_THE_DATA))
    beside = (one.with_name(one.name + end) for one in every for end in _BESIDE)
    return tuple(one for one in beside if one.exists())
