"""What the console shows: one action at a time, in the shape that `--jsonl` prints."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NotRequired, TypedDict

from adapters.console.sentences import OnConsole
from adapters.kit import marked
from adapters.kit.marked import Line, Run

Did = Literal["seen", "say", "extend", "replace", "react", "delete", "error"]
Form = Literal["talk", "own", "card"]  # a reply; a sentence of the bot's own; one to read and tap


@dataclass(frozen=True, slots=True)
class Look:
    """How a message is laid out.

    Args:
        text: its whole text, in `layout.markup`.
        passed: how many of its choices were passed over by "More".
    """

    text: str = field(repr=False)
    form: Form = "talk"
    passed: int = 0


class ShownAction(TypedDict):
    """One action; docs/console-jsonl.md is the contract of all but the last two.

    Args:
        files: where each file is that came with it.
        look: how its message is laid out.
        said: what the terminal says beside it, in the language of its message.
    """

    do: Did
    id: str | None
    room: str
    to: str | None
    text: str
    choices: list[str]
    reply_to: str | None
    files: NotRequired[tuple[str, ...]]
    look: NotRequired[Look]
    said: NotRequired[OnConsole]


Show = Callable[[ShownAction], None]


def look_of(action: ShownAction) -> Look:
    """Gives how an action is laid out: as talk, where nothing is said of it."""
    return action.get("look") or Look(action["text"])


def lines_of(action: ShownAction, *, is_drawn: bool = False) -> tuple[Line, ...]:
    """Gives the lines of an action's text; what a person wrote has no marks to take off."""
    look = action.get("look")
    if look is None:
        return tuple(Line((Run(line),)) for line in action["text"].split("\n"))
    if look.form == "talk":
        return marked.talk(look.text, is_drawn=is_drawn)
    return marked.own(look.text)
