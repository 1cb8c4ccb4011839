"""The closing day as it is kept, as this process knows it, and the erase of everybody after it."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from bot.audit import INSTANCE, Noted
from bot.audit.acts import ClosingSet
from bot.closing import Closing, dump, load
from bot.engine.operator_acts import OperatorActs
from bot.engine.places import place_of
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import EventId
from bot.ports import Clock, Store, Unit
from bot.records import HOUSE, NoteRow, PlaceRow
from bot.snapshot import House

_NOTE = "closing"
LEEWAY = timedelta(hours=1)  # who writes while all is erased is erased with the rest


async def set_closing(store: Store, closing: Closing | None, at: datetime) -> None:
    """Stores when it closes in place of any earlier day; None takes it back."""
    act = ClosingSet(f"{closing.at:%Y-%m-%d}" if closing is not None else "")

    async def kept(unit: Unit) -> None:
        if closing is None:
            await unit.drop(NoteRow, HOUSE, _NOTE)
        else:
            await unit.put(NoteRow(HOUSE, _NOTE, body=dump(closing)))
        await unit.trail.append(INSTANCE, Noted(act, at))

    await store.deciding(HOUSE, kept)


async def closing_of(store: Store) -> Closing | None:
    """Gives when it closes, or None where it does not."""

    async def found(unit: Unit) -> Closing | None:
        row = await unit.get(NoteRow, HOUSE, _NOTE)
        return load(row.body) if row is not None else None

    return await store.reading(found)


@dataclass(slots=True)
class ClosingDay:
    """Knows when it closes, as of the last look: the operator sets it in another process."""

    store: Store
    names: Pseudonyms
    clock: Clock
    known: Closing | None = field(default=None, init=False)

    async def look(self) -> None:
        """Reads it again."""
        self.known = await closing_of(self.store)

    def of(self, house: House) -> House:
        """Gives the house with its closing day."""
        return house if house.closing == self.known else replace(house, closing=self.known)

    # Two processes may erase the same person at once. Each does it in a unit under that person's
    # lock, and the second finds no place of theirs any more; nobody is erased who came later.
    async def erase_all(self) -> bool:
        """Erases everybody as the operator can, once that is due; False where nobody was."""
        now, has_erased = self.clock.now(), False
        if self.known is None or now < self.known.erased_at:
            return False
        until = self.known.erased_at + LEEWAY
        async for row in self.store.each(PlaceRow, until=until):
            if _is_before(row, until) and await self.store.reading(partial(_is_there, row)):
                event = EventId(f"closing:{self.known.named}:{row.owner}")
                acts = OperatorActs(self.store, self.names, now, event)
                has_erased |= await acts.erased(place_of(row).scope.person)
        return has_erased


def _is_before(row: PlaceRow, until: datetime) -> bool:
    """Returns whether somebody was there before all was erased, and not only after it."""
    return bool(row.body) and row.at is not None and row.at < until


async def _is_there(row: PlaceRow, unit: Unit) -> bool:
    return await unit.get(PlaceRow, row.owner, row.key) is not None
