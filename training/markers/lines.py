"""The lines that the heads of markers learn from: by writer, each with what it shows.

A row has three cells: what it shows (names of `Shares`, with commas, or `none`), in a word or two
how or why not, and the message. Each file is one writer's, who saw the definitions and nobody
else's lines. JUDGES are never learnt: how they are heard is the figure that counts.
"""

from dataclasses import dataclass
from pathlib import Path

from bot.markers.shares import Shares

FOLDER = Path(__file__).parent
JUDGES = ("c",)
NEAR = (
    "lonely",
    "harm",
    "estrangement",
    "grief",
    "solitude",
    "rest",
    "quiet",
    "affection",
    "praise",
)


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """One message, what it shows, and its writer's note."""

    writer: str
    shows: frozenset[str]
    note: str
    text: str

    @property
    def is_near(self) -> bool:
        """Whether it is a natural near miss: it shows nothing, and sounds as if it did."""
        return not self.shows and self.note in NEAR


def read(folder: Path = FOLDER) -> tuple[MarkedLine, ...]:
    """Gives every line of every file; a fault is a ValueError that says where it stands."""
    found: list[MarkedLine] = []
    for file in sorted(folder.glob("?.tsv")):
        for number, row in enumerate(file.read_text("utf-8").splitlines(), 1):
            try:
                found.append(line(row, file.stem))
            except ValueError as fault:
                raise ValueError(f"{file.name}, line {number}: {fault}") from None
    return tuple(found)


def line(row: str, writer: str) -> MarkedLine:
    """Gives one row of a file as a line; a ValueError says what is wrong with it."""
    cells = row.split("\t")
    if len(cells) != 3 or not all(cell.strip() for cell in cells):
        raise ValueError(f"three cells are needed, none empty; there are {len(cells)}")
    named, note, text = cells
    shows = frozenset(named.split(",")) - {"none"}
    if unknown := shows - set(Shares._fields):
        raise ValueError(f"it shows {', '.join(sorted(unknown))}, none of {Shares._fields}")
    return MarkedLine(writer, shows, note, text)
