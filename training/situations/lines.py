"""The example messages, by writer: `[situation]` or `[*tone]`, then a message a line.

A tone is a family of situations; a line under it is in no situation that has a name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Example:
    """One message that somebody in this situation, or in this tone, may write."""

    writer: str
    situation: str
    family: str
    text: str


def read(folder: Path = FOLDER, *, families: Mapping[str, str]) -> tuple[Example, ...]:
    """Gives every example, writer after writer.

    Args:
        families: the family of each situation.
    """
    files = sorted(folder.glob("?.txt"))
    return tuple(one for file in files for one in _of(file, families))


def _of(file: Path, families: Mapping[str, str]) -> Iterator[Example]:
    situation = tone = ""
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("[*") and line.endswith("]"):
            situation, tone = "", line[2:-1]
        elif line.startswith("[") and line.endswith("]"):
            situation, tone = line[1:-1], families[line[1:-1]]
        elif line.strip():
            yield Example(file.stem, situation, tone, line)
