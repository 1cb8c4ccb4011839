"""The databases, as this program opens them: SQLite by default, PostgreSQL for shards."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from bot.store.database import postgres, sqlite
from bot.store.database.postgres import PostgresDatabase, hold, is_postgres
from bot.store.database.sqlite import Database, file_of, make_private, sync_engine, translated

__all__ = [
    "AnyDatabase",
    "Database",
    "PostgresDatabase",
    "file_of",
    "hold",
    "is_postgres",
    "make_private",
    "open_database",
    "sync_engine",
    "translated",
    "with_connection",
]

T = TypeVar("T")
AnyDatabase = Database | PostgresDatabase


def open_database(url: str, schema: str = "public") -> AnyDatabase:
    """Opens the database of a URL; a schema is a part of PostgreSQL's only."""
    return postgres.PostgresDatabase(url, schema) if is_postgres(url) else sqlite.Database(url)


def with_connection(url: str, work: Callable[[Connection], T], *, writes: bool) -> T:
    """Runs a synchronous function in one transaction. Raises StoreError."""
    if is_postgres(url):
        return postgres.with_connection(url, work, writes=writes)
    with translated(), sync_engine(url, writes=writes).begin() as connection:
        return work(connection)
