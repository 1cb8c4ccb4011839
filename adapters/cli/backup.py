"""`attune backup`: data and keys as they stand, in two folders, while whoever serves goes on.

Each database is copied by SQLite's own online backup, which reads one state of it and keeps nobody
from writing. Data are copied before keys. A key that is made between the two is too many, and opens
nothing; one that is destroyed between them leaves rows that nobody can read, as its erase meant. In
the other order a row could be there without the key that opens it.
"""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from adapters.cli import manifest
from adapters.cli.compose import KEYS_FILE, MASTER_FILE, database_url
from adapters.cli.copies import DATA, KEYS
from adapters.cli.manifest import Manifest
from adapters.cli.places import OF_THE_DATA, place_of
from adapters.console.transcript import FILE as TRANSCRIPT
from adapters.console.transcript import numbers_alone
from bot.causes import in_words
from bot.clock import host_time
from bot.errors import BackupFault, StoreError
from bot.settings import Settings
from bot.store.database import is_postgres, make_private, translated
from bot.store.migrate import Fresh, state

ON_POSTGRES = (
    "On PostgreSQL its own tools make the backup: first `pg_dump --exclude-schema=attune_keys` for "
    "the data, then `pg_dump --schema=attune_keys` for the keys, and a copy of the folder matrix. "
    "After pg_restore run `attune restore --ask-anew`."
)
SPARE = 2**20  # bytes: with fewer a disk counts as full
_SQLITE = b"SQLite format 3\0"
_DRAFT = "tmp"  # how a file begins that is being written
_BESIDE = ("-wal", "-shm", "-journal")


def backed_up(settings: Settings, folder: Path) -> tuple[Manifest, Manifest]:
    """Makes a folder with data and keys apart; where that fails, nothing of it is left.

    Raises BackupFault, also where the folder is there already.
    """
    schema = refuse_backup(settings, folder)
    draft = _draft(folder)
    try:
        made = _made(settings, draft, schema)
        os.rename(draft, folder)  # which fails where somebody filled the folder meanwhile
    except OSError as error:
        raise BackupFault(_refused(folder, "written", error)) from None
    except StoreError as error:
        raise BackupFault(_not_copied(folder, error)) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)  # it is gone where it was renamed
    return made


def refuse_backup(settings: Settings, folder: Path) -> str:
    """Gives the schema of the database. Raises BackupFault where no backup can be made there."""
    schema = _schema(settings)
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise BackupFault(f"{folder} is there already, and nothing is written over. Name another.")
    return schema


def _refused(folder: Path, what: str, error: OSError) -> str:
    return f"{folder} cannot be {what}: {in_words(error)}. Name another place."


def _not_copied(folder: Path, error: StoreError) -> str:
    """Says why no database was copied: mostly for want of room where the copy goes."""
    if shutil.disk_usage(folder.parent).free < SPARE:
        return f"{folder} cannot be written: the disk there is full. Name a folder on another one."
    return f"No backup was made in {folder}: {error}"


def _schema(settings: Settings) -> str:
    """Gives which schema the database has. Raises BackupFault where there is nothing to copy."""
    if is_postgres(settings.database_url):
        raise BackupFault(ON_POSTGRES)
    found = state(database_url(settings))
    if isinstance(found, Fresh):
        raise BackupFault(f"There is no database in {settings.data_folder} to make a backup of.")
    if not place_of(settings, KEYS_FILE).exists():
        raise BackupFault("There is a database, but its keys are gone, so no backup was made.")
    return found.revision


def _draft(folder: Path) -> Path:
    """Makes a folder beside the wanted one, for its owner alone."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise BackupFault(_refused(folder, "made", error)) from None


def _made(settings: Settings, draft: Path, schema: str) -> tuple[Manifest, Manifest]:
    data, keys = draft / DATA, draft / KEYS
    backup, made_at = os.urandom(8).hex(), host_time().isoformat(timespec="seconds")
    program = version("attune")
    data.mkdir(mode=0o700)
    for name in OF_THE_DATA:
        _copy(place_of(settings, name), data / name)
    keys.mkdir(mode=0o700)
    _copy(place_of(settings, KEYS_FILE), keys / KEYS_FILE)
    if settings.master_key is None:
        _copy(place_of(settings, MASTER_FILE), keys / MASTER_FILE)
    of_data = Manifest("data", backup, made_at, program, schema, manifest.listed(data))
    of_keys = Manifest("keys", backup, made_at, program, schema, manifest.listed(keys))
    manifest.write(data, of_data)
    manifest.write(keys, of_keys)
    return of_data, of_keys


def _copy(source: Path, to: Path) -> None:
    """Copies what stands there, for its owner alone; what is not there is left out."""
    if source.is_dir():
        to.mkdir(mode=0o700)
        for one in sorted(source.iterdir()):
            _copy_of_folder(one, to / one.name)
    elif source.exists() and to.name == TRANSCRIPT:
        _write(to, numbers_alone(source.read_bytes()))
    elif source.exists():
        _copy_file(source, to)


def _copy_of_folder(one: Path, to: Path) -> None:
    if one.is_file() and not one.name.startswith(_DRAFT) and not one.name.endswith(_BESIDE):
        _copy_file(one, to)


def _copy_file(source: Path, to: Path) -> None:
    with open(source, "rb") as file:
        is_database = file.read(len(_SQLITE)) == _SQLITE
    if is_database:
        _copy_database(source, to)
    else:
        _write(to, source.read_bytes())


def _copy_database(source: Path, to: Path) -> None:
    make_private(to)
    with (
        translated(),
        closing(sqlite3.connect(source)) as there,
        closing(sqlite3.connect(to)) as copy,
    ):
        there.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE").close()  # one file, whole in itself
        (is_well,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if is_well != "ok":
        raise BackupFault(f"{source.name} is damaged, so no backup was made of it.")


def _write(to: Path, data: bytes) -> None:
    handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "wb") as file:
        file.write(data)
