"""The replies that the classifier learns from, as they stand in the files."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.governor.leanings import LEANINGS

FOLDER = Path(__file__).parent
JOINED = " ¦ "  # between the sentences that carry a label


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply: what it answers, what is wrong with it, and which sentences carry that."""

    message: str
    reply: str
    labels: frozenset[str]
    bad: tuple[str, ...]
    note: str
    writer: str


def read(folder: Path = FOLDER) -> tuple[Reply, ...]:
    """Gives every reply of every file; a fault is a ValueError that says where it stands."""
    found: list[Reply] = []
    for file in sorted(folder.glob("*.tsv")):
        for number, row in enumerate(file.read_text("utf-8").splitlines(), 1):
            try:
                found.append(reply(row, file.stem))
            except ValueError as fault:
                raise ValueError(f"{file.name}, line {number}: {fault}") from None
    return tuple(found)


def reply(row: str, writer: str) -> Reply:
    """Gives one row of a file as a reply; a ValueError says what is wrong with it."""
    cells = row.split("\t")
    if len(cells) != 5 or not all(map(str.strip, cells)):
        raise ValueError(f"five cells are needed, none empty; there are {len(cells)}")
    message, said, labels, bad, note = (one.replace("\\n", "\n") for one in cells)
    named = frozenset(labels.split(",")) - {"-"}
    if unknown := named - set(LEANINGS):
        raise ValueError(f"the labels are {', '.join(sorted(unknown))}, not of {LEANINGS}")
    carry = tuple(one for one in _parts(bad) if one != "-")
    if strange := [one for one in carry if one not in said]:
        raise ValueError(f"this is no part of the reply: {strange[0]}")
    if bool(named) != bool(carry):
        raise ValueError("labels and the sentences that carry them are both there, or neither")
    return Reply(message, said, named, carry, note, writer)


def _parts(bad: str) -> Iterator[str]:
    return (one.strip() for one in bad.split(JOINED) if one.strip())
