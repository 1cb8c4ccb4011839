"""What commands of the operator share that work on data which is there."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.causes import in_words
from bot.errors import SettingsFault
from bot.folder import FolderLock
from bot.logs import configure
from bot.settings import Settings, load

if TYPE_CHECKING:
    from bot.ports import Store, Vault

T = TypeVar("T")
NOTHING_KEPT = (
    "Nothing has been kept yet: there is no database {where}. The first `attune chat` (`make run`) "
    "or `attune serve` makes it."
)
OLDER = "The database is of an older Attune: run `attune migrate` first."
NEWER = "A newer Attune made the database: use that version."


def settings() -> Settings:
    """Gives the settings, with the log at the level that they name."""
    found = load()
    configure(found.log_level)
    return found


def is_fresh(of: Settings) -> bool:
    """Says whether nothing has been kept yet, so that there is no database."""
    from adapters.cli.compose import database_url
    from bot.store.migrate import Fresh, state

    return isinstance(state(database_url(of)), Fresh)


def on_made_data(of: Settings, work: "Callable[[Store, Vault], Awaitable[T]]") -> T:
    """Runs work on the data, which are made first where nothing has been kept yet."""
    from adapters.cli.compose import ready_schema

    if is_fresh(of):
        with FolderLock(of.data_folder):  # a first start beside this one would make them, too
            ready_schema(of)
    return on_data(of, work)


def refuse_without_data(of: Settings) -> None:
    """Raises SettingsFault where there is no database of this version, with what makes it one."""
    from adapters.cli.compose import database_url
    from bot.store.migrate import Ahead, Behind, Current, Fresh, state

    match state(database_url(of)):
        case Current():
            return
        case Fresh():
            raise SettingsFault((NOTHING_KEPT.format(where=_where(of)),))
        case Behind():
            raise SettingsFault((OLDER,))
        case Ahead():
            raise SettingsFault((NEWER,))


def _where(of: Settings) -> str:
    from bot.store.database import is_postgres

    return "at ATTUNE_DATABASE_URL" if is_postgres(of.database_url) else f"at {of.database_file}"


def on_data(of: Settings, work: "Callable[[Store, Vault], Awaitable[T]]") -> T:
    """Runs work on the data that is there, also while somebody serves. Raises AttuneError."""
    refuse_without_data(of)
    return asyncio.run(_opened(of, work))


async def _opened(of: Settings, work: "Callable[[Store, Vault], Awaitable[T]]") -> T:
    from adapters.cli.compose import opened

    async with opened(of) as (store, vault):
        return await work(store, vault)


def counted(count: int, one: str, more: str) -> str:
    """Says how many there are, with the word for one or for more."""
    return f"{count} {one if count == 1 else more}"


def unreadable(file: Path, error: OSError) -> str:
    """Says why a file cannot be read, and what to do about it."""
    return f"{file} cannot be read: {in_words(error)}. Name a file that is there."


def unwritable(file: Path, error: OSError) -> str:
    """Says why a file cannot be written, and what to do about it."""
    if not file.parent.is_dir():
        return f"{file} cannot be written: there is no folder {file.parent}. Make it first."
    if file.is_dir():
        return f"{file} is a folder: name a file in it."
    return f"{file} cannot be written: {in_words(error)}. Name another place."
