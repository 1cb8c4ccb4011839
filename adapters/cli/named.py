"""The ids of people, servers and rooms as an operator types them, or how each is written.

A refusal does not repeat what was typed: an error names nobody.
"""

from collections.abc import Iterable

from adapters.console.ids import FORMS as CONSOLE
from adapters.discord.ids import FORMS as DISCORD
from adapters.kit.typed_ids import Forms
from adapters.matrix.ids import FORMS as MATRIX
from bot.errors import SettingsFault
from bot.ids import PersonId, SpaceId

EVERY: tuple[Forms, ...] = (CONSOLE, DISCORD, MATRIX)


def how_people() -> str:
    """Says how an id of a person is written."""
    return f"A person is written {_or(one.such_as[0] for one in EVERY)}."


def how_spaces() -> str:
    """Says how an id of a space is written, and where it is found."""
    written = _or(one.such_as[1] for one in EVERY)
    return f"A server or a room is written {written}; `attune spaces` lists those I know."


def _or(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}"


def is_person(word: str) -> bool:
    """Whether a person of some platform can have that id."""
    return any(one.person.fullmatch(word) for one in EVERY)


def is_space(word: str) -> bool:
    """Whether a space of some platform can have that id."""
    return any(one.space.fullmatch(word) for one in EVERY)


def person_named(word: str) -> PersonId:
    """Gives the person with that id. Raises SettingsFault where nobody can have it."""
    if not is_person(word):
        raise SettingsFault((f"That is no id of a person. {how_people()}",))
    return PersonId(word)


def space_named(word: str) -> SpaceId:
    """Gives the space with that id. Raises SettingsFault where none can have it."""
    if not is_space(word):
        raise SettingsFault((f"That is no id of a server or a room. {how_spaces()}",))
    return SpaceId(word)


def anyone_named(word: str) -> str:
    """Gives an id of a person or a space. Raises SettingsFault for what is neither."""
    if not (is_person(word) or is_space(word)):
        told = f"That is no id of a person, a server or a room. {how_people()} {how_spaces()}"
        raise SettingsFault((told,))
    return word
