"""What the behaviour suite drives: a platform with people, rooms, a model and a clock."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import Protocol

from bot.capabilities import Growth
from bot.making import Making
from bot.ports import Classifier
from tests.play import ScriptedModel

AT_ONCE = Growth(hold_s=inf, placeholder_s=0.0)  # a placeholder that nobody waits for
MADE = Making(("small",), ("model.example",))

# Where the lobby is, as a platform has it: it has no name on Matrix, and on Discord that of its
# server, of one shard or of two.
IN_THE_LOBBY = ("in home", "in on 0", "in on 1", "in the room “lobby”", "in another room")


@dataclass(frozen=True, slots=True)
class Seen:
    """One of the bot's messages as it stands after a deed."""

    id: str
    text: str
    choices: tuple[str, ...] = ()
    to: str | None = None  # the only person who sees it
    reply_to: str | None = None
    files: tuple[str, ...] = ()  # what each file that was sent with it holds
    holds: str = ""  # the choice that a list marks as the one that holds, where there are lists


def naming(words: str, called: Callable[[str], str]) -> str:
    """Gives a command's words with `@eve` as the platform names who is called so in a test."""
    return re.sub(r"@(\w+)", lambda found: called(found[1]), words)


class Driver(Protocol):
    """A platform as people use it. Every deed gives the bot's messages that changed by it.

    `room` is "dm", the direct message of the person who acts, or a shared room of one space, in
    which "admin" is an admin.
    """

    model: ScriptedModel
    classifier: Classifier | None  # beside the patterns of the crisis floor, from the next start
    follows_threads: bool  # as its capabilities in the shared rooms say
    making: Making  # what writes the replies, from the next start

    async def say(self, text: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        """Says something to the bot, and waits for all its effects."""

    async def begin(self, text: str, *, by: str = "ada", room: str = "dm") -> None:
        """Says something to the bot, and returns once the first words of the reply stand."""

    async def begin_slowly(self, text: str, *, by: str = "ada", room: str = "dm") -> Seen:
        """Says something while the model is silent, and gives the placeholder that stands then."""

    async def stop_reply(self, message: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        """Taps what stops a reply while it is written; fails where that is not there."""

    async def settle(self) -> list[Seen]:
        """Waits for all that was begun."""

    async def reply(
        self, message: str, text: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        """Replies to a message of the bot's."""

    async def react(
        self, emoji: str, message: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        """Puts an emoji on a message."""

    async def unreact(
        self, emoji: str, message: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        """Takes an emoji back."""

    async def choose(
        self, label: str, message: str, *, by: str = "ada", room: str = "dm"
    ) -> list[Seen]:
        """Chooses what stands under a message."""

    async def command(self, words: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        """Gives a command such as "status"; an admin's begins with "admin "."""

    async def bring(self, file: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        """Gives the command that carries over, with a file that holds this text."""

    async def edit(self, text: str, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        """Changes the newest message of that person's."""

    async def delete(self, *, by: str = "ada", room: str = "dm") -> list[Seen]:
        """Takes away the newest message of that person's."""

    async def read(self, message: str) -> Seen | None:
        """Gives one of the bot's messages as it stands, or None if it is gone."""

    async def pass_by(self, hours: float) -> None:
        """Lets hours pass, and does the tasks that are then due."""

    async def retire(self, days: float | None, because: str = "") -> None:
        """Lets the operator close in so many days, or take that back, while it serves."""

    async def announce(self, line: str) -> None:
        """Lets the operator set the line that everybody gets once; empty takes it back."""

    async def promote(self, name: str, *, is_admin: bool = True) -> None:
        """Makes somebody an admin of the shared rooms, or takes that back."""

    async def restart(self) -> None:
        """Ends the program and starts it again on the same data."""
