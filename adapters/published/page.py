"""A document as one static HTML page: no script, nothing from elsewhere, read by anybody.

It is one file that needs nothing else, and its Content-Security-Policy forbids the rest.
"""

from collections.abc import Iterable
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
    Section,
    Table,
)
from adapters.published.style import STYLE
from bot.export.tags import Html, head_of, tag, words


def page(whole: Document) -> str:
    """Gives a document as a page."""
    body = tag(
        "body",
        tag("header", tag("h1", words(whole.title)), *map(_paragraph, whole.opening)),
        *([_contents(whole)] if whole.sections else ()),
        tag("main", *map(_section, whole.sections)),
        tag("footer", _paragraph(whole.closing)),
    )
    return (
        f"<!doctype html>\n{tag('html', head_of(whole.title, STYLE), body, lang=whole.language)}\n"
    )


def _contents(whole: Document) -> Html:
    links = (tag("li", tag("a", words(s.title), href=f"#{s.name}")) for s in whole.sections)
    title = tag("h2", words(whole.contents), id="contents")
    return tag("nav", title, tag("ul", *links), aria_labelledby="contents")


def _section(section: Section) -> Html:
    heading = f"{section.name}-title"
    title = tag("h2", words(section.title), id=heading)
    names = (f"{section.name}-{place}" for place, _ in enumerate(section.blocks))
    blocks = (_block(one, name) for one, name in zip(section.blocks, names, strict=True))
    return tag("section", title, *blocks, id=section.name, aria_labelledby=heading)


def _block(block: Block, name: str) -> Html:
    match block:
        case Paragraph():
            return _paragraph(block.line)
        case Items():
            return tag("ul", *(tag("li", _line(one)) for one in block.lines))
        case Quote():
            return tag("blockquote", words(block.text), lang=block.language)
        case Table():
            return _table(block, name)
        case Picture():
            return tag("figure", block.drawn)
        case never:
            assert_never(never)


def _table(table: Table, name: str) -> Html:
    """Gives a table that a keyboard can scroll where it is wider than its page."""
    caption = tag("caption", words(table.caption), id=name)
    columns = (tag("th", words(one), scope="col", role="columnheader") for one in table.head)
    head = tag("thead", tag("tr", *columns, role="row"), role="rowgroup")
    body = tag("tbody", *(_row(one, table.head) for one in table.rows), role="rowgroup")
    looks = "wide counts" if table.counts else "wide words"
    within = tag("table", caption, head, body, role="table")
    return tag("div", within, class_=looks, role="region", aria_labelledby=name, tabindex="0")


# A phone shows the cells of a row one below the other, each with its column's name. A table that
# is shown as blocks is none to a screen reader any more, so each part says what it is.
def _row(cells: tuple[Line, ...], head: tuple[str, ...]) -> Html:
    first, *rest = map(_line, cells)
    named = zip(rest, head[1:], strict=True)
    each = (tag("td", one, role="cell", data_column=column) for one, column in named)
    return tag("tr", tag("th", first, scope="row", role="rowheader"), *each, role="row")


def _paragraph(line: Line) -> Html:
    return tag("p", _line(line))


def _line(line: Line) -> Html:
    return _joined(map(_piece, line))


def _joined(pieces: Iterable[Html]) -> Html:
    return Html("".join(pieces))


def _piece(piece: Piece) -> Html:
    match piece:
        case str():
            return words(piece)
        case Code():
            return tag("code", words(piece.text))
        case Link():
            return tag("a", words(piece.text), href=piece.url)
        case never:
            assert_never(never)
