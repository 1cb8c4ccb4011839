"""A document as Markdown, in which no name or address of a setting marks anything up."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from adapters.published.blocks import (
    Block,
    Code,
    Document,
    Items,
    Line,
    Link,
    Paragraph,
    Picture,
    Piece,
    Quote,
    Table,
)

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_LISTED = re.compile(r"^(\s*(?:\d+(?=[.)])|[-+]))")


def markdown(whole: Document) -> str:
    """Gives a document as Markdown."""
    parts = [f"# {_plain(whole.title)}", *map(_begun, whole.opening)]
    for section in whole.sections:
        parts.append(f"## {_plain(section.title)}")
        parts.extend(map(_block, section.blocks))
    return "\n\n".join((*parts, _begun(whole.closing))) + "\n"


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return _begun(block.line)
        case Items():
            return "\n".join(f"- {_begun(one)}" for one in block.lines)
        case Quote():
            return "\n".join(f"> {_begun((one,))}".rstrip() for one in block.text.split("\n"))
        case Table():
            return "\n".join(_table(block))
        case Picture():
            return f"*{_plain(block.alternative)}*"
        case never:
            assert_never(never)


def _table(table: Table) -> Iterator[str]:
    yield f"**{_plain(table.caption)}**\n"
    yield _row(map(_plain, table.head))
    side = "---:" if table.counts else "---"
    yield _row(("---", *(side for _ in table.head[1:])))
    yield from (_row(map(_line, row)) for row in table.rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _begun(line: Line) -> str:
    """Gives a line that begins no list, whatever it begins with."""
    return _LISTED.sub(r"\\\1" if not _line(line)[:1].isdigit() else r"\1\\", _line(line))


def _line(line: Line) -> str:
    return "".join(map(_piece, line))


def _piece(piece: Piece) -> str:
    match piece:
        case str():
            return _plain(piece)
        case Code():
            return _code(piece.text)
        case Link():
            return f"[{_plain(piece.text)}]({piece.url})"
        case never:
            assert_never(never)


def _code(text: str) -> str:
    """Gives a text as code; one with a mark that would end it, as words."""
    one = " ".join(text.split())
    return _plain(one) if "`" in one or "|" in one else f"`{one}`"


def _plain(text: str) -> str:
    """Gives words on one line in which no mark means anything."""
    return _MARKS.sub(r"\\\1", " ".join(text.split(" "))).replace("\n", " ")
