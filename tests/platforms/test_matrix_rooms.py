"""Rooms of a real homeserver: invitations, moves, bans, threads, powers, keys that come late."""

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest

from adapters.matrix.invites import ALONE_FOR
from adapters.matrix.powers import OUTRANKS
from adapters.matrix.unreadable import PATIENCE
from adapters.matrix.workers import Workers
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.driver import Seen
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.matrix_people import Person
from tests.platforms.synapse import HERE

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
JSON = dict[str, Any]


async def state(who: Person, room: str, kind: str, content: JSON, key: str = "") -> None:
    path = f"/rooms/{quote(room)}/state/{kind}/{quote(key, safe='')}"
    assert "event_id" in await who.asked("PUT", path, content)


async def until(true: Callable[[], bool], who: Person, seconds: float = 15) -> None:
    """Waits until something is so, while somebody reads on."""
    async with asyncio.timeout(seconds):
        while not true():
            await who.catch_up(wait_ms=100)


def is_in(who: Person, room: str, user: str) -> bool:
    found = who.client.rooms.get(room)
    return found is not None and user in found.users and user not in found.invited_users


def lines(who: Person, room: str) -> list[str]:
    """Gives what the bot said in a room, as a person sees it."""
    return [one.body for one in who.shown.values() if one.room == room and not one.is_gone]


def wake(d: MatrixDriver) -> None:
    """Has the workers look again now."""
    assert isinstance(d.matrix.working, Workers)
    d.matrix.working.came()


def bodies(seen: list[Seen]) -> str:
    return "\n".join(one.text for one in seen)


# -- invitations -------------------------------------------------------------------------------


async def test_it_comes_where_it_is_welcome_to_and_says_nothing_before_it_is_asked(
    made: Making,
) -> None:
    d = await made()
    ada = await d.person("ada")
    room = await ada.make_room((await d.person("eve")).user)
    await ada.until_joined(room)
    await d._settled()
    assert lines(ada, room) == []
    d.rooms["", "den"] = room
    asked = bodies(await d.say("Attune: hello", room="den"))
    assert "an AI" in asked
    await ada.asked("POST", f"/rooms/{room}/kick", {"user_id": d.bot})
    await until(lambda: not is_in(ada, room, d.bot), ada)
    before = len(lines(ada, room))
    await ada.client.room_invite(room, d.bot)
    await until(lambda: is_in(ada, room, d.bot), ada)
    await d._settled()
    assert len(lines(ada, room)) == before


async def test_only_those_listed_may_invite_it(made: Making) -> None:
    number = "listed"
    d = await made(matrix_invites=f"@ada{number}:example.org,elsewhere.example")
    d.suffix, own = number, d.bot
    ada, eve = await d.person("ada"), await d.person("eve")
    ada.bot = eve.bot = own
    room = await eve.make_room(is_direct=True)
    await until(lambda: own not in eve.client.rooms[room].users, eve)
    assert lines(eve, room) == []
    room = await ada.make_room(is_direct=True)
    await ada.until_joined(room)


async def test_in_a_shared_room_the_inviter_must_be_able_to_remove_it(made: Making) -> None:
    d = await made()
    ada, eve = await d.person("ada"), await d.person("eve")
    made_by_ada = await ada.client.room_create(invite=[eve.user])
    room = str(made_by_ada.room_id)
    await eve.catch_up()
    await ada.catch_up()
    for is_direct in (False, True):  # whatever the inviter calls it
        body = {"user_id": d.bot, "is_direct": is_direct}
        await eve.asked("POST", f"/rooms/{room}/invite", body)
        await until(lambda: d.bot in ada.client.rooms[room].users, ada)
        await until(lambda: d.bot not in ada.client.rooms[room].users, ada)
    assert lines(ada, room) == []


async def test_it_leaves_where_it_is_alone(made: Making) -> None:
    d = await made()
    ada = await d.person("ada")
    room = await d.room("ada", "dm")
    await ada.client.room_leave(room)
    async with asyncio.timeout(20):
        while room in d.matrix.home.client.rooms:
            d.clock.by += ALONE_FOR
            wake(d)
            await asyncio.sleep(0.05)


ODD: tuple[JSON, ...] = (
    {},
    {"body": 1, "msgtype": "m.text"},
    {"body": "Attune: x", "msgtype": ["m.text"]},
    {"body": "Attune: x", "msgtype": "m.text", "m.relates_to": "x"},
    {"body": "x", "msgtype": "m.text", "m.relates_to": {"m.in_reply_to": {"event_id": ["x"]}}},
    {"body": "x", "msgtype": "m.text", "m.relates_to": {"rel_type": "m.replace", "event_id": 1}},
    {"body": "x", "msgtype": "m.text", "m.relates_to": {"rel_type": "m.thread", "event_id": "x"}},
    {"body": "x", "msgtype": "m.text", "m.mentions": {"user_ids": "x"}},
    {"body": "x", "msgtype": "m.text", "org.attune.post": {"text": 1, "choices": "x"}},
    {"body": "!attune", "msgtype": "m.text", "m.new_content": 1},
)


