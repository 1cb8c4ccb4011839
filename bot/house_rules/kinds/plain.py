"""Values without rooms and roles: a level, on or off, one of several words, a number of days."""

from dataclasses import dataclass
from typing import Any

from bot.house_rules.rule import Fault, Given, Pick
from bot.ids import Named
from bot.levels import Level, level_named
from bot.strings import Strings
from bot.text.normalize import normalized


def spelled(given: Given) -> str:
    """Gives the words of a value in their one spelling."""
    return " ".join(normalized(" ".join(given.words)).split())


def level_called(word: str, strings: Strings) -> Level | None:
    """Gives the level of that name, in English or any other language that is offered."""
    plain = normalized(word).strip()
    each = ((one, say) for say in strings.every for one in Level)
    named = (one for one, say in each if normalized(say.level(one)).strip() == plain)
    return level_named(plain) or next(named, None)


class NoPicks:
    """A type of value for which a platform has no list of its own."""

    def picks(self) -> tuple[Pick, ...]:
        """Gives no list."""
        return ()

    def picked(self, _key: str, _named: tuple[Named, ...], _now: Any) -> tuple[Any, ...]:
        """Gives no value."""
        return ()


@dataclass(frozen=True, slots=True)
class OfLevels(NoPicks):
    """A level."""

    def dump(self, value: Level) -> str:
        """Gives its name."""
        return value.word

    def load(self, raw: Any) -> Level:
        """Reads its name."""
        return Level[str(raw).upper()]

    def read(self, given: Given, now: Level) -> Level | None:
        """Reads a level by its name in any language."""
        return level_called(" ".join(given.words), given.strings)

    def said(self, value: Level, strings: Strings) -> str:
        """Gives what the level is called."""
        return strings.level(value)

    def fact(self, value: Level) -> str:
        """Gives its name."""
        return value.word

    def told(self, fact: str, strings: Strings) -> str:
        """Gives what the level is called."""
        return self.said(self.load(fact), strings)

    def taps(self, now: Level) -> tuple[Level, ...]:
        """Gives every level."""
        return tuple(Level)


@dataclass(frozen=True, slots=True)
class Switch(NoPicks):
    """On or off."""

    def dump(self, value: bool) -> bool:
        """Gives it as it is."""
        return value

    def load(self, raw: Any) -> bool:
        """Reads a boolean and nothing else."""
        if not isinstance(raw, bool):
            raise TypeError("is no boolean")
        return raw

    def read(self, given: Given, now: bool) -> bool | None:
        """Reads on or off."""
        return {"on": True, "off": False}.get(spelled(given))

    def said(self, value: bool, strings: Strings) -> str:
        """Says on or off."""
        return strings.settings.values["on" if value else "off"]

    def fact(self, value: bool) -> str:
        """Gives on or off."""
        return "on" if value else "off"

    def told(self, fact: str, strings: Strings) -> str:
        """Says on or off."""
        return self.said({"on": True, "off": False}[fact], strings)

    def taps(self, now: bool) -> tuple[bool, ...]:
        """Gives both."""
        return (True, False)


@dataclass(frozen=True, slots=True)
class OneOf(NoPicks):
    """One of several words, each said by the strings."""

    words: tuple[str, ...]

    def dump(self, value: str) -> str:
        """Gives the word."""
        return value

    def load(self, raw: Any) -> str:
        """Reads one of the words."""
        return self.words[self.words.index(raw)]

    def read(self, given: Given, now: str) -> str | None:
        """Reads one of the words."""
        word = spelled(given)
        return word if word in self.words else None

    def said(self, value: str, strings: Strings) -> str:
        """Says what the word means."""
        return strings.settings.values[value]

    def fact(self, value: str) -> str:
        """Gives the word."""
        return value

    def told(self, fact: str, strings: Strings) -> str:
        """Says what the word means."""
        return self.said(self.load(fact), strings)

    def taps(self, now: str) -> tuple[str, ...]:
        """Gives every word."""
        return self.words


@dataclass(frozen=True, slots=True)
class Days(NoPicks):
    """A number of days, none of them being no limit.

    Args:
        most: no number is larger.
        offered: those that stand as a tap each.
        least: no number is smaller; where it is above none, there always is a limit.
    """

    most: int
    offered: tuple[int, ...]
    least: int = 0

    def dump(self, value: int) -> int:
        """Gives the number."""
        return value

    def load(self, raw: Any) -> int:
        """Reads a number within its bounds."""
        if type(raw) is not int or not self.least <= raw <= self.most:
            raise ValueError("is no number of days")
        return raw

    def read(self, given: Given, now: int) -> int | None:
        """Reads a number of days, or off."""
        word = spelled(given).removesuffix(" days").removesuffix(" day")
        if word in ("off", "none"):
            return None if self.least else 0
        is_number = word.isascii() and word.isdecimal() and len(word) <= len(str(self.most))
        return int(word) if is_number and self.least <= int(word) <= self.most else None

    def fault(self, given: Given, _now: int) -> Fault[int]:
        """Says which numbers are allowed, and whether there may be no limit."""
        says = given.strings.settings.faults["days" if self.least else "days_or_off"]
        return Fault(says.format(least=self.least or 1, most=self.most))

    def said(self, value: int, strings: Strings) -> str:
        """Says the number, or that there is no limit."""
        values = strings.settings.values
        if value == 0:
            return values["no_limit"]
        return values["day"] if value == 1 else values["days"].format(days=value)

    def fact(self, value: int) -> str:
        """Gives the number."""
        return str(value)

    def told(self, fact: str, strings: Strings) -> str:
        """Says the number, or that there is no limit."""
        return self.said(self.load(int(fact)), strings)

    def taps(self, now: int) -> tuple[int, ...]:
        """Gives those that are offered, and the one that holds."""
        return tuple(sorted({*self.offered, now}))
