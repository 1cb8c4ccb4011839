"""`attune limits`, `attune people` and `attune announce`: what the operator sets for everybody.

The engine and its database are imported where a command begins.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.ready import is_fresh, on_data, on_made_data, settings
from bot.clock import host_time
from bot.errors import SettingsFault

if TYPE_CHECKING:
    from bot.levels import Level
    from bot.records import InstanceRow
    from bot.settings import Settings

app = typer.Typer()
OFF = "off"
HOW_LIMITS = (
    "That is no level. It is: attune limits --deepest LEVEL; LEVEL is plain, warm, attuned, "
    "ongoing, or off for none."
)
HOW_ANNOUNCE = "It is: attune announce ONE LINE OF WORDS, or attune announce --clear."
MOST = 300  # characters of an announcement
TOO_LONG = "An announcement has {most} characters at most, and that has {length}: make it shorter."
FLAGGED = (
    "A reply of mine could not say that: no praise, no number to call, nothing that keeps people "
    "here. Say it in other words."
)
NO_LIMIT = "No deepest level was set before."
NO_LINE = "Nothing is announced."
ANNOUNCED = "Done: each person gets it once, small, under a reply; never in a crisis or a goodbye."
TAKEN_BACK = "Done: nobody gets it any more."


@app.command()
def limits(
    deepest: Annotated[
        str | None,
        typer.Option(
            "--deepest", metavar="LEVEL", help="plain, warm, attuned or ongoing; off: no limit."
        ),
    ] = None,
) -> None:
    """Show what holds for everybody, or set the deepest level.

    Nobody and no server or room goes beyond it, from the next message on.
    """
    from bot.engine.instance import NOTHING, instance_of, set_deepest

    level = _level(deepest) if deepest is not None else None
    of = settings()
    if deepest is not None:
        before = on_made_data(of, lambda store, _: set_deepest(store, level, host_time()))
        print("Nothing changed." if before is level else f"Done. {_was(before)}")
    row = NOTHING if is_fresh(of) else on_data(of, lambda store, _: instance_of(store))
    for line in _limits(row, of):
        print(line)


def _level(word: str) -> "Level | None":
    from bot.levels import level_named

    level = level_named(word) if word != OFF else None
    if word != OFF and level is None:
        raise SettingsFault((HOW_LIMITS,))
    return level


def _was(before: "Level | None") -> str:
    return NO_LIMIT if before is None else f"The deepest for all was {before.word}."


def _limits(row: "InstanceRow", of: "Settings") -> tuple[str, ...]:
    from bot.levels import Level

    deepest = Level(row.deepest).word if row.deepest is not None else "none is set"
    in_a_space = of.replies_per_space or "as many as the model bears"
    return (
        f"deepest level for all: {deepest} (admins, and each person, may set less)",
        f"messages of one person a minute: {of.messages_per_minute} (ATTUNE_MESSAGES_PER_MINUTE)",
        f"replies of one person that wait: {of.waiting_replies} (ATTUNE_WAITING_REPLIES)",
        f"tokens of one person a day: {of.tokens_per_day} (ATTUNE_TOKENS_PER_DAY)",
        f"replies at once in a server or room: {in_a_space} (ATTUNE_REPLIES_PER_SPACE)",
        "The first holds at once, with --deepest; the others are settings, read at a start.",
    )


@app.command()
def people() -> None:
    """Say how many people are known, and how deep their yes goes.

    Numbers alone, none of fewer than 5 nor one that would give it away.
    """
    from bot.engine.census import FEWEST, census

    found = on_data(settings(), lambda store, _: census(store, host_time()))
    print(f"people known: {_count(found.known)}")
    if found.known is None:
        print("Of so few nothing else is shown.")
        return
    for level, count in found.by_level.items():
        print(f"  {level.word}: {_count(count) if count is not None else 'not shown'}")
    if None in found.by_level.values():
        print(f"Of fewer than {FEWEST} no number is shown, nor one that would give it away.")


def _count(number: int | None) -> str:
    from bot.engine.census import FEWEST

    return f"fewer than {FEWEST}" if number is None else str(number)


@app.command()
def announce(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]", help="One line; without it, what is set is shown."),
    ] = None,
    is_cleared: Annotated[bool, typer.Option("--clear", help="Take it back.")] = False,
) -> None:
    """Show or set a line that each person gets once.

    Small, under the next reply they get.
    """
    from bot.engine.instance import announce, instance_of

    text = " ".join(words) if words else None
    if is_cleared and text is not None:
        raise SettingsFault((HOW_ANNOUNCE,))
    of = settings()
    line = _line(text, of) if text is not None else ""
    if not (line or is_cleared):
        row = on_data(of, lambda store, _: instance_of(store))
        print(row.announcement or NO_LINE)
        return
    has_changed = on_data(of, lambda store, _: announce(store, line, host_time()))
    print((ANNOUNCED if line else TAKEN_BACK) if has_changed else "Nothing changed.")


def _line(text: str, of: "Settings") -> str:
    """Gives a text as the line that people get. Raises SettingsFault for one that may not be."""
    from adapters.cli.house import strings_of
    from bot.decide.crisis_settings import is_flagged
    from bot.layout.markup import on_a_line

    if len(text.splitlines()) != 1 or not on_a_line(text):
        raise SettingsFault((HOW_ANNOUNCE,))
    line = on_a_line(text)
    if len(line) > MOST:
        raise SettingsFault((TOO_LONG.format(most=MOST, length=len(line)),))
    if is_flagged(line, strings_of(of)):
        raise SettingsFault((FLAGGED,))
    return line
