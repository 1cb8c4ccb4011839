"""What is heard in rooms of a real homeserver: captions, polls, edits; what holds no words."""

import asyncio
from typing import Any

import pytest

from bot.strings import ENGLISH
from tests.conversations.stage import broken
from tests.driver import Seen
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.synapse import HERE
from tests.platforms.test_matrix_rooms import lines, until

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
JSON = dict[str, Any]
PICTURE: JSON = {"msgtype": "m.image", "filename": "a.jpg", "url": "mxc://example.org/a"}
VOICE: JSON = {"msgtype": "m.audio", "body": "Voice message", "org.matrix.msc3245.voice": {}}
PLACE: JSON = {"msgtype": "m.location", "body": "geo:51.5,-0.1", "geo_uri": "geo:51.5,-0.1"}
DANGER = "I want to kill myself tonight, I have the pills here"


def poll(question: str, *answers: str) -> JSON:
    each = [{"id": one, "org.matrix.msc1767.text": one} for one in answers]
    start = {"question": {"org.matrix.msc1767.text": question}, "answers": each}
    return {"org.matrix.msc3381.poll.start": start}


def new(content: JSON, event: str) -> JSON:
    """Gives the content of an edit."""
    relates = {"rel_type": "m.replace", "event_id": event}
    return {**content, "body": "* x", "m.new_content": content, "m.relates_to": relates}


async def sent(
    d: MatrixDriver, content: JSON, kind: str = "m.room.message", room: str = "dm"
) -> list[Seen]:
    where, before = await d.room("ada", room), d._states()
    return await d._since(before, await d.people["ada"].send(where, kind, content))


async def unheard(d: MatrixDriver, *contents: JSON) -> bool:
    """Whether nothing came of what was said in the lobby, when all that came later is answered."""
    where, before = await d.room("ada", "lobby"), d._states()
    for content in contents:
        await d.people["ada"].send(where, "m.room.message", content)
    marker = await d.people["ada"].say(where, "Attune: and now?")
    return {one.reply_to for one in await d._since(before, marker)} == {marker}


def bodies(seen: list[Seen]) -> str:
    return "\n".join(one.text for one in seen)


async def test_a_caption_and_a_poll_are_answered(made: Making) -> None:
    d = await made(encrypted=True)
    await d.say("hello")
    d.model.prompts.clear()
    await sent(d, {**PICTURE, "body": "is this mould?"})
    await sent(d, poll("Shall I go?", "yes", "no"), "org.matrix.msc3381.poll.start")
    asked = [prompt.lines[-1].text for prompt in d.model.prompts]
    assert ("is this mould?" in asked[0], "Shall I go?\nyes\nno" in asked[1]) == (True, True)


@pytest.mark.parametrize("shape", ["caption", "poll", "option", "place", "forwarded"])
async def test_a_life_at_risk_is_read_wherever_its_words_stand(made: Making, shape: str) -> None:
    d = await made()
    await d.say("hello")
    kind = "org.matrix.msc3381.poll.start" if shape in ("poll", "option") else "m.room.message"
    content = {
        "caption": {**PICTURE, "body": DANGER},
        "poll": poll(DANGER, "yes", "no"),
        "option": poll("What now?", DANGER, "no"),
        "place": {**PLACE, "org.matrix.msc3488.location": {"description": DANGER}},
        "forwarded": {"msgtype": "m.text", "body": DANGER, "m.forwarded": {"event_id": "$x"}},
    }[shape]
    assert ENGLISH.crisis.first in bodies(await sent(d, content, kind))


@pytest.mark.parametrize("how", ["text", "caption", "poll"])
async def test_an_edit_that_names_danger_is_answered_long_after_the_reply(
    made: Making, how: str
) -> None:
    d = await made(encrypted=True)
    await d.say("hello")
    ada, room = d.people["ada"], d.rooms["ada", "dm"]
    kind = "org.matrix.msc3381.poll.start" if how == "poll" else "m.room.message"
    text = {"msgtype": "m.text", "body": "a question"}
    first = {"text": text, "caption": {**PICTURE, "body": "x y"}, "poll": poll("Tea?", "a")}[how]
    words = {"msgtype": "m.text", "body": DANGER}
    after = {"text": words, "caption": {**PICTURE, "body": DANGER}, "poll": poll(DANGER, "a")}[how]
    before = d._states()
    event = await ada.send(room, kind, first)
    assert bodies(await d._since(before, event))
    await d.pass_by(20)
    before = d._states()
    edit = await ada.send(room, kind, new(after, event))
    assert ENGLISH.crisis.first in bodies(await d._since(before, edit))


async def test_an_edit_that_drops_the_name_is_still_to_the_bot(made: Making) -> None:
    d = await made()
    await d.say("hello", room="lobby")
    ada, room = d.people["ada"], d.rooms["", "lobby"]
    before = d._states()
    event = await ada.say(room, "Attune: a question")
    await d._since(before, event)
    before = d._states()
    edit = await ada.edit(room, event, DANGER)
    assert ENGLISH.crisis.quiet in bodies(await d._since(before, edit))


WORDLESS = [
    ("m.room.message", {**PICTURE, "body": "a.jpg"}),
    ("m.room.message", VOICE),
    ("m.room.message", PLACE),
    ("m.sticker", {"body": "a cat that waves", "url": "mxc://example.org/a", "info": {}}),
]


