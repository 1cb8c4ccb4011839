"""Pieces drawn on a terminal: cards in a box, words wrapped at its width, none of them broken.

Nothing is said by colour or weight alone: each piece reads the same without them.
"""

from collections.abc import Iterator

from rich.box import ROUNDED
from rich.console import Console as Paint
from rich.console import RenderableType
from rich.panel import Panel
from rich.text import Text

from adapters.console.render import INDENT, Piece, Tone, before
from adapters.kit.marked import Line

WIDEST = 88  # a line longer than that is hard to read
_EDGES = 4  # what the sides of a box take of a line

_STYLES: dict[Tone, str] = {
    "reply": "none",
    "private": "none",
    "choices": "none",
    "error": "red",
    "quiet": "dim",
}


def drawn(piece: Piece, paint: Paint) -> RenderableType:
    """Gives a piece as it is drawn; one line without choices needs no box."""
    width = min(paint.width, WIDEST)
    if piece.is_card and (len(piece.lines) > 1 or piece.choices):
        return _boxed(piece, paint, width)
    words = _under_head(piece, paint, width)
    row = _row(piece.choices, paint, width - len(INDENT))
    return _stacked((*words, *(Text(INDENT) + line for line in row)))


def _boxed(piece: Piece, paint: Paint, width: int) -> Panel:
    inner = max(width - _EDGES, 1)
    words = [line for each in piece.lines for line in _wrapped(each, paint, inner)]
    row = list(_row(piece.choices, paint, inner))
    between = [Text()] if words and row else []
    title = Text(piece.head.strip(" >"), style="dim")
    body = _stacked((*words, *between, *row))
    return Panel(body, ROUNDED, title=title, title_align="left", width=width, border_style="dim")


def _under_head(piece: Piece, paint: Paint, width: int) -> Iterator[Text]:
    """Gives the lines of a piece, the first after its head, the others under its words."""
    room, style = max(width - len(INDENT), 1), _STYLES[piece.tone]
    for place, line in enumerate(piece.lines):
        head = Text.assemble((piece.head, "bold")) if not place else Text()
        for at, words in enumerate(_wrapped(line, paint, room, (head, style))):
            is_first = not place and not at
            yield words if is_first or not words else Text(INDENT) + words


def _wrapped(
    line: Line, paint: Paint, width: int, led: tuple[Text, str] | None = None
) -> Iterator[Text]:
    """Gives a line in as many as it needs; those of a point stand under its words."""
    head, style = led or (Text(), "none")
    mark = before(line)
    whole = head.copy()
    for run in line.runs:
        whole.append(run.text, "bold" if run.is_bold else "dim" if line.kind == "small" else style)
    lines = whole.wrap(paint, max(width - len(mark), 1), overflow="fold", tab_size=4)
    for place, each in enumerate(lines or [Text()]):
        each.rstrip()
        yield Text(" " * len(mark) if place else mark) + each


def _row(choices: tuple[str, ...], paint: Paint, width: int) -> Iterator[Text]:
    """Gives the choices in one row where they fit, else one a line."""
    labels = [_choice(label) for label in choices]
    row = Text("  ").join(labels)
    if not labels:
        return
    if row.cell_len <= width:
        yield row
        return
    for label in labels:
        yield from label.wrap(paint, max(width, 1), overflow="fold")


def _choice(label: str) -> Text:
    number, _, words = label.partition(" ")
    return Text.assemble((number, "bold cyan"), " ", words)


def _stacked(lines: tuple[Text, ...]) -> Text:
    return Text("\n").join(lines)
