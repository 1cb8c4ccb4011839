"""The stop word in messages: what is one, and what is left out of a prompt because of it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.boundaries.stop_word import spelled
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import MessageId, PersonId
from bot.records import BoundariesRow
from bot.words import Said


@dataclass(frozen=True, slots=True)
class StopWord:
    """The stop word of a person, as far as it is known: its keyed hash.

    Args:
        called: what the bot is called, whose name may stand before it.
    """

    names: Pseudonyms
    person: PersonId
    row: BoundariesRow | None
    called: str

    @property
    def is_set(self) -> bool:
        """Whether the person has one."""
        return self.row is not None and bool(self.row.stop_word)

    def is_in(self, text: str) -> bool:
        """Returns whether a text is nothing but it; who has none pays nothing for the question."""
        if self.row is None or not self.is_set:
            return False
        said = spelled(text, self.called)
        return bool(said) and self.names.stop_word(self.person, said) == self.row.stop_word


def without_stopped(
    said: tuple[Said, ...], person: PersonId, is_stop: Callable[[str], bool]
) -> tuple[Said, ...]:
    """Gives messages without each stop word, and without what it stopped before an answer."""
    answered = {one.reply_to for one in said if one.by is None}
    gone: set[MessageId] = set()
    asked: list[MessageId] = []  # by the person, since what was answered last
    for one in said:
        if one.by != person:
            continue
        if is_stop(one.text):
            gone |= {one.id, *asked}
        asked = [] if one.id in answered else [*asked, one.id]
    return tuple(one for one in said if one.id not in gone)