@pytest.mark.parametrize(("kind", "content"), WORDLESS)
async def test_what_holds_no_words_gets_one_line_a_day(
    made: Making, kind: str, content: JSON
) -> None:
    d = await made()
    await d.say("hello")
    assert bodies(await sent(d, content, kind)) == ENGLISH.rooms.words_only
    assert await sent(d, content, kind) == []
    await d.pass_by(23)
    assert await sent(d, content, kind) == []
    await d.pass_by(2)
    assert bodies(await sent(d, content, kind)) == ENGLISH.rooms.words_only


async def test_what_holds_no_words_is_spoken_of_in_a_shared_room_only_to_who_named_the_bot(
    made: Making,
) -> None:
    d = await made()
    await d.say("hello", room="lobby")
    assert await unheard(d, {**PICTURE, "body": "a.jpg"})
    named = {**PICTURE, "body": "a.jpg", "m.mentions": {"user_ids": [d.bot]}}
    assert bodies(await sent(d, named, room="lobby")) == ENGLISH.rooms.words_only


async def test_who_is_not_read_and_who_is_at_risk_gets_no_such_line(made: Making) -> None:
    d = await made()
    await d.say("hello")
    await d.command("ignore-me")
    assert await sent(d, WORDLESS[0][1]) == []
    await d.command("ignore-me off")
    await d.pass_by(25)
    await d.say(DANGER)
    assert await sent(d, WORDLESS[0][1]) == []


async def test_a_link_to_the_bot_is_heard_and_chat_about_its_name_is_not(made: Making) -> None:
    d = await made()
    await d.say("hello", room="lobby")
    plain = {"msgtype": "m.text", "body": "Attune what now", "format": "org.matrix.custom.html"}
    pill = f'<a href="https://matrix.to/#/{d.bot}">Attune</a> what now'
    assert bodies(await sent(d, {**plain, "formatted_body": pill}, room="lobby"))
    chat = ("attune your guitar", "Attune's new single", "what does attune mean?")
    assert await unheard(d, *({"msgtype": "m.text", "body": said} for said in chat))


@pytest.mark.parametrize("fails", [False, True])
async def test_that_it_writes_is_shown_until_the_answer_stands(made: Making, fails: bool) -> None:
    d = await made()
    await d.say("hello")
    if fails:
        d.model.script = broken
    ada, room = d.people["ada"], d.rooms["ada", "dm"]
    gate = d.model.gates[0] = asyncio.Event()
    await ada.say(room, "a question")
    await until(lambda: d.bot in ada.client.rooms[room].typing_users, ada)
    gate.set()
    await until(lambda: d.bot not in ada.client.rooms[room].typing_users, ada, seconds=5)
    assert bodies(await d.settle()) or lines(ada, room)


async def test_an_emoji_taken_back_while_its_repair_is_shown_leaves_the_first_words(
    made: Making,
) -> None:
    d = await made()
    reply = (await d.say("I feel awful about the launch."))[-1]
    ada, room, replace = d.people["ada"], d.rooms["ada", "dm"], d.matrix.chat.replace
    is_gone = asyncio.Event()

    async def hastily(*given: Any) -> None:
        d.matrix.chat.replace = replace  # type: ignore[method-assign]
        await replace(*given)
        while (reply.id, "🔧") not in ada.reactions:
            await asyncio.sleep(0.01)
        await d._handled(await ada.take_back(room, ada.reactions[reply.id, "🔧"]))
        while await d.matrix.kept.open():
            await asyncio.sleep(0.01)
        is_gone.set()

    d.matrix.chat.replace = hastily  # type: ignore[method-assign,assignment]
    await ada.react(room, reply.id, "🔧")
    await is_gone.wait()
    async with asyncio.timeout(15):
        while await d.open_rows():
            await asyncio.sleep(0.05)
    stands = await d.read(reply.id)
    assert stands is not None
    assert (stands.text, stands.choices) == (reply.text, reply.choices)


async def test_a_command_without_a_direct_room_says_below_it_where_it_is_answered(
    made: Making,
) -> None:
    d = await made()
    await d.say("hello", room="lobby")
    ada, room = d.people["ada"], d.rooms["", "lobby"]
    for number in range(2):
        before = d._states()
        said = await d._since(before, await ada.say(room, "!attune status"))
        seen = [one for one in said if one.text == ENGLISH.rooms.answered_alone]
        assert len(seen) == (1 if number == 0 else 0)
        assert any(one.to == "ada" for one in said)


async def test_two_programs_that_answer_each_other_stop_after_four_exchanges(made: Making) -> None:
    d = await made()
    await d.say("hello", room="lobby")
    ada, room = d.people["ada"], d.rooms["", "lobby"]
    events = []
    for number in range(7):
        before = d._states()
        text = f"Attune: {number} what do you make of all this, and what comes of it? " * 9
        events.append(await ada.say(room, text))
        await d._since(before, events[-1])
    answered = [any(one.reply_to == each for one in ada.shown.values()) for each in events]
    assert answered == [True] * 3 + [False] * 4  # the greeting was the first exchange
    assert lines(ada, room).count(ENGLISH.rooms.no_person) == 1
    before = d._states()
    event = await ada.say(room, f"Attune: {DANGER}")
    assert ENGLISH.crisis.quiet in bodies(await d._since(before, event))
