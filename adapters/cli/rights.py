"""`attune export` and `attune erase`: what the operator does for a person, and they are told.

The engine and its database are imported where a command begins.
"""

import asyncio
import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.clock import host_time
from bot.errors import BackupFault, SettingsFault
from bot.ids import EventId, PersonId
from bot.logs import configure
from bot.settings import Settings, load

if TYPE_CHECKING:
    from bot.engine.operator_acts import OperatorActs
    from bot.ports import Store, Vault

app = typer.Typer()
Person = Annotated[str, typer.Argument(help="Such as console:you.")]
NOTHING = "Nothing is kept of that person."
TOLD = "It is recorded, and they are told at their next private message."


@app.command()
def export(
    person: Person,
    to: Annotated[Path, typer.Argument(help="A file that is not there yet, or a folder.")],
) -> None:
    """Write all that is kept of a person into a file, as their own export does; they are told."""
    settings = _settings(person)
    file = to / f"attune-data-{host_time():%Y-%m-%d}.json" if to.is_dir() else to
    is_known = _exported(settings, PersonId(person), file)
    print(f"Done: all of it is in {file}. {TOLD}" if is_known else NOTHING)


def _exported(settings: Settings, person: PersonId, file: Path) -> bool:
    """Writes the file, which is begun before the act: none is recorded that could not be."""
    handle, text = _begun(file), ""
    try:
        text = asyncio.run(_copied(settings, person))
        with open(handle, "w", encoding="utf-8") as written:
            written.write(text)
    finally:
        if not text:
            file.unlink()
    return bool(text)


async def _copied(settings: Settings, person: PersonId) -> str:
    """Gives all that is kept of a person as a text; empty where nothing is."""
    from adapters.cli.compose import opened
    from bot.receipt import everything

    async with opened(settings) as kept:
        acts = _acts(*kept)
        found = await acts.copied(person)
        return everything(found.entries, found.rows, acts.at).text if found else ""


def _begun(file: Path) -> int:
    try:
        return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise BackupFault(f"{file} is there already, and is not written over.") from None
    except OSError as error:
        raise BackupFault(f"{file} cannot be written: {error.strerror}.") from None


@app.command()
def erase(
    person: Person,
    is_sure: Annotated[bool, typer.Option("--yes", help="Without being asked.")] = False,
) -> None:
    """Erase all that is kept of a person, in every place, as they could; they are told."""
    settings = _settings(person)
    if not is_sure and not sys.stdin.isatty():
        raise SettingsFault(("It cannot be undone: say --yes, or run it in a terminal.",))
    if not is_sure and not typer.confirm(f"Erase all that is kept of {person}, for good?"):
        print("Nothing was erased.")
        return
    is_known = asyncio.run(_erased(settings, PersonId(person)))
    print(f"Done: nobody can read any more what was kept of them. {TOLD}" if is_known else NOTHING)


async def _erased(settings: Settings, person: PersonId) -> bool:
    from adapters.cli.compose import opened

    async with opened(settings) as (store, vault):
        is_known = await _acts(store, vault).erased(person)
        await store.tidy()
        return is_known


def _acts(store: "Store", vault: "Vault") -> "OperatorActs":
    from bot.engine.operator_acts import OperatorActs
    from bot.engine.pseudonyms import Pseudonyms

    event = EventId(f"operator:{secrets.token_hex(8)}")
    return OperatorActs(store, Pseudonyms(vault), host_time(), event)


def _settings(person: str) -> Settings:
    if ":" not in person:
        raise SettingsFault(("A person is written as console:you or discord:123.",))
    settings = load()
    configure(settings.log_level)
    return settings
