"""Sentences out of a stream: whole sentences, as early as they are certain.

The text is read one character at a time and every decision rests on what came before it, so where
the stream was cut cannot matter. Lines come first (a fence, a list item, a heading), then inline
code, then the end of a sentence: a stop, what belongs to it, and the first thing that does not.
"""

import enum
import re
from dataclasses import dataclass, field
from typing import Final

from bot.text.abbreviations import joins, last_word
from bot.text.lines import FENCE, LONGEST_MARK, MARK, ORDINAL_ONLY, ROW

LIMIT: Final = 400  # characters of prose that are held, then released at a clause
LONGEST_ROW: Final = 2_000  # characters of a row of a table that are held

_STOPS: Final = frozenset(".!?…。！？｡؟۔।॥")
_STOPS_WITHOUT_SPACE: Final = frozenset("。！？｡")
_QUOTES: Final = frozenset("\"'”’»›」』")
_CLOSERS: Final = _QUOTES | frozenset(")]}*_~`）】》〉］｝")
# These close where German and others write them, and open after a stop that needs no space.
_EITHER: Final = frozenset("“‘«‹")
# After a space only what cannot open anything still belongs to the sentence before.
_LATE_CLOSERS: Final = frozenset("”»›)]}」』）】》〉］｝")
_EMOJI: Final = re.compile(
    "[\u200d\u203c\u2049\u20e3\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f]"
)

_SPAN: Final = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_CLAUSE: Final = re.compile(r"[,;:][\"'”’»)\]*_~]*\s+|\s[-–—]+\s+|—\s+|[，；：、]\s*")
_SPACE: Final = re.compile(r"\s+")


