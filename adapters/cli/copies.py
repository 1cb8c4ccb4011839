"""`attune backup` and `attune restore`, whose parts are imported where they begin."""

import asyncio
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.ready import counted
from bot.errors import BackupFault, SettingsFault, StoreError
from bot.folder import check_whole
from bot.logs import configure
from bot.settings import Settings, load

if TYPE_CHECKING:
    from adapters.cli.restore import Copy

app = typer.Typer()
DATA, KEYS = "data", "keys"
# Why a full disk refuses a backup to another one. That nobody copies data and keys unseen is what
# the audit ledger promises, so what is not recorded is not begun, also where that is inconvenient.
NOT_BEGUN = "No backup was begun, as each is recorded first, in {folder}: {error}"
ROOM = "A free megabyte there is enough; the backup itself can go to another disk."
NOT_NOTED = "The backup is whole, and stands in the record as begun alone: {error}"


@app.command()
def backup(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A folder that is not there yet.")
    ],
) -> None:
    """Copy data and keys, apart, into a new folder.

    Whoever serves goes on meanwhile.
    """
    from adapters.cli.backup import backed_up, refuse_backup
    from adapters.cli.compose import recorded
    from bot.audit.acts import BackupBegun

    settings = _settings()
    check_whole(settings.data_folder)
    try:
        refuse_backup(settings, folder)  # what is refused was not begun
        asyncio.run(recorded(settings, BackupBegun()))
    except StoreError as error:
        raise BackupFault(_not_begun(settings.data_folder, error)) from None
    data, keys = backed_up(settings, folder)
    print(_done(folder, len(data.files), len(keys.files)))
    print(_of_the_master_key(settings, len(keys.files) > 1))
    _noted(settings, data.backup)


def _noted(settings: Settings, backup: str) -> None:
    """Records that it is done. Raises BackupFault where that cannot be; it is whole even so."""
    from adapters.cli.compose import recorded
    from bot.audit.acts import BackedUp

    try:
        asyncio.run(recorded(settings, BackedUp(backup)))
    except StoreError as error:
        raise BackupFault(NOT_NOTED.format(error=error)) from None


def _done(folder: Path, of_data: int, of_keys: int) -> str:
    """Says what was copied where: how many files of data, and of keys."""
    files = counted(of_data, "file", "files")
    together = "Store the two in two places: together they open everything."
    return f"Done: {files} in {folder / DATA}, {of_keys} in {folder / KEYS}. {together}"


def _not_begun(folder: Path, error: StoreError) -> str:
    from adapters.cli.backup import SPARE

    told = NOT_BEGUN.format(folder=folder, error=error)
    return f"{told} {ROOM}" if shutil.disk_usage(folder).free < SPARE else told


def _of_the_master_key(settings: Settings, is_in_it: bool) -> str:
    if is_in_it:
        return f"The master key is with the keys, as it is in {settings.data_folder}."
    return "The master key is not in it: keep ATTUNE_MASTER_KEY apart, as nothing opens without it."


@app.command()
def restore(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="What `attune backup` made.")
    ] = None,
    keys: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Its keys, where they are elsewhere.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Move aside what is there before.")
    ] = False,
    only_ask_anew: Annotated[
        bool, typer.Option("--ask-anew", help="Put nothing back; let every yes wait.")
    ] = False,
) -> None:
    """Put a backup back.

    Every yes waits then until its person confirms it.
    """
    if only_ask_anew == (folder is not None):
        raise SettingsFault(("It is: attune restore FOLDER, or attune restore --ask-anew.",))
    if folder is None:
        _suspend(_settings())
    else:
        _put_back(_settings(), _parts(folder, keys), replaces=replace)


def _suspend(settings: Settings) -> None:
    from adapters.cli.restore import ask_anew

    ask_anew(settings)
    print("Done: from the next start on every yes waits until its person confirms it.")


def _parts(folder: Path, keys: Path | None) -> "Copy":
    """Gives where both parts are: in one folder, or the data there and the keys elsewhere."""
    from adapters.cli.restore import Copy

    data = folder / DATA if (folder / DATA).is_dir() else folder
    if keys is None:
        return Copy(data, folder / KEYS)
    return Copy(data, keys / KEYS if (keys / KEYS).is_dir() else keys)


def _put_back(settings: Settings, copy: "Copy", *, replaces: bool) -> None:
    from adapters.cli.restore import restored

    done = restored(settings, copy, replaces=replaces)
    print(f"Done: the backup of {done.made_at} is in place.")
    if done.aside is not None:
        print(f"What was there before is in {done.aside}: delete it when all is well, as no erase")
        print("reaches it.")
    print("Every yes waits until its person confirms it. What was erased since the backup is back.")


def _settings() -> Settings:
    settings = load()
    configure(settings.log_level)
    return settings
