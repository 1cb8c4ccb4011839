"""The master keys: from the setting, or from a file that only the first start makes."""

import base64
import os
import tempfile
from pathlib import Path

from bot.errors import VaultError
from bot.master import master_bytes
from bot.vault.sealing import WHAT_IT_IS, MasterKey


def master_keys(from_setting: str | None, file: Path, keys_exist: bool) -> tuple[MasterKey, ...]:
    """Gives the master keys, newest first: of the setting, else of the file, else a new one.

    Raises VaultError, and never makes a new one, when keys exist already.
    """
    if from_setting is not None and from_setting.strip():
        return _decoded(from_setting)
    if file.exists():
        return _read(file)
    if keys_exist:
        raise VaultError(
            "There are keys but no master key. Set the master key, or restore its file."
        )
    return _created(file)


def _decoded(written: str) -> tuple[MasterKey, ...]:
    listed = [each for each in written.replace("\n", ",").split(",") if each.strip()]
    try:
        return tuple(MasterKey(master_bytes(each)) for each in listed or [""])
    except ValueError:
        raise VaultError(WHAT_IT_IS) from None


def new_master_key() -> str:
    """Gives a new master key in its written form."""
    return base64.urlsafe_b64encode(os.urandom(32)).decode()


def _read(file: Path) -> tuple[MasterKey, ...]:
    try:
        if os.name == "posix" and file.stat().st_mode & 0o077:
            raise VaultError("Others may read the file of the master key. Run chmod 600 on it.")
        return _decoded(file.read_text("utf-8"))
    except UnicodeDecodeError:
        raise VaultError(WHAT_IT_IS) from None
    except OSError as error:
        raise VaultError("The file of the master key cannot be read. Check who owns it.") from error


def _created(file: Path) -> tuple[MasterKey, ...]:
    """Makes the file whole or not at all; if another process was first, its key is used."""
    try:
        handle, name = tempfile.mkstemp(dir=file.parent)  # readable by its owner only
        with os.fdopen(handle, "wb") as new:
            new.write(new_master_key().encode() + b"\n")
            new.flush()
            os.fsync(handle)
        _published(Path(name), file)
    except OSError as error:
        raise VaultError("The file of the master key cannot be made.") from error
    return _read(file)


def _published(new: Path, file: Path) -> None:
    try:
        os.link(new, file)  # unlike a rename, it never takes the place of another key
    except FileExistsError:
        pass
    finally:
        new.unlink()
