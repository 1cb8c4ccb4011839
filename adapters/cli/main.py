"""The command line. Bad input ends with one clear sentence and exit code 2, never a traceback.

What a command needs is imported where it begins: the engine and its database take seconds to load,
and the first run asks before that.
"""

import asyncio
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from adapters.cli import (
    asking,
    auditing,
    blocking,
    copies,
    evaluating,
    governing,
    publishing,
    reported,
    reporting,
    retiring,
    rights,
    rotating,
    upkeep,
)
from adapters.cli.mistyped import mistyped
from bot.errors import AttuneError, SettingsFault
from bot.folder import FolderLock, check_whole, made
from bot.logs import configure, reason
from bot.settings import Settings, load

app = typer.Typer(
    name="attune",
    help="A conversation companion whose depth is governed by the person it talks to.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def run() -> None:
    """Runs the command line."""
    try:
        code = app(prog_name="attune", standalone_mode=False)
    except AttuneError as error:
        _refuse(error)
    except typer.TyperException as error:
        print(mistyped(error), file=sys.stderr)
        sys.exit(2)
    except OSError as error:  # a full disk, or a file that is somebody else's
        _refuse(AttuneError(_of_a_file(error)))
    except typer.Abort:
        print("attune: Stopped.", file=sys.stderr)
        sys.exit(1)
    if isinstance(code, int):
        sys.exit(code)


def _of_a_file(error: OSError) -> str:
    told = f"{error.filename}: " if isinstance(error.filename, str) else ""
    return f"It could not be done: {told}{reason(error)}. Check who owns that, and its disk."


def _refuse(error: AttuneError) -> None:
    faults = error.faults if isinstance(error, SettingsFault) else (str(error),)
    for fault in faults:
        print(f"attune: {fault}", file=sys.stderr)
    sys.exit(2)


def _settings() -> Settings:
    settings = load()
    configure(settings.log_level)
    return settings


def _version(asked: bool) -> None:
    if asked:
        print(f"attune {version('attune')}")
        raise typer.Exit


@app.callback()
def root(
    _shown: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Shows the version.")
    ] = False,
) -> None:
    """Attune."""


@app.command()
def chat(
    as_jsonl: Annotated[
        bool, typer.Option("--jsonl", help="One JSON object an action (docs/console-jsonl.md).")
    ] = False,
    is_plain: Annotated[
        bool, typer.Option("--plain", help="Plain lines, without boxes: for a screen reader.")
    ] = False,
) -> None:
    """Talk in the terminal, or run a script from standard input."""
    if as_jsonl and is_plain:
        raise SettingsFault(("One form at a time: --jsonl, or --plain.",))
    settings = asking.with_model(_settings(), as_jsonl=as_jsonl)
    from adapters.cli.compose import ready_schema
    from adapters.cli.running import chatting

    with FolderLock(settings.data_folder):
        copied = ready_schema(settings)
        if copied:
            print(f"attune: the database was copied to {copied} first", file=sys.stderr)
        asyncio.run(chatting(settings, as_jsonl=as_jsonl, is_plain=is_plain))


@app.command()
def setup() -> None:
    """Set up a model, Matrix and Discord, step by step.

    Each step is asked about and checked at once.
    """
    _settings()
    asking.set_up()


@app.command()
def local() -> None:
    """Choose a model to run inside this program.

    It is downloaded once.
    """
    _settings()
    asking.set_up_here()


@app.command()
def serve() -> None:
    """Serve people on Matrix and Discord.

    It runs until it is ended by Ctrl-C or a signal.
    """
    from adapters.cli.platforms import PLATFORMS

    settings = _settings()
    if not any(one.is_set(settings) for one in PLATFORMS):
        raise SettingsFault(
            (
                "There is no platform to serve yet: `attune setup` walks you through it, or set "
                "ATTUNE_MATRIX_HOMESERVER, ATTUNE_MATRIX_USER and ATTUNE_MATRIX_PASSWORD, or "
                "ATTUNE_DISCORD_TOKEN. `attune chat` talks here in the terminal.",
            )
        )
    _served(settings)


def _served(settings: Settings) -> None:
    from adapters.cli.patience import ready_at_last
    from adapters.cli.running import serving
    from adapters.console.clock import mark_served

    with FolderLock(settings.data_folder):
        copied = ready_at_last(settings)
        if copied:
            print(f"attune: the database was copied to {copied} first", file=sys.stderr)
        mark_served(settings.data_folder)
        asyncio.run(serving(settings))


@app.command()
def health() -> None:
    """Ask whether the process that serves is alive.

    Exit code 1 when it is not, or none is.
    """
    from adapters.cli.pulse import looked

    found = looked(load().data_folder)
    print(found.what)
    if not found.is_well:
        sys.exit(1)


@app.command()
def doctor() -> None:
    """Look at settings, keys, database and model.

    Exit code 1 when something is not well.
    """
    settings = _settings()
    if not asyncio.run(_examined(settings)):
        sys.exit(1)


async def _examined(settings: Settings) -> bool:
    from adapters.cli.doctor import examine

    is_well = True
    async for checked in examine(settings):
        print(checked)
        is_well = is_well and checked.is_well
    return is_well


@app.command()
def migrate() -> None:
    """Bring the database to this version's form.

    A copy is made first.
    """
    from adapters.cli.compose import ready_schema

    settings = _settings()
    made(settings.data_folder)
    check_whole(settings.data_folder)
    copied = ready_schema(settings)
    print(f"Done. The copy made before: {copied}" if copied else "The schema is the newest.")


app.add_typer(blocking.app)
app.add_typer(rotating.app)
app.add_typer(upkeep.app)
app.add_typer(evaluating.app)
app.add_typer(copies.app)
app.add_typer(rights.app)
app.add_typer(retiring.app)
app.add_typer(publishing.app)
app.add_typer(reporting.app)
app.add_typer(reported.app)
app.add_typer(auditing.app)
app.add_typer(governing.app)


if __name__ == "__main__":
    run()
