"""Reading is done before anything waits, and a long text keeps nobody waiting."""

import asyncio
from dataclasses import replace

from bot import phrases
from bot.companion import Companion
from bot.companion.parts import Parts
from bot.companion.reading import LONG, reading_of
from bot.companion.sources import Manner
from bot.reading import read
from bot.tasks import ended, start
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT, HOUSE, says


async def ticks_while(text: str) -> int:
    """Gives how often the loop got to other work while a text was read."""
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)

    ticking = start(tick(), "tick")
    await reading_of(says(text))
    seen = ticks
    await ended(ticking)
    return seen


async def test_others_go_on_while_a_long_text_is_read() -> None:
    assert await ticks_while("we walked home. " * LONG) > 0


async def test_a_short_text_is_read_at_once() -> None:
    assert await ticks_while("we walked home.") == 0


async def test_a_long_text_says_what_it_says_in_a_thread_too() -> None:
    event = says("we walked home. " * LONG + "I want to kill myself")
    assert await reading_of(event) == read(event)
    assert read(event).is_at_risk


async def test_the_name_that_the_operator_gave_reaches_what_is_read() -> None:
    chat, vault = FakeChat(lambda: AT), FakeVault()
    parts = Parts(chat, (), FakeStore(vault), vault, SetClock())
    core = Companion(parts, replace(HOUSE, bot_name="Nova"), Manner())
    await core.handle(says("nova off"))
    await core.settled()
    assert phrases.OFF_ALREADY in chat.script()
