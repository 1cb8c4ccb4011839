"""The adapter's files beside the crypto store: sealed, and written whole or not at all."""

import json
import os
import tempfile
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import PlatformError, VaultError
from bot.ports import Key, Vault
from bot.records import Owner

OWNER = Owner("matrix")
FOLDER = "matrix"
SESSION, SEEDS = "session.json", "cross-signing.json"


@dataclass(frozen=True, slots=True)
class Files:
    """The Matrix folder of one data folder; only its owner may read it."""

    folder: Path
    key: Key

    def read(self, name: str) -> dict[str, Any] | None:
        """Gives the value of a name, or None if there is none. Raises PlatformError."""
        try:
            sealed = b64decode((self.folder / name).read_bytes(), validate=True)
            found = json.loads(self.key.open(f"matrix|{name}", sealed))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, VaultError):
            raise PlatformError(
                f"matrix/{name} cannot be read with this master key. Restore it from a backup, or "
                "run `attune matrix reset-identity`."
            ) from None
        return found if isinstance(found, dict) else None

    def write(self, name: str, value: dict[str, Any]) -> None:
        """Stores a value under a name, and returns when it is on the disk."""
        sealed = b64encode(self.key.seal(f"matrix|{name}", json.dumps(value)))
        try:
            handle, draft = tempfile.mkstemp(dir=self.folder)  # readable by its owner only
            with os.fdopen(handle, "wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(handle)
            Path(draft).replace(self.folder / name)
        except OSError as error:
            raise PlatformError(f"matrix/{name} cannot be written: {error.strerror}.") from None

    def drop(self, name: str) -> None:
        """Deletes the value of a name."""
        (self.folder / name).unlink(missing_ok=True)


async def files(data_folder: Path, vault: Vault) -> Files:
    """Opens the folder, and makes it if needed."""
    folder = data_folder / FOLDER
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise PlatformError(f"The folder matrix cannot be made: {error.strerror}.") from None
    return Files(folder, await vault.key(OWNER))
