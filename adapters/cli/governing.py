"""`attune limits`, `attune people` and `attune announce`: what the operator sets for everybody.

The engine and its database are imported where a command begins.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.ready import on_data, settings
from bot.clock import host_time
from bot.errors import SettingsFault

if TYPE_CHECKING:
    from bot.levels import Level
    from bot.records import InstanceRow
    from bot.settings import Settings

app = typer.Typer()
OFF = "off"
HOW_LIMITS = "It is: attune limits [--deepest plain|warm|attuned|ongoing|off]."


@app.command()
def limits(
    deepest: Annotated[
        str, typer.Option("--deepest", help="A level that none goes beyond; off for no such.")
    ] = "",
) -> None:
    """Show what holds for every space, or set the deepest level that any of them may have."""
    level = _level(deepest)
    of = settings()
    if deepest:
        from bot.engine.instance import set_deepest

        before = on_data(of, lambda store, _: set_deepest(store, level, host_time()))
        print("Nothing changed." if before is level else f"Done. {_was(before)}")
    from bot.engine.instance import instance_of

    for line in _limits(on_data(of, lambda store, _: instance_of(store)), of):
        print(line)


def _level(word: str) -> "Level | None":
    from bot.levels import level_named

    level = level_named(word) if word not in ("", OFF) else None
    if word not in ("", OFF) and level is None:
        raise SettingsFault((HOW_LIMITS,))
    return level


def _was(before: "Level | None") -> str:
    return f"The deepest for all was {before.word}." if before is not None else "There was none."


def _limits(row: "InstanceRow", of: "Settings") -> tuple[str, ...]:
    from bot.levels import Level

    deepest = Level(row.deepest).word if row.deepest is not None else "none is set"
    in_a_space = of.replies_per_space
    return (
        f"deepest level for all: {deepest} (a space's admins, and each person, may set less)",
        f"messages of one person a minute: {of.messages_per_minute}",
        f"replies of one person that wait: {of.waiting_replies}",
        f"tokens of one person a day: {of.tokens_per_day}",
        f"replies at once in a space: {in_a_space if in_a_space else 'as many as the model bears'}",
        "The first is kept in the database and holds at once; the others are settings.",
    )
