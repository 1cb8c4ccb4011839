"""`attune retire`: the day the operator closes, told to each person while it serves."""

import asyncio
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.ready import refuse_without_data
from bot.clock import host_time
from bot.errors import SettingsFault
from bot.layout.markup import on_a_line
from bot.logs import configure
from bot.settings import Settings, load

if TYPE_CHECKING:
    from bot.closing import Closing

app = typer.Typer()
NOON = time(12, tzinfo=UTC)  # the same day nearly everywhere
HOW = 'It is: attune retire 2027-03-31 [--because "WORDS"], or attune retire --off.'
NO_DAY = f"That is no day of the calendar, written year, month, day. {HOW}"
NO_DAY_WITH_IT = f"A reason needs its day. {HOW}"
BOTH = f"A day sets it, and --off takes it back: one of the two. {HOW}"
OVER = "{day} is over: name a day to come."
TOO_FAR = "{day} is more than {years} years away: name an earlier day."
TOO_LONG = "Why is said in {most} characters at most, and that has {length}: make it shorter."
NOTHING = "It does not close."
UNCHANGED = "Nothing changed: no closing was set."
TAKEN_BACK = "Done: it does not close. Who heard that it would hears that at their next message."


@app.command()
def retire(
    day: Annotated[
        str, typer.Argument(metavar="[DAY]", help="Such as 2027-03-31; none shows what is set.")
    ] = "",
    because: Annotated[
        str, typer.Option("--because", metavar="WORDS", help="Why, as people read it.")
    ] = "",
    is_off: Annotated[bool, typer.Option("--off", help="Take it back.")] = False,
) -> None:
    """Close on a day, of which each person hears before.

    From then on nothing is answered.
    """
    wanted = _wanted(day, because, is_off=is_off)
    settings = load()
    configure(settings.log_level)
    if wanted is None and not is_off:
        print(described(asyncio.run(closing_in(settings))))
        return
    if is_off and asyncio.run(closing_in(settings)) is None:
        print(UNCHANGED)
        return
    asyncio.run(_set(settings, wanted))
    print(f"Done. {described(wanted)}" if wanted is not None else TAKEN_BACK)


def _wanted(day: str, because: str, *, is_off: bool) -> "Closing | None":
    """Reads what is asked for together. Raises SettingsFault where that cannot be."""
    if is_off and (day or because):
        raise SettingsFault((BOTH,))
    if because and not day:
        raise SettingsFault((NO_DAY_WITH_IT,))
    return _closing(day, because) if day else None


def _closing(day: str, because: str) -> "Closing":
    """Reads the day and the reason. Raises SettingsFault where one is no such."""
    from bot.closing import MOST_OF_WHY, Closing

    at, why = _day(day), on_a_line(because)
    if len(why) > MOST_OF_WHY:
        raise SettingsFault((TOO_LONG.format(most=MOST_OF_WHY, length=len(why)),))
    return Closing(at, why)


def _day(day: str) -> datetime:
    """Gives the noon of a day to come. Raises SettingsFault for what is none, or too far away."""
    from bot.closing import FURTHEST

    try:
        at = datetime.combine(date.fromisoformat(day), NOON)
    except ValueError:
        raise SettingsFault((NO_DAY,)) from None
    if at <= host_time():
        raise SettingsFault((OVER.format(day=at.date()),))
    if at - host_time() > FURTHEST:
        raise SettingsFault((TOO_FAR.format(day=at.date(), years=FURTHEST.days // 365),))
    return at


async def _set(settings: Settings, closing: "Closing | None") -> None:
    from adapters.cli.compose import opened
    from bot.engine.closing import set_closing

    refuse_without_data(settings)
    async with opened(settings) as (store, _):
        await set_closing(store, closing, host_time())


async def closing_in(settings: Settings) -> "Closing | None":
    """Gives the closing day of an installation that has data; None where none is set."""
    from adapters.cli.compose import opened
    from bot.engine.closing import closing_of

    refuse_without_data(settings)
    async with opened(settings) as (store, _):
        return await closing_of(store)


def described(closing: "Closing | None") -> str:
    """Says when it closes, and when what is kept is erased."""
    if closing is None:
        return NOTHING
    return (
        f"It closes on {closing.at:%Y-%m-%d} at noon, UTC. Each person hears it before their next "
        f"reply, and once more in the last week. On {closing.erased_at:%Y-%m-%d} what is kept of "
        "everybody is erased, by what serves then. `attune retire --off` takes it back."
    )
