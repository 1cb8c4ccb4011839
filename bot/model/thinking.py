"""Removes a model's inline thinking, `<think>…</think>`, from its words. Pure.

An opening tag counts only at the start of a line outside code: anywhere else somebody writes about
it. Some servers leave out the opening tag, so that only a closing one comes: a beginning that reads
like thinking is held back until that is clear, and so is every beginning once an endpoint did so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.text.normalize import normalized

_OPEN, _CLOSE, _FENCE = "<think>", "</think>", "```"
_LEADS = ("", "okay, ", "okay, so ", "ok, ", "ok, so ", "alright, ", "alright, so ", "hmm, ", "so ")
_ABOUT = ("the user ", "we need to ", "let me think", "i need to respond", "i should respond")
_OPENERS = tuple(lead + about for lead in _LEADS for about in _ABOUT)
_LONGEST_OPENER = max(map(len, _OPENERS)) + 1
_MOST_BLANKS = 80  # held at the start of a line, where a tag may follow them
_UNQUOTED_CLOSE = re.compile(f"(?<!`){_CLOSE}")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(slots=True)
class Habit:
    """An endpoint's habit: with `only_closes` its thinking comes without an opening tag."""

    only_closes: bool = False


@dataclass(slots=True)
class _Beginning:
    """The beginning of a reply as it came, and as much of its two ends as is examined."""

    parts: list[str] = field(default_factory=list)
    head: str = ""
    tail: str = ""  # may be the beginning of a closing tag, with the mark before it

    def add(self, text: str) -> None:
        self.parts += [text] if text else []
        if len(self.head) < _LONGEST_OPENER:
            self.head = (self.head + text).lstrip()[:_LONGEST_OPENER]
        ending = (self.tail + text)[-len(_CLOSE) :]
        self.tail = "" if ending == _CLOSE else ending  # a whole tag was looked at


class Thinking:
    """Gives a stream's words without its thinking, however the stream is cut into pieces."""

    # The hard case is a server that strips the opening tag: the stream begins inside a thought,
    # and only a closing tag, perhaps a thousand words later, says so. To show nothing until the
    # end of every reply would cost all streaming; to show at once would show the thought. So the
    # beginning is held only while it reads like a thought (`_OPENERS`), and an endpoint that was
    # seen once to send a bare closing tag is held from then on (`Habit`, one for all replies of a
    # model). If words were shown already when the bare tag comes, they were the thought:
    # `has_leaked` makes the reply fail, and what was shown is taken back by whoever shows it.
    #
    # A tag counts at the beginning of a line outside a fence alone, because a person may ask
    # about `<think>` itself. What could still become a tag is held, at most `_MOST_BLANKS` blanks
    # and the tag; every other character leaves at once, so one pass is linear whatever comes.

    def __init__(self, habit: Habit | None = None) -> None:
        self._habit = habit or Habit()
        self._held = ""  # of the current line, until it is clear whether it begins with a tag
        self._line = ""  # how it begins
        self._beginning: _Beginning | None = _Beginning()  # until it is clear that it is no thought
        self._is_fenced = False
        self._is_inside = False
        self._just_closed = self._has_closed = False
        self.has_leaked = False  # a thought was taken for words: the reply cannot stand

    @property
    def is_open(self) -> bool:
        """Whether a thought was opened and not closed."""
        return self._is_inside

    def feed(self, text: str) -> str:
        """Gives the words that may be shown now; possible thinking is held until it is clear."""
        return "".join(said for line in _LINE.findall(text) for said in self._fed(line))

    def _fed(self, text: str) -> Iterator[str]:
        """Yields the words that may be shown after at most one line."""
        self._held += text
        while self._held and not self.has_leaked:
            found = self._after_thought() if self._is_inside else self._next()
            if found is None:
                return
            yield self._said(found)

    def end(self, *, is_whole: bool = True) -> str:
        """Gives the words held back, as the stream has ended; a possible thought only if whole."""
        rest = "" if self._is_inside or self.has_leaked else self._said(self._held)
        is_thought = self._is_held()
        self._held, begun = "", self._begun()
        if begun and not is_whole and is_thought:
            return rest
        self._habit.only_closes = self._habit.only_closes and not begun
        return self._after_close(begun) + rest

    def _after_thought(self) -> str | None:
        """Ends the thought at its closing tag, or drops the part that came."""
        before, closed, after = self._held.partition(_CLOSE)
        self._held = after if closed else before[len(before) - _begun(before) :]
        if not closed:
            return None
        self._close()
        return ""

    def _close(self) -> None:
        self._is_inside, self._just_closed, self._has_closed = False, True, True
        self._line, self._beginning, self._is_fenced = "", None, False

    def _next(self) -> str | None:
        """Takes the next line or a part of it; None while it may begin with a tag."""
        line, newline, rest = self._held.partition("\n")
        if not self._line.strip() and not self._is_fenced:
            starts, tags = line.lstrip(), (_OPEN,) if self._has_closed else (_OPEN, _CLOSE)
            if starts.startswith(tags):
                return self._tagged(starts, newline + rest)
            may_begin = not newline and any(tag.startswith(starts) for tag in tags)
            if may_begin and len(line) <= _MOST_BLANKS:
                return None
        self._held, self._line = rest, (self._line + line).lstrip()[: len(_FENCE)]
        if newline:
            self._is_fenced ^= self._line.startswith(_FENCE)
            self._line = ""
        return line + newline

    def _tagged(self, starts: str, rest: str) -> str:
        if starts.startswith(_OPEN):
            self._held, self._is_inside = starts.removeprefix(_OPEN) + rest, True
            begun = self._begun()
            return begun if begun.strip() else ""
        self._held = starts.removeprefix(_CLOSE) + rest
        self.has_leaked = self._beginning is None
        self._habit.only_closes = self._habit.only_closes or (
            self._beginning is None or self._beginning.parts != []
        )
        self._close()
        return ""

    def _said(self, text: str) -> str:
        if self._beginning is None:
            return self._after_close(text)
        seen = self._beginning.tail + text
        closing = _UNQUOTED_CLOSE.search(seen)
        self._beginning.add(text)
        if closing and self._is_held():
            self._habit.only_closes = True
            self._close()
            self._held = seen[closing.end() :] + self._held
            return ""
        holds = self._is_held() or _may_be_thought(self._beginning.head)
        return "" if holds else self._begun()

    def _begun(self) -> str:
        """Gives the beginning that was held back, and holds it no longer."""
        begun, self._beginning = self._beginning, None
        return "".join(begun.parts) if begun is not None else ""

    def _is_held(self) -> bool:
        head = self._beginning.head if self._beginning is not None else ""
        return self._habit.only_closes or _is_thought(head)

    def _after_close(self, text: str) -> str:
        if self._just_closed:  # blank lines after a thought belong to it, not to the reply
            text = text.lstrip()
        self._just_closed = self._just_closed and not text
        return text


def _is_thought(begun: str) -> bool:
    """Returns whether a beginning reads like a thought about the person answered."""
    return normalized(begun).lstrip().startswith(_OPENERS)


def _may_be_thought(begun: str) -> bool:
    plain = normalized(begun).lstrip()
    return any(opener.startswith(plain) for opener in _OPENERS)


def _begun(text: str) -> int:
    """Gives how many last characters of the text may be the beginning of a closing tag."""
    longest = min(len(text), len(_CLOSE) - 1)
    return next((size for size in range(longest, 0, -1) if _CLOSE.startswith(text[-size:])), 0)
