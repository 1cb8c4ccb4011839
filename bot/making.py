"""What writes the replies: which models, at which hosts, told what; and what is said of a change.

Nobody loses overnight whom they talk to: each person hears of a change before the first reply of
the new one. Two of its parts are texts of this program, each with a version that is raised by hand:
not every wording makes another companion. `tests/test_making.py` asks whoever changes one.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Final

from bot.layout.markup import plainly
from bot.made import MOST_CALLED, cleaned
from bot.strings import Strings

PROMPT_VERSION: Final = "1"  # of what every reply is told (`bot/prompt/system.py`)
LEVELS_VERSION: Final = "1"  # of what the levels mean (`bot/levels.py`)
Names = tuple[str, ...]
MOST_HEARD: Final = 2 * MOST_CALLED  # names of one model that somebody was told of (bounded)


@dataclass(frozen=True, slots=True)
class Making:
    """What writes the replies of an installation.

    Args:
        models: their names, in the order in which they are asked; none: the demonstration voice.
        hosts: the hosts they are asked at; none: the words stay on this machine.
        weights: the SHA-256 of a model's file, by the model's name, where it is known.
        called: the names that a model's endpoint gave it, by the name it is asked for.
    """

    models: Names = ()
    hosts: Names = ()
    prompt: str = PROMPT_VERSION
    levels: str = LEVELS_VERSION
    weights: tuple[tuple[str, str], ...] = ()
    called: tuple[tuple[str, Names], ...] = ()


def dump(making: Making) -> str:
    """Writes a making, as it is kept for who heard of it."""
    return json.dumps(asdict(making), ensure_ascii=False)


def load(stored: str) -> Making | None:
    """Reads what `dump` wrote; None where nothing was noted that can be read."""
    try:
        raw = json.loads(stored)
        models = tuple(cleaned(one) for one in raw["models"])
        weights = tuple((str(name), str(one)) for name, one in raw.get("weights", ()))
        called = tuple((str(name), tuple(map(str, one))) for name, one in raw.get("called", ()))
        told = raw["prompt"], raw["levels"], weights, called
        return Making(models, tuple(raw["hosts"]), *told)
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def changes(before: Making, now: Making, strings: Strings) -> Iterator[str]:
    """Says what changed between two makings, a sentence each."""
    said = strings.continuity
    if before.models != now.models:
        was, is_now = _named(before.models, "model", strings), _named(now.models, "model", strings)
        yield said.models.format(now=is_now, before=was)
    elif renamed := _renamed(before, now):
        was, is_now = (plainly(strings.listed(names)) for names in renamed)
        yield said.models.format(now=is_now, before=was)
    elif _is_other_file(before, now):
        yield said.weights
    if before.hosts != now.hosts:
        was, is_now = _named(before.hosts, "host", strings), _named(now.hosts, "host", strings)
        yield said.hosts.format(now=is_now, before=was)
    if before.prompt != now.prompt:
        yield said.prompt
    if before.levels != now.levels:
        yield said.levels


def heard_of(before: Making, now: Making) -> Making:
    """Gives what somebody has heard of after the news: what is not known now is kept as it was."""
    weights = {name: one for name, one in before.weights if name in now.models}
    known, called = dict(before.called), dict(now.called)
    every = ((name, (*known.get(name, ()), *called.get(name, ()))) for name in now.models)
    names = tuple((name, tuple(dict.fromkeys(of))[-MOST_HEARD:]) for name, of in every if of)
    return replace(now, weights=tuple({**weights, **dict(now.weights)}.items()), called=names)


def _renamed(before: Making, now: Making) -> tuple[Names, Names] | None:
    """Gives the new and the old names where an endpoint calls its model as nobody heard before.

    Its first name is no news: it was only not known.
    """
    heard = dict(before.called)
    for name, called in now.called:
        new = tuple(one for one in called if one not in heard.get(name, ()))
        if new and heard.get(name) and len(heard[name]) < MOST_HEARD:
            return heard[name][-1:], new[-1:]
    return None


def _is_other_file(before: Making, now: Making) -> bool:
    """Returns whether a model of the same name has another file; what is not known is no other."""
    was = dict(before.weights)
    return any(was.get(name, one) != one for name, one in now.weights)


def _named(names: Names, of: str, strings: Strings) -> str:
    """Gives names one after another; where there is none, that in words."""
    return plainly(strings.listed(names)) if names else strings.continuity.nothing[of]
