"""A reply quotes what it answers only where something else was said between."""

import asyncio

import pytest

from tests.driver import Seen
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.synapse import HERE
from tests.platforms.test_matrix_rooms import until

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]


def quoted(d: MatrixDriver, one: Seen) -> str | None:
    """Gives the message that a client shows above one of the bot's."""
    relates = d.people["ada"].shown[one.id].content.get("m.relates_to", {})
    found = relates.get("m.in_reply_to", {}).get("event_id")
    return str(found) if found is not None else None


@pytest.mark.parametrize("room", ["dm", "lobby"])
async def test_a_reply_right_below_what_it_answers_quotes_nothing(made: Making, room: str) -> None:
    d = await made(encrypted=True)
    await d.say("hello", room=room)
    where = await d.room("ada", room)
    before = d._states()
    asked = await d.people["ada"].say(where, "Attune: and when does it end?")
    (reply,) = await d._since(before, asked)
    assert reply.reply_to == asked
    assert quoted(d, reply) is None
    await d.say("and after that?", room=room)
    spoken = [line.text for line in d.model.prompts[-1].lines]
    assert reply.text in spoken or room == "lobby"


async def test_what_was_said_between_is_told_apart_by_a_quote(made: Making) -> None:
    d = await made()
    await d.say("hello", room="lobby")
    where = await d.room("ada", "lobby")

    before, gate = d._states(), asyncio.Event()
    d.model.gates[0] = gate
    asked = await d.people["ada"].say(where, "Attune: when does it end?")
    await d.model.reached.wait()
    await d.people["eve"].say(where, "who knows")
    heard = d.matrix.chat._past.heard
    await until(lambda: not heard.is_newest(where, asked, None), d.people["ada"])
    gate.set()
    (reply,) = await d._since(before, asked)
    assert reply.reply_to == asked
    assert quoted(d, reply) == asked
