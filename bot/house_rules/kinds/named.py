"""Values that name rooms or roles: all of them, only these, not these, and a level for each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.house_rules.kinds.plain import level_called, spelled
from bot.house_rules.rule import MOST_NAMED, Fault, Given, Pick, Picked
from bot.ids import Named
from bot.layout.markup import plainly
from bot.levels import Level
from bot.strings import Strings
from bot.text.normalize import normalized

MOST_SAID = 3  # of a list, at first sight
POWER = "power:"
MOST_POWER = 100
MOST_OF_A_WORD = 30  # characters of what is no value


@dataclass(frozen=True, slots=True)
class Places:
    """Where the bot may speak: everywhere, only in these rooms, or not in these."""

    mode: str = "all"  # "all", "only" or "not"
    rooms: tuple[Named, ...] = field(default=(), repr=False)


MODES = ("only", "not")
Names = tuple[Named, ...]
Levels = tuple[tuple[Named, Level], ...]


def dumped(one: Named) -> dict[str, Any]:
    """Gives a room or a role as JSON holds it."""
    return {"id": one.id, "shown": one.shown} | ({"role": True} if one.is_role else {})


def loaded(raw: Any) -> Named:
    """Reads a room or a role. Raises TypeError or LookupError."""
    found, shown = raw["id"], raw["shown"]
    if not (isinstance(found, str) and isinstance(shown, str)):
        raise TypeError("names nothing")
    return Named(found, shown, is_role=bool(raw.get("role", False)))


def known(given: Given, *, roles: bool, words: Iterable[str]) -> Names | None:
    """Gives what the words name, each once; None where one of them names nothing of that kind."""
    found = [_named(given, word, roles=roles) for word in words]
    if not found or None in found or len(found) > MOST_NAMED:
        return None
    return tuple({one.id: one for one in found if one is not None}.values())


def _named(given: Given, word: str, *, roles: bool) -> Named | None:
    one = given.named.get(word)
    if one is not None and one.is_role == roles and not one.is_emoji:
        return one
    return _power(word) if roles and given.has_powers else None


def _power(word: str) -> Named | None:
    """Gives all who may do at least so much, where a platform has numbers for that."""
    number = word.removeprefix(POWER)
    is_number = number.isascii() and number.isdecimal() and len(number) <= len(str(MOST_POWER))
    if not (word.startswith(POWER) and is_number and int(number) <= MOST_POWER):
        return None
    return Named(f"{POWER}{int(number)}", f"{POWER}{int(number)}", is_role=True)


def fault_in_names(given: Given, now: Places | Names | Levels) -> Fault[Any] | None:
    """Says which numbers are allowed, or how many may be named, where that is what is wrong."""
    says = given.strings.settings.faults
    powers = (one for one in given.words if one.startswith(POWER) and given.has_powers)
    wrong = next((one for one in powers if _power(one) is None), None)
    if wrong is not None:
        word = plainly(wrong)[:MOST_OF_A_WORD]
        return Fault(says["power"].format(word=word, most=MOST_POWER))
    named = {given.named[one].id for one in given.words if one in given.named}
    if named and len(named | _with_levels(now)) > MOST_NAMED:
        return Fault(says["too_many"].format(most=MOST_NAMED))
    return None


def _with_levels(now: Places | Names | Levels) -> set[str]:
    """Gives what has a level already, beside which others are named; of a plain list nothing."""
    every = now if isinstance(now, tuple) else ()
    return {one[0].id for one in every if isinstance(one, tuple)}


def listed(named: Names, strings: Strings) -> str:
    """Gives the first of a list, and how many more there are."""
    said = [shown(one) for one in named[:MOST_SAID]]
    more = len(named) - len(said)
    rest = [strings.settings.values["more"].format(more=more)] if more > 0 else []
    return ", ".join((*said, *rest))


def shown(one: Named) -> str:
    """Gives a room or a role as its people see it; in strangers' words no mark means anything."""
    inner = one.shown.removeprefix("<#").removeprefix("<@&").removesuffix(">")
    is_link = inner.isdecimal() and one.shown in (f"<#{inner}>", f"<@&{inner}>")
    return one.shown if is_link else plainly(one.shown)[:60]


@dataclass(frozen=True, slots=True)
class OfPlaces:
    """Where the bot may speak."""

    def dump(self, value: Places) -> Any:
        """Gives the mode and the rooms."""
        return {"mode": value.mode, "rooms": [dumped(one) for one in value.rooms]}

    def load(self, raw: Any) -> Places:
        """Reads the mode and the rooms."""
        mode = ("all", *MODES)[("all", *MODES).index(raw["mode"])]
        return Places(mode, tuple(loaded(one) for one in raw["rooms"]))

    def read(self, given: Given, now: Places) -> Places | None:
        """Reads all; or only, or not, and the rooms."""
        if spelled(given) == "all":
            return Places()
        mode = normalized(given.words[0]) if given.words else ""
        rooms = known(given, roles=False, words=given.words[1:])
        return Places(mode, rooms) if mode in MODES and rooms else None

    def said(self, value: Places, strings: Strings) -> str:
        """Says where."""
        says = strings.settings.values
        return says[value.mode].format(rooms=listed(value.rooms, strings))

    def fact(self, value: Places) -> str:
        """Gives the mode, and of how many rooms."""
        return f"{value.mode}:{len(value.rooms)}"

    def told(self, fact: str, strings: Strings) -> str:
        """Says everywhere, or in which way how many rooms are named."""
        mode, count = fact.split(":")
        if mode == "all":
            return strings.settings.values[mode]
        return f"{strings.settings.picks[mode]} ({int(count)})"

    def taps(self, now: Places) -> tuple[Places, ...]:
        """Gives everywhere."""
        return (Places(),)

    def picks(self) -> tuple[Pick, ...]:
        """Gives a list of rooms for each mode."""
        return tuple(Pick(one, Picked.ROOMS) for one in MODES)

    def picked(self, key: str, named: Names, now: Places) -> tuple[tuple[None, Places], ...]:
        """Gives the picked rooms in that mode."""
        return ((None, Places(key, named)),) if named and key in MODES else ()


