"""The example messages of each situation, by writer: `[situation]`, then a message a line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Example:
    """One message that somebody in this situation may write."""

    writer: str
    situation: str
    text: str


def read(folder: Path = FOLDER) -> tuple[Example, ...]:
    """Gives every example, writer after writer."""
    files = sorted(folder.glob("?.txt"))
    return tuple(one for file in files for one in _of(file))


def _of(file: Path) -> Iterator[Example]:
    situation = ""
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            situation = line[1:-1]
        elif line.strip():
            yield Example(file.stem, situation, line)
