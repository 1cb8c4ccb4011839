"""What the console shows: one action at a time, in the shape that `--jsonl` prints."""

from collections.abc import Callable
from typing import Literal, TypedDict

Did = Literal["seen", "say", "extend", "replace", "react", "delete", "error"]


class ShownAction(TypedDict):
    """One action; docs/console-jsonl.md is its contract."""

    do: Did
    id: str | None
    room: str
    to: str | None
    text: str
    choices: list[str]
    reply_to: str | None


Show = Callable[[ShownAction], None]
