"""Databases at the newest schema: migrated once in a process, and copied for each test."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from adapters.cli import compose
from bot.settings import Settings
from bot.store.database import is_postgres
from bot.store.migrate import migrate


def made_ready(settings: Settings) -> None:
    """Brings a database to the newest schema as a start does; a new file is a copy of one."""
    file = settings.database_file
    if not is_postgres(settings.database_url) and not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(_migrated(), file)
    compose.ready_schema(settings)


def copied_to(file: Path) -> str:
    """Gives the address of a new database at the newest schema."""
    shutil.copy(_migrated(), file)
    return f"sqlite:///{file}"


@cache
def _migrated() -> Path:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    migrate(f"sqlite:///{folder / 'attune.db'}", folder)
    (found,) = folder.iterdir()  # nothing of it stands in a log beside it
    return found
