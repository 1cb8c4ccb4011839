"""Sends that could not be made: what is kept of them, and of whom nothing is kept any more."""

import asyncio
from typing import Any, cast

import pytest

from bot.actions.platform import Delete, React, Replace, Unreact
from bot.choices import Choice, KeepAll
from bot.engine.codec import Sending, dump
from bot.engine.erasing import Erasing
from bot.engine.outbox import Outbox
from bot.engine.pseudonyms import Pseudonyms
from bot.errors import MessageFixed, NotAllowed, PlatformError
from bot.ids import MessageId, PersonId, RoomId, Scope, SpaceId
from bot.ports import Unit
from bot.records import HOUSE, OutboxRow, PostRow, TrayRow
from bot.strings import ENGLISH
from bot.tasks import start
from bot.words import Outgoing
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT

OF = Scope(SpaceId("console:s"), PersonId("console:ada"))


class Refusing:
    """Takes nothing away and says nothing; its person may erase everything just then."""

    def __init__(self, store: FakeStore, names: Pseudonyms, *, erases: bool) -> None:
        self._store, self._names, self._erases = store, names, erases

    async def delete(self, _room: RoomId, _message: MessageId) -> None:
        async def erased(unit: Unit) -> None:
            await Erasing(unit, self._names, OF.person).scope(OF)

        if self._erases:
            await self._store.deciding(HOUSE, erased)
        raise NotAllowed("no")

    async def say(self, new: object) -> None:
        raise PlatformError("no")


@pytest.mark.parametrize("erases", [False, True])
async def test_a_line_about_what_stays_waits_for_nobody_who_erased_everything(
    *, erases: bool
) -> None:
    store = FakeStore(vault := FakeVault())
    names = Pseudonyms(vault)
    send = dump(Sending(RoomId("console:s"), OF, False, Delete(MessageId("m"))))
    row = OutboxRow(names.scope(OF), "k:00", AT, 0, send)

    async def kept(unit: Unit) -> None:
        await unit.put(row)

    await store.deciding(HOUSE, kept)
    chat = cast("Any", Refusing(store, names, erases=erases))
    await Outbox(chat, store, names, strings=ENGLISH).rows((row,))
    assert len(await store.sweep(TrayRow)) == (0 if erases else 1)


class Unmarking:
    """May put no emoji anywhere, nor take one back."""

    def __init__(self) -> None:
        self.tries = 0

    async def react(self, *_: object) -> None:
        self.tries += 1
        raise PlatformError("Missing Permissions")

    unreact = react


@pytest.mark.parametrize("action", [React(MessageId("m"), "🔁"), Unreact(MessageId("m"), "🔁")])
async def test_an_emoji_that_is_refused_is_given_up_and_nobody_is_told(
    action: React | Unreact,
) -> None:
    store = FakeStore(vault := FakeVault())
    names, chat = Pseudonyms(vault), Unmarking()
    send = dump(Sending(RoomId("console:s"), OF, False, action))
    row = OutboxRow(names.scope(OF), "k:00", AT, 0, send)

    async def kept(unit: Unit) -> None:
        await unit.put(row)

    await store.deciding(HOUSE, kept)
    await Outbox(cast("Any", chat), store, names, strings=ENGLISH).rows((row,))
    assert await store.sweep(OutboxRow) == ()
    assert await store.sweep(TrayRow) == ()
    assert chat.tries == 1


class Fixed:
    """Edits nothing any more; what is said is remembered."""

    def __init__(self) -> None:
        self.said: list[Outgoing] = []

    async def replace(self, *_: object) -> None:
        raise MessageFixed("It is too old.")

    async def say(self, new: Outgoing) -> MessageId:
        self.said.append(new)
        return MessageId("new")


@pytest.mark.parametrize("text", ["Warm here.", None])
async def test_what_a_card_became_is_told_to_its_person_where_it_can_be_edited_no_more(
    text: str | None,
) -> None:
    store = FakeStore(vault := FakeVault())
    names, room = Pseudonyms(vault), RoomId("console:s")
    put = Replace(MessageId("m"), text, (Choice("Keep", KeepAll()),))
    row = OutboxRow(names.scope(OF), "k:00", AT, 0, dump(Sending(room, OF, False, put)))

    async def kept(unit: Unit) -> None:
        await unit.put(row)

    await store.deciding(HOUSE, kept)
    chat = Fixed()
    await Outbox(cast("Any", chat), store, names, strings=ENGLISH).rows((row,))
    told = [(one.text, one.to, one.choices) for one in chat.said]
    assert told == ([] if text is None else [(text, OF.person, ("Keep",))])
    posts = [one.key for one in await store.sweep(PostRow)]
    assert posts == ([] if text is None else [names.message(room, MessageId("new"))])


class Replacing:
    """Notes what is put in the place of what."""

    def __init__(self) -> None:
        self.replaced = list[MessageId]()

    async def replace(self, _room: RoomId, message: MessageId, *_rest: object) -> None:
        self.replaced.append(message)


@pytest.mark.parametrize(("reply", "is_direct"), [("", False), ("", True), ("reply", False)])
async def test_a_card_of_one_person_waits_for_nothing_that_is_said_in_the_room(
    reply: str, *, is_direct: bool
) -> None:
    store = FakeStore(vault := FakeVault())
    names, chat, room = Pseudonyms(vault), Replacing(), RoomId("console:s")
    action = Replace(MessageId("m"), reply=reply)
    row = OutboxRow(names.scope(OF), "k:00", AT, 0, dump(Sending(room, OF, is_direct, action)))
    outbox = Outbox(cast("Any", chat), store, names, strings=ENGLISH)
    async with outbox.rooms[room]:
        sending = start(outbox.rows((row,)), "sending")
        for _ in range(20):
            await asyncio.sleep(0)
        meanwhile = tuple(chat.replaced)
    await sending
    assert (meanwhile, chat.replaced) == (() if reply or is_direct else ("m",), ["m"])
