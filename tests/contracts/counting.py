"""A process of its own that raises one person's turn again and again: `python -m … URL COUNT`."""

import asyncio
import sys
from dataclasses import replace

from bot.ports import Unit
from bot.records import ConversationRow, Owner
from bot.store.store import open_store
from bot.vault import DataKey
from tests.fakes import FakeVault

ADA = Owner("ada")


def same_keys() -> dict[Owner, DataKey]:
    """Gives what every process has: the same key of the same owner."""
    return {ADA: DataKey(ADA, b"k" * 32)}


async def raised(unit: Unit) -> None:
    """Reads, lets others run, and writes what it read and one more."""
    row = await unit.get(ConversationRow, ADA, "room") or ConversationRow(ADA, "room")
    await asyncio.sleep(0)
    await unit.put(replace(row, turn=row.turn + 1))


async def main(url: str, count: int) -> None:
    """Counts in this process."""
    store = await open_store(url, FakeVault(same_keys()))
    for _ in range(count):
        await store.deciding(ADA, raised)
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
