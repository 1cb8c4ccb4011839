"""What writes the replies: which models, at which hosts, told what; and what is said of a change.

Nobody loses overnight whom they talk to: each person hears of a change before the first reply of
the new one. Two of its parts are texts of this program, each with a version that is raised by hand:
not every wording makes another companion. `tests/test_making.py` asks whoever changes one.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Final

from bot.layout.markup import plainly
from bot.strings import Strings

PROMPT_VERSION: Final = "1"  # of what every reply is told (`bot/prompt/system.py`)
LEVELS_VERSION: Final = "1"  # of what the levels mean (`bot/levels.py`)
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Making:
    """What writes the replies of an installation.

    Args:
        models: their names, in the order in which they are asked; none: the demonstration voice.
        hosts: the hosts they are asked at; none: the words stay on this machine.
    """

    models: Names = ()
    hosts: Names = ()
    prompt: str = PROMPT_VERSION
    levels: str = LEVELS_VERSION


def dump(making: Making) -> str:
    """Writes a making, as it is kept for who heard of it."""
    return json.dumps(asdict(making), ensure_ascii=False)


def load(stored: str) -> Making | None:
    """Reads what `dump` wrote; None where nothing was noted that can be read."""
    try:
        raw = json.loads(stored)
        return Making(tuple(raw["models"]), tuple(raw["hosts"]), raw["prompt"], raw["levels"])
    except (ValueError, LookupError, TypeError):
        return None


def changes(before: Making, now: Making, strings: Strings) -> Iterator[str]:
    """Says what changed between two makings, a sentence each."""
    said = strings.continuity
    if before.models != now.models:
        was, is_now = _named(before.models, "model", strings), _named(now.models, "model", strings)
        yield said.models.format(now=is_now, before=was)
    if before.hosts != now.hosts:
        was, is_now = _named(before.hosts, "host", strings), _named(now.hosts, "host", strings)
        yield said.hosts.format(now=is_now, before=was)
    if before.prompt != now.prompt:
        yield said.prompt
    if before.levels != now.levels:
        yield said.levels


def _named(names: Names, of: str, strings: Strings) -> str:
    """Gives names one after another; where there is none, that in words."""
    return plainly(strings.listed(names)) if names else strings.continuity.nothing[of]
