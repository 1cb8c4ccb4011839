"""The command line. Bad input ends with one clear sentence and exit code 2, never a traceback."""

import asyncio
import json
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from adapters import upkeep, weights
from adapters.calibration import measured
from adapters.compose import (
    judge_of,
    manner_of,
    models_of,
    open_vault,
    opened,
    ready_schema,
)
from adapters.console.clock import mark_served
from adapters.doctor import examine
from adapters.evaluation import replay, review
from adapters.evaluation.crisis import CrisisReader, message
from adapters.evaluation.evaluate import evaluated
from adapters.evaluation.jsonl import Rows
from adapters.patience import ready_at_last
from adapters.pulse import looked
from adapters.running import chatting, serving
from bot.engine.operating import set_blocked, undo_under_18
from bot.engine.pseudonyms import Pseudonyms
from bot.errors import AttuneError, ClassifierError, SettingsFault
from bot.folder import FolderLock, made
from bot.ids import PersonId
from bot.logs import configure
from bot.model.judge import Judge
from bot.settings import Settings, load
from bot.vault import new_master_key

if TYPE_CHECKING:
    from bot.model.classifier import Network

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
        app()
    except AttuneError as error:
        _refuse(error)


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
) -> None:
    """Talk in the terminal, or run a script from standard input."""
    settings = _settings()
    with FolderLock(settings.data_folder):
        copied = ready_schema(settings)
        if copied:
            print(f"attune: the database was copied to {copied} first", file=sys.stderr)
        asyncio.run(chatting(settings, as_jsonl=as_jsonl))


@app.command()
def serve() -> None:
    """Serve people on Matrix and Discord, until it is ended by Ctrl-C or a signal."""
    settings = _settings()
    if not settings.matrix_homeserver and settings.discord_token is None:
        raise SettingsFault(
            (
                "There is no platform to serve yet: set ATTUNE_MATRIX_HOMESERVER, "
                "ATTUNE_MATRIX_USER and ATTUNE_MATRIX_PASSWORD, or ATTUNE_DISCORD_TOKEN. `attune "
                "chat` talks here in the terminal.",
            )
        )
    with FolderLock(settings.data_folder):
        copied = ready_at_last(settings)
        if copied:
            print(f"attune: the database was copied to {copied} first", file=sys.stderr)
        mark_served(settings.data_folder)
        asyncio.run(serving(settings))


@app.command()
def health() -> None:
    """Ask the process that serves whether it is alive; exit code 1 when it is not, or none is."""
    found = looked(load().data_folder)
    print(found.what)
    if not found.is_well:
        sys.exit(1)


@app.command()
def doctor() -> None:
    """Look at settings, keys, database and model; exit code 1 when something is not well."""
    settings = _settings()
    if not asyncio.run(_examined(settings)):
        sys.exit(1)


async def _examined(settings: Settings) -> bool:
    is_well = True
    async for checked in examine(settings):
        print(checked)
        is_well = is_well and checked.is_well
    return is_well


@app.command()
def migrate() -> None:
    """Bring the database to this version's schema; a copy is made first."""
    settings = _settings()
    made(settings.data_folder)
    copied = ready_schema(settings)
    print(f"Done. The copy made before: {copied}" if copied else "The schema is the newest.")


@app.command("under-18")
def under_18(
    person: Annotated[str, typer.Argument(help="Such as console:you.")],
    undo: Annotated[bool, typer.Option("--undo", help="Take the mark back.")] = False,
) -> None:
    """Take back the mark under-18 of a person: only an operator can."""
    if not undo or ":" not in person:
        raise SettingsFault(("It is: attune under-18 PERSON --undo, PERSON like console:you.",))
    settings = _settings()
    was_marked = asyncio.run(_undone(settings, PersonId(person)))
    print("Done: the mark is gone." if was_marked else "That person was not marked.")


async def _undone(settings: Settings, person: PersonId) -> bool:
    async with opened(settings) as (store, vault):
        return await undo_under_18(store, Pseudonyms(vault).person(person))


