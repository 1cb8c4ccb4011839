"""What a unit of work asks of a database: each call is one round trip."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.records import LedgerRow, Owner
from bot.store.sealing import Record

CLAIMED = "An event was claimed by another process meanwhile."
Place = tuple[str, str, str | None]  # an owner's alias, a kind, a row's name; None: all of the kind
Claim = tuple[str, datetime]  # the tag of an event, and its hour


@dataclass(frozen=True, slots=True)
class Changes:
    """What a unit of work changes. Its repr shows no row.

    Args:
        announced: other processes are to be told, with the commit, that they look again.
    """

    kept: Sequence[Record] = field(default=(), repr=False)
    dropped: Sequence[Place] = field(default=(), repr=False)
    claims: Sequence[Claim] = field(default=(), repr=False)
    announced: bool = False

    def __bool__(self) -> bool:
        return bool(self.kept or self.dropped or self.claims or self.announced)


class Session(Protocol):
    """The statements of one unit of work, inside its transaction. Each raises StoreError."""

    async def take_turn(self) -> bool:
        """Takes its turn to decide, where another's could still come first; False if it has it."""

    async def look(self, places: Sequence[Place], tag: str = "") -> tuple[list[Record], bool]:
        """Gives the records at those places, and whether an event with that tag was claimed."""

    async def write(self, changes: Changes) -> None:
        """Writes, drops and claims. Raises StoreError if an event was claimed meanwhile."""

    async def drop(self, place: Place) -> bool:
        """Drops the records at a place now; False where none was there."""

    async def drop_all(self, alias: str) -> None:
        """Drops every record of an owner now."""

    async def every(self, kind: str) -> list[Record]:
        """Gives the records of a kind, of all owners."""

    async def append(self, row: LedgerRow) -> int:
        """Appends to the ledger and gives the entry's number."""

    async def ledger(self, subject: str) -> tuple[tuple[int, LedgerRow], ...]:
        """Gives the ledger's entries of that subject, oldest first."""

    async def hold(self, owner: Owner) -> bool:
        """Waits until no other process decides about that owner; False if nobody could."""

    async def ask(self, statement: str, *values: Any) -> Sequence[Sequence[Any]]:
        """Runs a statement with its values for $1 and on, and gives the rows that it finds."""

    async def settle(self, table: str) -> None:
        """Waits until nobody has written to a table and not committed; nobody else writes then."""
