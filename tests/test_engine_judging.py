"""Judging: what a judge is shown beside a message, and nothing where that cannot be read."""

from datetime import timedelta

from bot.engine.judging import Judging
from bot.engine.pseudonyms import Pseudonyms
from bot.errors import StoreError
from bot.events import MessageSeen
from bot.ids import MessageId, PersonId
from bot.model.judge import Judge
from bot.model.questions import RISK
from bot.ports import Unit
from bot.records import ConversationRow, PersonRow
from bot.words import Said
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.play import ScriptedModel
from tests.scene import ADA, AT, says

MINUTE = timedelta(minutes=1)


class Told(FakeChat):
    """A chat whose history is what a test says."""

    said: tuple[Said, ...] = ()

    async def history(self, *_given: object) -> tuple[Said, ...]:
        self._check()
        return self.said


def one(name: str, minutes: int, by: PersonId | None = ADA, *, to_bot: bool = True) -> Said:
    return Said(MessageId(name), by, AT - minutes * MINUTE, name, to_bot=to_bot)


async def stage(*said: Said, read_since: int | None = None) -> tuple[Judging, Told, FakeStore]:
    vault, event = FakeVault(), says("now")
    chat, store, names = Told(lambda: AT), FakeStore(vault), Pseudonyms(vault)
    chat.said = said
    scope, room, person = names.scope(event.scope), names.room(event.where.room), event.person
    since = AT - read_since * MINUTE if read_since is not None else None
    person_row = PersonRow(names.person(person), read_since=since)

    async def put(unit: Unit) -> None:
        await unit.put(ConversationRow(scope, room, started_at=AT - 9 * MINUTE))
        await unit.put(person_row)

    await store.deciding(names.person(person), put)
    judge = Judge(ScriptedModel(lambda _prompt: ["yes"]), 1, trusted={RISK})
    return Judging(chat, store, names, judge), chat, store


def now() -> MessageSeen:
    return says("now")


async def test_it_is_the_last_two_to_the_bot_of_the_same_person_in_this_conversation() -> None:
    another = PersonId("console:sam")
    said = (one("old", 20), one("a", 8), one("b", 7), one("c", 6), one("s", 5, another))
    more = (one("r", 4, None), one("aside", 3, to_bot=False), one("later", -1))
    judging, _, _ = await stage(*said, *more)
    assert await judging.before(now()) == ("b", "c")


async def test_what_was_said_while_ignored_is_left_out() -> None:
    judging, _, _ = await stage(one("a", 8), one("b", 3), read_since=5)
    assert await judging.before(now()) == ("b",)


async def test_where_it_cannot_be_read_the_message_is_judged_alone() -> None:
    judging, chat, store = await stage(one("a", 8))
    chat.broken = True
    assert await judging.before(now()) == ()
    assert await judging.heard(now()) is not None
    store.fails = StoreError("The disk is full, so nothing was recorded.")
    assert await judging.before(now()) == ()
