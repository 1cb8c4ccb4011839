"""The page of an export: everything in words, by kind, as one file that needs nothing else.

It holds no script and asks for no remote part, which its Content-Security-Policy forbids too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.export.called import begun, has_name, place_of
from bot.export.everything import Everything, KeptIn
from bot.export.fields import held, stays
from bot.export.shown import Shown
from bot.export.style import STYLE
from bot.export.tags import Html, head_of, tag, together, words
from bot.layout.dates import Occasion, day
from bot.records import KINDS, About, LedgerRow, Row, name_of
from bot.strings import Strings

_RIGHT_TO_LEFT = ("ar", "ur")
Item = tuple[KeptIn, Row | LedgerRow]


@dataclass(frozen=True, slots=True)
class Section:
    """All of one kind, in the order of its places."""

    name: str
    about: About
    items: tuple[Item, ...]


def page(whole: Everything, strings: Strings, beside: str) -> str:
    """Gives everything as a page; `beside` names the document that comes with it."""
    sections = tuple(_sections(whole))
    main = [_section(one, whole, strings) for one in sections]
    body = tag(
        "body",
        _header(whole, strings),
        *([_contents(sections, strings)] if sections else ()),
        tag("main", *(main or [_line(strings.export.nothing)])),
        _footer(whole, strings, beside),
    )
    direction = "rtl" if strings.code in _RIGHT_TO_LEFT else "ltr"
    head = head_of(strings.export.title, STYLE)
    return f"<!doctype html>\n{tag('html', head, body, lang=strings.code, dir=direction)}\n"


def _header(whole: Everything, strings: Strings) -> Html:
    said = strings.export
    scope = said.covers["everything" if whole.is_all else "place"]
    when = day(strings, whole.at, Occasion(whole.at))
    of = said.of.format(person=whole.person, day=when)
    lines = (of, scope, *([said.left_out.format(count=whole.left_out)] if whole.left_out else ()))
    return tag("header", tag("h1", words(said.title)), *map(_line, lines))


def _line(text: str) -> Html:
    return tag("p", tag("bdi", words(text)))


def _contents(sections: Iterable[Section], strings: Strings) -> Html:
    links = (
        tag("li", tag("a", words(_title(one, strings)), href=f"#{one.name}")) for one in sections
    )
    said = words(strings.export.contents)
    return tag("nav", tag("h2", said, id="contents"), tag("ul", *links), aria_labelledby="contents")


def _title(section: Section, strings: Strings) -> str:
    called = strings.kept.called[section.name]
    return f"{called[:1].upper()}{called[1:]}"


def _sections(whole: Everything) -> Iterator[Section]:
    entries = tuple((part, entry) for part in whole.parts for _, entry in part.entries)
    if entries:
        yield Section("ledger", LedgerRow.about, entries)
    for kind in KINDS:
        items = tuple((part, row) for part in whole.parts for row in part.rows if type(row) is kind)
        if items:
            yield Section(name_of(kind), kind.about, items)


def _section(section: Section, whole: Everything, strings: Strings) -> Html:
    title = tag("h2", words(_title(section, strings)), id=f"{section.name}-title")
    lasts = tag("p", words(stays(section.about, strings)), class_="stays")
    places = groupby(section.items, key=lambda item: item[0].place)
    each = (_in_place(place, tuple(items), whole, strings) for place, items in places)
    within = together(title, lasts, *each)
    return tag("section", within, id=section.name, aria_labelledby=f"{section.name}-title")


def _in_place(
    place: str | None, items: tuple[Item, ...], whole: Everything, strings: Strings
) -> Html:
    shown, (part, _) = Shown(strings, Occasion(whole.at)), items[0]
    where = strings.export.everywhere if place is None else _where(part, whole, strings)
    rows = (tag("li", _row(row, shown)) for _, row in items)
    return together(tag("h3", tag("bdi", words(where))), tag("ul", *rows, class_="rows"))


# A name is escaped as all words of the page are. A place whose name is not known keeps its id
# beside: the page is read elsewhere, where nothing else tells two of them apart.
def _where(part: KeptIn, whole: Everything, strings: Strings) -> str:
    """Says which place it is, as cards do."""
    called = begun(place_of(part, strings, Occasion(whole.at, whole.can), str))
    return called if has_name(part) else f"{called} ({part.place})"


def _row(row: Row | LedgerRow, shown: Shown) -> Html:
    pairs = [
        together(tag("dt", words(name)), tag("dd", shown.value(value)))
        for name, value in held(row, shown.strings)
    ]
    return tag("dl", *pairs) if pairs else _line(shown.strings.export.no_words)


def _footer(whole: Everything, strings: Strings, beside: str) -> Html:
    said = strings.export
    form = said.operator if whole.contact else said.operator_alone
    name = whole.run_by or strings.cards.unnamed_operator
    by = form.format(run_by=name, contact=whole.contact)
    ways = tag("ul", *(tag("li", words(way)) for way in said.ways))
    lines = (_line(said.beside.format(file=beside)), _line(by))
    return tag("footer", tag("h2", words(said.rights)), ways, *lines)