@app.command()
def block(
    who: Annotated[str, typer.Argument(help="A person or a space, such as console:you.")],
    undo: Annotated[bool, typer.Option("--undo", help="Take the block back.")] = False,
) -> None:
    """Block a person or a space: crisis words and rights still work, nothing else is answered."""
    if ":" not in who:
        raise SettingsFault(("It is: attune block PERSON or SPACE, such as console:you.",))
    asyncio.run(_blocked(_settings(), who, is_blocked=not undo))
    print("Done: no longer blocked." if undo else "Done: blocked.")


async def _blocked(settings: Settings, who: str, *, is_blocked: bool) -> None:
    async with opened(settings) as (store, vault):
        await set_blocked(store, Pseudonyms(vault), who, is_blocked=is_blocked)


@app.command("replay")
def replay_rows(
    file: Annotated[Path, typer.Argument(help="Rows as docs/replay.md says.")],
) -> None:
    """Send rows through the configured model and the governor, and print what came of them."""
    settings, rows = _settings(), replay.read(file)
    if not asyncio.run(_replayed(settings, rows)):
        sys.exit(1)


async def _replayed(settings: Settings, rows: tuple[replay.ReplayRow, ...]) -> bool:
    models, judge, is_whole = models_of(settings), judge_of(settings), True
    asked = Judge(judge, settings.judge_seconds) if judge is not None else None
    voice = replay.Voice(models, manner_of(settings), settings.bot_name, asked, _network())
    try:
        if asked is not None:
            await measured(settings, asked)  # it is asked what it is asked of people, and no more
        async for one in replay.replayed(rows, voice):
            print(json.dumps(one, ensure_ascii=False), flush=True)
            is_whole = is_whole and one["failure"] is None
    finally:
        for model in (*models, *((asked,) if asked is not None else ())):
            await model.close()
    return is_whole


@app.command("review")
def review_replies(
    file: Annotated[str, typer.Argument(help="Rows as docs/governor.md says, or - for input.")],
) -> None:
    """Show what the governor does with replies; a faulty row is told, and the rest go on."""
    rows, network = Rows(file), _network()
    leanings = network.leanings if network is not None else review.rules_alone
    for row in rows.each(review.read):
        print(json.dumps(review.reviewed(row, leanings), ensure_ascii=False))
    if not rows.is_whole:
        sys.exit(1)


@app.command("crisis")
@app.command("markers", hidden=True)  # what it was called before there were markers
def crisis_of(
    file: Annotated[str, typer.Argument(help="Rows as docs/crisis.md says, or - for input.")],
) -> None:
    """Show how acute a risk to life each message states, and why; a faulty row is told."""
    reader, rows = CrisisReader(_network()), Rows(file)
    for one in rows.each(message):
        print(json.dumps(reader.of(one), ensure_ascii=False))
    if not rows.is_whole:
        sys.exit(1)


def _network() -> "Network | None":
    """Gives what reads beside the patterns; where it cannot be loaded says so, and gives None."""
    from bot.model.classifier import loaded  # its runtime takes a while to load

    if not weights.has_classifier():
        return None
    try:
        return loaded(weights.FOLDER)
    except ClassifierError as failure:
        sys.stderr.write(f"attune: patterns and rules alone read here: {failure}\n")
        return None


@app.command("evaluate")
def evaluate_rows(
    file: Annotated[str, typer.Argument(help="Labelled rows as docs/crisis.md says, or -.")],
) -> None:
    """Tell precision, recall and alarms per 1,000 on labelled replies, messages and talks."""
    rows = Rows(file)
    print("\n".join(evaluated(rows, _network())))
    if not rows.is_whole:
        sys.exit(1)


keys = typer.Typer(name="keys", help="Make and change the master key.", no_args_is_help=True)
app.add_typer(keys)
app.add_typer(upkeep.app)


@keys.command("new")
def keys_new() -> None:
    """Print a fresh master key; nothing is changed."""
    print(new_master_key())


@keys.command("rotate")
def keys_rotate() -> None:
    """Wrap every key under the newest master key; what runs with both keys goes on meanwhile."""
    settings = _settings()
    count = asyncio.run(_rotated(settings))
    print(f"Done: {count} key(s) wrapped anew. The older master keys open nothing any more.")


async def _rotated(settings: Settings) -> int:
    vault = await open_vault(settings)
    try:
        return await vault.rotate()
    finally:
        await vault.close()


if __name__ == "__main__":
    run()
