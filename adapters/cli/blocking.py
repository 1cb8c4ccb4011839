"""`attune block` and `attune spaces`: whom the operator wants no answer to get, and where that is.

The engine and its database are imported where a command begins.
"""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.ready import on_data, settings
from bot.clock import host_time

if TYPE_CHECKING:
    from bot.engine.operating import Block
    from bot.engine.spaces_known import KnownSpace
    from bot.ports import Store, Vault

app = typer.Typer()
NONE = (
    "No server and no shared room is known yet: each is from the first message to me there. Direct "
    "messages are not listed."
)
NO_NAMES = (
    "No name is kept of any; `/attune about` there, *Read everything*, shows its admins the id."
)
WAS_NOT = "Nothing changed: it was not blocked."
WAS_ALREADY = "Nothing changed: it was blocked already."
AHEAD = (
    "Done: blocked from now on. Nobody is known by this id yet, and no server or room: it holds "
    "from their first message. If you meant another, --undo takes it back."
)


@app.command()
def block(
    who: Annotated[
        str, typer.Argument(metavar="WHO", help="The id of a person, a server or a room.")
    ],
    undo: Annotated[bool, typer.Option("--undo", help="Take the block back.")] = False,
) -> None:
    """Give a person, a server or a room no more answers.

    What is said at a risk to life, and everybody's rights, still hold.

    An id is written with its platform. Of people: console:you, discord:123,
    matrix:@ada:example.org. Of servers and rooms: discord:server:123, matrix:!room:example.org;
    `attune spaces` lists those.
    """
    from adapters.cli.named import anyone_named, how_people, how_spaces
    from bot.engine.operating import Block

    wish = Block(anyone_named(who), host_time(), is_blocked=not undo)
    has_changed, is_known = on_data(settings(), partial(_blocked, wish))
    if has_changed and not (is_known or undo):
        print(f"{AHEAD}\n{how_people()} {how_spaces()}")
        return
    print(_said(has_changed=has_changed, is_undone=undo))


def _said(*, has_changed: bool, is_undone: bool) -> str:
    if not has_changed:
        return WAS_NOT if is_undone else WAS_ALREADY
    return "Done: no longer blocked." if is_undone else "Done: blocked."


async def _blocked(wish: "Block", store: "Store", vault: "Vault") -> tuple[bool, bool]:
    """Gives whether anything changed, and whether whoever or whatever it is was known before."""
    from bot.engine.operating import set_blocked
    from bot.engine.pseudonyms import Pseudonyms
    from bot.engine.spaces_known import is_known

    names = Pseudonyms(vault)
    was_known = await is_known(store, names, wish.who)
    return await set_blocked(store, names, wish), was_known


@app.command()
def spaces() -> None:
    """List the known servers and shared rooms by id.

    Numbers alone, and never who.
    """
    found = on_data(settings(), _listed)
    for one in found:
        print(_line(one))
    print(NO_NAMES if found else NONE)


async def _listed(store: "Store", vault: "Vault") -> "tuple[KnownSpace, ...]":
    from bot.engine.pseudonyms import Pseudonyms
    from bot.engine.spaces_known import spaces as known

    return await known(store, Pseudonyms(vault))


def _line(one: "KnownSpace") -> str:
    from bot.engine.census import FEWEST

    people = str(one.people) if one.people is not None else f"fewer than {FEWEST}"
    return f"{one.id}  people: {people}{'  blocked' if one.is_blocked else ''}"
