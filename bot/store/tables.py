"""One table a kind of row, generated from the row's fields; the ledger; the claimed events.

`migrations/` writes the same schema out by hand; a test compares the two.
"""

from dataclasses import Field, fields
from datetime import UTC, datetime, timedelta
from types import NoneType
from typing import Any, get_args

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.rows import KINDS, LedgerRow, Owner, Row, Words

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """Keeps a moment as whole microseconds and gives it back in UTC, exactly."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Gives the microseconds since 1970; a moment without a time zone is a TypeError."""
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Gives the moment back."""
        return None if value is None else _EPOCH + value * _MICROSECOND


_TYPES: dict[Any, type[TypeEngine[Any]]] = {
    Owner: Text,
    str: Text,
    int: Integer,
    bool: Boolean,
    float: Float,
    datetime: Moment,
}

metadata = MetaData()


def _column(item: Field[Any]) -> Column[Any]:
    if item.type == Words:
        return Column(item.name, LargeBinary, nullable=True)
    options = get_args(item.type) or (item.type,)
    return Column(item.name, _TYPES[options[0]], nullable=NoneType in options)


def _table(kind: type[Row]) -> Table:
    columns = [_column(item) for item in fields(kind)]
    for column in columns:
        column.primary_key = column.name in ("owner", "key")
    return Table(kind.__name__.removesuffix("Row").lower(), metadata, *columns)


TABLES: dict[type[Row], Table] = {kind: _table(kind) for kind in KINDS}
SEALED: dict[type[Row], tuple[str, ...]] = {
    kind: tuple(item.name for item in fields(kind) if item.type == Words) for kind in KINDS
}

# AUTOINCREMENT: the number of an entry is never given twice.
LEDGER = Table(
    "ledger",
    metadata,
    Column("number", Integer, primary_key=True),
    *(_column(item) for item in fields(LedgerRow)),
    sqlite_autoincrement=True,
)

# The event's id is kept as a keyed hash: a platform's ids say who wrote where.
SEEN = Table(
    "seen",
    metadata,
    Column("tag", Text, primary_key=True),
    Column("at", Moment, nullable=False),
)
