"""A database held as another program may hold it, so that nothing can be recorded."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path


@asynccontextmanager
async def held(file: Path) -> AsyncIterator[None]:
    """Holds the database; while it waits for it, the loop goes on, and what is open can end."""
    with closing(
        sqlite3.connect(file, timeout=60, isolation_level=None, check_same_thread=False)
    ) as other:
        await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
