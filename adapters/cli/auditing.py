"""`attune audit`: shows the audit ledger, says whether it is whole, and signs where it has come to.

The engine and its database are imported where a command begins.
"""

import os
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.ready import counted, on_data, settings, unreadable, unwritable
from bot.clock import host_time
from bot.errors import BackupFault, SettingsFault
from bot.ids import SpaceId

if TYPE_CHECKING:
    from bot.audit import Entry
    from bot.audit.checkpoint import Checkpoint
    from bot.engine.auditing import Looked
    from bot.ports import Store, Vault
    from bot.records import Owner

KEY_FILE = "audit.key"
app = typer.Typer(
    name="audit", help="Look at what admins, you and this program changed.", no_args_is_help=True
)
PublicKey = Annotated[
    str,
    typer.Option(
        "--public-key", metavar="KEY", help="Whose signature it must bear (attune audit key)."
    ),
]
KeyFile = Annotated[
    Path | None, typer.Option("--key", metavar="FILE", help="Its file, where it is elsewhere.")
]
NOTHING = "Nothing is recorded yet."
NOTHING_THERE = "Nothing is recorded of that server or room. `attune spaces` lists those I know."
WHOLE = "Whole: {entries} in {chains}, none changed and none taken out."
NONE_DIGESTED = "No yes or no is in a daily digest yet, so none was compared."
STRAYS = "The ledger of consent is not as it was: it has entries with a number below 1."


@app.command()
def show(
    space: Annotated[
        str | None, typer.Option("--space", metavar="ID", help="Of a server or room, by its id.")
    ] = None,
    as_jsonl: Annotated[
        bool, typer.Option("--jsonl", help="For programs, a line each, as docs/audit.md says.")
    ] = False,
) -> None:
    """Show what was recorded, oldest first.

    Of this installation; with --space, of one server or room.
    """
    from adapters.cli.named import space_named

    of_space = space_named(space) if space is not None else None
    said = _as_json if as_jsonl else _line
    if not on_data(settings(), partial(_shown, of_space=of_space, said=said)):
        print(NOTHING_THERE if space else NOTHING, file=sys.stderr)


async def _shown(
    store: "Store", vault: "Vault", of_space: SpaceId | None, said: "Callable[[Entry], str]"
) -> int:
    """Prints each entry, and gives how many there are."""
    count = 0
    async for entry in _entries(store, _chain(vault, of_space)):
        print(said(entry))
        count += 1
    return count


def _chain(vault: "Vault", space: SpaceId | None) -> "Owner":
    from bot.audit import INSTANCE
    from bot.engine.pseudonyms import Pseudonyms

    return Pseudonyms(vault).space(space) if space is not None else INSTANCE


async def _entries(store: "Store", chain: "Owner") -> "AsyncIterator[Entry]":
    after = 0
    while page := await store.reading(lambda unit: unit.trail.entries(chain, after)):  # noqa: B023
        for entry in page:
            yield entry
        after = page[-1].number


def _line(entry: "Entry") -> str:
    from adapters.cli.acts import line
    from adapters.cli.models import STRINGS

    return line(entry, STRINGS)


def _as_json(entry: "Entry") -> str:
    from bot.audit.chain import line

    return line(entry)


@app.command()
def verify(
    checkpoint: Annotated[
        Path | None,
        typer.Option("--checkpoint", metavar="FILE", help="Of an earlier day, to compare with."),
    ] = None,
    public_key: PublicKey = "",
) -> None:
    """Say whether anything recorded was changed or taken out.

    It says where; exit code 1 then.
    """
    if public_key and checkpoint is None:
        raise SettingsFault(("A public key says whose checkpoint it is: name one with it.",))
    of, known = settings(), _read(checkpoint) if checkpoint is not None else None
    if known is not None:
        _refuse_unsigned(known, public_key or _own_key(of.data_folder))
    found, faults = on_data(of, lambda store, _: _compared(store, known))
    print("\n".join(faults) if faults else _whole(found, known))
    if faults:
        sys.exit(1)


