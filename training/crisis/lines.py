"""The lines that the classifier of the crisis floor learns from, as they stand in the files."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.crisis.scores import REGISTER, WHAT, WHEN, WHO

FOLDER = Path(__file__).parent
JUDGES = ("a", "c", "k")  # of the British Isles, of English learnt late, of everyday chat: unlearnt
COMPOSED = "composed-"  # before the writer's name: longer lines made of theirs


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """One line: its text, its slots, its author's note, and who wrote it."""

    text: str
    who: str
    what: frozenset[str]
    when: str
    register: str
    note: str
    writer: str
    is_composed: bool = False

    @property
    def is_risk(self) -> bool:
        """Whether a life of the person's own, or by their hand, is at risk and not long past."""
        return self.who == "self" and bool(self.what) and self.when != "past"


def read(folder: Path = FOLDER) -> tuple[LabelledLine, ...]:
    """Gives every line of every file; a fault is a ValueError that says where it stands."""
    found: list[LabelledLine] = []
    for file in sorted(folder.glob("*.tsv")):
        for number, row in enumerate(file.read_text("utf-8").splitlines(), 1):
            try:
                found.append(line(row, file.stem))
            except ValueError as fault:
                raise ValueError(f"{file.name}, line {number}: {fault}") from None
    return tuple(found)


def line(row: str, writer: str) -> LabelledLine:
    """Gives one row of a file as a line; a ValueError says what is wrong with it."""
    cells = row.split("\t")
    if len(cells) != 6 or not all(cells):
        raise ValueError(f"six cells are needed, none empty; there are {len(cells)}")
    text, who, what, when, register, note = cells
    slots = frozenset(what.split(",")) - {"-"}
    for name, given, known in (
        ("who", {who}, WHO), ("what", slots, WHAT), ("when", {when}, WHEN),
        ("register", {register}, REGISTER),
    ):  # fmt: skip
        if unknown := given - set(known):
            raise ValueError(f"{name} is {', '.join(sorted(unknown))}, not one of {known}")
    if (not slots) != (when == "-"):
        raise ValueError("what and when are both empty, or neither")
    by = writer.removeprefix(COMPOSED)
    return LabelledLine(
        text.replace("\\n", "\n"), who, slots, when, register, note, by, by != writer
    )


def written(lines: Iterable[LabelledLine], file: Path) -> None:
    """Writes lines as a file of rows."""
    rows = (
        "\t".join((
            one.text.replace("\n", "\\n"), one.who, ",".join(sorted(one.what)) or "-", one.when,
            one.register, one.note,
        ))
        for one in lines
    )  # fmt: skip
    file.write_text("\n".join(rows) + "\n", "utf-8")
