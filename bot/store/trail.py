"""ports.Trail: the chains of the audit ledger, appended to in the transaction of the act itself."""

from collections.abc import Collection, Sequence
from typing import Any

from bot.audit import Entry, Noted
from bot.ports import PAGE
from bot.records import LedgerRow, Owner
from bot.store.session import Session
from bot.store.tables import EPOCH, from_micros, micros

_APPEND = """INSERT INTO trail (chain, number, at, hand, act, facts, doer, about, link)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"""
_ALL = "SELECT chain, number, at, hand, act, facts, doer, about, link FROM trail "
_HEAD = _ALL + "WHERE chain = $1 ORDER BY number DESC LIMIT 1"
_PAGE = _ALL + "WHERE chain = $1 AND number > $2 ORDER BY number LIMIT $3"
_LAST = _ALL + "WHERE chain = $1 AND act = $2 ORDER BY number DESC LIMIT 1"
_DOERS, _ABOUT = _ALL + "WHERE doer = $1", _ALL + "WHERE about = $1"
_CHAINS = "SELECT chain FROM trail WHERE chain > $1 GROUP BY chain ORDER BY chain LIMIT $2"
_CONSENTS = """SELECT number, subject, state, level, purposes, policy, at, expires_at, message
FROM ledger WHERE number > $1 ORDER BY number LIMIT $2"""
_STRAYS = "SELECT number FROM ledger WHERE number < 1 LIMIT 1"


# Why no two entries have one number, and none is lost. Whoever appends holds the lock of the chain
# from before it reads the last entry until its transaction ends; on SQLite there is one writer. The
# number is half of the table's key, so a second entry with it would undo its unit. These locks are
# taken last of all, the instance's behind any space's, so no circle of waiting can close.
class SqlTrail:
    """The audit ledger in one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def append(self, chain: Owner, noted: Noted) -> Entry:
        """Appends an act to a chain, and gives the entry that it became."""
        await self._session.hold(Owner(f"trail {chain}"))
        entry = noted.after(chain, await self.head(chain))
        of = entry.hand, entry.act, entry.facts, entry.doer, entry.about, entry.link
        await self._session.ask(_APPEND, entry.chain, entry.number, micros(entry.at), *of)
        return entry

    async def head(self, chain: Owner) -> Entry | None:
        """Gives the last entry of a chain."""
        return _first(await self._session.ask(_HEAD, chain))

    async def last(self, chain: Owner, act: str) -> Entry | None:
        """Gives the last entry of a chain about that act."""
        return _first(await self._session.ask(_LAST, chain, act))

    async def entries(self, chain: Owner, after: int = 0) -> tuple[Entry, ...]:
        """Gives the entries of a chain behind a number, a page of them."""
        return tuple(map(_entry, await self._session.ask(_PAGE, chain, after, PAGE)))

    async def chains(self, after: str = "") -> tuple[Owner, ...]:
        """Gives the names of the chains behind a name, a page of them."""
        return tuple(Owner(name) for (name,) in await self._session.ask(_CHAINS, after, PAGE))

    async def naming(self, whom: Collection[str]) -> tuple[Entry, ...]:
        """Gives the entries that name one of these keyed hashes, by chain and number."""
        named = [(query, one) for one in whom if one for query in (_DOERS, _ABOUT)]
        rows = [row for query, one in named for row in await self._session.ask(query, one)]
        return tuple(sorted(set(map(_entry, rows)), key=lambda one: (one.chain, one.number)))

    async def consents(self, after: int = 0) -> tuple[tuple[int, LedgerRow], ...]:
        """Gives the entries of the ledger of consent behind a number, a page of them."""
        found = await self._session.ask(_CONSENTS, after, PAGE)
        return tuple((number, _consent(rest)) for number, *rest in found)

    async def has_strays(self) -> bool:
        """Returns whether an entry of the ledger of consent has a number below 1."""
        return bool(await self._session.ask(_STRAYS))

    async def settle(self) -> None:
        """Waits until no entry of the ledger of consent is on its way, and lets none come."""
        await self._session.settle("ledger")


def _first(found: Sequence[Sequence[Any]]) -> Entry | None:
    return _entry(found[0]) if found else None


def _entry(row: Sequence[Any]) -> Entry:
    chain, number, at, *rest = row
    return Entry(Owner(chain), number, from_micros(at) or EPOCH, *rest)


def _consent(row: Sequence[Any]) -> LedgerRow:
    subject, state, level, purposes, policy, at, expires_at, message = row
    moments = (from_micros(at) or EPOCH, from_micros(expires_at))
    return LedgerRow(subject, state, level, purposes, policy, *moments, message)