@dataclass(frozen=True, slots=True)
class OfNames:
    """A list of rooms or of roles; an empty one says what `empty` names.

    Args:
        empty: the word of the strings and of a command for no list.
    """

    of: Picked
    empty: str

    def dump(self, value: Names) -> Any:
        """Gives each of them."""
        return [dumped(one) for one in value]

    def load(self, raw: Any) -> Names:
        """Reads each of them."""
        return tuple(loaded(one) for one in raw)

    def read(self, given: Given, now: Names) -> Names | None:
        """Reads the word for no list, or a list."""
        if spelled(given) == self.empty:
            return ()
        return known(given, roles=self.of is Picked.ROLES, words=given.words)

    def said(self, value: Names, strings: Strings) -> str:
        """Gives the list, or what it means that there is none."""
        return listed(value, strings) if value else strings.settings.values[self.empty]

    def fact(self, value: Names) -> str:
        """Gives how many there are."""
        return str(len(value))

    def told(self, fact: str, strings: Strings) -> str:
        """Says how many there are, or what it means that there is none."""
        values, count = strings.settings.values, int(fact)
        return values[self.of.value].format(count=count) if count else values[self.empty]

    def taps(self, now: Names) -> tuple[Names, ...]:
        """Gives no list."""
        return ((),)

    def picks(self) -> tuple[Pick, ...]:
        """Gives one list."""
        return (Pick(f"only_{self.of.value}", self.of),)

    def picked(self, key: str, named: Names, now: Names) -> tuple[tuple[None, Names], ...]:
        """Gives what was picked."""
        return ((None, named),) if named else ()


@dataclass(frozen=True, slots=True)
class OfLevelsBy:
    """A level for each of several rooms or roles; what is not among them has none of its own."""

    of: Picked

    def dump(self, value: Levels) -> Any:
        """Gives each with its level."""
        return [[dumped(one), level.word] for one, level in value]

    def load(self, raw: Any) -> Levels:
        """Reads each with its level."""
        return tuple((loaded(one), Level[str(word).upper()]) for one, word in raw)

    def read(self, given: Given, now: Levels) -> Levels | None:
        """Reads rooms or roles, and a level or off; off alone takes every one away."""
        if spelled(given) == "off":
            return ()
        *words, last = given.words or ("",)
        named = known(given, roles=self.of is Picked.ROLES, words=words)
        level = level_called(last, given.strings)
        if not named or (level is None and normalized(last) != "off"):
            return None
        return _with(now, named, level)

    def said(self, value: Levels, strings: Strings) -> str:
        """Gives each with its level."""
        if not value:
            return strings.settings.values["nowhere_else"]
        each = [f"{shown(one)}: {strings.level(level)}" for one, level in value[:MOST_SAID]]
        more = len(value) - len(each)
        rest = [strings.settings.values["more"].format(more=more)] if more > 0 else []
        return ", ".join((*each, *rest))

    def fact(self, value: Levels) -> str:
        """Gives how many there are, and the least of their levels."""
        least = min((level for _, level in value), default=None)
        return f"{len(value)}:{least.word}" if least is not None else "0"

    def told(self, fact: str, strings: Strings) -> str:
        """Says how many there are, and the least of their levels."""
        count, _, least = fact.partition(":")
        values = strings.settings.values
        if not int(count):
            return values["nowhere_else"]
        level = strings.level(Level[least.upper()])
        return f"{values[self.of.value].format(count=int(count))} ({level})"

    def taps(self, now: Levels) -> tuple[Levels, ...]:
        """Gives no level of their own."""
        return ((),)

    def picks(self) -> tuple[Pick, ...]:
        """Gives one list."""
        return (Pick(f"level_{self.of.value}", self.of),)

    def picked(
        self, key: str, named: Names, now: Levels
    ) -> tuple[tuple[Level | None, Levels], ...]:
        """Gives what was picked with each level to choose from, and with none of its own."""
        if not named:
            return ()
        each = ((level, _with(now, named, level)) for level in (*Level, None))
        return tuple((level, one) for level, one in each if one is not None)


def _with(now: Levels, named: Names, level: Level | None) -> Levels | None:
    """Gives the levels with another one for these, or with none; None where there are too many."""
    ids = {one.id for one in named}
    others = tuple((one, its) for one, its in now if one.id not in ids)
    added = tuple((one, level) for one in named) if level is not None else ()
    every = (*others, *added)
    return every if len(every) <= MOST_NAMED else None
