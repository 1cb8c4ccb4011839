"""Reading is done before anything waits, and a long text keeps nobody waiting."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

import pytest

from bot.engine import Engine
from bot.engine.parts import Parts
from bot.engine.reading import read_before, reading_of
from bot.engine.reply_inputs import Manner
from bot.governor.context import READ_ONCE, Context
from bot.levels import Level
from bot.model.offline import OfflineModel
from bot.reading import read
from bot.strings import ENGLISH
from bot.tasks import LONG, ended, start
from bot.words import Brief, Draft, Prompt, PromptLine
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.in_english import in_english
from tests.scene import AT, HOUSE, says

WALKED = "we walked home. " * LONG


async def ticks_while(reading: Coroutine[Any, Any, object]) -> int:
    """Gives how often the loop got to other work while something was read."""
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)

    ticking = start(tick(), "tick")
    await reading
    seen = ticks
    await ended(ticking)
    return seen


async def test_others_go_on_while_a_long_text_is_read() -> None:
    assert await ticks_while(reading_of(says(WALKED))) > 0


async def test_a_short_text_is_read_at_once() -> None:
    assert await ticks_while(reading_of(says("we walked home."))) == 0


@pytest.mark.parametrize(
    "context",
    [
        in_english(WALKED),
        in_english("so?", earlier=(WALKED,)),
        in_english("", earlier_user=(WALKED,)),
    ],
)
async def test_others_go_on_while_a_long_talk_is_read_for_the_rules(context: Context) -> None:
    assert await ticks_while(read_before(context)) > 0
    assert set(READ_ONCE) <= vars(context).keys()


async def test_others_go_on_while_the_model_that_is_none_reads_a_long_text() -> None:
    async def answered() -> list[Draft]:
        prompt = Prompt(Brief(Level.PLAIN, None, 1, 1), (PromptLine("user", WALKED),))
        return [piece async for piece in OfflineModel(ENGLISH).stream(prompt)]

    assert await ticks_while(answered()) > 0


async def test_a_long_text_says_what_it_says_in_a_thread_too() -> None:
    event = says("we walked home. " * LONG + "I want to kill myself")
    assert await reading_of(event) == read(event)
    assert read(event).is_at_risk


async def test_the_name_that_the_operator_gave_reaches_what_is_read() -> None:
    chat, vault = FakeChat(lambda: AT), FakeVault()
    parts = Parts(chat, (OfflineModel(ENGLISH),), FakeStore(vault), vault, SetClock())
    core = Engine(parts, replace(HOUSE, bot_name="Nova"), Manner())
    await core.handle(says("nova off"))
    await core.settled()
    assert ENGLISH.consent.off_nothing in chat.script()
