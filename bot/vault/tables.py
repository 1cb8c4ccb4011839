"""The tables of wrapped keys, and of the aliases of destroyed keys, kept for a day."""

from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    delete,
    insert,
    inspect,
    select,
)
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from bot.records import Owner

A_DAY_S = 24 * 60 * 60  # longer than any unit of work lasts
SCHEMA = "attune_keys"  # on PostgreSQL: apart from the data, so that backups can be apart


class _Now(FunctionElement[int]):
    """The seconds since 1970, by the database's clock."""

    inherit_cache = True
    type = Integer()


@compiles(_Now)
def _now(_element: _Now, compiler: Any, **_more: Any) -> str:
    if compiler.dialect.name == "postgresql":
        return "CAST(extract(epoch FROM now()) AS INTEGER)"
    return "(CAST(strftime('%s', 'now') AS INTEGER))"


def make_schema(connection: Connection) -> None:
    connection.execute(sql(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))


metadata = MetaData()
DATA_KEYS = Table(
    "data_keys",
    metadata,
    Column("owner", Text, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
    Column("master_version", Integer, nullable=False),
    Column("alias", Text, index=True),  # what the other database calls the owner
    Column(
        "created_at",
        Integer,
        nullable=False,
        server_default=_Now(),
    ),
)
# Something every right master key opens, so that a wrong one is found before it does harm.
CHECK = Table(
    "master_check",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)
# An alias is a hash under a key that nobody has any more: it tells which rows are nobody's.
DESTROYED = Table(
    "destroyed",
    metadata,
    Column("alias", Text, primary_key=True),
    Column("at", Integer, nullable=False, server_default=_Now()),
)


def make_tables(connection: Connection) -> None:
    """Makes the tables, and adds the column that an earlier release lacks."""
    looking = inspect(connection)
    there = set(looking.get_table_names())
    if DATA_KEYS.name in there:
        known = {column["name"] for column in looking.get_columns(DATA_KEYS.name)}
        if "alias" not in known:
            connection.execute(sql(f"ALTER TABLE {DATA_KEYS.name} ADD COLUMN alias TEXT"))
            for index in DATA_KEYS.indexes:
                index.create(connection)
    lacking = [table for table in metadata.sorted_tables if table.name not in there]
    metadata.create_all(connection, lacking, checkfirst=False)


async def destroy_key(owner: Owner, connection: AsyncConnection) -> None:
    """Deletes an owner's data key and notes their alias, in one transaction."""
    gone = delete(DATA_KEYS).where(DATA_KEYS.c.owner == owner).returning(DATA_KEYS.c.alias)
    for alias in (await connection.scalars(gone)).all():
        await connection.execute(insert(DESTROYED).values(alias=alias))


async def destroyed_aliases(connection: AsyncConnection) -> tuple[str, ...]:
    """Gives the aliases of the owners whose keys were destroyed within a day."""
    return tuple((await connection.scalars(select(DESTROYED.c.alias))).all())


async def forget_destroyed(connection: AsyncConnection) -> None:
    """Forgets those aliases after a day."""
    await connection.execute(delete(DESTROYED).where(DESTROYED.c.at < _Now() - A_DAY_S))
