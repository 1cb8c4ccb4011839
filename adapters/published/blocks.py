"""What a document says, as values: sections of paragraphs, lists, tables, quotations, pictures."""

from dataclasses import dataclass

from bot.export.tags import Html


@dataclass(frozen=True, slots=True)
class Code:
    """Words that are typed or named as they stand, such as a command or a host."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address that the document itself leads to, never one that somebody else gave."""

    url: str
    text: str


Piece = str | Code | Link
Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """Things of which each stands alone."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the bot says, in the language in which it says them."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; the first cell of a row names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    counts: bool = False  # every cell but the first is a number


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, made by the program, and what it shows in words."""

    drawn: Html
    alternative: str


Block = Paragraph | Items | Quote | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document under its own heading; its name is its address within the page."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    title: str
    language: str
    opening: tuple[Line, ...]
    sections: tuple[Section, ...]
    contents: str  # what its list of sections is called
    closing: Line


def said(form: str, **values: str) -> Line:
    """Gives a sentence as it is filled; what it has between backticks is typed as it stands.

    A value is never read for backticks: whoever chose it marks nothing up.
    """
    pieces = (piece.format(**values) for piece in form.split("`"))
    typed = (Code(piece) if place % 2 else piece for place, piece in enumerate(pieces))
    return tuple(one for one in typed if one)


def words(text: str) -> Line:
    """Gives a text as it stands, in which nothing is marked up."""
    return (text,)
