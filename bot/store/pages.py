"""Reads the rows of a kind, of every owner, with no more than a page of them in memory."""

from collections.abc import AsyncIterator
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Select, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import PAGE, Vault
from bot.records import Row, name_of
from bot.store.database import AnyDatabase
from bot.store.sealing import Record, RememberedKeys, opened
from bot.store.tables import KEPT, Moment

R = TypeVar("R", bound=Row)
Query = Select[tuple[Any, ...]]
_PLACE = (KEPT.c.at, KEPT.c.owner, KEPT.c.key)  # no two records of a kind have the same


# Why pages lose nothing while others write. Each page is one statement, so a snapshot of its own;
# between two of them nothing is held: no transaction, which on SQLite would keep an erase from
# emptying the log, and no connection. Each begins behind the place of the last record of the page
# before, and never behind a number of rows: what is deleted meanwhile moves nobody else, were it
# that very record. A record that stays where it is has one place, is seen by the page that covers
# it, and by no other. It is missed only if it comes to stand in front of the place that was
# reached: it is new, or it was put again with a later hour. That is as if it had come after the
# round, and was about nobody that the round is for: of who is idle or due it says that they are
# not any more. Rounds come again, and what is read once is read before anybody is heard. An earlier
# hour lets a record be seen twice, so callers read it again under its owner's lock before they
# change it.
# A key that is erased before its page is read opens nothing, and the row is left out. One that is
# erased after that was read in time, as by any unit that began before the erase.
# The index gives the hours in order, and the database sorts the records of one hour for each page
# that lies in it. Hours are clear and few, and who is known spreads over many of them.
async def each(
    database: AnyDatabase, vault: Vault, kind: type[R], until: datetime | None
) -> AsyncIterator[R]:
    """Gives the readable rows that have an `at`, by the hour, the latest first.

    Args:
        until: only those whose hour had begun by then; nothing else is read or opened.
    """
    every = query = wanted(kind, until)
    while page := await database.reading(partial(_records, query), "page"):
        keys = await RememberedKeys(vault).called({one["owner"] for one in page})
        for one in page:
            for row in opened(kind, [one], keys):
                yield row
        if len(page) < PAGE:
            break
        query = behind(every, page[-1])


def wanted(kind: type[Row], until: datetime | None) -> Query:
    """Gives the query for the first page."""
    columns = (KEPT.c.owner, KEPT.c.kind, KEPT.c.key, KEPT.c.at, KEPT.c.sealed)
    limit = KEPT.c.at.is_not(None) if until is None else KEPT.c.at <= until
    query = select(*columns).where(KEPT.c.kind == name_of(kind), limit)
    return query.order_by(*(one.desc() for one in _PLACE)).limit(PAGE)


def behind(query: Query, reached: Record) -> Query:
    """Gives the query for the page that begins behind a record."""
    place = (literal(reached["at"], Moment()), literal(reached["owner"]), literal(reached["key"]))
    return query.where(KEPT.c.at <= reached["at"], tuple_(*_PLACE) < tuple_(*place))


async def _records(query: Query, connection: AsyncConnection) -> list[Record]:
    return [dict(one) for one in (await connection.execute(query)).mappings()]
