"""A line of phrases, compared with a clause slot by slot: `a|b -|c` is a, a c, b, b c.

The notation is that of `bot/withdrawal/words.py`. A line may stand for thousands of phrases, so
none is spelled out: all that is kept is where in the clause the next slot may begin, which takes
time linear in the clause.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.levels import Level
from bot.withdrawal.words import folded_all

Value = int | Level | None
Values = Mapping[str, Mapping[str, Value]]  # of "{age}": what may stand there, and what it means
_WITHOUT_BLANKS = re.compile("[\u3040-\u9fff]")
_Begin = tuple[int, bool, Value]  # where a slot begins, whether without a blank, what was read


@dataclass(frozen=True, slots=True)
class Part:
    """What may stand in one slot, folded as a clause is.

    Args:
        before: the blank that parts it from what stands before it.
        is_open: what follows it may be written together with it, as after "m'".
        value: what it means, where it is a number or a level.
    """

    text: str
    before: str
    is_open: bool = False
    value: Value = None


Line = tuple[tuple[Part, ...], ...]


def lines_of(every: Iterable[str], values: Values, gap: str) -> tuple[Line, ...]:
    """Gives lines as their slots.

    Args:
        gap: what stands between two words; nothing in Japanese.
    """
    written = [[[*_filled(slot, values)] for slot in line.split()] for line in every]
    texts = {text for line in written for slot in line for text, _ in slot}
    folds = folded_all(text.replace("_", " ") for text in texts)
    return tuple(
        tuple(tuple(_part(*one, gap, folds) for one in slot) for slot in line) for line in written
    )


def _filled(slot: str, values: Values) -> Iterator[tuple[str, Value]]:
    """Yields what may stand in a slot, with the value of it."""
    for each in slot.split("|"):
        named = next((name for name in values if name in each), "")
        if not named:
            yield each, None
        yield from (
            (each.replace(named, one), value) for one, value in values.get(named, {}).items()
        )


def _part(written: str, value: Value, gap: str, folds: Mapping[str, str]) -> Part:
    text = folds[written.replace("_", " ")]
    text = text if gap else text.replace(" ", "")
    before = "" if written.startswith("'") or not text else gap
    return Part(text, before, written.endswith("'"), value)


def values_in(line: Line, clause: str) -> tuple[Value, ...]:
    """Gives the value of a clause that is a phrase of the line; nothing where it is none of them.

    None is the value of a phrase that names neither a number nor a level.
    """
    begins: set[_Begin] = {(0, True, None)}
    for slot in line:
        begins = {one for begin in begins for part in slot for one in _after(begin, part, clause)}
    return tuple(value for at, _, value in begins if at == len(clause))[:1]


def _after(begin: _Begin, part: Part, clause: str) -> Iterator[_Begin]:
    """Yields where the next slot begins, if a part stands here."""
    at, is_open, value = begin
    if not part.text:
        yield begin
        return
    for before in {part.before, ""} if is_open else {part.before}:
        if clause.startswith(before + part.text, at):
            end = at + len(before) + len(part.text)
            yield end, part.is_open, value if part.value is None else part.value


def heads(line: Line) -> frozenset[str]:
    """Gives the heads of all phrases of a line, by which it is found."""
    if not line:
        return frozenset()
    first, rest = line[0], heads(line[1:])
    found: set[str] = set()
    for part in first:
        found |= {head_of(part.text)} if part.text else rest
        if part.is_open and " " not in part.text:
            found |= {part.text + head for head in rest}
    return frozenset(found)


def head_of(text: str) -> str:
    """Gives the first word of a clause, or the first character where no blanks are written."""
    return text[:1] if _WITHOUT_BLANKS.match(text) else text.partition(" ")[0]
