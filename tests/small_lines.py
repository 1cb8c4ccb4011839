"""A reply as the model wrote it, without the small line that says who this is."""

from bot.layout.markup import SMALL
from bot.strings import ENGLISH

_BEGINS = ENGLISH.rooms.greeting.partition("{operator}")[0].format(name="Attune")


def without_small(text: str) -> str:
    """Gives a reply up to its small last line, marked or shown."""
    return text.partition(f"\n\n{SMALL}")[0].partition(f"\n\n{_BEGINS}")[0]
