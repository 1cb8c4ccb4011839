"""Whether a reply still stands: known in memory, and read again once something of it changed."""

from dataclasses import dataclass, field
from functools import partial

from bot.actions.ask import Ask
from bot.bounded import BoundedMap
from bot.engine.ahead import of_standing
from bot.engine.apply.ask import rows_of_spaces
from bot.engine.codec import load_ask
from bot.engine.instance import Instance, row_in
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import Scope, SpaceId
from bot.ports import Mark, Store, Unit
from bot.records import HOUSE, AskRow, Owner, PersonRow, ScopeRow

MOST = 1_000  # replies that wait or are being written; of any other it is read
Asked = tuple[Owner, str, int, int]  # an ask and the epochs it was made under
AsOf = tuple[Mark, tuple[Owner, ...]]  # the mark of these owners


# Why a mark, and not a list of what ends a reply. Somebody stops it, leaves, pauses, erases, is
# blocked by an operator in another process: all of that is rows that change, and the store counts
# the changes of those rows whoever writes them (`store/endings`). A mark is taken before the rows
# are read, so what is committed after the read makes the next mark another one. Only that a reply
# stands is ever remembered: one that does not stand is read each time it is asked about.
@dataclass(frozen=True, slots=True)
class Standing:
    """Knows which replies stand, as of marks of the store."""

    store: Store
    names: Pseudonyms
    instance: Instance = field(init=False)
    _known: BoundedMap[Asked, AsOf] = field(default_factory=lambda: BoundedMap(MOST))

    def __post_init__(self) -> None:
        object.__setattr__(self, "instance", Instance(self.store))

    def as_of(self, scope: Scope, above: tuple[SpaceId, ...] = ()) -> AsOf:
        """Gives the mark of what a reply in this scope stands on; taken before that is read."""
        names = self.names
        spaces = tuple(map(names.space, (scope.space, *above)))
        owners = (names.scope(scope), *spaces, names.person(scope.person))
        return self.store.mark((*owners, HOUSE)), owners

    async def asked(self, unit: Unit, row: AskRow, as_of: AsOf) -> None:
        """Remembers that a reply stands, as its decision's own unit has read all it stands on.

        Not where what the operator set for all may have changed since it was looked at.
        """
        of = load_ask(row.body)
        if not self.instance.is_known or as_of[1] != self.as_of(of.scope, of.above)[1]:
            return
        if await self._stands(row, of, unit):
            self._known[_asked(row)] = as_of

    async def stands(self, row: AskRow) -> bool:
        """Returns whether a reply may still be shown: not stopped, erased, ignored or outdated."""
        mark, owners = self._known.get(_asked(row), (None, ()))
        is_known = mark is not None and mark == self.store.mark((*owners, HOUSE))
        return is_known or await self._read(row)

    async def _read(self, row: AskRow) -> bool:
        ask = load_ask(row.body)
        as_of = self.as_of(ask.scope, ask.above)
        is_standing = await self.store.reading(partial(self.stands_in, row))
        if is_standing:
            self._known[_asked(row)] = as_of
        return is_standing

    async def stands_in(self, row: AskRow, unit: Unit) -> bool:
        """Returns the same as it is in a unit of work, which reads it."""
        ask = load_ask(row.body)
        await unit.read_ahead(*of_standing(self.names, row, ask))
        is_of_now = (await row_in(unit)).epoch == row.house_epoch
        return is_of_now and await self._stands(row, ask, unit)

    async def _stands(self, row: AskRow, ask: Ask, unit: Unit) -> bool:
        of = ask.scope
        kept = await unit.get(AskRow, row.owner, row.key)
        if kept is None or kept.state != "open":
            return False
        scope = await unit.get(ScopeRow, row.owner)
        person = await unit.get(PersonRow, self.names.person(of.person))
        spaces = await rows_of_spaces(unit, self.names, ask)
        if (person and (person.ignored or person.blocked)) or any(one.blocked for one in spaces):
            return False
        epochs = (scope.epoch if scope else 0, sum(one.epoch for one in spaces))
        return epochs == (row.epoch, row.space_epoch)


def _asked(row: AskRow) -> Asked:
    return row.owner, row.key, row.epoch, row.space_epoch
