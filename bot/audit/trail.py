"""What the audit ledger is to whoever writes or reads it: a part of the port of a unit of work."""

from collections.abc import Collection
from typing import Protocol

from bot.audit.chain import Entry, Noted
from bot.records import LedgerRow, Owner


class Trail(Protocol):
    """The audit ledger in one unit of work: chains of entries; none ever changes or goes."""

    async def append(self, chain: Owner, noted: Noted) -> Entry:
        """Appends an act to a chain, and gives the entry that it became.

        Nothing else is held or counted after it in its unit; the instance's chain comes last.
        """

    async def head(self, chain: Owner) -> Entry | None:
        """Gives the last entry of a chain."""

    async def last(self, chain: Owner, act: str) -> Entry | None:
        """Gives the last entry of a chain about that act."""

    async def entries(self, chain: Owner, after: int = 0) -> tuple[Entry, ...]:
        """Gives the entries of a chain behind a number, a page of them."""

    async def chains(self, after: str = "") -> tuple[Owner, ...]:
        """Gives the names of the chains behind a name, a page of them."""

    async def naming(self, whom: Collection[str]) -> tuple[Entry, ...]:
        """Gives the entries that name one of these keyed hashes, by chain and number."""

    async def consents(self, after: int = 0) -> tuple[tuple[int, LedgerRow], ...]:
        """Gives the entries of the ledger of consent behind a number, a page of them."""

    async def has_strays(self) -> bool:
        """Returns whether an entry of the ledger of consent has a number below 1."""

    async def settle(self) -> None:
        """Waits until no entry of the ledger of consent is on its way, and lets none come."""
