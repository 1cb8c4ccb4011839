"""The report of a month or a year as a document: each feature a table, with its chart on a page."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from adapters.published.blocks import (
    Block,
    Document,
    Items,
    Line,
    Paragraph,
    Picture,
    Section,
    Table,
    said,
    words,
)
from adapters.published.charts import Bars, drawn
from adapters.published.counted import Answers, Counted, Figures, Referrals, Span, known_from
from adapters.published.running import Running, written
from adapters.published.sentences import Published, said_in_documents
from adapters.published.suppressed import FEWEST
from bot.impact.counted import FEWEST as FEWEST_PEOPLE

ORDER = ("consent", "repair", "redraft", "governor", "crisis", "written")
Row = tuple[Line, ...]
Cells = tuple[int | None, ...]


def report(of: Figures, running: Running, *, is_drawn: bool) -> Document:
    """Gives a report; its charts are drawn only where somebody can see them."""
    say = said_in_documents()
    sections = () if of.span.is_withheld else _sections(of, running, say, is_drawn=is_drawn)
    title = say.report_title.format(name=running.name, span=_called(of.span))
    opening = tuple(_opening(of.span, say))
    return Document(title, say.language, opening, sections, say.contents, running.made)


def _sections(
    of: Figures, running: Running, say: Published, *, is_drawn: bool
) -> tuple[Section, ...]:
    parts = {"crisis-referrals": _referrals(of, say)}
    parts |= {name: _feature(name, of, say) for name in ORDER}
    parts |= {"impact": tuple(_impact(of, running, say))}
    return tuple(
        Section(name, say.sections[name], tuple(_seen(blocks, is_drawn=is_drawn)))
        for name, blocks in parts.items()
    )


def _called(span: Span) -> str:
    return span.months[0][:4] if span.is_year else span.months[0]


def _seen(blocks: Iterable[Block], *, is_drawn: bool) -> Iterator[Block]:
    yield from (one for one in blocks if is_drawn or not isinstance(one, Picture))


def _opening(span: Span, say: Published) -> Iterator[Line]:
    if not span.is_withheld:
        yield from (words(form.format(fewest=FEWEST)) for form in say.report_opening)
    if span.uncounted:
        yield words(say.uncounted.format(since=span.since, months=_before(span)))
    if span.running:
        day, months = written(known_from(span)), ", ".join(span.running)
        form = say.withheld if span.is_withheld else say.running
        yield words(form.format(months=months, day=day))
    if span.to_come:
        yield words(say.to_come.format(months=", ".join(span.to_come)))


def _before(span: Span) -> str:
    first, *others = span.uncounted  # one behind the other, so the first and the last say all
    return f"{first} to {others[-1]}" if others else first


# -- referrals, exactly ------------------------------------------------------------------------


def _referrals(of: Figures, say: Published) -> tuple[Block, ...]:
    found, caption = of.referrals, say.referrals_caption
    rows = tuple(_of_signs(found, say))
    summed = tuple((name, (*each, sum(each))) for name, each in rows)
    in_all = say.year_in_all if of.span.is_over else say.so_far
    table = _table(caption, (*found.months, in_all), summed, say)
    if not of.span.is_year:
        table = _table(caption, found.months, rows, say)
    bars = Bars("referrals", _short(of.span), rows[:1], _alternative(caption, say))
    chart = (_picture(bars),) if any(found.every) else ()
    return (Paragraph(words(say.referrals_first)), *chart, *([table] if found.months else []))


def _of_signs(found: Referrals, say: Published) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield say.referrals_in_all, found.every
    yield from ((say.signals[what], each) for what, each in found.kinds.items())
    if any(found.unrecorded):
        yield say.referrals_unknown, found.unrecorded


# -- what is counted by kind -------------------------------------------------------------------


def _feature(name: str, of: Figures, say: Published) -> tuple[Block, ...]:
    note, span = Paragraph(words(say.notes[name])), of.span
    rows = [one for one in of.features[name] if not one.is_hidden]
    if not rows:
        return (note, *([Paragraph(words(say.none))] if span.over else []))
    each = [(_kind(name, one, say), _cells(one, span)) for one in rows]
    columns = (*span.over, say.year_in_all) if span.is_over and span.is_year else span.over
    caption = say.features[name]
    bars = tuple((called, cells[: len(span.over)]) for called, cells in each)
    chart = _picture(Bars(name, _short(span), bars, _alternative(caption, say)))
    return (note, chart, _table(caption, columns, each, say), Paragraph(words(say.rest)))


def _short(span: Span) -> tuple[str, ...]:
    """Gives the months that are over as a chart names them: Jan."""
    return tuple(f"{date.fromisoformat(f'{one}-01'):%b}" for one in span.over)


def _cells(one: Counted, span: Span) -> Cells:
    return (*one.months, one.whole) if span.is_over and span.is_year else one.months


def _kind(feature: str, one: Counted, say: Published) -> str:
    """Gives what a kind is called; a rule and a model by their own names."""
    match feature:
        case "crisis":
            return say.tier_names.get(one.name, one.name)
        case "consent":
            return say.consent_names.get(one.name, one.name)
        case "written":
            by, _, model = one.name.partition(":")
            return model or say.written_names.get(by, by)
        case _:
            return one.name


def _table(
    caption: str, columns: tuple[str, ...], rows: Sequence[tuple[str, Cells]], say: Published
) -> Table:
    """Gives a table of kinds down and months across, or the other way where that is narrower."""
    if len(rows) < len(columns):
        across = zip(*(cells for _, cells in rows), strict=True)
        each = [_row(one, cells, say) for one, cells in zip(columns, across, strict=True)]
        return Table(caption, (say.month, *(name for name, _ in rows)), tuple(each), counts=True)
    each = [_row(name, cells, say) for name, cells in rows]
    return Table(caption, (say.kind, *columns), tuple(each), counts=True)


def _row(name: str, cells: Cells, say: Published) -> Row:
    return (words(name), *(_number(one, say) for one in cells))


def _number(value: int | None, say: Published) -> Line:
    return words(say.few if value is None else str(value))


def _alternative(caption: str, say: Published) -> str:
    return say.drawn.format(caption=caption)


def _picture(bars: Bars) -> Picture:
    return Picture(drawn(bars), bars.alternative)


# -- what people said --------------------------------------------------------------------------


def _impact(of: Figures, running: Running, say: Published) -> Iterator[Block]:
    yield Paragraph(words(say.impact_first.format(fewest=FEWEST_PEOPLE)))
    if not of.answers:
        yield Paragraph(words(say.impact_none))
    for one in of.answers:
        yield Items((said(say.impact_people, people=str(one.people), month=one.month),))
        yield _answered(one, running, say)


def _answered(one: Answers, running: Running, say: Published) -> Table:
    asks = running.written_in.impact.asks
    rows: tuple[Row, ...] = tuple(
        (words(asks[question]), *(words(each) for each in map(str, felt or [say.hidden] * 3)))
        for question, felt in one.felt.items()
    )
    caption = say.impact_caption.format(month=one.month)
    return Table(caption, say.impact_head, rows, counts=True)
