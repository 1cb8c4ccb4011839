"""`attune reports`: what people reported in every space, for who runs this. No word is shown.

The engine and its database are imported where the command begins.
"""

import json
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.ready import on_data, settings
from bot.errors import SettingsFault
from bot.ids import SpaceId

if TYPE_CHECKING:
    from bot.engine.report_census import OfASpace
    from bot.ports import Store, Vault

app = typer.Typer()
HOW_SPACE = "A space is written with its platform, such as discord:123."
NONE = "No report is open."
NONE_AT_ALL = "Nothing was reported in the last 30 days."
READ_THERE = "What I said there is read at the link: this command has no connection to a platform."


@app.command()
def reports(
    space: Annotated[str, typer.Option("--space", help="Of one space, by its id.")] = "",
    is_all: Annotated[bool, typer.Option("--all", help="Those that admins closed, too.")] = False,
    is_json: Annotated[bool, typer.Option("--json", help="For programs: JSON.")] = False,
) -> None:
    """Show the open reports of every space, the newest first: where each stands, and never who."""
    if space and ":" not in space:
        raise SettingsFault((HOW_SPACE,))

    every = on_data(settings(), partial(_read, space))
    found = [one for one in every if is_all or one.report.state == "open"]
    lines = (*map(_line, found), READ_THERE if found else NONE_AT_ALL if is_all else NONE)
    print(json.dumps([_named(one) for one in found], indent=1) if is_json else "\n".join(lines))


async def _read(space: str, store: "Store", vault: "Vault") -> "tuple[OfASpace, ...]":
    from bot.engine.pseudonyms import Pseudonyms
    from bot.engine.report_census import reported

    of = Pseudonyms(vault).space(SpaceId(space)) if space else None
    every = await reported(store)
    return tuple(one for one in every if of in (None, one.space))


def _named(one: "OfASpace") -> dict[str, str | int]:
    what = one.report
    return {
        "space": str(one.space),
        "day": f"{what.at:%Y-%m-%d}",
        "state": str(what.state),
        "people": what.people,
        "link": what.link,
    }


def _line(one: "OfASpace") -> str:
    people = f"{one.report.people} people" if one.report.people > 1 else "1 person"
    named = _named(one)
    return f"{named['day']}  {named['state']}  by {people}  {named['link']}  space {named['space']}"
