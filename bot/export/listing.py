"""What is kept, as a person sees it in a chat: an overview, and each chapter of it in pages.

Each row is one line in words, cut where it is long: the files of an export hold all of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.export.called import begun, place_of
from bot.export.everything import KeptIn
from bot.export.fields import Nested, Value, held, stays
from bot.layout.dates import Occasion, day
from bot.layout.markup import heading, on_a_line, plainly, point
from bot.records import KINDS, About, Chapter, LedgerRow, Row, chapter_of, name_of
from bot.stamps import is_ahead
from bot.strings import Strings

MOST_ON_A_PAGE = 430  # characters, so that with its heading and a last line none is over 600
MOST_OF_A_VALUE = 60
MOST_OF_A_ROW = 180


@dataclass(frozen=True, slots=True)
class Listed:
    """One row or entry, and where it is kept."""

    name: str
    about: About
    chapter: Chapter
    part: KeptIn
    row: Row | LedgerRow

    @property
    def at(self) -> datetime | None:
        """When it was kept, or changed last; None where it says nothing of that."""
        moment = getattr(self.row, "at", None) or getattr(self.row, "entered_at", None)
        return moment if isinstance(moment, datetime) else None


@dataclass(frozen=True, slots=True)
class Listing:
    """All that is kept of a person, in their words, and when it is read."""

    parts: tuple[KeptIn, ...]
    strings: Strings
    now: Occasion

    def overview(self) -> list[str]:
        """Gives a line for each chapter that holds anything: how much, and of when the newest."""
        return [self._counted(chapter, self._of(chapter)) for chapter in self.chapters]

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters that hold anything, in their order."""
        found = {one.chapter for one in self._every()}
        return tuple(one for one in Chapter if one in found)

    def pages(self, chapter: Chapter) -> tuple[str, ...]:
        """Gives a chapter in pages, each of which stands alone; none where it is empty."""
        title = heading(self.strings.data.chapters[chapter])
        return tuple("\n".join((title, *lines)) for lines in _paged(self._lines(chapter)))

    def _every(self) -> Iterator[Listed]:
        for part in self.parts:
            for _, entry in part.entries:
                about = LedgerRow.about
                yield Listed("ledger", about, about.chapter, part, entry)
            for row in part.rows:
                kind = type(row)
                yield Listed(name_of(kind), kind.about, chapter_of(kind), part, row)

    def _of(self, chapter: Chapter) -> list[Listed]:
        return [one for one in self._every() if one.chapter is chapter]

    def _counted(self, chapter: Chapter, rows: list[Listed]) -> str:
        said = self.strings.data
        named: dict[str, Any] = {"chapter": said.chapters[chapter], "count": len(rows)}
        dated = (one.at for one in rows)  # a task that is due, or a wrong clock's, is no last time
        moments = [at for at in dated if at is not None and not is_ahead(at, self.now.at)]
        if not moments:
            return point(said.listed["chapter"].format(**named))
        when = day(self.strings, max(moments), self.now)
        return point(said.listed["dated"].format(day=when, **named))

    def _lines(self, chapter: Chapter) -> Iterator[str]:
        """Gives for each kind what it is and how long it stays, then its rows, newest first."""
        rows = self._of(chapter)
        for name in ("ledger", *map(name_of, KINDS)):
            of_kind = [one for one in rows if one.name == name]
            if of_kind:
                called = self.strings.kept.called[name]
                title = f"{called[:1].upper()}{called[1:]}"
                yield f"{title}. {stays(of_kind[0].about, self.strings)}"
            latest = reversed(of_kind)  # of the same hour, what was kept last
            newest_first = sorted(latest, key=lambda one: _stamp(one.at), reverse=True)
            yield from map(self._line, newest_first)

    def _line(self, listed: Listed) -> str:
        """Gives a row: where and when, then what it holds."""
        said = self.strings.export
        when = day(self.strings, listed.at, self.now) if listed.at is not None else ""
        is_placed = listed.part.scope is not None
        where = place_of(listed.part, self.strings, self.now) if is_placed else ""
        told = [
            f"{name}: {self._value(value)}"
            for name, value in held(listed.row, self.strings)
            if name not in (said.fields["at"], said.fields["entered_at"])
        ]
        first = " · ".join(filter(None, (when, where if when else begun(where))))
        return point(_joined((first, *told)))

    def _value(self, value: Value) -> str:
        match value:
            case datetime():
                return day(self.strings, value, self.now)
            case Nested(within):
                return plainly(_cut(" · ".join(_leaves(within))))
            case str():
                return plainly(_cut(value))


def _stamp(at: datetime | None) -> float:
    return at.timestamp() if at is not None else 0.0


def _cut(text: str) -> str:
    """Gives words on a line, and not many."""
    line = on_a_line(text)
    return line if len(line) <= MOST_OF_A_VALUE else f"{line[: MOST_OF_A_VALUE - 1].rstrip()}…"


def _joined(pieces: Iterable[str]) -> str:
    """Gives as many pieces as a row has room for; a mark says where some were left out."""
    line = ""
    for piece in filter(None, pieces):
        longer = f"{line}; {piece}" if line else piece
        if len(longer) > MOST_OF_A_ROW:
            return f"{line}; …"
        line = longer
    return line


def _leaves(thing: Any) -> Iterator[str]:
    """Gives the words within lists and parts, in their order."""
    open_: list[Any] = [thing]
    while open_:
        match open_.pop():
            case dict() as parts:
                open_.extend(reversed(parts.values()))
            case list() as parts:
                open_.extend(reversed(parts))
            case None | "" | bool():
                continue
            case leaf:
                yield str(leaf)


def _paged(lines: Iterable[str]) -> Iterator[list[str]]:
    """Parts lines where a page is full; one line alone is never parted."""
    page: list[str] = []
    for line in lines:
        if page and sum(map(len, page)) + len(page) + len(line) > MOST_ON_A_PAGE:
            yield page
            page = []
        page.append(line)
    if page:
        yield page
