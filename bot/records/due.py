"""What waits: private lines for their person (the tray), and tasks that are due at a time.

A task's key is its identity. It is spelled as in earlier releases, so that their tasks are found
when they are cancelled, and no task is done twice.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.records.declare import About, Cause, ErasedPlace, Owner, Row, Words, record

STAYS = "stays"  # of a line in a shared room that could not be taken away
REST = "rest"  # a break, suggested to a minor who talks where others read
COPIED, ERASED = "copied", "erased"  # by the operator, all that is kept of the person
# Lines about nothing that was agreed in any place.
OF_THE_PERSON = ("age", "under-18", COPIED, ERASED)


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
        """Whether the line is shown without any consent, too."""
        return self.line in (*OF_THE_PERSON, REST, STAYS)

    def is_of(self, place: ErasedPlace) -> bool:
        """Returns whether the line is about that place."""
        is_about = self.key == self.key_of(place.owner, self.line)
        return is_about and self.line not in OF_THE_PERSON


@dataclass(frozen=True, slots=True)
class EraseFrozen:
    """Erases the frozen rows of a scope whose person left deeper levels."""


@dataclass(frozen=True, slots=True)
class EraseHeld:
    """Erases what was held in a scope whose person no longer wants anything held."""


@dataclass(frozen=True, slots=True)
class ForgetWords:
    """Forgets the words of a reply from before its repairs."""

    reply: str


@dataclass(frozen=True, slots=True)
class EndLine:
    """Deletes a crisis line from a shared room; `message` is the hash of its id."""

    message: str


@dataclass(frozen=True, slots=True)
class ForgetElsewhere:
    """Lets platforms forget what an event erased; `event` is the hash of its id."""

    event: str


@dataclass(frozen=True, slots=True)
class UnknownTask:
    """A task of a later release, which is left for that release to do."""

    key: str


DueTask = EraseFrozen | EraseHeld | ForgetWords | EndLine | ForgetElsewhere | UnknownTask


def key_of(task: DueTask) -> str:
    """Gives the key of a task, which `task_of` reads again."""
    match task:
        case EraseFrozen():
            return "erase-frozen"
        case EraseHeld():
            return "erase-held"
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
    if key == "erase-held":
        return EraseHeld()
    if words != key:
        return ForgetWords(words)
    if passes != key:
        return EndLine(passes)
    return ForgetElsewhere(forget) if forget != key else UnknownTask(key)


@record(About("what is to be done later, such as erasing what is frozen", "scope", until="done"))
class DueRow(Row):
    """Operational: a task for its owner at a time; its key says which."""

    at: datetime | None = None
    person: Owner = Owner("")  # whose lock it is done under, as all of their decisions are
    body: Words = ""  # JSON: of an erase, what a platform must forget

    @property
    def task(self) -> DueTask:
        """The task to do."""
        return task_of(self.key)
