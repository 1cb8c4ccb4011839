"""Rooms of a real homeserver where the bot may not write: no model is asked, its person knows."""

from urllib.parse import quote

import pytest

from adapters.matrix.ids import Address
from adapters.matrix.sentences import said_on_matrix
from bot.errors import MessageFixed, NotAllowed, RoomGone
from bot.ids import MessageId
from bot.strings import ENGLISH
from tests.behaviour import REPLY
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.synapse import HERE
from tests.platforms.test_matrix_rooms import bodies, until

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
UNANSWERED = said_on_matrix(ENGLISH).unanswered.partition("{")[0]


async def level_of_all(d: MatrixDriver, level: int) -> None:
    """Sets the power that it takes to write in the lobby, and waits until the bot has read it."""
    admin, room = d.people["admin"], d.rooms["", "lobby"]
    path = f"/rooms/{quote(room)}/state/m.room.power_levels"
    levels = await admin.asked("GET", path)
    users = {**levels["users"], d.people["ada"].user: 60}
    assert await admin.asked("PUT", path, {**levels, "users": users, "events_default": level})
    await until(lambda: d.matrix.rooms.is_mute(room) is (level > 0), admin)


async def test_where_it_may_not_write_no_model_is_asked_and_a_life_is_answered_alone(
    made: Making,
) -> None:
    d = await made()
    await d.say("hello", room="lobby")
    await d.say("hello")
    await level_of_all(d, 50)
    asked = len(d.model.prompts)
    assert await d.say("are you there?", room="lobby") == []
    assert len(d.model.prompts) == asked
    (seen,) = await d.say("I want to kill myself tonight", room="lobby")
    assert ENGLISH.crisis.first in seen.text
    assert seen.to == "ada"
    lines = [await d.say("hi") for _ in range(2)]
    assert [bodies(each).count(UNANSWERED) for each in lines] == [1, 0]
    await level_of_all(d, 0)
    assert REPLY in bodies(await d.say("and now?", room="lobby"))


async def test_without_the_power_to_take_a_message_away_that_is_told_apart(made: Making) -> None:
    d = await made()
    seen = (await d.say("hello", room="lobby"))[-1]
    admin, room = d.people["admin"], d.rooms["", "lobby"]
    path = f"/rooms/{quote(room)}/state/m.room.power_levels"
    levels = await admin.asked("GET", path)
    events = {**levels["events"], "m.room.redaction": 100}
    assert await admin.asked("PUT", path, {**levels, "events": events})
    where, message = Address(room).id, MessageId(seen.id)
    with pytest.raises(NotAllowed):
        await d.matrix.chat.delete(where, message)
    with pytest.raises(MessageFixed):
        await d.matrix.chat.delete(where, MessageId("$" + "x" * 43))
    await admin.asked("POST", f"/rooms/{quote(room)}/kick", {"user_id": d.bot})
    await until(lambda: room not in d.matrix.home.client.rooms, admin)
    with pytest.raises(RoomGone):
        await d.matrix.chat.delete(where, message)
