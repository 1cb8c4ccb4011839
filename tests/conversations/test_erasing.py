"""Dialogues about erasing: what is on its way while somebody erases means nothing when it comes."""

import asyncio
from dataclasses import replace

from bot.engine import Engine
from bot.engine.parts import Parts
from bot.engine.reply_inputs import Manner
from bot.events import ChoiceMade
from bot.ids import EventId, MessageId
from bot.records import PostRow, ScopeRow
from bot.tasks import start
from bot.words import Outgoing
from tests.console_stage import SetClock
from tests.conversations.stage import plain_reply
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.play import ScriptedModel
from tests.scene import ADA, AT, DIRECT, HOUSE, commands


class SlowChat(FakeChat):
    """Says nothing that can be accepted before it is let."""

    may = asyncio.Event()

    async def say(self, new: Outgoing) -> MessageId:
        if "Yes" in new.choices:
            await self.may.wait()
        return await FakeChat.say(self, new)


def tap(label: str, message: MessageId, number: int) -> ChoiceMade:
    return ChoiceMade(EventId(f"tap{number}"), AT, ADA, DIRECT, message, label)


async def test_a_card_that_was_on_its_way_while_its_person_erased_is_no_yes() -> None:
    chat, vault = SlowChat(lambda: AT), FakeVault()
    chat.may = asyncio.Event()
    store, model = FakeStore(vault), ScriptedModel(plain_reply)
    core = Engine(Parts(chat, (model,), store, vault, SetClock()), HOUSE, Manner())
    await core.handle(replace(commands("data erase"), id=EventId("e0")))
    await core.settled()
    erase = chat.posts(DIRECT.room)[-1]
    await core.handle(replace(commands("on"), id=EventId("e1")))
    await core.handle(tap("Erase", erase.id, 1))
    settling = start(core.settled(), "settling")
    await asyncio.sleep(0)
    chat.may.set()
    await settling
    (card,) = [one for one in chat.posts(DIRECT.room) if "Yes" in one.choices]
    assert await store.sweep(PostRow) == ()
    await core.handle(tap("Yes", card.id, 2))
    await core.settled()
    assert [row.state for row in await store.sweep(ScopeRow) if row.state] == []
