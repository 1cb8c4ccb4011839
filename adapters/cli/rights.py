"""`attune export`, `erase` and `under-18`: what the operator does for a person.

The engine and its database are imported where a command begins.
"""

import asyncio
import os
import secrets
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from adapters.cli.ready import on_data, refuse_without_data, settings, unwritable
from bot.clock import host_time
from bot.errors import BackupFault, SettingsFault
from bot.ids import EventId, PersonId
from bot.settings import Settings
from bot.words import DOCUMENT, PAGE

if TYPE_CHECKING:
    from bot.engine.operator_acts import OperatorActs
    from bot.ports import Store, Vault

app = typer.Typer()
Person = Annotated[
    str, typer.Argument(metavar="PERSON", help="The id of a person, such as console:you.")
]
NOTHING = "Nothing is kept of that person."
LEFT_OUT = (
    "Rows left out, as only the person may read them: {count}. /attune data export gives them."
)
UNDER_18 = "That mark can only be taken back here. It is: attune under-18 PERSON --undo."
TOLD = "It is recorded, and they are told at their next private message."


@app.command()
def export(
    person: Person,
    to: Annotated[Path, typer.Argument(metavar="NAME", help="A name that is free, or a folder.")],
) -> None:
    """Write what is kept of a person into two files.

    What others may read of it: a document for programs, and a page. They are told.
    """
    whom, of = _person_and_settings(person)
    document, page = _named(to)
    left_out = _exported(of, whom, (document, page))
    if left_out is None:
        print(NOTHING)
        return
    print(f"Done: it is in {document} for programs, and in {page} to read. {TOLD}")
    if left_out:
        print(LEFT_OUT.format(count=left_out))


def _named(to: Path) -> tuple[Path, Path]:
    """Gives the document and the page: of the name that was given, or new in the folder."""
    named = to / f"attune-data-{host_time():%Y-%m-%d}" if to.is_dir() else to
    whole = named.with_suffix("") if named.suffix in (DOCUMENT, PAGE) else named
    return Path(f"{whole}{DOCUMENT}"), Path(f"{whole}{PAGE}")


def _exported(settings: Settings, person: PersonId, files: tuple[Path, ...]) -> int | None:
    """Writes the files, and gives how many rows they leave out; None where nothing is kept.

    They are begun before the act: none is recorded that could not be written.
    """
    with ExitStack() as unless_written:
        handles = [_begun(file, unless_written) for file in files]
        texts, left_out = asyncio.run(_copied(settings, person))
        for file, handle, text in zip(files, handles, texts, strict=bool(texts)):
            _write(file, handle, text)
        if texts:
            unless_written.pop_all()
    return left_out if texts else None


def _write(file: Path, handle: TextIO, text: str) -> None:
    try:
        with handle:
            handle.write(text)
    except OSError as error:
        raise BackupFault(unwritable(file, error)) from None


async def _copied(settings: Settings, person: PersonId) -> tuple[tuple[str, ...], int]:
    """Gives a document and a page, none where nothing is kept, and how many rows they leave out."""
    from adapters.cli.compose import opened
    from adapters.cli.house import strings_of
    from bot.export import Everything, files

    by, contact = settings.operator_name, settings.operator_contact
    async with opened(settings) as kept:
        acts = _acts(*kept)
        parts = await acts.copied(person)
        whole = Everything(person, acts.at, parts, run_by=by, contact=contact)
        strings = strings_of(settings).to(whole.language)
        written = files(whole, strings) if parts else ()
        return tuple(one.text for one in written), whole.left_out


def _begun(file: Path, unless_written: ExitStack) -> TextIO:
    """Begins a file for its owner alone, which is taken away again if nothing comes to be in it."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise BackupFault(f"{file} is there already, and is not written over.") from None
    except OSError as error:
        raise BackupFault(unwritable(file, error)) from None
    unless_written.callback(file.unlink)
    return unless_written.enter_context(open(handle, "w", encoding="utf-8"))


@app.command()
def erase(
    person: Person,
    is_sure: Annotated[bool, typer.Option("--yes", help="Without being asked.")] = False,
) -> None:
    """Erase all that is kept of a person, in every place.

    As they could themselves; they are told.
    """
    whom, of = _person_and_settings(person)
    if not is_sure and not sys.stdin.isatty():
        raise SettingsFault(("It cannot be undone: say --yes, or run it in a terminal.",))
    if not is_sure and not typer.confirm(f"Erase all that is kept of {person}, for good?"):
        print("Nothing was erased.")
        return
    is_known = asyncio.run(_erased(of, whom))
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


def _person_and_settings(word: str) -> tuple[PersonId, Settings]:
    """Gives whom an id names. Raises SettingsFault where it names nobody, or nothing is kept."""
    from adapters.cli.named import person_named

    whom, of = person_named(word), settings()
    refuse_without_data(of)
    return whom, of


@app.command("under-18")
def under_18(
    person: Person,
    undo: Annotated[bool, typer.Option("--undo", help="Take the mark back.")] = False,
) -> None:
    """Take back that a person is under 18.

    For who said so by mistake: only an operator can.
    """
    if not undo:
        raise SettingsFault((UNDER_18,))
    whom, of = _person_and_settings(person)
    was_marked = on_data(of, partial(_undone, whom))
    print("Done: the mark is gone." if was_marked else "That person was not marked.")


async def _undone(person: PersonId, store: "Store", vault: "Vault") -> bool:
    from bot.engine.operating import undo_under_18
    from bot.engine.pseudonyms import Pseudonyms

    return await undo_under_18(store, Pseudonyms(vault).person(person), host_time())
