"""Which emojis say "that landed wrong" in which space, in memory: most emojis say nothing.

People put emojis on messages far more often than they repair, so what asks for nothing is told
from what does without a look at the store. What is decided reads the row of the space all the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.bounded import BoundedMap
from bot.emojis import plain_emoji
from bot.engine.pseudonyms import Pseudonyms
from bot.errors import StoreError
from bot.house_rules import repair_emojis, repaired_before
from bot.ids import SpaceId
from bot.ports import Clock, Mark, Store, Unit
from bot.records import Owner, SpaceRow
from bot.stamps import is_within

MOST: Final = 5_000  # spaces; of any other it is read
FRESH: Final = timedelta(seconds=5)
LONGEST: Final = 200  # characters of what comes with a reaction; a longer one is of no space


@dataclass(frozen=True, slots=True)
class Known:
    """The emojis of one space, as of a mark of the store that was taken before they were read."""

    mark: Mark
    at: datetime
    emojis: frozenset[str] = field(repr=False)
    before: frozenset[str] = field(default=frozenset(), repr=False)  # what repaired once

    def has(self, emoji: str, *, taken_back: bool) -> bool:
        """Returns whether an emoji repairs, or, taken back, may have repaired."""
        return emoji in self.emojis or (taken_back and emoji in self.before)


# What this process itself changed is read again at once: its part of the mark is another one by
# then. The other part moves with whatever any other process changes, mostly of other spaces: it is
# followed once in five seconds for each space, so what is set there is known here so much later.
# Taken away, an emoji repairs nothing at once in any case, as the decision reads the row.
@dataclass(slots=True)
class SpaceEmojis:
    """Knows which emojis repair in a space, beside those that repair everywhere."""

    store: Store
    names: Pseudonyms
    clock: Clock
    _known: BoundedMap[SpaceId, Known] = field(default_factory=lambda: BoundedMap(MOST), repr=False)

    def rules_out(self, spaces: Iterable[SpaceId], emoji: str, *, taken_back: bool = False) -> bool:
        """Returns whether it is known, without a look, that an emoji is of none of these spaces.

        Args:
            taken_back: somebody took it off a message; then one that repaired once counts too.
        """
        if len(emoji) > LONGEST:
            return True
        plain, found = plain_emoji(emoji), [self._now(one) for one in spaces]
        return all(one and not one.has(plain, taken_back=taken_back) for one in found)

    async def repairs(
        self, spaces: Iterable[SpaceId], emoji: str, *, taken_back: bool = False
    ) -> bool:
        """Returns whether an emoji is one of these spaces'; reads what may have changed.

        While the store is away one that is not known may be one: as 🔧 it waits to be decided.
        """
        every = tuple(spaces)
        if self.rules_out(every, emoji, taken_back=taken_back):
            return False
        try:
            known = [self._now(one) or await self._read(one) for one in every]
        except StoreError:
            return True
        plain = plain_emoji(emoji)
        return any(one.has(plain, taken_back=taken_back) for one in known)

    def _now(self, space: SpaceId) -> Known | None:
        """Gives what is known of a space, unless it may have changed since."""
        known = self._known.get(space)
        if known is None:
            return None
        own, others = self.store.mark((self.names.space(space),))
        is_same = others == known.mark[1] or is_within(known.at, self.clock.now(), FRESH)
        return known if own == known.mark[0] and is_same else None

    async def _read(self, space: SpaceId) -> Known:
        owner, at = self.names.space(space), self.clock.now()
        mark = self.store.mark((owner,))  # before it is read: what comes later is another
        row = await self.store.reading(partial(_row, owner))
        row = row or SpaceRow(owner)
        known = Known(mark, at, repair_emojis(row), repaired_before(row))
        self._known[space] = known
        return known


async def _row(owner: Owner, unit: Unit) -> SpaceRow | None:
    return await unit.get(SpaceRow, owner)
