"""SHA-256 of what replies are made with: files of weights, and all that prompts are written from.

A file of many gigabytes is read once: its digest is kept, with its size and the moment in which it
was last written.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

import bot
from bot.folder import made

KEPT: Final = "digests.json"
MOST_KEPT: Final = 8  # files whose digests are remembered (bounded)
_CORE = Path(bot.__file__).parent
# What the instructions are written from, and what a second draft or a repair is told.
PROMPTED: Final = (
    *("prompt", "levels.py", "repair", "reach", "norms", "boundaries", "markers/effects.py"),
    *("governor/check.py", "governor/rules", "crisis/texts.py"),
)
_SHOWN = 16  # digits of a digest that tell two prompts apart


def of_prompts(persona: str = "", core: Path = _CORE) -> str:
    """Gives the digest of all that prompts are written from, the operator's own words too."""
    found = hashlib.sha256(persona.encode())
    for file in files(core):
        found.update(file.relative_to(core).as_posix().encode() + b"\0")
        found.update(file.read_bytes())
    return found.hexdigest()[:_SHOWN]


def files(core: Path = _CORE) -> tuple[Path, ...]:
    """Gives the files that prompts are written from, in one order everywhere."""
    return tuple(sorted(file for name in PROMPTED for file in _within(core / name)))


def _within(place: Path) -> Iterable[Path]:
    if place.is_file():
        return (place,)
    return (one for one in place.rglob("*") if one.suffix in (".py", ".toml") and one.is_file())


def of_weights(file: Path, folder: Path) -> str:
    """Gives the digest of a file of weights, or an empty text where it cannot be read; it blocks.

    Args:
        folder: the data folder, where it is kept for the next start.
    """
    try:
        seen = file.stat()
        mark = [str(file.resolve()), seen.st_size, seen.st_mtime_ns]
        kept = _kept(folder)
        known = next((one for one in kept if one[:3] == mark), None)
        if known is not None:
            return str(known[3])
        found = _read(file)
        others = [one for one in kept if one[0] != mark[0]]
        _keep(folder, [*others, [*mark, found]][-MOST_KEPT:])
    except OSError:
        return ""
    return found


def _read(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _kept(folder: Path) -> list[list[object]]:
    try:
        raw = json.loads((folder / KEPT).read_bytes())
        return [one for one in raw if isinstance(one, list) and len(one) == 4]
    except (OSError, ValueError, TypeError):
        return []


def _keep(folder: Path, kept: list[list[object]]) -> None:
    """Keeps digests for the next start; where nothing can be written, they are made again."""
    made(folder)
    new = folder / f"{KEPT}.new"
    with suppress(OSError):
        new.write_text(json.dumps(kept) + "\n", encoding="utf-8")
        os.replace(new, folder / KEPT)
