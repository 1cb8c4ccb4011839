"""The small markup of the bot's own sentences, which every platform shows in its own way.

A line is a heading, a point, small, or plain: `**bold**` is the heading, "- " begins a point, "-# "
begins a line of small text. Words to copy stand between lines of their own, in a block of plain
text, in which no mark means anything. A moment is written
`<t:SECONDS:D>` for its day and `<t:SECONDS:R>` for how far off it is. Names
and other words of strangers are written by `plainly`, so that none of them marks anything.
"""

import re
import unicodedata
from datetime import UTC, datetime

SMALL, POINT = "-# ", "- "
_COPIED, _END = "```text", "```"
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\*_~`|<>[]()#@"})
_JOINERS = "\u200c\u200d"  # unseen, and needed within words and emojis
_UNSEEN = ("Cc", "Cf", "Cs")  # controls, what turns the direction of the rest, half characters
_MOMENT = re.compile(r"<t:(\d{1,11}):([DR])>")


def heading(words: str) -> str:
    """Gives a line that says the most important thing first."""
    return f"**{words}**"


def point(words: str) -> str:
    """Gives one of several lines of equal weight."""
    return f"{POINT}{words}"


def small(words: str) -> str:
    """Gives words as small text, each line of them."""
    return "\n".join(f"{SMALL}{line}" for line in words.splitlines() if line.strip())


def to_copy(words: str) -> str:
    """Gives words that somebody may take elsewhere as they are; they hold no line of fences."""
    return f"{_COPIED}\n{words}\n{_END}"


def parted(text: str) -> tuple[tuple[str, bool], ...]:
    """Gives the parts of a text in their order, each with whether it is words to copy."""
    found = [(list[str](), False)]
    for line in text.split("\n"):
        lines, is_copied = found[-1]
        if line == (_END if is_copied else _COPIED):
            found.append(([], not is_copied))
        else:
            lines.append(line)
    return tuple(("\n".join(lines), is_copied) for lines, is_copied in found if lines)


def with_last(text: str, line: str) -> str:
    """Gives a text with a line of its own at its end, if there is one."""
    return f"{text}\n\n{line}" if line else text


def plainly(words: str) -> str:
    """Gives words of a stranger on one line, in which no mark means anything."""
    return on_a_line(words).translate(_MARKS)


def on_a_line(words: str) -> str:
    """Gives words of a stranger on one line, without what is not seen; empty where nothing is."""
    seen = "".join(one for one in " ".join(words.split()) if _is_seen(one))
    return seen.strip(f"{_JOINERS} ")


def _is_seen(mark: str) -> bool:
    return mark in _JOINERS or unicodedata.category(mark) not in _UNSEEN


def day(moment: datetime) -> str:
    """Gives the day of a moment, for whoever reads it to see in their own time."""
    return f"<t:{int(moment.timestamp())}:D>"


def from_now(moment: datetime) -> str:
    """Gives how far off a moment is, from whenever it is read."""
    return f"<t:{int(moment.timestamp())}:R>"


def moments(text: str) -> tuple[tuple[str, datetime, str], ...]:
    """Gives each moment in a text: how it is written, when it is in UTC, and its style, D or R."""
    found = ((one[0], int(one[1]), one[2]) for one in _MOMENT.finditer(text))
    return tuple((mark, datetime.fromtimestamp(at, UTC), style) for mark, at, style in found)
