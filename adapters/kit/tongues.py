"""In which language a platform says what is its own to a person."""

from collections.abc import Callable
from dataclasses import dataclass, field

from adapters.kit.notes import Notes
from bot.errors import StoreError
from bot.ids import PersonId
from bot.strings import Strings


def _nothing(_person: PersonId) -> str | None:
    return None


@dataclass
class Tongues:
    """Gives the strings that a person reads: what is remembered of them, else what is said of them.

    Args:
        strings: those of whoever is not known.
        known: the code of the language that a person was answered in last, by this process.
    """

    kept: Notes
    strings: Strings = field(repr=False)
    known: Callable[[PersonId], str | None] = field(default=_nothing, repr=False)

    async def of(self, person: PersonId, locale: str = "") -> Strings:
        """Gives a person's strings, as the store has it.

        Args:
            locale: what the platform or their own words say of them, as a code; empty for nothing.
        """
        try:
            return self.strings.to(await self.kept.language(person, locale))
        except StoreError:
            return self.at_once(person, locale)

    def at_once(self, person: PersonId, locale: str = "") -> Strings:
        """Gives the same without the store, as far as this process knows."""
        known = self.known(person)
        return self.strings.to(known if known is not None else locale)
