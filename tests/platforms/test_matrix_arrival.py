"""Coming to a room and being sent away: what was said before is answered, nobody waits after."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from adapters.matrix import workers
from bot.errors import RoomGone
from bot.ids import SendKey
from bot.strings import ENGLISH
from bot.words import Outgoing, Prompt
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.matrix_people import Person
from tests.platforms.synapse import HERE
from tests.platforms.test_matrix_rooms import _without_key, is_in, lines, until, wake

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
JSON = dict[str, Any]


async def away(d: MatrixDriver, *names: str) -> list[Person]:
    """Ends the bot, so that what is said is said before it comes."""
    people = [await d.person(name) for name in names]
    await d.stop()
    return people


def answers(who: Person, event: str) -> int:
    return sum(one.reply_to == event for one in who.shown.values())


# -- what was said before ----------------------------------------------------------------------


@pytest.mark.parametrize("encrypted", [False, True])
async def test_what_was_said_before_it_came_to_a_direct_room_is_answered_once_and_at_once(
    made: Making, encrypted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "LOOK_S", 60)
    d = await made(encrypted=encrypted)
    (ada,) = await away(d, "ada")
    room = await ada.make_room(is_direct=True, encrypted=encrypted)
    first = await ada.say(room, "are you there?")
    await d.start()
    await until(lambda: answers(ada, first) > 0, ada)
    d.rooms["ada", "dm"] = room
    second = await d.say("and now?")
    assert second[-1].reply_to == ada.newest
    await ada.catch_up()
    assert answers(ada, first) == 1


async def test_a_first_message_whose_key_comes_late_is_answered_then(made: Making) -> None:
    d = await made(encrypted=True)
    (ada,) = await away(d, "ada")
    room = await ada.make_room(is_direct=True, encrypted=True)
    await ada.client.joined_members(room)
    event, key = await _without_key(ada, room, "are you there?")
    await d.start()
    await ada.until_joined(room)
    async with asyncio.timeout(20):
        while not await d.matrix.kept.open():
            await asyncio.sleep(0.05)
    await ada.asked("PUT", f"/sendToDevice/m.room.encrypted/late{d.suffix}", key)
    wake(d)
    await until(lambda: answers(ada, event) == 1, ada)


async def test_what_was_said_long_before_gets_one_line(made: Making) -> None:
    d = await made(catch_up_minutes="1")
    (ada,) = await away(d, "ada")
    room = await ada.make_room(is_direct=True)
    for word in ("one", "two"):
        await ada.say(room, word)
    d.clock.by += timedelta(minutes=10)
    await d.start()
    await until(lambda: ENGLISH.failures.came_late in lines(ada, room), ada)
    d.rooms["ada", "dm"] = room
    await d.say("still there?")
    assert lines(ada, room).count(ENGLISH.failures.came_late) == 1


async def test_in_a_shared_room_only_what_named_it_since_the_invitation_is_answered(
    made: Making,
) -> None:
    d = await made()
    ada, eve = await away(d, "ada", "eve")
    made_by_ada = await ada.client.room_create(invite=[eve.user])
    room = str(made_by_ada.room_id)
    await eve.catch_up()
    await ada.catch_up()
    events = [await ada.say(room, "Attune: this was before the invitation")]
    await ada.client.room_invite(room, d.bot)
    events += [await ada.say(room, "lunch at one?"), await eve.say(room, "attune your clock")]
    named = await ada.say(room, "Attune: are you there?")
    await d.start()
    await until(lambda: answers(ada, named) == 1, ada)
    d.rooms["", "lobby"] = room
    await d.say("and now?", room="lobby")
    assert [answers(ada, event) for event in events] == [0, 0, 0]


# -- being sent away ---------------------------------------------------------------------------


def _sentences(_prompt: Prompt) -> list[str]:
    return ["First this. ", "Second that. ", "Third the rest."]


@pytest.mark.parametrize("held_at", [0, 1])
@pytest.mark.parametrize("encrypted", [False, True])
async def test_whoever_removes_it_while_it_writes_waits_for_nothing_elsewhere(
    made: Making, encrypted: bool, held_at: int
) -> None:
    d = await made(encrypted=encrypted)
    await d.say("hello", by="admin")
    lobby = await d.room("admin", "lobby")
    admin = d.people["admin"]
    d.model.script = _sentences
    gate = d.model.gates[held_at] = asyncio.Event()
    d.model.reached.clear()
    await admin.say(lobby, "Attune: a question")
    await d.model.reached.wait()
    await admin.asked("POST", f"/rooms/{lobby}/kick", {"user_id": d.bot})
    await until(lambda: not is_in(admin, lobby, d.bot), admin)
    async with asyncio.timeout(20):
        while lobby in d.matrix.home.client.rooms:
            await asyncio.sleep(0.05)
    gate.set()
    async with asyncio.timeout(20):
        assert await d.say("still there?", by="admin")
    assert await d.open_rows() == 0


async def test_what_is_sent_to_a_room_it_was_removed_from_ends_at_once(made: Making) -> None:
    d = await made()
    lobby = await d.room("admin", "lobby")
    admin = d.people["admin"]
    await admin.asked("POST", f"/rooms/{lobby}/ban", {"user_id": d.bot})
    async with asyncio.timeout(10):
        with pytest.raises(RoomGone):
            await d.matrix.home.send(lobby, "m.room.message", {"body": "x"}, "t1")
        while lobby in d.matrix.home.client.rooms:
            await asyncio.sleep(0.05)
        with pytest.raises(RoomGone):
            await d.matrix.chat.say(Outgoing(SendKey("k"), f"matrix:{lobby}", "x"))  # type: ignore[arg-type]