async def test_odd_events_stop_nothing(made: Making) -> None:
    d = await made()
    await d.say("hello")
    ada, room = d.people["ada"], d.rooms["ada", "dm"]
    for place, content in enumerate(ODD):
        await ada.asked("PUT", f"/rooms/{room}/send/m.room.message/odd{place}", content)
        relates = {**content, "m.relates_to": {"rel_type": "m.annotation", "event_id": "$x"}}
        await ada.asked("PUT", f"/rooms/{room}/send/m.reaction/odd{place}", relates)
    assert bodies(await d.say("still there?"))
    assert not await d.matrix.kept.open()


# -- being removed, and moving -----------------------------------------------------------------


@pytest.mark.parametrize("how", ["kick", "ban"])
async def test_being_removed_from_one_room_changes_nothing_in_another(
    made: Making, how: str
) -> None:
    d = await made()
    ada = await d.person("ada")
    await d.say("hello")
    lobby = await d.room("ada", "lobby")
    admin = d.people["admin"]
    await admin.asked("POST", f"/rooms/{lobby}/{how}", {"user_id": d.bot})
    await until(lambda: not is_in(ada, lobby, d.bot), ada)
    assert bodies(await d.say("still there?"))
    assert lobby not in d.matrix.home.client.rooms


@pytest.mark.parametrize("is_open", [True, False])
async def test_an_upgraded_room_keeps_what_was_agreed_in_it(made: Making, is_open: bool) -> None:
    d = await made()
    lobby = await d.room("ada", "lobby")
    admin, ada = d.people["admin"], d.people["ada"]
    await d.command("admin ceiling plain", by="admin", room="lobby")
    if is_open:
        await state(admin, lobby, "m.room.join_rules", {"join_rule": "public"})
    moved = await admin.asked("POST", f"/rooms/{lobby}/upgrade", {"new_version": "11"})
    new = moved["replacement_room"]
    if not is_open:  # where only the invited may come, somebody asks it
        await asyncio.sleep(1)
        for user in (d.bot, ada.user):
            await admin.asked("POST", f"/rooms/{new}/invite", {"user_id": user})
    await ada.client.join(new)
    await admin.catch_up()
    await until(lambda: is_in(admin, new, d.bot), admin)
    await d._settled()
    assert await d.matrix.rooms.origins.origin(new) == lobby


async def test_a_room_that_only_claims_to_be_the_next_keeps_nothing(made: Making) -> None:
    d = await made()
    lobby = await d.room("ada", "lobby")
    eve = d.people["eve"]
    claim = {"predecessor": {"room_id": lobby, "event_id": "$made-up"}}
    body = {"creation_content": claim, "invite": [d.bot, d.people["ada"].user]}
    new = (await eve.asked("POST", "/createRoom", body))["room_id"]
    await eve.until_joined(new)
    await d._settled()
    assert await d.matrix.rooms.origins.origin(new) == new


# -- powers ------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", ["11", "12"])
async def test_who_made_a_room_is_its_admin_in_every_version(made: Making, version: str) -> None:
    d = await made()
    admin, ada = await d.person("admin"), await d.person("ada")
    body = {"room_version": version, "invite": [d.bot, ada.user]}
    room = (await admin.asked("POST", "/createRoom", body))["room_id"]
    await ada.catch_up()
    await admin.until_joined(room)
    d.rooms["", "lobby"] = room
    await d._settled()
    refused = await d.command("admin ceiling plain", by="ada", room="lobby")
    assert ENGLISH.admins.not_admin in bodies(refused)
    allowed = await d.command("admin ceiling plain", by="admin", room="lobby")
    assert (d.matrix.rooms.level(room, admin.user) == OUTRANKS) == (version == "12")
    assert ENGLISH.admins.not_admin not in bodies(allowed)


async def test_a_direct_room_has_no_admin(made: Making) -> None:
    d = await made()
    await d.say("hello")
    answered = bodies(await d.command("admin ceiling plain"))
    assert ENGLISH.admins.no_admin_here in answered


# -- threads and bridges -----------------------------------------------------------------------


async def test_a_thread_is_a_room_of_its_own(made: Making) -> None:
    d = await made()
    lobby = await d.room("ada", "lobby")
    ada = d.people["ada"]
    root = await ada.say(lobby, "a thread about the launch")
    thread = {"rel_type": "m.thread", "event_id": root, "is_falling_back": True}
    thread |= {"m.in_reply_to": {"event_id": root}}
    content = {"msgtype": "m.text", "body": "Attune: what now?", "m.relates_to": thread}
    before = d._states()
    event = await ada.send(lobby, "m.room.message", content)
    said = await d._since(before, event)
    reply = next(one for one in said if one.reply_to == event)
    relates = ada.shown[reply.id].content["m.relates_to"]
    assert (relates["rel_type"], relates["event_id"]) == ("m.thread", root)


