"""What waits: private lines for their person, and what is to be done at a time.

A task's key is its identity. It is spelled as earlier releases spelled it, since what they put due
must be found when it is taken back, and two spellings of one task would do it twice.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.records.declare import About, Cause, ErasedPlace, Owner, Row, Words, record

STAYS = "stays"  # of a line in a shared room that could not be taken away
OF_THE_PERSON = ("age", "under-18")  # lines about nothing that was agreed in any place


@record(About("private lines that wait for you", "person", until="shown", causes=(Cause.PLACE,)))
class TrayRow(Row):
    """A private line that waits for its person's next private occasion."""

    at: datetime | None = None
    body: Words = ""  # JSON: the space it is about

    @staticmethod
    def key_of(scope: Owner, line: str) -> str:
        """Gives the key of a line about what stands in a scope."""
        return f"{scope}:{line}"

    @property
    def line(self) -> str:
        """The line that waits."""
        return self.key.rpartition(":")[2]

    @property
    def needs_no_yes(self) -> bool:
        """Whether it is told also where nothing was ever agreed."""
        return self.line in (*OF_THE_PERSON, STAYS)

    def is_of(self, place: ErasedPlace) -> bool:
        """Whether it is about what was agreed, or what stands, in that place."""
        is_about = self.key == self.key_of(place.owner, self.line)
        return is_about and self.line not in OF_THE_PERSON


@dataclass(frozen=True, slots=True)
class EraseFrozen:
    """Erases what was frozen in a scope when its person left deeper levels."""


@dataclass(frozen=True, slots=True)
class ForgetWords:
    """Forgets the words of a reply that stood before its repairs."""

    reply: str


@dataclass(frozen=True, slots=True)
class EndLine:
    """Takes away a line of a crisis from a shared room; `message` is the hash of its id."""

    message: str


@dataclass(frozen=True, slots=True)
class ForgetElsewhere:
    """Lets platforms forget what an event erased; `event` is the hash of its id."""

    event: str


@dataclass(frozen=True, slots=True)
class UnknownTask:
    """A task of a later release, which is left for that release to do."""

    key: str


DueTask = EraseFrozen | ForgetWords | EndLine | ForgetElsewhere | UnknownTask


def key_of(task: DueTask) -> str:
    """Gives the key that a task is kept under; `task_of` reads it again."""
    match task:
        case EraseFrozen():
            return "erase-frozen"
        case ForgetWords(reply):
            return f"words:{reply}"
        case EndLine(message):
            return f"passes:{message}"
        case ForgetElsewhere(event):
            return f"forget {event}"
        case UnknownTask(key):
            return key
        case _:
            assert_never(task)


def task_of(key: str) -> DueTask:
    """Reads the key of a task, as this and every earlier release wrote it."""
    words, passes, forget = (key.removeprefix(each) for each in ("words:", "passes:", "forget "))
    if key == "erase-frozen":
        return EraseFrozen()
    if words != key:
        return ForgetWords(words)
    if passes != key:
        return EndLine(passes)
    return ForgetElsewhere(forget) if forget != key else UnknownTask(key)


@record(About("what is to be done later, such as erasing what is frozen", "scope", until="done"))
class DueRow(Row):
    """Operational: something to do for its owner at a time; its key says what."""

    at: datetime | None = None
    person: Owner = Owner("")  # whose lock it is done under, as all of their decisions are
    body: Words = ""  # JSON: of an erase, what a platform must forget

    @property
    def task(self) -> DueTask:
        """What is to be done."""
        return task_of(self.key)
