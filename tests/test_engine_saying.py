"""A message with a file: sent along where it is taken, else said line by line, and once."""

import json
from collections.abc import Callable

import pytest

from bot.actions.platform import Say
from bot.engine.codec import Sending, dump, load_sending
from bot.engine.saying import in_words, say
from bot.ids import PersonId, RoomId, Scope, SendKey, SpaceId
from bot.words import TextFile
from tests.driver import Seen
from tests.exports import document
from tests.fake_chat import FakeChat, Posted
from tests.scene import AT

ROOM, ADA = RoomId("dm"), PersonId("ada")
ROWS = ",\n".join(json.dumps({"kept": "style", "value": "x" * 90, "n": n}) for n in range(200))
FILE = TextFile("data.json", f'{{"rows": [\n{ROWS}\n]}}\n')
GIVEN = Say("All of it.", to=ADA, file=FILE)
SENDING = Sending(ROOM, Scope(SpaceId("dm"), ADA), is_direct=True, action=GIVEN)
Break = Callable[[FakeChat], None]


def chat() -> FakeChat:
    return FakeChat(lambda: AT)


async def said(to: FakeChat) -> tuple[Posted, ...]:
    await say(to, SendKey("k"), SENDING, GIVEN)
    await say(to, SendKey("k"), SENDING, GIVEN)
    return to.posts(ROOM)


def as_seen(posts: tuple[Posted, ...]) -> list[Seen]:
    return [Seen(one.id, one.text, file=one.file.text if one.file else "") for one in posts]


async def test_a_file_comes_with_the_words_and_once() -> None:
    (one,) = await said(chat())
    assert (one.text, one.to, one.file) == ("All of it.", ADA, FILE)


def small(to: FakeChat) -> None:
    to.largest_file = len(FILE.bytes) - 1


def refusing(to: FakeChat) -> None:
    to.takes_files = False


@pytest.mark.parametrize("breaks", [small, refusing])
async def test_where_it_is_not_taken_its_lines_are_said_each_once_and_whole(breaks: Break) -> None:
    breaks(to := chat())
    posts = await said(to)
    assert len(posts) > 4
    assert all(one.to == ADA and one.file is None for one in posts)
    assert document(as_seen(posts)) == json.loads(FILE.text)


def test_a_stored_send_keeps_its_file_and_one_of_before_had_none() -> None:
    assert load_sending(dump(SENDING)) == SENDING
    before = json.loads(dump(SENDING))
    del before["action"]["file"]
    loaded = load_sending(json.dumps(before)).action
    assert isinstance(loaded, Say)
    assert loaded.file is None


def test_words_without_a_file_stay_as_they_are() -> None:
    assert in_words(Say("Hm.")) == Say("Hm.")
