"""The people whom a person listed: who is good for what, in their own words. Pure."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.layout.markup import on_a_line
from bot.text.normalize import normalized

MOST = 20  # people of one person
MOST_OF_A_NAME = 40  # characters
MOST_OF_WORDS = 120
MOST_OF_A_NIGHT_CARD = 1000  # characters
MOST_ON_A_CARD = 8  # below the words of a night card, where little is read
_COLONS = (":", "：")


class PeopleDeed(StrEnum):
    """What is done with the list of a person."""

    SHOW = "show"
    ADD = "add"
    DROP = "drop"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on the list, under a number that nobody else there has."""

    number: int
    name: str = field(repr=False)
    words: str = field(default="", repr=False)  # what they are good for

    @property
    def line(self) -> str:
        """The name, and what they are good for."""
        return f"{self.name}: {self.words}" if self.words else self.name

    @property
    def mark(self) -> int:
        """A number that stays with the name, however it is spelled, and holds none of it."""
        return zlib.crc32(spelled(self.name).encode())


People = tuple[Listed, ...]


def named(words: str) -> tuple[str, str]:
    """Gives the name and what somebody is good for, of words such as "Nel: to walk with"."""
    at = min((words.find(mark) for mark in _COLONS if mark in words), default=len(words))
    return words[:at].strip(), words[at + 1 :].strip()


def found(people: People, which: str) -> Listed | None:
    """Gives who is called so or has that number, however it is spelled, or None."""
    said = spelled(which)
    return next((one for one in people if said in (str(one.number), spelled(one.name))), None)


def with_one(people: People, name: str, words: str) -> People:
    """Gives the list with somebody more; whoever has that name already gets these words."""
    known = next((one for one in people if spelled(one.name) == spelled(name)), None)
    if known is not None:
        changed = replace(known, name=name, words=words)
        return tuple(changed if one is known else one for one in people)
    number = 1 + max((one.number for one in people), default=0)
    return (*people, Listed(number, name, words))


def below_a_card(people: Sequence[Listed], heading: str) -> str:
    """Gives the first few under a heading, a line each, as they were written."""
    lines = (f"- {on_a_line(one.line)}" for one in people[:MOST_ON_A_CARD])
    return "\n".join((heading, *lines))


# Each of them is an object, so that more can stand in it: what a later release writes there is
# passed over by this one.
def dump(people: People) -> str:
    """Writes a list; nothing where nobody is on it."""
    every = [{"number": one.number, "name": one.name, "for": one.words} for one in people]
    return json.dumps(every, ensure_ascii=False) if every else ""


def load(body: str) -> People:
    """Reads what `dump` wrote, or a later release."""
    return tuple(
        Listed(int(one["number"]), str(one["name"]), str(one.get("for", "")))
        for one in json.loads(body or "[]")
    )


def spelled(words: str) -> str:
    """Gives words as they are compared: in one spelling, with one blank between each."""
    return " ".join(normalized(words).split())
