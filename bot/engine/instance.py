"""What the operator set for every space, as it is kept and as this process knows it."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.audit import INSTANCE, Noted
from bot.audit.acts import AnnouncementSet, LimitSet
from bot.levels import Level
from bot.ports import Mark, Store, Unit
from bot.records import HOUSE, InstanceRow
from bot.snapshot import House

NOTHING = InstanceRow(HOUSE)


async def instance_of(store: Store) -> InstanceRow:
    """Gives what the operator set."""
    return await store.reading(row_in)


async def row_in(unit: Unit) -> InstanceRow:
    """Gives what the operator set, as it is in a unit of work."""
    return await unit.get(InstanceRow, HOUSE) or NOTHING


async def set_deepest(store: Store, level: Level | None, at: datetime) -> Level | None:
    """Stores the deepest level of all, None for no limit, and gives what was set before.

    Where less is allowed than before, every reply that is being written is silenced.
    """

    async def kept(unit: Unit) -> Level | None:
        row = await row_in(unit)
        before = Level(row.deepest) if row.deepest is not None else None
        if before is level:
            return before
        epoch = row.epoch + (_or_all(level) < _or_all(before))
        deepest = int(level) if level is not None else None
        await unit.put(replace(row, deepest=deepest, epoch=epoch))
        await unit.trail.append(INSTANCE, Noted(LimitSet(_word(before), _word(level)), at))
        return before

    return await store.deciding(HOUSE, kept)


async def announce(store: Store, line: str, at: datetime) -> bool:
    """Stores the line that each person gets once, empty for none; False where nothing changed."""

    async def kept(unit: Unit) -> bool:
        row = await row_in(unit)
        if row.announcement == line:
            return False
        names = await unit.subject(HOUSE, f"announcement {at.isoformat()} {line}") if line else ""
        await unit.put(replace(row, announcement=line, announced=names))
        await unit.trail.append(INSTANCE, Noted(AnnouncementSet(bool(line)), at))
        return True

    return await store.deciding(HOUSE, kept)


def _or_all(level: Level | None) -> Level:
    return level if level is not None else Level.ONGOING


def _word(level: Level | None) -> str:
    return level.word if level is not None else ""


# How a process learns what another one set. The store gives a mark that is another one once a row
# that replies stand on changed, in whichever process, and asking for it waits for nothing. Before
# each decision the mark is compared with the one of the last look, and only where it is another is
# the row read again. A decision that was made just before the change is no way past it: the reply
# it asks for carries the epoch that was known then, and is silenced by the newer one (`standing`).
@dataclass(slots=True)
class Instance:
    """Knows what the operator set, as of the newest mark of the store."""

    store: Store
    known: InstanceRow = field(default=NOTHING, init=False)
    mark: Mark | None = field(default=None, init=False)

    async def look(self) -> None:
        """Reads it again, if anything may have changed it since the last look."""
        if not self.is_known:
            mark = self.store.mark((HOUSE,))  # before it is read: what comes later is another
            self.known, self.mark = await instance_of(self.store), mark

    @property
    def is_known(self) -> bool:
        """Whether nothing may have changed it since the last look."""
        return self.mark == self.store.mark((HOUSE,))

    def of(self, house: House) -> House:
        """Gives the house with what the operator set."""
        row = self.known
        if row == NOTHING:
            return house
        deepest = Level(row.deepest) if row.deepest is not None else Level.ONGOING
        bounds = replace(house.bounds, deepest=deepest)
        of_all = replace(house, bounds=bounds, epoch=row.epoch)
        return replace(of_all, announcement=row.announcement, announced=row.announced)
