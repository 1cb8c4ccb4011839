"""An ask is answered by a reply or by a repair, marked as unfinished, or over."""

from dataclasses import replace

import pytest

from bot.engine.answer import Answering
from bot.engine.codec import Shown, dump, load_reply_body
from bot.engine.reply import Replying
from bot.errors import RoomGone
from bot.ids import SendKey
from bot.records import AskRow, OutboxRow, ReplyRow, ScopeRow
from bot.strings import ENGLISH
from bot.words import Outgoing
from tests.scene import ADA, DIRECT
from tests.test_engine_parts import ASK, Stand

QUESTION = replace(ASK, rupture=None)


async def sent(_rows: tuple[OutboxRow, ...]) -> None:
    """Sends nothing."""


@pytest.fixture
def at() -> Stand:
    return Stand()


def asked(at: Stand) -> AskRow:
    """Lets a person say something, and gives the ask of its reply."""
    message = at.chat.hear(DIRECT.room, ADA, "The launch slips to Monday.")
    return replace(at.row, body=dump(replace(QUESTION, message=message)))


def shown(at: Stand) -> list[str]:
    return [post.text for post in at.chat.posts(DIRECT.room) if post.by is None]


async def test_a_message_is_answered_by_a_reply_and_the_ask_is_over(at: Stand) -> None:
    row = asked(at)
    await at.put(row)
    await Answering(at.bench(), sent).answer(row)
    (text,) = shown(at)
    (reply,) = await at.store.sweep(ReplyRow)
    assert text
    assert (reply.key, len(load_reply_body(reply.body).messages)) == (row.key, 1)
    assert await at.store.sweep(AskRow) == ()


async def test_an_ask_that_names_a_reply_which_is_gone_repairs_nothing_and_is_over(
    at: Stand,
) -> None:
    row = replace(at.row, body=dump(replace(ASK, reply="gone")))
    await at.put(row)
    await Answering(at.bench(), sent).answer(row)
    assert (shown(at), await at.store.sweep(AskRow)) == ([], ())


async def test_of_a_reply_that_stands_no_more_nothing_is_shown(at: Stand) -> None:
    row = asked(at)
    await at.put(row, ScopeRow(at.owner, epoch=1))
    await Replying(at.bench()).reply(
        row, replace(QUESTION, message=at.chat.posts(DIRECT.room)[0].id)
    )
    assert (shown(at), await at.store.sweep(ReplyRow)) == ([], ())


async def test_where_its_room_is_gone_an_ask_waits_for_nothing(
    at: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(_chat: object, _new: Outgoing) -> None:
        raise RoomGone("gone")

    row = asked(at)
    await at.put(row)
    monkeypatch.setattr(type(at.chat), "say", gone)
    await Answering(at.bench(), sent).answer(row)
    assert await at.store.sweep(AskRow) == ()


@pytest.mark.parametrize("state", ["stopped", "deleted"])
async def test_what_an_earlier_process_showed_is_marked_or_goes_with_its_message(
    at: Stand, state: str
) -> None:
    message = await at.chat.say(Outgoing(SendKey("k"), DIRECT.room, "Half of it"))
    row = replace(asked(at), shown=dump(Shown((message,))), state=state)
    await at.put(row)
    await Answering(at.bench(), sent).mark_unfinished(row, ENGLISH.replies.cut_off)
    marked = [f"Half of it\n\n{ENGLISH.replies.cut_off}"]
    assert (shown(at), await at.store.sweep(AskRow)) == (marked if state == "stopped" else [], ())
