"""The texts of reported messages: read when an admin asks, the bot's own and public ones alone."""

from dataclasses import replace

import pytest

from bot.actions.of_spaces import Report
from bot.choices import Choice, CloseReport
from bot.commands import command_in
from bot.engine.codec import dump_post
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reported_texts import ReportedTexts
from bot.engine.reports import Reports
from bot.events import ChoiceMade, CommandGiven
from bot.ids import MessageId, PersonId, SendKey
from bot.ports import Unit
from bot.records import Owner, PostRow
from bot.words import Outgoing
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT, SHARED, commands, taps

ADMIN = replace(SHARED, by_admin=True)
ASKED = replace(commands("", ADMIN), command=command_in("attune-admin reports"))
SAID = "The lease ends in May."


class Desk:
    """A chat and a store with reports of one message, and what reads its text."""

    def __init__(self) -> None:
        vault = FakeVault()
        self.store, self.names, self.chat = (
            FakeStore(vault),
            Pseudonyms(vault),
            FakeChat(lambda: AT),
        )
        self.texts = ReportedTexts(self.chat, self.store, self.names)

    async def say(self, to: PersonId | None = None) -> MessageId:
        return await self.chat.say(Outgoing(SendKey("k"), SHARED.room, SAID, to=to))

    async def report(self, message: MessageId) -> None:
        async def work(unit: Unit) -> None:
            what = Report("link", str(SHARED.room), str(message))
            await Reports(unit, self.names).keep(ASKED.scope, what, AT)

        await self.store.deciding(Owner("lock"), work)

    async def put(self, row: PostRow) -> None:
        async def work(unit: Unit) -> None:
            await unit.put(row)

        await self.store.deciding(Owner("lock"), work)

    async def shown(self, event: CommandGiven | ChoiceMade = ASKED) -> dict[str, str]:
        read = await self.texts.before(event)
        assert isinstance(read, CommandGiven | ChoiceMade)
        return dict(read.own_texts)


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def test_an_admin_who_asks_is_shown_what_stands_there_now(desk: Desk) -> None:
    message = await desk.say()
    await desk.report(message)
    assert await desk.shown() == {"link": SAID}
    await desk.chat.extend(SHARED.room, message, "The lease ends in June.")
    assert await desk.shown() == {"link": "The lease ends in June."}
    await desk.chat.delete(SHARED.room, message)
    assert await desk.shown() == {}


async def test_nobody_else_and_no_other_command_makes_anything_be_read(desk: Desk) -> None:
    await desk.report(await desk.say())
    assert await desk.shown(replace(ASKED, where=SHARED)) == {}
    assert await desk.shown(replace(ASKED, where=replace(ADMIN, is_direct=True))) == {}
    other = replace(ASKED, command=command_in("attune-admin audit"))
    assert await desk.shown(other) == {}


async def test_what_is_anothers_or_private_is_not_shown(desk: Desk) -> None:
    await desk.report(desk.chat.hear(SHARED.room, PersonId("p:eve"), "mine alone"))
    assert await desk.shown() == {}
    await desk.report(await desk.say(to=PersonId("p:eve")))
    assert await desk.shown() == {}


async def test_where_the_platform_fails_the_link_is_left(desk: Desk) -> None:
    await desk.report(await desk.say())
    desk.chat.broken = True
    assert await desk.shown() == {}


async def test_a_tap_on_the_list_reads_what_it_will_show(desk: Desk) -> None:
    await desk.report(await desk.say())
    tapped = replace(taps("Go"), where=ADMIN)
    assert await desk.shown(tapped) == {}  # on a card of which nothing is known
    key = desk.names.message(ADMIN.room, tapped.message)
    for link, expected in (("another", {"link": SAID}), ("link", {})):
        choice = Choice("Go", CloseReport(link, handled=True))
        body = dump_post((choice,), tapped.scope, is_direct=False)
        await desk.put(PostRow(desk.names.scope(tapped.scope), key, "card", body=body, at=AT))
        assert await desk.shown(tapped) == expected
