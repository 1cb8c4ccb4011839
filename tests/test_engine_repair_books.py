"""What is kept of a repair: the words before it, for a day, and its kind and time, for good."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.engine.codec import ReplyBody, dump, dump_versions, load_sending, load_versions
from bot.engine.repair.books import RepairBooks, Repaired
from bot.engine.repair.measuring import Measuring
from bot.engine.repair.returning import Returning
from bot.ids import MessageId
from bot.ports import Unit
from bot.records import (
    AskRow,
    ConversationRow,
    DueRow,
    ForgetWords,
    RepairRow,
    ReplyRow,
)
from bot.repair.stack import UNDO_FOR, Version
from bot.rupture import Rupture
from bot.snapshot import corrections_of
from tests.scene import AT, DIRECT
from tests.test_engine_parts import ASK, SCOPE, Stand

REPAIR = replace(ASK, reply="r", by="tap")
GIVEN = ReplyBody(DIRECT.room, SCOPE, MessageId("u1"), (MessageId("r1"),))
REPAIRED = Repaired(GIVEN, Rupture.COLD, "Better.", "Before.", characters=30)


@pytest.fixture
def at() -> Stand:
    return Stand()


def books(at: Stand, row: AskRow) -> RepairBooks:
    return RepairBooks(at.finish(), row, REPAIR, REPAIRED)


async def kept(at: Stand, state: str = "open") -> AskRow:
    """Keeps a reply, its conversation, and the ask to repair it."""
    row = replace(at.row, body=dump(REPAIR), state=state)
    reply = ReplyRow(at.owner, "r", room="room", at=AT, turn=1, body=dump(GIVEN))
    await at.put(row, reply, ConversationRow(at.owner, "room", started_at=AT, turn=1))
    return row


async def test_the_words_before_a_repair_are_kept_and_forgotten_in_time(at: Stand) -> None:
    await books(at, await kept(at)).keep_before()
    (reply,), (due,) = await at.store.sweep(ReplyRow), await at.store.sweep(DueRow)
    assert [one.text for one in load_versions(reply.before)] == ["Before."]
    assert (due.task, due.at) == (ForgetWords("r"), at.clock.now() + UNDO_FOR)


async def test_what_an_earlier_process_began_to_replace_is_not_what_stood_before(at: Stand) -> None:
    row = await kept(at)
    first = dump_versions((Version("tap", "cold", 1, "The very first.", at=AT),))
    await at.put(ReplyRow(at.owner, "r", room="room", at=AT, body=dump(GIVEN), before=first))
    await books(at, row).keep_before()
    (reply,) = await at.store.sweep(ReplyRow)
    assert [one.text for one in load_versions(reply.before)] == ["The very first."]


async def test_only_what_an_earlier_process_began_and_did_not_store_is_to_return(at: Stand) -> None:
    row = await kept(at)
    returning = Returning(at.finish(), row, REPAIR)
    assert await returning.of_begun() == ()
    mine = books(at, row)
    await mine.keep_before()
    (back,) = await returning.of_begun()
    assert load_sending(back.body).numbers == (1,)
    await mine.stands((MessageId("r1"),))
    assert await returning.of_begun() == ()


async def test_a_repair_that_stands_is_measured_and_holds(at: Stand) -> None:
    mine = books(at, await kept(at))
    await mine.keep_before()
    assert await mine.stands((MessageId("r1"),)) is None
    (reply,), (repair,) = await at.store.sweep(ReplyRow), await at.store.sweep(RepairRow)
    assert (reply.repairs, reply.rupture, repair.key) == (1, "cold", "r:01")
    (talk,) = await at.store.sweep(ConversationRow)
    assert corrections_of(talk) == (("r", "cold"),)
    assert await at.store.sweep(AskRow) == ()


async def test_of_a_repair_taken_back_while_it_was_shown_nothing_is_learnt(at: Stand) -> None:
    mine = books(at, await kept(at, state="stopped"))
    await mine.keep_before()
    back = await mine.stands((MessageId("r1"),))
    assert back is not None
    sending = load_sending(back.body)
    assert (sending.restore, sending.numbers) == ("r", (1,))
    assert await at.store.sweep(RepairRow) == ()


async def test_what_changed_no_reply_holds_and_teaches_all_the_same(at: Stand) -> None:
    await books(at, await kept(at)).unchanged()
    (reply,), (repair,) = await at.store.sweep(ReplyRow), await at.store.sweep(RepairRow)
    assert (reply.repairs, repair.kind) == (0, "cold")
    (talk,) = await at.store.sweep(ConversationRow)
    assert corrections_of(talk) == (("r", "cold"),)


async def test_the_same_rupture_again_says_that_the_repair_before_it_failed(at: Stand) -> None:
    await kept(at)
    before = RepairRow(at.owner, "q:01", at=AT, kind="cold", room="room", turn=0)
    await at.put(before, RepairRow(at.owner, "r:01", at=AT, kind="bland", room="room", turn=1))

    async def measure(unit: Unit) -> None:
        (reply,) = await unit.find(ReplyRow, at.owner)
        await Measuring(unit, at.names, AT + timedelta(hours=1)).measure(
            reply, REPAIR, Rupture.COLD
        )

    await at.store.deciding(at.owner, measure)
    found = {row.key: (row.failed, row.again) for row in await at.store.sweep(RepairRow)}
    assert found == {"q:01": (True, False), "r:01": (False, True), "r:02": (False, False)}
