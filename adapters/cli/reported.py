"""`attune reports`: what people reported in every space, for who runs this. No word is shown.

The engine and its database are imported where the command begins.
"""

import json
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.ready import on_data, settings
from bot.ids import SpaceId

if TYPE_CHECKING:
    from bot.engine.report_census import OfASpace
    from bot.ports import Store, Vault
    from bot.records import Owner

    Read = tuple[tuple[OfASpace, ...], dict[Owner, SpaceId]]

app = typer.Typer()
NONE = "No report is open."
NONE_AT_ALL = "Nothing was reported in the last 30 days."
READ_THERE = "What I said there is read at the link: this command has no connection to a platform."


@app.command()
def reports(
    space: Annotated[
        str | None, typer.Option("--space", metavar="ID", help="Of one server or room, by its id.")
    ] = None,
    is_all: Annotated[bool, typer.Option("--all", help="Those that admins closed, too.")] = False,
    is_json: Annotated[bool, typer.Option("--json", help="For programs: JSON.")] = False,
) -> None:
    """List the open reports of replies, the newest first.

    Where each stands, and never who reported it.
    """
    from adapters.cli.named import space_named

    of = space_named(space) if space is not None else None
    every, ids = on_data(settings(), partial(_read, of))
    found = [one for one in every if is_all or one.report.state == "open"]
    each = (_line(one, ids.get(one.space, one.space)) for one in found)
    lines = (*each, READ_THERE if found else NONE_AT_ALL if is_all else NONE)
    print(json.dumps([_named(one) for one in found], indent=1) if is_json else "\n".join(lines))


async def _read(space: SpaceId | None, store: "Store", vault: "Vault") -> "Read":
    """Gives the reports, of one space or of all, and the ids of known spaces by their hashes."""
    from bot.engine.pseudonyms import Pseudonyms
    from bot.engine.report_census import reported
    from bot.engine.spaces_known import spaces

    names = Pseudonyms(vault)
    of = names.space(space) if space is not None else None
    found = tuple(one for one in await reported(store) if of in (None, one.space))
    known = await spaces(store, names) if found else ()
    return found, {names.space(one.id): one.id for one in known}


def _named(one: "OfASpace") -> dict[str, str | int]:
    what = one.report
    return {
        "space": str(one.space),
        "day": f"{what.at:%Y-%m-%d}",
        "state": str(what.state),
        "people": what.people,
        "link": what.link,
    }


def _line(one: "OfASpace", space: str) -> str:
    people = f"{one.report.people} people" if one.report.people > 1 else "1 person"
    named = _named(one)
    return f"{named['day']}  {named['state']}  by {people}  {named['link']}  space {space}"
