"""The file that a command brings, read from where it lies on this machine."""

from pathlib import Path

from bot.commands.of_data import NoFile
from bot.export.taking_in import MOST_BYTES


def file_at(words: str) -> bytes | NoFile:
    """Gives what is in a file, at most one byte more than may be; a device or pipe is no file."""
    if not words:
        return NoFile.NONE
    try:
        path = Path(words.strip("\"'")).expanduser()
        if not path.is_file():
            return NoFile.UNREADABLE
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, RuntimeError, ValueError):
        return NoFile.UNREADABLE
