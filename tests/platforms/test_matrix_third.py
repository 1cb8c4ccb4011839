"""A direct room of a real homeserver that a third person joins: what was for one stays for one."""

import asyncio
from urllib.parse import quote

import pytest

from adapters.matrix.form import own_message
from bot.strings import ENGLISH
from tests.behaviour import agreed, answered, level, words
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.matrix_people import Person
from tests.platforms.synapse import HERE
from tests.platforms.test_matrix_rooms import is_in, until

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
CARD = "Call Sam."


async def joined(d: MatrixDriver) -> tuple[Person, str]:
    """Lets eve into ada's direct room; what stood there before is not looked at."""
    ada, eve, room = d.people["ada"], await d.person("eve"), d.rooms["ada", "dm"]
    await ada.asked("POST", f"/rooms/{quote(room)}/invite", {"user_id": eve.user})
    await eve.catch_up()
    await until(lambda: is_in(ada, room, eve.user), ada)
    await eve.catch_up()
    eve.shown.clear()
    return eve, room


async def heard(d: MatrixDriver, text: str) -> None:
    """Has ada say something in that room, and waits until the bot has read it."""
    await d._handled(await d.people["ada"].say(d.rooms["ada", "dm"], text))


def read_by(who: Person) -> str:
    return "\n".join(one.body + "".join(one.files) for one in who.shown.values())


async def test_cards_exports_and_words_for_a_life_at_risk_go_to_a_fresh_room(made: Making) -> None:
    d = await made()
    await answered(d, "hello")
    await agreed(d, "on ongoing")
    await d.command(f"night-card {CARD}")
    eve, room = await joined(d)
    await heard(d, "!attune data export")
    await heard(d, "Attune: I want to kill myself")
    await d.settle()
    ada = d.people["ada"]
    fresh = {one.room for one in ada.shown.values()} - {room}
    assert len(fresh) == 1
    assert CARD not in read_by(eve)
    assert "exported_at" not in read_by(eve)
    assert ENGLISH.crisis.first not in read_by(eve)
    assert ENGLISH.crisis.quiet in read_by(eve)
    assert '"exported_at"' in read_by(ada)
    assert "nightcard" not in read_by(ada)


async def test_what_was_agreed_alone_holds_no_longer_where_others_are(made: Making) -> None:
    d = await made()
    await answered(d, "hello")
    await agreed(d, "on ongoing")
    await d.command("style blunter")
    _, room = await joined(d)
    d.rooms["", "lobby"] = room
    assert await level(d, room="lobby") == "plain"
    assert "blunter" not in words(await d.command("style", room="lobby"))


async def test_who_joins_while_it_writes_reads_nothing_of_the_rest(made: Making) -> None:
    d = await made()
    await answered(d, "hello")
    pieces = ["This is for you alone. ", "And here is the rest of it."]
    d.model.script = lambda _prompt: pieces
    gate = d.model.gates[1] = asyncio.Event()
    await d.begin("a long one")
    eve, room = await joined(d)
    await until(lambda: d.matrix.rooms.is_open(room), d.people["ada"])
    gate.set()
    await d.settle()
    assert "the rest of it" not in read_by(eve)
    assert "the rest of it" in read_by(d.people["ada"])
    assert {one.room for one in d.people["ada"].shown.values() if "the rest" in one.body} != {room}


async def test_who_joins_before_the_first_words_reads_none(made: Making) -> None:
    d = await made()
    await answered(d, "hello")
    gate = d.model.gates[0] = asyncio.Event()
    d.model.reached.clear()
    await heard(d, "tell me")
    await asyncio.wait_for(d.model.reached.wait(), 10)
    before = len(d.people["ada"].shown)
    eve, room = await joined(d)
    gate.set()
    await d.settle()
    assert "name the new date" not in read_by(eve)
    last = list(d.people["ada"].shown.values())[before:]
    assert [one.room != room for one in last] == [True]


@pytest.mark.parametrize("when", [pytest.param("before", marks=pytest.mark.proof), "while"])
async def test_a_reply_that_went_on_in_a_fresh_room_can_be_repaired_there(
    made: Making, when: str
) -> None:
    d = await made()
    await answered(d, "hello")
    d.model.script = lambda _prompt: ["This is for you alone. ", "And here is the rest of it."]
    gate = d.model.gates[0 if when == "before" else 1] = asyncio.Event()
    d.model.reached.clear()
    await heard(d, "a long one")
    await asyncio.wait_for(d.model.reached.wait(), 10)
    eve, room = await joined(d)
    await until(lambda: d.matrix.rooms.is_open(room), d.people["ada"])
    gate.set()
    await d.settle()
    ada = d.people["ada"]
    (reply,) = [one for one in ada.shown.values() if "the rest of it" in one.body]
    assert reply.room != room
    d.model.script = lambda _prompt: ["A better one."]
    d.model.gates.clear()
    await d.react("🔧", reply.event)
    post = own_message(reply.content)
    assert "A better one." in reply.body
    assert post is not None
    assert post.choices
    await d.choose("Put it back", reply.event)
    assert "the rest of it" in reply.body
    assert "A better one." not in read_by(eve)