async def _compared(store: "Store", known: "Checkpoint | None") -> "tuple[Looked, list[str]]":
    """Looks at all of it, and gives a line for each fault."""
    from bot.engine.auditing import gone, looked

    lost = await gone(store, known.heads) if known is not None else ()
    found = await looked(store)
    return found, [*_faults(found), *(_lost(one.chain, one.number) for one in lost)]


def _whole(found: "Looked", known: "Checkpoint | None") -> str:
    of = counted(found.entries, "entry", "entries"), counted(found.chains, "chain", "chains")
    whole = WHOLE.format(entries=of[0], chains=of[1]) if found.entries else NOTHING
    stands = f"What stood on {known.made_at} still stands." if known is not None else ""
    return " ".join(filter(None, (whole, _of_consents(found.consents), stands)))


def _of_consents(count: int) -> str:
    if not count:
        return NONE_DIGESTED
    return f"Of each yes and no, {counted(count, 'entry is', 'entries are')} as recorded."


def _faults(found: "Looked") -> list[str]:
    breaks = [
        f"{_called(one.chain)}: entry {one.number} was {_how(one.why)}." for one in found.faults
    ]
    changed = [
        f"The ledger of consent is not as it was: entries {one.known.get('first')} to "
        f"{one.known.get('last')}, by entry {one.number} of {_called(one.chain)}."
        for one in found.changed
    ]
    strays = [STRAYS] if found.has_strays else []
    return [*breaks, *changed, *strays]


def _how(why: str) -> str:
    return "taken out" if why == "missing" else "changed"


def _lost(chain: "Owner", number: int) -> str:
    return f"{_called(chain)}: entry {number} stood at that checkpoint, and does not stand so now."


def _called(chain: "Owner") -> str:
    """Says whose entries they are: a server or a room by the hash that stands in the files, too."""
    from bot.audit import INSTANCE

    return "this installation" if chain == INSTANCE else f"server or room {chain}"


def _read(file: Path) -> "Checkpoint":
    from bot.audit.checkpoint import read

    try:
        return read(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BackupFault(unreadable(file, error)) from None
    except ValueError:
        raise BackupFault(f"{file} is no checkpoint that `attune audit checkpoint` made.") from None


def _own_key(folder: Path) -> str:
    """Gives the public half of the key that is here. Raises SettingsFault where none is."""
    from bot.vault.signing import signing_key

    if not (folder / KEY_FILE).exists():
        raise SettingsFault((f"There is no {KEY_FILE} in {folder}: say --public-key KEY.",))
    return signing_key(folder / KEY_FILE).public


def _refuse_unsigned(known: "Checkpoint", public: str) -> None:
    from bot.vault.signing import is_signed

    if not is_signed(known.signed, known.signature, public):
        raise BackupFault("The checkpoint is not signed with that key, or was changed since.")


@app.command()
def checkpoint(
    to: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    key: KeyFile = None,
) -> None:
    """Sign where the record has come to, in a new file.

    Keep it where nobody who serves can write.
    """
    from bot.audit.checkpoint import Checkpoint
    from bot.engine.auditing import heads
    from bot.vault.signing import signing_key

    of = settings()
    if to.exists():
        raise BackupFault(f"{to} is there already, and is not written over.")
    found = on_data(of, lambda store, _: heads(store))
    signing = signing_key(key or of.data_folder / KEY_FILE)
    made = Checkpoint(f"{host_time():%Y-%m-%dT%H:%M:%SZ}", found, signing.public)
    _write(to, replace(made, signature=signing.sign(made.signed)).text)
    chains = counted(len(found), "chain has", "chains have")
    print(f"Done: {to} says where {chains} come to. Signed with {signing.public}")


def _write(to: Path, text: str) -> None:
    try:
        handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise BackupFault(unwritable(to, error)) from None


@app.command("key")
def show_key(key: KeyFile = None) -> None:
    """Print the public half of the key that signs checkpoints.

    The key is made if there is none.
    """
    from bot.folder import made
    from bot.vault.signing import signing_key

    of = settings()
    made(of.data_folder)
    print(signing_key(key or of.data_folder / KEY_FILE).public)
