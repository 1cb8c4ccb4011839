"""A process of its own in which somebody taps Accept: `python -m … URL KEYS CARD NUMBER`.

It says that it is ready, waits for a line, and taps; says that it decided, and waits for another
before anything is sent; and says how many times the tap was answered.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.engine import Engine
from bot.engine.parts import Parts
from bot.engine.reply_inputs import Manner
from bot.events import ChoiceMade
from bot.ids import EventId, MessageId
from bot.model.offline import OfflineModel
from bot.store.store import open_store
from bot.strings import ENGLISH
from bot.vault import FileVault, MasterKey
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat, Posted
from tests.scene import ADA, AT, DIRECT, HOUSE

MASTER = MasterKey(b"m" * 32)
DONE = "Warm here"


@asynccontextmanager
async def opened(url: str, keys: str) -> AsyncIterator[tuple[Engine, FakeChat]]:
    """Opens one and the same store in this process, with a platform of its own."""
    vault = await FileVault.open(keys, MASTER)
    store = await open_store(url, vault)
    chat, clock = FakeChat(lambda: AT), SetClock()
    core = Engine(Parts(chat, (OfflineModel(ENGLISH),), store, vault, clock), HOUSE, Manner())
    yield core, chat
    await core.close()
    await store.close()
    await vault.close()


async def main(url: str, keys: str, card: str, number: str) -> None:
    """Taps once the other is ready too, and answers once the other has decided too."""
    async with opened(url, keys) as (core, chat):
        shown = Posted(MessageId(card), DIRECT.room, None, AT, "", ADA, ("Yes",))
        chat._posts[shown.id] = shown
        tap = ChoiceMade(EventId(f"tap{number}"), AT, ADA, DIRECT, shown.id, "Yes")
        _wait_after("ready")
        await core.handle(tap)
        _wait_after("decided")  # the loop stands still meanwhile
        await core.settled()
        sys.stdout.write(f"{chat.script().count(DONE)}\n")


def _wait_after(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
