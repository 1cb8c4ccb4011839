"""`attune restore`: puts a backup back, and suspends every consent until its person confirms it.

All is checked before anything changes: manifests, sizes, checksums, schema, master key. The new
files are made ready in the folder `restoring` inside the data folder, their mark of a restore among
them; then the old ones are moved aside, keys first, and the new ones moved in, keys last. A start
is refused while `restoring` is there, so one that is cut short serves nobody half a restore.
"""

import asyncio
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from adapters.cli import manifest
from adapters.cli.backup import ON_POSTGRES
from adapters.cli.compose import KEYS_FILE, MASTER_FILE, database_url, opened, ready_schema
from adapters.cli.places import place_of, standing
from adapters.cli.pulse import looked
from bot.causes import in_words
from bot.clock import host_time
from bot.engine.restored import mark_restored
from bot.errors import BackupFault
from bot.folder import RESTORING, FolderLock
from bot.settings import Settings
from bot.store.database import is_postgres
from bot.store.migrate import Ahead, Fresh, compared, state

LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Copy:
    """The two parts of a backup, wherever each was stored."""

    data: Path
    keys: Path


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    made_at: str  # when the backup was made
    aside: Path | None = None  # where what was there before is now


def restored(settings: Settings, copy: Copy, *, replaces: bool) -> Restored:
    """Puts a backup in the place of what is kept. Raises AttuneError; then nothing is changed."""
    if is_postgres(settings.database_url):
        raise BackupFault(ON_POSTGRES)
    made_at = _checked(copy).made_at
    _refuse_running(settings)
    with FolderLock(settings.data_folder, restores=True):
        there = standing(settings)
        if there and not replaces:
            raise BackupFault(
                f"There is something in {settings.data_folder} already. With --replace it is moved "
                "aside first."
            )
        try:
            return Restored(made_at, _exchanged(settings, _staged(settings, copy), there))
        except OSError as error:
            fault = f"{settings.data_folder} cannot be written: {in_words(error)}."
            raise BackupFault(fault) from None


def ask_anew(settings: Settings) -> None:
    """Suspends every consent, where other tools put a backup back. Raises AttuneError."""
    _refuse_running(settings)
    if isinstance(state(database_url(settings)), Fresh):
        raise BackupFault("There is no database yet, so nobody has said yes to anything.")
    ready_schema(settings)
    asyncio.run(_marked(settings))


async def _marked(settings: Settings) -> None:
    async with opened(settings) as (store, _):
        await mark_restored(store, f"restored-{secrets.token_hex(4)}", host_time())


def _checked(copy: Copy) -> manifest.Manifest:
    """Checks both parts of a backup, and gives the manifest of the data."""
    of_data, of_keys = manifest.checked(copy.data, "data"), manifest.checked(copy.keys, "keys")
    if of_data.backup != of_keys.backup:
        raise BackupFault("These data and these keys are not of one backup.")
    if isinstance(compared(of_data.schema), Ahead):
        raise BackupFault("A newer Attune made this backup. Use that version.")
    return of_data


def _refuse_running(settings: Settings) -> None:
    """Refuses where the process that serves has just said that it lives, on whatever machine."""
    found = looked(settings.data_folder)
    if found.is_there and found.is_recent:
        raise BackupFault("Attune is running on this data folder. Stop it first.")


def _staged(settings: Settings, copy: Copy) -> Settings:
    """Makes a backup ready in a folder of its own, and gives the settings it can be opened with.

    Where that fails the folder goes, unless an earlier restore was cut short: that still holds.
    """
    folder = settings.data_folder / RESTORING
    was_cut_short = folder.exists()
    shutil.rmtree(folder, ignore_errors=True)  # it held copies of a backup alone
    folder.mkdir(mode=0o700)
    staged = settings.model_copy(update={"data_folder": folder, "database_url": ""})
    try:
        for part in (copy.data, copy.keys):
            _copied(part, folder)
        _lend_master_key(settings, staged)
        _made_ready(staged)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        if was_cut_short:
            folder.mkdir(mode=0o700)
        raise
    return staged


def _lend_master_key(settings: Settings, staged: Settings) -> None:
    """Lets the copy be opened by the file of the master key that is there, if it has none."""
    there, copy = settings.data_folder / MASTER_FILE, staged.data_folder / MASTER_FILE
    if there.exists() and not copy.exists():
        _copy_file(there, copy)


def _copied(part: Path, folder: Path) -> None:
    for file in manifest.listed(part):
        to = folder / file.name
        to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _copy_file(part / file.name, to)


def _copy_file(source: Path, to: Path) -> None:
    handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "wb") as new, open(source, "rb") as old:
        shutil.copyfileobj(old, new)
        new.flush()
        os.fsync(handle)


def _made_ready(staged: Settings) -> None:
    """Opens the copy with the master key, brings its schema up to date and leaves the mark."""
    copied = ready_schema(staged)
    if copied:
        (staged.data_folder / copied).unlink(missing_ok=True)  # the backup is that copy
    asyncio.run(_marked(staged))


# From the first move on, the folder `restoring` keeps every start away until the last one is done.
# Cut short in between, nothing is lost: the old files are where they were or aside, the new ones
# are in the backup, and another restore moves aside whatever it finds.
def _exchanged(settings: Settings, staged: Settings, there: tuple[Path, ...]) -> Path | None:
    """Puts what is staged in the place of what is there, and gives where that is now."""
    aside = _moved_aside(settings, there)
    _moved_in(settings, staged)
    shutil.rmtree(staged.data_folder)
    return aside


def _moved_aside(settings: Settings, there: tuple[Path, ...]) -> Path | None:
    """Moves what is there into a folder named by the time, and gives it; None for nothing."""
    if not there:
        return None
    aside = settings.data_folder / f"before-restore-{host_time():%Y-%m-%dT%H%M%S}"
    aside.mkdir(mode=0o700)
    for one in there:
        shutil.move(one, aside / one.name)
    return aside


def _moved_in(settings: Settings, staged: Settings) -> None:
    every = (one for one in staged.data_folder.iterdir() if one.name != LOCK)
    for one in sorted(every, key=lambda each: each.name.startswith(KEYS_FILE)):
        shutil.move(one, _target(settings, one.name))


def _target(settings: Settings, name: str) -> Path:
    """Gives where a staged file belongs; what SQLite keeps beside a file goes with that."""
    base, dash, end = name.partition("-")
    if dash and base.endswith(".db"):
        whole = place_of(settings, base)
        return whole.with_name(f"{whole.name}{dash}{end}")
    return place_of(settings, name)
