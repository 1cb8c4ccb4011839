"""The blanks between shown parts, and the marks due before them. Pure functions."""

import re

from bot.governor.numbering import mark_of
from bot.text.quotes import QUOTE_LINE
from bot.text.sentences import Kind

_ANNOUNCES = re.compile(r"(?<=[^:：\s])[:：](?:\*\*|__|\*|_)?\Z")
_SHORTCODE = re.compile(r":[\w+-]{1,32}:\Z")
_SHOWS = ("“", "„", "«", "「", '"')  # what an announced quotation begins with


def announced(words: str, kind: Kind) -> str:
    """Gives the end of words that announce something, such as a colon, else an empty text."""
    if kind is not Kind.PROSE or _SHORTCODE.search(words[-40:]):
        return ""
    found = _ANNOUNCES.search(words[-8:])
    return found[0] if found else ""


def stopped(end: str) -> str:
    """Gives the end of an announcement as the end of a sentence."""
    return end.replace(":", ".").replace("：", "。")


def is_block(words: str, kind: Kind) -> bool:
    """Returns whether words begin what a line announces: a list, a table, code, a quotation."""
    is_shown = words.startswith(_SHOWS) or bool(QUOTE_LINE.match(words) or mark_of(words))
    return kind is not Kind.PROSE or is_shown


def widest(gaps: tuple[str, ...]) -> str:
    """Gives one blank for all around a left-out part, with the indent of the newest line."""
    gap = max(gaps, key=lambda each: (each.count("\n"), len(each)))
    if "\n" not in gap:
        return gap
    lines, _, _ = gap.rpartition("\n")
    begun = next(each for each in reversed(gaps) if "\n" in each)
    _, _, indent = begun.rpartition("\n")
    return f"{lines}\n{indent}"


def apart(gap: str, *, is_block: bool, is_table_edge: bool) -> str:
    """Gives a blank that keeps a block on its own lines after a left-out part."""
    if is_table_edge and gap.count("\n") < 2:
        return "\n\n"
    return "\n" if is_block and "\n" not in gap else gap
