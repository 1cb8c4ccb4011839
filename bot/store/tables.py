"""The tables: the rows of every kind, sealed; the two ledgers; the claimed events.

`migrations/` writes the same schema out by hand; a test compares the two.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """A column type that stores a time in whole microseconds and gives it back in UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Gives the microseconds since 1970; a moment without a time zone is a TypeError."""
        return micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Gives the moment back."""
        return from_micros(value)


def micros(value: datetime | None) -> int | None:
    """Gives a moment as the whole microseconds since 1970 that a database keeps."""
    return None if value is None else (value - EPOCH) // _MICROSECOND


def from_micros(value: int | None) -> datetime | None:
    """Gives the moment back, in UTC."""
    return None if value is None else EPOCH + value * _MICROSECOND


metadata = MetaData()

# Every row of every kind. Only its owner's key says whose it is, which row, and what is in it.
KEPT = Table(
    "kept",
    metadata,
    Column("owner", Text, primary_key=True),  # its alias
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),  # a hash under the owner's data key
    Column("at", Moment, nullable=True),  # the hour, for time to take it away
    Column("sealed", LargeBinary, nullable=False),
    Index("kept_at", "kind", "at"),
)

# AUTOINCREMENT: the number of an entry is never given twice.
LEDGER = Table(
    "ledger",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("level", Integer, nullable=False),
    Column("purposes", Text, nullable=False),
    Column("policy", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=True),
    Column("message", Text, nullable=False),
    sqlite_autoincrement=True,
)

# The audit ledger: chains of entries that name persons by hashes under their own keys.
Table(
    "trail",
    metadata,
    Column("chain", Text, primary_key=True),  # the keyed hash of a space, or the instance's
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("hand", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("doer", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("link", Text, nullable=False),
    Index("trail_doer", "doer"),
    Index("trail_about", "about"),
)

# The event's id is kept as a hash under its scope's key: a platform's ids say who wrote where.
SEEN = Table(
    "seen",
    metadata,
    Column("tag", Text, primary_key=True),
    Column("at", Moment, nullable=False),
)
