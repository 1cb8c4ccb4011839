"""The table of commands in the form Discord registers, and the values of picked commands: pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from adapters.discord import menus
from adapters.discord.locales import localised
from adapters.discord.sentences import said_on_discord
from bot.capabilities import Capabilities
from bot.commands import BY_NAME, COMMANDS, GROUPS, Option, explained, picked
from bot.commands.values import Command
from bot.levels import Stance, level_named, stance_named
from bot.rupture import rupture_named
from bot.strings import Strings
from bot.strings.strings import MODEL
from bot.text.normalize import normalized

JSON = dict[str, Any]
SUBCOMMAND, STRING, USER, ATTACHMENT = 1, 3, 6, 11
IN_SERVERS, IN_DIRECT, ELSEWHERE = 0, 1, 2
TO_SERVERS, TO_PEOPLE = 0, 1
MANAGE_SERVER = 0x20
CAN = Capabilities(follows_threads=True, serves_guests=True)  # somewhere: it is told once for all


@dataclass(frozen=True, slots=True)
class Shared:
    """Several commands under one subcommand, so that Discord's list stays short.

    Args:
        chooser: the option whose value says which command is meant.
        meant: the command's name by that value; for any other value it is the subcommand's own.
        words: what those take that the subcommand's own command does not.
    """

    chooser: Option
    meant: dict[str, str]
    words: tuple[Option, ...] = ()


SHARED = {
    "stance": Shared(
        Option("what", is_required=True),
        {one.value: one.value for one in Stance},
    ),
    "pause": Shared(Option("end"), {"now": "resume"}),
    "data": Shared(Option("what"), {"list": "data", "receipt": "receipt", "import": "import"}),
    "memory": Shared(Option("what"), {"summary": "summary"}),
    "boundaries": Shared(Option("what"), {"roles": "roles"}),
    "status": Shared(
        Option("what"),
        {one: one for one in ("impact", "study")},
        (Option("words"),),
    ),
    "why": Shared(
        Option("what"),
        {one: one for one in ("why", "what-changed", "report")},
    ),
}
_UNDER = {name: sub for sub, shared in SHARED.items() for name in shared.meant.values()}


@dataclass(frozen=True, slots=True)
class Sub:
    """One subcommand: a command of the table, or several that share it."""

    name: str
    options: tuple[Option, ...] = ()

    def payload(self, strings: Strings) -> JSON:
        """Gives the subcommand in the form that Discord registers."""
        does = described(partial(_does, self.name), strings)
        found: JSON = {"type": SUBCOMMAND, "name": self.name, **does}
        told = [_told(one, f"{self.name}.{one.name}", strings) for one in self.options]
        return found | ({"options": told} if told else {})


@dataclass(frozen=True, slots=True)
class Given:
    """A picked command, with all words that its person wrote in it."""

    command: Command
    typed: str = field(default="", repr=False)
    files: tuple[JSON, ...] = field(default=(), repr=False)  # what was given along with it


def _does(sub: str, strings: Strings) -> str:
    own = said_on_discord(strings).does
    does = own[sub] if sub not in BY_NAME else explained(BY_NAME[sub], CAN, strings)
    return does[0].upper() + does[1:]


def _said_of(option: str, strings: Strings) -> str:
    """Gives what is said of an option: where several commands share it, Discord's own words."""
    own = said_on_discord(strings).options
    return own[option] if option in own else strings.help.options[option]


def described(says: Callable[[Strings], str], strings: Strings) -> JSON:
    """Gives what Discord shows beside a name, in every language that is offered."""
    return {
        "description": says(strings),
        "description_localizations": localised(says, strings),
    }


def _told(option: Option, name: str, strings: Strings) -> JSON:
    """Gives an option in the form that Discord registers."""
    does = described(partial(_said_of, name), strings)
    kind = USER if option.is_person else ATTACHMENT if option.is_file else STRING
    found: JSON = {"type": kind, "name": option.name, **does}
    if option.is_required:
        found["required"] = True
    if option.choices:
        found["choices"] = [_offered(one, strings) for one in option.choices]
    elif option.suggested:
        found["autocomplete"] = True
    return found


def _offered(value: str, strings: Strings) -> JSON:
    """Gives one choice of an option: in English it is called as it is typed."""
    says = _called(value)
    called = localised(says, strings)
    named = {} if set(called.values()) <= {value} else {"name_localizations": called}
    return {"name": says(strings), "value": value, **named}


def _called(value: str) -> Callable[[Strings], str]:
    """Gives what a level, stance, kind or manner is called; any other choice as it is typed."""
    level, kind, stance = level_named(value), rupture_named(value), stance_named(value)

    def says(strings: Strings) -> str:
        if strings.code == MODEL:
            return value
        if level is not None:
            return strings.level(level)
        if kind is not None:
            return strings.repair.kinds[kind]
        if stance is not None:
            return strings.choices.stances[stance]
        return strings.status.manners.get(value, value)

    return says


