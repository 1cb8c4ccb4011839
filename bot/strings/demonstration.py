"""The words of the demonstration voice: hand-written replies, a folder a language, read once.

`demonstration()` gives what is said in each situation, and in each family of them where no more is
known. A reply fits whatever a person in that situation wrote: it names nothing that it cannot know.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any

FOLDER = "demonstration"  # within that of a language
FAMILIES = "families.toml"
UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Replies:
    """The replies of one situation or family: in general, warmer, and as each stance asks.

    Args:
        asked: to what asks something, where no more is known than the family.
    """

    say: tuple[str, ...]
    asked: tuple[str, ...] = ()
    warm: tuple[str, ...] = ()
    listen: tuple[str, ...] = ()
    think: tuple[str, ...] = ()
    decide: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    stay: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """One situation: its family, its replies, and whether it asks for what only a model knows."""

    family: str
    replies: Replies
    asks_for_facts: bool = False


@dataclass(frozen=True, slots=True)
class Demonstration:
    """Every reply of one language."""

    code: str
    situations: Mapping[str, Situation]
    families: Mapping[str, Replies]


def demonstration(code: str) -> Demonstration:
    """Gives the replies of a language; raises ValueError where a file is not as declared here."""
    return _every()[code]


@cache
def _every() -> Mapping[str, Demonstration]:
    languages = [one for one in resources.files("bot.strings").iterdir() if one.is_dir()]
    return {one.name: _read(one.name) for one in languages if one.joinpath(FOLDER).is_dir()}


def _read(code: str) -> Demonstration:
    folder = resources.files("bot.strings").joinpath(code, FOLDER)
    files = sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml"))
    read = {name: tomllib.loads(folder.joinpath(name).read_text("utf-8")) for name in files}
    families = {name: _replies(f"{code}: {name}", it) for name, it in read.pop(FAMILIES).items()}
    situations: dict[str, Situation] = {}
    for name, table in (pair for tables in read.values() for pair in tables.items()):
        if name in situations:
            raise ValueError(f"{code}: {name} stands twice")
        situations[name] = _situation(f"{code}: {name}", table)
    if unknown := {one.family for one in situations.values()} - families.keys():
        raise ValueError(f"{code}: no family is called {', '.join(sorted(unknown))}")
    return Demonstration(code, situations, families)


def _situation(where: str, table: dict[str, Any]) -> Situation:
    given = dict(table)
    family, asks = given.pop("family", ""), given.pop("is_asked_fact", False)
    return Situation(family, _replies(where, given), asks)


def _replies(where: str, table: Mapping[str, Any]) -> Replies:
    if unknown := sorted(table.keys() - {each.name for each in fields(Replies)}):
        raise ValueError(f"{where}: unknown {', '.join(unknown)}")
    if not table.get("say"):
        raise ValueError(f"{where}: missing say")
    return Replies(**{name: tuple(said) for name, said in table.items()})