async def test_in_a_bridged_room_a_reply_is_said_whole(made: Making) -> None:
    d = await made()
    d.model.script = _sentences
    lobby = await d.room("ada", "lobby")
    bridge = {"protocol": {"id": "irc"}, "channel": {"id": "#x"}}
    await state(d.people["admin"], lobby, "m.bridge", bridge, "irc://x")
    await d.say("hello", room="lobby")
    said = await d.say("and now?", room="lobby")
    shown = d.people["ada"].shown[said[-1].id]
    assert shown.edits == 0
    assert "Third" in shown.body


def _sentences(_prompt: Prompt) -> list[str]:
    return ["First this. ", "Second that. ", "Third the rest."]


# -- keys --------------------------------------------------------------------------------------


async def _without_key(who: Person, room: str, text: str) -> tuple[str, JSON]:
    """Says something whose key is withheld; gives the event, and the key as it would be sent."""
    olm = who.client.olm
    olm.outbound_group_sessions.pop(room, None)
    olm.create_outbound_group_session(room)
    missing = who.client.get_missing_sessions(room)
    if missing:
        await who.client.keys_claim(missing)
    users = list(who.client.rooms[room].users)
    _, key = olm.share_group_session(room, users, ignore_unverified_devices=True)
    olm.outbound_group_sessions[room].shared = True
    kind, content = who.client.encrypt(room, "m.room.message", {"msgtype": "m.text", "body": text})
    path = f"/rooms/{quote(room)}/send/{kind}/{uuid4()}"
    return str((await who.asked("PUT", path, content))["event_id"]), key


async def test_what_cannot_be_read_is_answered_when_its_key_comes(made: Making) -> None:
    d = await made(encrypted=True)
    await d.say("hello")
    ada, room = d.people["ada"], d.rooms["ada", "dm"]
    before = d._states()
    event, key = await _without_key(ada, room, "the key comes later")
    await d._handled(event)
    await asyncio.sleep(0.5)
    assert d._states() == before
    await ada.asked("PUT", f"/sendToDevice/m.room.encrypted/{uuid4()}", key)
    await until(lambda: any(one.reply_to == event for one in ada.shown.values()), ada)


async def test_it_says_once_that_it_could_not_read(made: Making) -> None:
    d = await made(encrypted=True)
    await d.say("hello")
    ada, room = d.people["ada"], d.rooms["ada", "dm"]
    for _ in range(2):
        event, _ = await _without_key(ada, room, "nobody will know")
        await d._handled(event)
        d.clock.by += 2 * PATIENCE
        wake(d)
        await until(lambda: ENGLISH.failures.unreadable in lines(ada, room), ada)
    assert lines(ada, room).count(ENGLISH.failures.unreadable) == 1


async def test_in_a_shared_room_where_it_could_read_it_says_nothing(made: Making) -> None:
    d = await made(encrypted=True)
    await d.say("hello", room="lobby")
    ada, room = d.people["ada"], d.rooms["", "lobby"]
    event, _ = await _without_key(ada, room, "between us")
    await d._handled(event)
    d.clock.by += 2 * PATIENCE
    wake(d)
    await asyncio.sleep(1)
    await ada.catch_up()
    assert ENGLISH.failures.unreadable not in lines(ada, room)


async def test_a_room_that_becomes_encrypted_gets_no_plain_word_after(made: Making) -> None:
    d = await made()
    await d.say("hello")
    ada, room = d.people["ada"], d.rooms["ada", "dm"]
    await state(ada, room, "m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    await ada.catch_up()
    said = await d.say("and now?")
    found = await ada.asked("GET", f"/rooms/{quote(room)}/event/{quote(said[-1].id)}")
    assert found["type"] == "m.room.encrypted"


@pytest.mark.parametrize("how", ["kick", "leave"])
async def test_who_ends_its_stay_or_their_own_ends_the_reply_that_is_written_at_once(
    made: Making, how: str
) -> None:
    d = await made()
    await d.say("hello", room="lobby")
    ada, admin, room = d.people["ada"], d.people["admin"], d.rooms["", "lobby"]
    d.model.gates[0] = asyncio.Event()
    d.model.reached.clear()
    await ada.say(room, "Attune: tell me")
    await asyncio.wait_for(d.model.reached.wait(), 10)
    who, body = (ada, {}) if how == "leave" else (admin, {"user_id": d.bot})
    await who.asked("POST", f"/rooms/{quote(room)}/{how}", body)
    async with asyncio.timeout(10):
        while await d.open_rows():
            await asyncio.sleep(0.01)
    assert not d.model.gates[0].is_set()
    d.model.gates.clear()
    assert bodies(await d.say("and here?"))
