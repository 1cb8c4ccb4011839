"""The numbers of list items, so that a shown list has no gap. Pure values.

Each list knows the number of its newest item in the draft and the number under which it was shown.
A left-out item moves only the first; a list that begins at another number keeps that number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.lexicon import lexicon

_BEFORE = r"[ \t>]{0,36}"
_WORDS = lexicon("en/governor/numbering")
_ITEM = _WORDS["item"]
# A capital letter and a full stop may be somebody's initial.
_SURE = re.compile(rf"{_BEFORE}(?:\*\*|__|#{{1,6}} )?(?:\(|\d|[a-z]{{1,5}}[.)]|[A-Z]{{1,5}}\))")
_BULLET = re.compile(rf"{_BEFORE}[-*+•][ \t]{{1,4}}(?:\[[ xX]\][ \t]{{1,4}})?")
_ROMAN = (
    *("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"),
    *("xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"),
)
_ALIGNED = 1  # " 9." and "10." stand in one list


def mark_of(text: str) -> str:
    """Gives the mark of the list item that begins a line, or an empty text."""
    found = _BULLET.match(text) or (_ITEM.match(text) if _SURE.match(text) else None)
    return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class _List:
    """One list: its indent, how it counts, and its newest item."""

    indent: int
    style: str
    last: int  # in the draft
    shown: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a reply, outermost first; each change gives another value."""

    lists: tuple[_List, ...] = ()
    waiting: str = ""  # the mark of an item of which nothing was shown, while its line goes on
    is_said: bool = False  # what waits was shown by the draft before
    is_again: bool = False  # another draft goes on, and has said nothing yet

    def shown(self, text: str, *, is_line: bool) -> tuple[str, "Numbering"]:
        """Gives a text with its number as shown, and the numbering after it.

        Args:
            is_line: a line begins with it.
        """
        if not is_line and not self.waiting:
            return text, self
        _, ends, space = text[: len(text) - len(text.lstrip())].rpartition("\n")
        if ends and not is_line:  # the line of what waits is over
            return self.settled().shown(space + text.lstrip(), is_line=True)
        now = self.settled() if is_line else replace(self, waiting="")
        marked = text if is_line else self.waiting.lstrip() + text.lstrip()
        indent = _indent(text if is_line else self.waiting)
        found = _ITEM.match(marked)
        one = now._counted(found, indent) if found else None
        if found is None or one is None:
            return marked, now._without_deeper(indent) if mark_of(marked) else now._gone_on()
        number = found["ordinal"] if one.last == one.shown else _written(found["ordinal"], one)
        kept = f"{found['before']}{number}{found['after']}{marked[found.end() :]}"
        return kept, now._with(one)

    def dropped(self, text: str, *, is_line: bool, is_said: bool = False) -> "Numbering":
        """Gives the numbering after a text was left out.

        Args:
            is_line: a line begins with it.
            is_said: it only repeats what the draft before showed.
        """
        now = self
        if is_line:
            now = replace(self.settled(), is_said=is_said)
            now = replace(now, waiting=now._mark(text))
        return now.settled() if "\n" in text[len(text.rstrip()) :] else now

    def settled(self) -> "Numbering":
        """Gives the numbering after the line of a waiting mark ended: that item was left out."""
        if not self.waiting:
            return self
        now, found = replace(self, waiting="", is_said=False), _ITEM.match(self.waiting + "x")
        one = self._counted(found, _indent(self.waiting), is_gone=True) if found else None
        return now if one is None else now._with(one, is_again=self.is_again)

    def again(self) -> "Numbering":
        """Gives the numbering for a second draft, which may count on from any earlier number."""
        return Numbering(self.lists, is_again=True)

    def _mark(self, text: str) -> str:
        """Gives the mark of an item, also if only the items before show that it is one."""
        found = _ITEM.match(text)
        is_item = found is not None and self._counted(found, _indent(text)) is not None
        return found[0] if found is not None and is_item else mark_of(text)

    def _counted(self, found: re.Match[str], indent: int, *, is_gone: bool = False) -> _List | None:
        """Gives the list of an item with the item counted, or None if it has no list."""
        own = {one.style: one for one in self.lists if abs(one.indent - indent) <= _ALIGNED}
        ways = tuple(_ways(found["ordinal"]))
        for style, number in ways:
            one = own.get(style)
            is_next = one is not None and number == one.last + 1
            is_anew = one is not None and (self.is_said or (self.is_again and number <= one.last))
            if one is not None and (is_next or is_anew):
                return replace(one, last=number, shown=one.shown + (not is_gone))
        for style, number in ways:
            if number == 1 or style == "digits":
                return _List(indent, style, number, number - is_gone)
        return None

    def _with(self, one: _List, *, is_again: bool = False) -> "Numbering":
        """Gives the numbering with a list as the innermost at its place."""
        outer = tuple(each for each in self.lists if each.indent < one.indent - _ALIGNED)
        return replace(self, lists=(*outer, one), is_again=is_again)

    def _without_deeper(self, indent: int) -> "Numbering":
        kept = tuple(one for one in self.lists if one.indent <= indent + _ALIGNED)
        return self if kept == self.lists else replace(self, lists=kept)

    def _gone_on(self) -> "Numbering":
        return replace(self, is_again=False) if self.is_again else self


NONE = Numbering()


def _indent(mark: str) -> int:
    return len(mark) - len(mark.lstrip(" \t>"))


def _ways(ordinal: str) -> Iterator[tuple[str, int]]:
    """Yields how a mark may count, and its number in that: "i." is the first or the ninth."""
    if ordinal.isdecimal():
        yield "digits", int(ordinal)
        return
    case = "upper" if ordinal.isupper() else "lower"
    if ordinal.lower() in _ROMAN:
        yield f"roman {case}", _ROMAN.index(ordinal.lower())
    if len(ordinal) == 1 and ordinal.isascii():
        yield f"letters {case}", ord(ordinal.lower()) - ord("a") + 1


def _written(ordinal: str, one: _List) -> str:
    """Gives the number of a list's newest item, written as the list counts."""
    if one.style == "digits":
        return str(one.shown).zfill(len(ordinal) if ordinal.startswith("0") else 1)
    is_roman = one.style.startswith("roman")
    if one.shown >= (len(_ROMAN) if is_roman else 27):
        return ordinal
    number = _ROMAN[one.shown] if is_roman else chr(ord("a") + one.shown - 1)
    return number.upper() if one.style.endswith("upper") else number
