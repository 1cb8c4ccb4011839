"""Going on to more choices on a real homeserver: in place, by its person only, once an emoji."""

import pytest

from adapters.matrix.form import OFFERED, own_message
from adapters.matrix.inbox import Incoming
from adapters.matrix.turning import WAY
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.synapse import HERE

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]


async def repaired(d: MatrixDriver, room: str = "lobby") -> str:
    """Gives a reply to ada with more choices than stand at once."""
    await d.say("hello", room=room)
    (reply,) = await d.say("The launch slips.", room=room)
    await d.react("🔧", reply.id, room=room)
    assert len(d._stands(reply.id).choices) > len(OFFERED)
    return reply.id


async def test_a_row_is_five_emojis_and_one_edit_and_another_persons_emoji_turns_nothing(
    made: Making,
) -> None:
    d = await made(encrypted=True)
    reply = await repaired(d)
    first, edits = d._stands(reply).row, d._found(reply).edits
    assert await d.under(reply, room="lobby") == set(OFFERED)
    assert first.labels[WAY] == "More"
    assert await d.turn(reply, by="eve", room="lobby") == []
    assert (d._stands(reply).row, d._found(reply).edits) == (first, edits)
    await d.turn(reply, room="lobby")
    assert d._stands(reply).row.choices == d._stands(reply).choices[4:8]
    assert d._found(reply).edits == edits + 1
    assert await d.under(reply, room="lobby") == set(OFFERED)
    while d._stands(reply).row != first:
        await d.turn(reply, room="lobby")


async def test_an_emoji_that_is_handled_again_after_a_kill_turns_nothing_again(
    made: Making,
) -> None:
    d = await made()
    reply = await repaired(d, "dm")
    room = await d.room("ada", "dm")
    await d.turn(reply)
    second, event = d._stands(reply).row, d.people["ada"].reactions[reply, OFFERED[-1]]
    again = Incoming(room, await d.matrix.home.event(room, event))
    assert await d.matrix.chat.turning.turned(again)
    await d._read_all()
    assert d._stands(reply).row == second


async def test_a_client_that_shows_no_edits_is_told_every_choice_that_stands(made: Making) -> None:
    d = await made()
    reply = await repaired(d, "dm")
    room = await d.room("ada", "dm")
    page = await d.people["ada"].asked("GET", f"/rooms/{room}/messages?dir=b&limit=50")
    edits = [one["content"] for one in page["chunk"] if "m.new_content" in one.get("content", {})]
    post = own_message(edits[0]["m.new_content"])
    assert post is not None
    assert edits[0]["body"].endswith(post.offered)
    assert post.row.labels[-1] == "More"
    assert reply
