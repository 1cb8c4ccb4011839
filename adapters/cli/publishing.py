"""`attune protocol` and `attune privacy`: what an operator publishes, from the settings that run.

The engine is imported where a command begins.
"""

import json
import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli import weights
from adapters.cli.ready import unwritable
from bot.clock import host_time
from bot.errors import SettingsFault
from bot.logs import configure
from bot.settings import Settings, load

if TYPE_CHECKING:
    from adapters.published.blocks import Document
    from adapters.published.running import Running

app = typer.Typer()
AsPage = Annotated[bool, typer.Option("--html", help="One HTML page, which needs nothing else.")]
To = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="A file; without it, it is printed.")
]
Over = Annotated[bool, typer.Option("--force", help="Write over the file if it is there.")]


@app.command()
def protocol(is_page: AsPage = False, to: To = None, is_over: Over = False) -> None:
    """Print what is done when a life is at risk, to publish it.

    As it runs here, from your settings.
    """
    from adapters.published.protocol import protocol as of

    put(shown(of(running_of(configured())), is_page=is_page), to, is_over=is_over)


@app.command()
def privacy(is_page: AsPage = False, to: To = None, is_over: Over = False) -> None:
    """Print what is kept of people and where words go, to publish it.

    As it runs here: every kind of record, how long, every host, every right.
    """
    from adapters.published.privacy import privacy as of

    put(shown(of(running_of(configured())), is_page=is_page), to, is_over=is_over)


def configured() -> Settings:
    """Gives the settings, and begins the log."""
    settings = load()
    configure(settings.log_level)
    return settings


def shown(whole: "Document", *, is_page: bool) -> str:
    """Gives a document as a page, or as Markdown."""
    from adapters.published.markdown import markdown
    from adapters.published.page import page

    return page(whole) if is_page else markdown(whole)


def put(text: str, to: Path | None, *, is_over: bool) -> None:
    """Prints a text, or writes it to a file whole. Raises SettingsFault where it cannot."""
    if to is None:
        sys.stdout.write(text)
        return
    flags = os.O_TRUNC if is_over else os.O_EXCL
    try:
        handle = os.open(to, os.O_WRONLY | os.O_CREAT | flags, 0o644)
    except OSError as error:
        is_there = isinstance(error, FileExistsError) and not to.is_dir()
        told = f"{to} is there already: --force writes over it."
        raise SettingsFault((told if is_there else unwritable(to, error),)) from None
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise SettingsFault((unwritable(to, error),)) from None
    sys.stderr.write(f"Done: it is in {to}.\n")


def running_of(settings: Settings) -> "Running":
    """Gives an installation as its settings say that it runs."""
    from adapters.cli import laws
    from adapters.cli.house import house_of
    from adapters.cli.models import STRINGS, judge_of, models_of
    from adapters.published.running import LawLine, Running

    house = house_of(settings, models_of(settings), judge_of(settings))
    asked = tuple(
        LawLine(row.law, row.since, row.asks, laws.sentence(row, house.duties))
        for row in laws.rows_of(house.duties)
    )
    made = _network(), version("attune"), host_time().date()
    return Running(settings, house, asked, STRINGS, *made)


def _network() -> int | None:
    """Gives the version of the classifier for a life at risk, or None where there is none."""
    if not weights.has_classifier():
        return None
    read = json.loads((weights.FOLDER / "crisis.json").read_text(encoding="utf-8"))
    return int(read["version"])
