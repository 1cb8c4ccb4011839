"""Reads the small markup of the bot's own sentences, for a platform that draws it by itself.

What a model writes is talk: of it only whole small lines and bold words mark anything, so that
code, names and paths stay as they were written.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from bot.layout.markup import POINT, SMALL, parted

Kind = Literal["plain", "point", "small", "copied"]
DOT = "· "
_MARKS: dict[str, Kind] = {SMALL: "small", POINT: "point"}
_BOLD = "**"
_NUMBER = re.compile(r"[0-9]{1,6}\. ")
_TOKEN = re.compile(r"\\([\\*_~`|<>\[\]()#@])|\*\*")
_LOUD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]{1,200})(?<=[^\s*])\*\*(?![\w*])")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike."""

    text: str = field(repr=False)
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its marks, and what they said of it.

    Args:
        mark: what stands before its words: of a point a dot, or the number it came with.
    """

    runs: tuple[Run, ...]
    kind: Kind = "plain"
    mark: str = ""

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(run.text for run in self.runs)


def own(text: str) -> tuple[Line, ...]:
    """Gives the lines of a text in the bot's own markup, an empty one before words to copy."""
    found = list[Line]()
    for part, is_copied in parted(text):
        lines = part.split("\n")
        if is_copied:
            found += [Line(()), *(Line((Run(line),), "copied") for line in lines)]
        else:
            found += map(_own, lines)
    return tuple(found)


def talk(text: str, *, is_drawn: bool = True) -> tuple[Line, ...]:
    """Gives the lines of a reply; where nothing is drawn, bold words keep the marks they came with.

    A text with code in it has no bold words: there the same marks mean something else.
    """
    may_be_loud = is_drawn and "`" not in text
    return tuple(_talk(line, may_be_loud) for line in text.split("\n"))


def plain(line: Line) -> str:
    """Gives a line for where nothing can be drawn: a point keeps a mark that begins nothing."""
    return f"{line.mark}{line.text}"


def _own(line: str) -> Line:
    for mark, kind in _MARKS.items():
        if line.startswith(mark):
            words = line.removeprefix(mark)
            return _point(words) if kind == "point" else Line(_marked(words), kind)
    return Line(_marked(line))


def _point(words: str) -> Line:
    """Gives a point, which needs no dot where it has a number of its own."""
    number = _NUMBER.match(words)
    mark = number[0] if number else DOT
    return Line(_marked(words.removeprefix(mark)), "point", mark)


def _talk(line: str, may_be_loud: bool) -> Line:
    if line.startswith(SMALL):
        return _own(line)
    return Line(_loud(line) if may_be_loud else (Run(line),))


def _loud(line: str) -> tuple[Run, ...]:
    parts = _LOUD.split(line)  # what stands between marks is every second part
    return tuple(Run(part, place % 2 == 1) for place, part in enumerate(parts) if part)


def _marked(line: str) -> tuple[Run, ...]:
    """Gives the runs of a line of the bot's own; a mark without its other half is a mark."""
    tokens = tuple(_TOKEN.finditer(line))
    left = sum(token[0] == _BOLD for token in tokens) // 2 * 2
    runs, words, start, is_bold = [], "", 0, False
    for token in tokens:
        words, start = words + line[start : token.start()], token.end()
        if token[0] != _BOLD or not left:
            words += token[1] or _BOLD
            continue
        runs.append(Run(words, is_bold))
        words, is_bold, left = "", not is_bold, left - 1
    return tuple(run for run in (*runs, Run(words + line[start:], is_bold)) if run.text)
