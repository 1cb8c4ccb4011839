"""`attune report`: what was counted in a month or a year, for whom the law or people ask for it."""

import asyncio
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.publishing import AsPage, Over, To, configured, put, running_of, shown
from adapters.cli.ready import refuse_without_data
from bot.clock import host_time
from bot.errors import SettingsFault
from bot.settings import Settings

if TYPE_CHECKING:
    from adapters.published.counted import Figures, Span
    from bot.ports import Unit

app = typer.Typer()
_YEAR, _MONTH = re.compile(r"[0-9]{4}"), re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
FIRST = "2000"  # long before there was an Attune
WHICH = "It is: attune report --year 2026, or --month 2026-11; one of the two."
HOW = {
    "year": "--year: {wrong}. It is four digits, from 2000 to {last}, such as --year 2026.",
    "month": "--month: {wrong}. It is a year and a month, from 2000-01 to {last}, such as "
    "--month 2026-11.",
}
NO_SUCH, TOO_EARLY, TO_COME = "that is no {what}", "that is too early", "that has not begun yet"


@app.command()
def report(  # each is an option that an operator types
    year: Annotated[str, typer.Option(metavar="YEAR", help="Such as 2026.")] = "",
    month: Annotated[str, typer.Option(metavar="MONTH", help="Such as 2026-11.")] = "",
    is_json: Annotated[bool, typer.Option("--json", help="For programs: JSON.")] = False,
    is_page: AsPage = False,
    to: To = None,
    is_over: Over = False,
) -> None:
    """Print what was counted in a month or a year.

    Of nobody, and no number under 5, but for how often help was named.
    """
    from adapters.published.report import report as of
    from adapters.published.report_json import as_json

    span = _span(year, month, host_time().date())
    if is_json and is_page:
        raise SettingsFault(("One form at a time: --json, or --html.",))
    settings = configured()
    refuse_without_data(settings)
    found, running = asyncio.run(_figures(settings, span)), running_of(settings)
    page = "" if is_json else shown(of(found, running, is_drawn=is_page), is_page=is_page)
    put(as_json(found, running) if is_json else page, to, is_over=is_over)


def _span(year: str, month: str, today: date) -> "Span":
    """Gives the months that are asked for. Raises SettingsFault where they cannot be told."""
    from adapters.published.counted import Span

    if bool(year) is bool(month):
        raise SettingsFault((WHICH,))
    last = f"{today:%Y}" if year else f"{today:%Y-%m}"
    if wrong := _wrong(year or month, "year" if year else "month", last):
        raise SettingsFault((HOW["year" if year else "month"].format(wrong=wrong, last=last),))
    months = tuple(f"{year}-{one:02}" for one in range(1, 13)) if year else (month,)
    return Span(months, today, is_year=bool(year))


def _wrong(given: str, what: str, last: str) -> str:
    """Says what is wrong with a year or a month; nothing where it can be asked for."""
    if not (_YEAR if what == "year" else _MONTH).fullmatch(given):
        return NO_SUCH.format(what=what)
    if given < FIRST:
        return TOO_EARLY
    return TO_COME if given > last else ""


async def _figures(settings: Settings, span: "Span") -> "Figures":
    """Gives what was counted. Raises SettingsFault where there is no database: none is made."""
    from adapters.cli.compose import opened
    from adapters.published.counted import figures
    from bot.engine.counts import counted_since, listed, of_people

    async def read(unit: "Unit") -> "Figures":
        of = replace(span, since=await counted_since(unit, span.today))
        return figures(of, await listed(unit), await of_people(unit, span.today))

    async with opened(settings) as (store, _):
        return await store.reading(read)
