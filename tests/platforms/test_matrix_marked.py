"""A command in a shared room is marked once its answer stands in its person's own room."""

import pytest

from adapters.matrix.chat import ANSWERED_ALONE
from bot.strings import ENGLISH
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.synapse import HERE

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]


async def commanded(d: MatrixDriver, room: str) -> tuple[str, int]:
    """Gives a command, and how often it is told that its answer is in another room."""
    where, before = await d.room("ada", room), d._states()
    command = await d.people["ada"].say(where, "!attune status")
    seen = await d._since(before, command)
    return command, [one.text for one in seen].count(ENGLISH.rooms.answered_alone)


async def test_a_command_is_marked_once_its_answer_stands_elsewhere(made: Making) -> None:
    d = await made()
    await d.say("hello", room="lobby")
    first, told = await commanded(d, "lobby")
    second, told_again = await commanded(d, "lobby")
    assert (told, told_again) == (1, 0)
    assert await d.under(first, room="lobby") == set()
    assert await d.under(second, room="lobby") == {ANSWERED_ALONE}


async def test_a_command_in_a_direct_room_is_not_marked(made: Making) -> None:
    d = await made()
    await d.say("hello")
    command, told = await commanded(d, "dm")
    assert told == 0
    assert await d.under(command) == set()


async def test_a_card_in_the_room_of_one_person_names_the_room_that_it_is_about(
    made: Making,
) -> None:
    d = await made()
    await d.say("hello", room="lobby")
    (card,) = [one for one in await d.command("on", room="lobby") if one.choices]
    assert card.text.startswith(f"**Warm, {ENGLISH.cards.in_written}, ")
    where = await d.room("admin", "lobby")
    name = {"name": "The *Garden*\u202e"}
    await d.people["admin"].asked("PUT", f"/rooms/{where}/state/m.room.name", name)
    await d._settled()
    (card,) = [one for one in await d.command("on", room="lobby") if one.choices]
    named = ENGLISH.cards.in_named.format(room="The \\*Garden\\*")
    assert card.text.startswith(f"**Warm, {named}, ")
    assert ENGLISH.cards.ends_there.partition("/")[0] in card.text
    (agreed,) = await d.choose("Yes", card.id, room="lobby")
    assert agreed.text.startswith(f"Warm {named} ")
    panel = (await d.command("status", room="lobby"))[-1]
    assert panel.text.split("\n")[0] == f"-# {named[0].upper()}{named[1:]}"
    shown = (await d.choose(ENGLISH.status.choices["level"], panel.id, room="lobby"))[-1]
    assert shown.text.split("\n")[:2] == [panel.text.split("\n")[0], ENGLISH.status.levels]