class Kind(enum.Enum):
    """What a piece of the stream is."""

    PROSE = "prose"
    CODE = "code"
    ROW = "row"  # of a table
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One piece of the stream, never empty, with the white space that follows it."""

    text: str = field(repr=False)
    kind: Kind
    is_part: bool = field(default=False, compare=False)  # its end is still to come


class Sentences:
    """Splits a stream into sentences; the pieces joined are the input."""

    def __init__(self) -> None:
        """Starts at the beginning of a line, with nothing held."""
        self._out: list[Sentence] = []
        self._start()

    def feed(self, text: str) -> tuple[Sentence, ...]:
        """Releases the sentences that this text makes certain."""
        for char in text:
            self._read(char)
        return self._released()

    def flush(self) -> tuple[Sentence, ...]:
        """Releases what reads well by itself: a whole sentence, else up to a clause or a space.

        A line inside a fence, a row, an unfinished inline code and bare white space stay held.
        """
        waits = self._stop >= 0 and self._quoted  # the next letter tells whether it goes on
        if not (self._fence or self._is_row or waits or self._is_blank()):
            whole = self._stop >= 0 and self._is_whole()
            at = self._margin() if whole else _breath(self._text(0, self._plain_end()))
            is_paragraph = self._text(0, at).endswith("\n\n")
            self._cut(at, is_part=not (whole or is_paragraph))
        return self._released()

    def end(self) -> tuple[Sentence, ...]:
        """Releases everything that is left, and is then ready for another stream."""
        if not (self._fence or self._is_row):
            self._settle()
            if self._code:
                self._reread(self._opened)
        kind = Kind.CODE if self._fence else Kind.ROW if self._is_row else Kind.PROSE
        self._cut(len(self._held), kind)
        self._start()
        return self._released()

    def _start(self) -> None:
        self._line: str | None = ""  # the line so far, until it is known what it starts
        self._fence = ""  # the marker of the open fence
        self._opening = False  # the held line is the first of its fence
        self._is_row = False  # the held line is a row of a table
        self._forget()

    def _forget(self) -> None:
        self._held: list[str] = []
        self._newlines = 0  # in the white space just read
        self._stop = -1  # where the stop is, while only what belongs to it has followed
        self._parted = False  # something that may part sentences has followed the stop
        self._quoted = False  # a closing quote has followed the stop
        self._code = 0  # length of the backticks that opened inline code
        self._opened = 0  # where they are
        self._run = 0  # backticks just read
        self._literal = False  # backticks mean nothing: they were never closed

    def _released(self) -> tuple[Sentence, ...]:
        out, self._out = tuple(self._out), []
        return out

    def _text(self, start: int, stop: int) -> str:
        return "".join(self._held[max(0, start) : stop])

    def _cut(self, at: int, kind: Kind = Kind.PROSE, *, is_part: bool = False) -> None:
        if at <= 0:
            return
        text = self._text(0, at)
        blank = kind is Kind.PROSE and text.isspace()
        self._out.append(Sentence(text, Kind.BREAK if blank else kind, is_part))
        del self._held[:at]
        self._stop -= at
        self._opened -= at

    def _read(self, char: str) -> None:
        if self._fence:
            return self._read_code(char)
        if self._is_row:
            return self._read_row(char)
        if char != "`":
            self._settle()
        return self._read_space(char) if char.isspace() else self._read_ink(char)

    def _read_space(self, char: str) -> None:
        self._held.append(char)
        self._parted = True
        self._newlines += char == "\n"
        self._read_line(char)
        if len(self._held) % LIMIT == 0 and self._is_blank():
            self._cut(len(self._held))

    def _read_ink(self, char: str) -> None:
        belongs = self._belongs(char)
        if self._newlines > 1 and self._code:
            self._reread(self._opened)
        if self._newlines > 1 or (self._parted and not belongs and self._may_end(char)):
            self._cut(self._margin())
        self._held.append(char)
        self._newlines = 0
        self._follow(char, belongs)
        self._read_line(char)
        while len(self._held) > LIMIT and not self._fence:
            self._relieve()

    def _belongs(self, char: str) -> bool:
        """Says whether the character is part of how the sentence before it ends."""
        if self._stop < 0 or self._newlines:
            return False
        if _EMOJI.match(char):
            return True
        if self._held[-1].isspace():
            return char in _LATE_CLOSERS
        return char in _STOPS or char in _CLOSERS or (char in _EITHER and not self._parted)

    def _may_end(self, after: str) -> bool:
        if self._stop < 0 or (self._quoted and after.islower()):
            return False
        if self._stop < LONGEST_MARK and ORDINAL_ONLY.fullmatch(self._text(0, self._stop + 1)):
            return False
        return not joins(self._text(self._stop - LONGEST_MARK, self._stop + 1), after)

    def _follow(self, char: str, belongs: bool) -> None:
        tick = char == "`" and not self._literal
        self._run += tick
        if char in _STOPS and not self._code:
            self._stop = len(self._held) - 1
            self._parted = char in _STOPS_WITHOUT_SPACE
            self._quoted = False
        elif belongs and not tick:
            self._parted = self._parted or bool(_EMOJI.match(char))
            self._quoted = self._quoted or char in _QUOTES or char in _EITHER
        else:
            self._stop = -1

    def _settle(self) -> None:
        """Lets the backticks just read open or close inline code."""
        if self._run and not self._code:
            self._code, self._opened = self._run, max(0, len(self._held) - self._run)
        elif self._run == self._code:
            self._code = 0
        self._run = 0

    def _margin(self) -> int:
        """Finds where the next sentence starts: indentation goes with the line it indents."""
        at = len(self._held)
        while self._newlines and at and self._held[at - 1] != "\n":
            at -= 1
        return at

    def _reread(self, literal_from: int) -> None:
        """Reads the held text again, now knowing that the backticks from there on are plain."""
        text = self._text(0, len(self._held))
        self._forget()
        self._line = None
        for at, char in enumerate(text):
            self._literal = at >= literal_from
            self._read(char)
        self._literal = False

    def _read_line(self, char: str) -> None:
        if char == "\n":
            self._line = ""
        elif self._line is not None:
            self._line += char
            if FENCE.fullmatch(self._line):
                self._start_block(self._line, self._line.strip())
            elif ROW.fullmatch(self._line):
                self._start_block(self._line, "", is_row=True)
            elif len(self._line) > LONGEST_MARK:
                self._line = None
            elif MARK.fullmatch(self._line):
                self._start_block(self._line, "")
            elif char.isspace() and not self._line.isspace():
                self._line = None

    def _start_block(self, line: str, fence: str, *, is_row: bool = False) -> None:
        if self._code:
            return self._reread(self._opened)  # reads this line again, with no code around it
        self._line = None
        self._cut(len(self._held) - len(line))
        self._stop, self._run = -1, 0
        self._fence, self._opening, self._is_row = fence, bool(fence), is_row
        return None

    def _read_row(self, char: str) -> None:
        self._held.append(char)
        if char == "\n":
            self._is_row, self._line = False, ""
        if char == "\n" or len(self._held) >= LONGEST_ROW:
            self._cut(len(self._held), Kind.ROW)

    def _read_code(self, char: str) -> None:
        tick = self._opening and char == self._fence[0] == "`" != self._held[-1]
        self._held.append(char)
        if tick:  # no fence has a backtick after its marker: this is inline code
            self._fence, self._opening = "", False
            self._reread(len(self._held))
        elif char == "\n":
            self._end_code_line(self._text(0, len(self._held)))

    def _end_code_line(self, line: str) -> None:
        mark = FENCE.match(line)
        if self._opening and mark:
            self._fence, self._opening = mark[1], False
        elif mark and mark[1].startswith(self._fence) and line[mark.end() :].isspace():
            self._fence, self._line = "", ""
        self._cut(len(line), Kind.CODE)

    def _is_blank(self) -> bool:
        return all(char.isspace() for char in self._held)

    def _plain_end(self) -> int:
        return self._opened if self._code else len(self._held) - self._run

    def _relieve(self) -> None:
        """Shortens what is held at the last clause or space, outside inline code if it can."""
        at = _breath(self._text(0, min(self._plain_end(), len(self._held) - 1)))
        if at or not self._code:
            self._cut(at or LIMIT, is_part=True)
        else:
            self._reread(self._opened)

    def _is_whole(self) -> bool:
        if self._parted or self._held[self._stop] != ".":
            return self._may_end("")
        # A full stop with nothing after it may be inside a number or an address.
        word = last_word(self._text(self._stop - LONGEST_MARK, self._stop))
        return bool(word) and "." not in word and self._may_end("")


def split(text: str) -> tuple[Sentence, ...]:
    """Splits a whole text just as a stream of it is split."""
    sentences = Sentences()
    return sentences.feed(text) + sentences.end()


def _breath(text: str) -> int:
    """Finds where to pause: after the last clause, else after the last space, else 0."""
    plain = _SPAN.sub(lambda span: "x" * len(span[0]), text)
    ends = [found.end() for found in _CLAUSE.finditer(plain)]
    at = (ends or [0, *(found.end() for found in _SPACE.finditer(plain))])[-1]
    newline = text.rfind("\n", len(text[:at].rstrip()), at)
    return newline + 1 or at
