"""What is said when a life is at risk, in one language: whole sentences, written by people.

No telephone number stands here, and none is ever written by a model: findahelpline.com names the
lines of every country.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.crisis.signs.kinds import What
from bot.strings.fill import SOME

LINES = "findahelpline.com"
EATING_LINES = "findahelpline.com/topics/eating-body-image"
_FIRST = re.compile(r"^(?:(?![^.。]{1,200}か。)[^.。?]{1,200}[.。] ?){1,3}")  # before the question


@dataclass(frozen=True, slots=True)
class FloorWords:
    """The fixed words of one language; a kind that is not named has the first of its sort."""

    first: str
    directory: str
    eating_directory: str
    own: str  # the body for danger now, where no other fits
    an_ai: str
    write_on: str
    help: str
    eating_help: str
    asked: str
    straight: str  # the first sentence of an answer to danger that is not there yet
    concern: str
    steady: str
    quiet: str
    matters: str
    again: tuple[str, ...]
    about: Mapping[What, str] = field(metadata=SOME)  # bodies
    asks: Mapping[What, str] = field(metadata=SOME)  # questions
    begins: Mapping[What, str] = field(metadata=SOME)

    def body(self, what: What | None) -> tuple[str, str]:
        """Gives what is said of danger now, and who says it: a short line each."""
        body = self.own if what is None else self.about.get(what, self.own)
        return body, f"{self.an_ai} {self.write_on}"

    def question(self, what: What | None) -> str:
        """Gives the straight question about what is not there yet."""
        return self.asked if what is None else self.asks.get(what, self.asked)

    @property
    def asked_next(self) -> str:
        """The straight question without what stands before it, where that is said already."""
        return _FIRST.sub("", self.asked, count=1)

    def beginning(self, what: What | None) -> str:
        """Gives the first sentence of an answer, before any word of a model's."""
        return self.straight if what is None else self.begins.get(what, self.straight)

    def lines(self, what: What | None) -> str:
        """Gives the directory of lines that fits."""
        return self.eating_directory if what is What.EATING else self.directory

    def line_of_help(self, what: What | None) -> str:
        """Gives the one line of help after an answer."""
        return self.eating_help if what is What.EATING else self.help

    @property
    def aloud(self) -> str:
        """What is said where others read, while nothing can be kept for its person alone."""
        return f"{self.matters} {self.first} {self.directory} {self.an_ai}"

    @property
    def only_the_programs(self) -> tuple[str, ...]:
        """The sentences that no model may say as its own."""
        bodies = (self.own, *self.about.values(), *self.begins.values(), *self.again)
        lines = (self.first, self.directory, self.eating_directory, self.help, self.eating_help)
        return (*lines, *bodies, self.straight, self.quiet, self.matters)

    @property
    def vital(self) -> tuple[str, ...]:
        """How the words begin that are sent until they arrive."""
        asked = (self.asked, *self.asks.values())
        return (self.first, *asked, self.concern, self.quiet, self.matters, *self.again)


@dataclass(frozen=True, slots=True)
class Risk:
    """What is asked and offered where a life may be at risk, beside the fixed words."""

    unsure: str  # asks whether that was meant
    open: str  # stands for a reply of which nothing may be said, where it is unsure
    said_yes: str
    said_plainly: str
    read: str  # a label
    take_away: str  # a label
    night_card: str
