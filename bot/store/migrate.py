"""Migration: which version of the schema a database has, and how it gets the newest."""

import itertools
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, exists, inspect, select, table

from bot.errors import MigrationNeeded, StoreAway, StoreError
from bot.store.database import file_of, is_postgres, make_private, translated, with_connection

COPY = ".before-"  # in the name of a copy
_USED = ("seen", "ledger", "kept", "person")
SCRIPTS = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Fresh:
    """No schema yet, or not even a file."""


@dataclass(frozen=True, slots=True)
class Current:
    """The schema is the one of this program."""

    revision: str


@dataclass(frozen=True, slots=True)
class Behind:
    """The schema is older than this program."""

    revision: str
    newest: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """The schema was made by a newer program."""

    revision: str


State = Fresh | Current | Behind | Ahead


def state(url: str, scripts: Path = SCRIPTS) -> State:
    """Gives how the database's schema compares to this program's; changes nothing."""
    if not is_postgres(url):
        file = file_of(url)
        if not file.exists() or file.stat().st_size == 0:
            return Fresh()
    revision = with_connection(url, _revision, writes=False)
    return Fresh() if revision is None else compared(revision, scripts)


def is_used(url: str) -> bool:
    """Returns whether the database holds any row; changes nothing."""
    if isinstance(state(url), Fresh):
        return False

    def holds_any(connection: Connection) -> bool:
        tables = set(inspect(connection).get_table_names()).intersection(_USED)
        return any(connection.scalar(select(exists().select_from(table(each)))) for each in tables)

    return with_connection(url, holds_any, writes=False)


def migrate(url: str, folder: Path, scripts: Path = SCRIPTS) -> str | None:
    """Upgrades the schema to the newest, and gives the name of the copy made before, or None.

    Args:
        folder: where the copy goes. PostgreSQL gets none: its own tools make backups.
    """
    copy: str | None = None
    match state(url, scripts):
        case Current():
            return None
        case Ahead():
            raise MigrationNeeded("A newer Attune made this database. Use that version.")
        case Behind(newest=newest):
            copy = None if is_postgres(url) else _copied(file_of(url), folder, newest)
        case Fresh():
            pass
    try:
        _upgrade(url, scripts)
    except StoreAway:  # nothing was changed, and it is tried again
        if copy is not None:
            (folder / copy).unlink(missing_ok=True)
        raise
    return copy


def _revision(connection: Connection) -> str | None:
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None and set(inspect(connection).get_table_names()) - {"alembic_version"}:
        raise StoreError("The database holds something that Attune did not make.")
    return revision


def compared(revision: str, scripts: Path = SCRIPTS) -> Current | Behind | Ahead:
    """Gives how a schema of that revision compares to this program's."""
    known = _own() if scripts == SCRIPTS else _revisions(scripts)
    newest = known[0] if known else ""
    if revision == newest:
        return Current(revision)
    return Behind(revision, newest) if revision in known else Ahead(revision)


@cache
def _own() -> tuple[str, ...]:
    """Gives this program's revisions, whose files are read once."""
    return _revisions(SCRIPTS)


def _revisions(scripts: Path) -> tuple[str, ...]:
    """Gives every revision, the newest first."""
    known = ScriptDirectory.from_config(_config(scripts))
    return tuple(each.revision for each in known.walk_revisions())


def _config(scripts: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    return config


def _upgrade(url: str, scripts: Path) -> None:
    if not is_postgres(url):
        make_private(file_of(url))
    config = _config(scripts)

    def upgrade(connection: Connection) -> None:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

    # One transaction for all steps: a migration that fails leaves the database as it was.
    with_connection(url, upgrade, writes=True)


def _copied(file: Path, folder: Path, newest: str) -> str:
    copy = _reserved(folder, f"{file.name}{COPY}{newest}")
    with (
        translated(),
        closing(sqlite3.connect(file)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
    return copy.name


def _reserved(folder: Path, name: str) -> Path:
    for count in itertools.count(1):
        copy = folder / (name if count == 1 else f"{name}-{count}")
        try:
            os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            continue
        except OSError as error:
            raise StoreError("The copy before a migration cannot be written.") from error
        return copy
    raise AssertionError("unreachable")
