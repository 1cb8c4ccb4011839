"""The manifest of one part of a backup: which files it holds, with size and SHA-256 of each."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from bot.errors import BackupFault

FILE = "manifest.json"
Part = Literal["data", "keys"]
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class File:
    """One file of a part, by its path in it."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a part of a backup is; both parts of one carry the same `backup`."""

    part: Part
    backup: str
    made_at: str  # ISO 8601, in UTC
    program: str  # the version of Attune that made it
    schema: str  # of the database
    files: tuple[File, ...] = ()


def write(folder: Path, manifest: Manifest) -> None:
    """Stores a manifest beside its files, for its owner alone."""
    said = json.dumps(asdict(manifest), indent=1) + "\n"
    handle = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "w", encoding="utf-8") as file:
        file.write(said)
        file.flush()
        os.fsync(handle)


def listed(folder: Path) -> tuple[File, ...]:
    """Gives every file of a folder, each on the disk by then, but its manifest."""
    every = sorted(one for one in folder.rglob("*") if one.is_file() and one.name != FILE)
    return tuple(_seen(one, one.relative_to(folder).as_posix()) for one in every)


def checked(folder: Path, part: Part) -> Manifest:
    """Gives the manifest of a part whose files are all as it says. Raises BackupFault."""
    manifest = _read(folder, part)
    for file in manifest.files:
        if not _is_within(file.name):
            raise BackupFault(f"{folder / FILE} names a file outside of its folder.")
    if listed(folder) != tuple(sorted(manifest.files, key=lambda one: Path(one.name))):
        raise BackupFault(f"The files in {folder} are not those of its {FILE}: it is damaged.")
    return manifest


def _read(folder: Path, part: Part) -> Manifest:
    try:
        raw = json.loads((folder / FILE).read_bytes())
        files = tuple(File(**one) for one in raw.pop("files"))
        manifest = Manifest(**raw, files=files)
    except OSError:
        if not folder.is_dir():
            raise BackupFault(
                f"There is no folder {folder}: name one that `attune backup` made."
            ) from None
        raise BackupFault(f"There is no {FILE} in {folder}: it is no {part} of a backup.") from None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BackupFault(f"{folder / FILE} cannot be read: the backup is damaged.") from None
    if manifest.part != part:
        raise BackupFault(f"{folder} holds no {part} of a backup.")
    return manifest


def _is_within(name: Any) -> bool:
    path = Path(str(name))
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _seen(file: Path, name: str) -> File:
    """Gives a file's size and checksum; a link is refused, as it leads elsewhere."""
    if file.is_symlink():
        raise BackupFault(f"{file} is a link, which no backup holds.")
    found, size = hashlib.sha256(), 0
    with open(file, "rb") as opened:
        while piece := opened.read(_CHUNK):
            found.update(piece)
            size += len(piece)
        os.fsync(opened.fileno())
    return File(name, size, found.hexdigest())
