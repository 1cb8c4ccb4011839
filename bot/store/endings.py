"""What may have ended replies that are being written, in memory: which units changed whose rows.

Whoever writes a reply asks before each sentence whether it still stands. Most of the time nothing
that it stands on has changed since the last answer, and a number says so without a look.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from bot.bounded import BoundedMap
from bot.records import AskRow, Owner, Row, standing_on

MOST = 10_000  # owners; of who is not among them it is taken that something changed


@dataclass(slots=True)
class Endings:
    """Counts, for each owner, the changes that may end a reply."""

    _count: int = 0
    _of: BoundedMap[Owner, int] = field(default_factory=lambda: BoundedMap(MOST))
    _forgotten: int = 0  # the newest change of an owner that is not remembered any more

    def number(self, owners: Collection[Owner]) -> int:
        """Gives a number that is another one once something of one of these owners changed."""
        return max((self._forgotten, *(self._of.get(owner, 0) for owner in owners)))

    def changed(self, owner: Owner) -> None:
        """Makes every number that counts this owner another one."""
        if len(self._of) == MOST and owner not in self._of:
            _, self._forgotten = self._of.popitem(last=False)
        self._count += 1
        self._of[owner] = self._count

    def everything_changed(self) -> None:
        """Makes every number another one."""
        self._count += 1
        self._forgotten = self._count


# No sentence follows a change that somebody was told of. A change is counted twice: when its unit
# writes it, and once more after the commit, before whoever asked for it hears that it is done. The
# writer of a reply takes the number first and then reads the rows, so that:
# - who reads before the commit finds the reply standing, under a number that the second count ends;
# - who reads after it finds the change;
# - who goes by the number alone, and does not read, took it before the second count, so the change
#   was not acknowledged yet. Such a sentence is one that was on its way when the change came.
# The first count lets a reply end as soon as the change is committed, without waiting for the loop
# to come back to the unit. Where a unit fails, both counts cost a look and change nothing. The unit
# itself counts, so nobody who changes a row has to think of it.
@dataclass(slots=True)
class Ending:
    """What one unit of work changes of what replies stand on.

    Args:
        is_announced: other processes are to hear of it.
    """

    endings: Endings
    owners: set[Owner] = field(default_factory=set)
    is_announced: bool = False

    def wrote(self, row: Row, before: Row | None) -> None:
        """Counts a row that was written over another one, or where none was, if they differ."""
        kind = type(row)
        before = before if before is not None else kind(row.owner, row.key)
        if any(getattr(row, name) != getattr(before, name) for name in standing_on(kind)):
            self.of(row.owner)

    def unseen(self, row: Row) -> None:
        """Counts a row that was written without a look at what it replaces."""
        if standing_on(type(row)):
            self.of(row.owner)

    def dropped(self, kind: type[Row], owner: Owner) -> None:
        """Counts a row that was dropped.

        An ask is dropped by whoever writes its reply, once that is done: no other process waits
        to hear it, so the end of every reply is not announced to all of them.
        """
        if standing_on(kind):
            self._count(owner)
            self.is_announced |= kind is not AskRow

    def of(self, owner: Owner) -> None:
        """Counts a change of an owner's, now and when the unit has ended; others hear of it."""
        self._count(owner)
        self.is_announced = True

    def _count(self, owner: Owner) -> None:
        self.owners.add(owner)
        self.endings.changed(owner)

    def again(self) -> None:
        """Counts all of it once more; called after the commit, before it is acknowledged."""
        for owner in self.owners:
            self.endings.changed(owner)
