"""Whether a rotation has anything to do, and its last step."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.vault.tables import CHECK, DATA_KEYS


async def is_all_under(version: int, connection: AsyncConnection) -> bool:
    """Says whether that master key opens every key, and no other one is known."""
    kept = select(DATA_KEYS.c.owner).where(DATA_KEYS.c.master_version != version).limit(1)
    known = select(CHECK.c.version).where(CHECK.c.version != version).limit(1)
    return await connection.scalar(kept) is None and await connection.scalar(known) is None


async def forget_others(version: int, connection: AsyncConnection) -> None:
    """Takes away what says that another master key opens these keys."""
    await connection.execute(delete(CHECK).where(CHECK.c.version != version))
