"""One row of the table of commands, and what it says of each option."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.capabilities import Capabilities
from bot.commands.readers import Reader
from bot.strings import Strings

Sentence = Callable[[Strings], str]
Need = Callable[[Capabilities], bool]  # what a platform must be able to do


class Topic(StrEnum):
    """What a command is for: help shows one topic at a time, in this order."""

    TALK = "talk"
    WRONG = "wrong"
    LIMITS = "limits"
    HELD = "held"
    DATA = "data"
    ADMINS = "admins"


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a command: free text with suggestions, or one of its choices."""

    name: str
    choices: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    is_required: bool = False
    is_person: bool = False  # somebody there, as the platform names them
    is_file: bool = False  # what is given along with the command, where a platform can take it


@dataclass(frozen=True, slots=True)
class Entry:
    """One command: how it is written and read, who may give it, and where it exists.

    What it does is said by the strings (`help`), by its name.

    Args:
        usage: what follows its name, as help writes it.
        reads: from its options to its value; None where they cannot be read: `misread` is said.
        splits: from what was typed after the name to the options; else all of it is the only one.
        topic: under which help shows it; those of admins only an admin may give.
        is_right: nothing refuses it: neither a block, nor a budget, nor a pause.
        hears_risk: where its words say that a life is at risk, that is answered, and nothing kept.
        for_guests: it is answered where the bot is no member.
        is_alone: nothing that waits in the tray is said with its answer.
        is_everywhere: it means the same in every room, so that its answer names none.
        needs: what a platform must be able to do, or there is no such command there.
        where: what a platform must be able to do, so that help adds where else it may be given.
    """

    name: str
    usage: str
    reads: Reader
    options: tuple[Option, ...] = ()
    splits: Callable[[str], dict[str, str]] | None = None
    misread: Sentence = lambda say: say.commands.unknown
    topic: Topic = Topic.TALK
    is_right: bool = False
    hears_risk: bool = False
    for_guests: bool = False
    is_alone: bool = False
    is_everywhere: bool = False
    needs: Need | None = None
    where: Need | None = None

    @property
    def for_admins(self) -> bool:
        """Whether only an admin may give it."""
        return self.topic is Topic.ADMINS

    @property
    def words(self) -> str:
        """The command as it is typed, with its options."""
        return " ".join(filter(None, (self.bare, self.usage)))

    @property
    def short(self) -> str:
        """The command as it is typed, with what it cannot do without."""
        return self.bare if self.usage.startswith("[") else self.words

    @property
    def bare(self) -> str:
        """The command as it is typed, alone."""
        return f"{'/attune-admin' if self.for_admins else '/attune'} {self.name}"