def _subs(*, for_admins: bool) -> Iterator[Sub]:
    """Yields the subcommands of one group, in the order in which the table names them first."""
    names = (_UNDER.get(one.name, one.name) for one in COMMANDS if one.for_admins == for_admins)
    for name in dict.fromkeys(names):
        yield Sub(name, _options(name))


def _options(sub: str) -> tuple[Option, ...]:
    """Gives a subcommand's options; the one that chooses between shared commands stands first."""
    shared, own = SHARED.get(sub), BY_NAME[sub].options if sub in BY_NAME else ()
    if shared is None:
        return own
    chooser, meant = shared.chooser, shared.meant
    same = next((one.choices for one in own if one.name == chooser.name), ())
    first = [value for value, name in meant.items() if name == sub]
    choices = tuple(dict.fromkeys((*first, *same, *meant)))
    chooser = replace(chooser, choices=choices)
    files = (each for name in meant.values() for each in BY_NAME[name].options if each.is_file)
    others = (*(one for one in own if one.name != chooser.name), *shared.words, *files)
    return (chooser, *others) if first or same or not own else (*others, chooser)


GROUPED = {
    group: tuple(_subs(for_admins=for_admins))
    for group, for_admins in zip(GROUPS, (False, True), strict=True)
}


def _group(name: str, strings: Strings) -> str:
    return said_on_discord(strings).groups[name]


def payload(strings: Strings) -> list[JSON]:
    """Gives everything that is registered with Discord."""
    here = {"integration_types": [TO_SERVERS, TO_PEOPLE],
            "contexts": [IN_SERVERS, IN_DIRECT, ELSEWHERE]}  # fmt: skip
    groups = [
        {"type": 1, "name": name, **described(partial(_group, name), strings), **here,
         "options": [one.payload(strings) for one in subs]}
        for name, subs in GROUPED.items()
    ]  # fmt: skip
    groups[1] |= {"default_member_permissions": MANAGE_SERVER, "contexts": [IN_SERVERS]}
    groups[1]["integration_types"] = [TO_SERVERS]
    return [*groups, *({**one, **here} for one in menus.payload(strings))]


def given_in(data: JSON) -> Given | None:
    """Gives the command that an interaction's data means, or None if Discord was told of none."""
    options = data.get("options") or [{}]
    sub = _sub(str(data.get("name")), str(options[0].get("name")))
    if sub is None:
        return None
    chosen = {
        str(one.get("name")): str(one.get("value", "")) for one in options[0].get("options") or []
    }
    words = {one.name: chosen[one.name] for one in sub.options if one.name in chosen}
    files = tuple(_file(data, words.pop(one.name)) for one in sub.options if _is_given(one, words))
    return Given(_picked(sub.name, words), "\n".join(words.values()), files)


def _is_given(option: Option, words: dict[str, str]) -> bool:
    return option.is_file and option.name in words


def _file(data: JSON, number: str) -> JSON:
    """Gives what Discord says of an attachment that an option names by its id."""
    found: JSON = ((data.get("resolved") or {}).get("attachments") or {}).get(number) or {}
    return found


def is_bare(data: JSON, name: str) -> bool:
    """Returns whether an interaction's data means that command of the table with nothing picked."""
    first = (data.get("options") or [{}])[0]
    called = (str(data.get("name")), str(first.get("name")))
    return called == picked_as(name) and not first.get("options")


def _sub(group: str, name: str) -> Sub | None:
    return next((one for one in GROUPED.get(group, ()) if one.name == name), None)


def _picked(sub: str, words: dict[str, str]) -> Command:
    """Gives the command of a subcommand, by its options."""
    shared, name = SHARED.get(sub), sub
    if shared is not None and words.get(shared.chooser.name) in shared.meant:
        name = shared.meant[words[shared.chooser.name]]
        others = {one: value for one, value in words.items() if one != shared.chooser.name}
        splits, said = BY_NAME[name].splits, others.get("words", "")
        words = splits(said) if splits is not None and said else others
    return picked(BY_NAME[name], words)


def completed(data: JSON) -> list[JSON]:
    """Gives completions for the option that is being typed."""
    subs = data.get("options") or [{}]
    typing: JSON = next((one for one in subs[0].get("options") or [] if one.get("focused")), {})
    typed = normalized(str(typing.get("value", "")))
    suggested = _suggested(data, str(typing.get("name")))
    found = [one for one in suggested if typed in normalized(one)]
    return [{"name": one, "value": one} for one in found[:25]]


def _suggested(data: JSON, option: str) -> tuple[str, ...]:
    sub = _sub(str(data.get("name")), str((data.get("options") or [{}])[0].get("name")))
    return next((one.suggested for one in sub.options if one.name == option), ()) if sub else ()


def picked_as(name: str) -> tuple[str, str]:
    """Gives the group and the subcommand by which Discord calls a command of the table."""
    return GROUPS[BY_NAME[name].for_admins], _UNDER.get(name, name)
