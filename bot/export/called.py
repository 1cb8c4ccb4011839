"""What a place is called where what is kept is listed: by its name if that is known, not its id.

A name is in strangers' words. It is shown to who talked there, and kept nowhere.
"""

from collections.abc import Callable

from bot.export.everything import KeptIn
from bot.layout.dates import Occasion
from bot.layout.markup import on_a_line, plainly
from bot.strings import Strings
from bot.strings.carded import Cards

MOST_OF_A_NAME = 40


def place_of(
    part: KeptIn, strings: Strings, now: Occasion, written: Callable[[str], str] = plainly
) -> str:
    """Says which place it is, as part of a sentence.

    Args:
        written: how a stranger's words are written where this is read.
    """
    said = strings.cards
    if part.is_direct:
        return said.in_direct if part.is_here else strings.data.listed["another_direct"]
    name = on_a_line(part.called)
    name = name if len(name) <= MOST_OF_A_NAME else f"{name[: MOST_OF_A_NAME - 1].rstrip()}…"
    if name and now.can.has_servers:
        return said.in_space.format(space=written(name))
    if name:
        return said.in_named.format(room=written(name))
    return _nameless(said, now, is_here=part.is_here)


def has_name(part: KeptIn) -> bool:
    """Returns whether what a place is called tells it apart from a person's other places."""
    return part.is_direct or part.is_here or bool(on_a_line(part.called))


def begun(phrase: str) -> str:
    """Gives a phrase as a line begins with it."""
    return f"{phrase[:1].upper()}{phrase[1:]}"


def _nameless(said: Cards, now: Occasion, *, is_here: bool) -> str:
    if not is_here:
        return said.in_another_server if now.can.has_servers else said.in_another_room
    if now.can.answers_apart:
        return said.in_written
    return said.in_server if now.can.has_servers else said.in_room
